import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import { useCallback, useEffect, useRef, useState } from 'react';
import { nowMs } from '@/device/clock';
import { randomBytes } from '@/device/random';
import { call } from './call';
import { OfflineError, UnknownOutcome } from './errors';
import { queryClient } from './query-client';
import {
  dropPending,
  ID_BYTES,
  keepPending,
  type Pending,
  pendingChange,
  requestIdFrom,
  sameInput,
} from './request-id';

/** After a lost answer the same request is sent again by itself, this long after. */
const RETRY_AFTER_MS = [1_000, 3_000];
/** An unanswered change younger than this is taken up again when its page opens. */
const RESUME_WITHIN_MS = 10 * 60_000;

type Fields = Pending['input'];

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The change as it will be asked. `isOld`: it went out before and nobody knows what became of it. */
async function pendingFor(
  promise: Endpoint,
  name: string,
  input: Fields,
): Promise<{ pending: Pending; isOld: boolean }> {
  const open = pendingChange(name);
  if (open && sameInput(open.input, input)) return { pending: open, isOld: true };
  const requestId = requestIdFrom(await randomBytes(ID_BYTES), nowMs());
  const pending = { requestId, input, askedAtMs: nowMs() };
  keepPending(name, pending, promise.secrets !== undefined);
  return { pending, isOld: false };
}

/** What a try without an answer leaves open: a network that is gone takes back nothing that went out. */
function openAfter(error: unknown, lost: UnknownOutcome | undefined): UnknownOutcome {
  if (error instanceof UnknownOutcome) return error;
  if (lost && error instanceof OfflineError) return lost;
  throw error;
}

async function sendUntilAnswered<E extends Endpoint>(
  promise: E,
  { requestId, input }: Pending,
  isOld: boolean,
): Promise<OutputOf<E>> {
  let lost = isOld ? new UnknownOutcome() : undefined;
  for (const waitMs of [...RETRY_AFTER_MS, 0]) {
    try {
      return await call(promise, { ...input, requestId } as InputOf<E>);
    } catch (error) {
      lost = openAfter(error, lost);
    }
    if (waitMs > 0) await pause(waitMs);
  }
  throw lost;
}

/**
 * Asks for a change with a request id that is stored before it leaves. The id is dropped once the
 * bank answered, yes or no; while the outcome is unknown the same input is asked with the same id.
 * Throws like `call`.
 */
export async function requestChange<E extends Endpoint>(
  promise: E,
  input: Omit<InputOf<E>, 'requestId'>,
  name: string = promise.id,
): Promise<OutputOf<E>> {
  const { pending, isOld } = await pendingFor(promise, name, input as Fields);
  try {
    const answer = await sendUntilAnswered(promise, pending, isOld);
    dropPending(name);
    return answer;
  } catch (error) {
    if (!(error instanceof UnknownOutcome)) dropPending(name);
    throw error;
  }
}

export type ChangeState<Answer> =
  | { kind: 'idle' }
  | { kind: 'sending' }
  | { kind: 'done'; answer: Answer }
  /** A no, or no network: `words` is what to show, nothing has changed. */
  | { kind: 'refused'; words: string; error: Error }
  /** Perhaps done, perhaps not: `again()` asks with the same request id. */
  | { kind: 'unknown'; words: string };

/** The name of a change about one thing: what was asked of one home is never taken up on another's page. */
export const about = (promise: Endpoint, ...subjects: readonly string[]): string =>
  [promise.id, ...subjects].join(' ');

/**
 * One change a page can ask for. Every shown answer refreshes the questions on screen; a change that
 * was cut off by a restart is taken up again if it is fresh, and offered as `unknown` otherwise.
 */
export function useChange<E extends Endpoint>(promise: E, name: string = promise.id) {
  const [state, setState] = useState<ChangeState<OutputOf<E>>>({ kind: 'idle' });
  const sending = useRef(false);

  const send = useCallback(
    async (input: Omit<InputOf<E>, 'requestId'>): Promise<OutputOf<E> | undefined> => {
      if (sending.current) return undefined;
      sending.current = true;
      setState({ kind: 'sending' });
      try {
        const answer = await requestChange(promise, input, name);
        setState({ kind: 'done', answer });
        void queryClient.invalidateQueries();
        return answer;
      } catch (error) {
        setState(stateOf(error));
        return undefined;
      } finally {
        sending.current = false;
      }
    },
    [promise, name],
  );

  const again = useCallback(() => {
    const open = pendingChange(name);
    if (open) void send(open.input as Omit<InputOf<E>, 'requestId'>);
    else setState({ kind: 'idle' });
  }, [name, send]);

  useEffect(() => {
    const open = pendingChange(name);
    if (!open) return;
    if (nowMs() - open.askedAtMs < RESUME_WITHIN_MS) again();
    else setState({ kind: 'unknown', words: new UnknownOutcome().message });
  }, [name, again]);

  return { state, send, again, clear: () => setState({ kind: 'idle' }) };
}

function stateOf(error: unknown): ChangeState<never> {
  if (error instanceof UnknownOutcome) return { kind: 'unknown', words: error.message };
  if (error instanceof Error) return { kind: 'refused', words: error.message, error };
  throw error;
}
