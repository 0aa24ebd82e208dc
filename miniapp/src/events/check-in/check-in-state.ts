import { parseScanned } from '@bank/shared/codes';
import type { CheckedIn } from '@bank/shared/contracts/events';
import type { OccasionId } from '@bank/shared/ids';
import { useCallback, useRef, useState } from 'react';
import { OfflineError, ProblemError, UnknownOutcome } from '@/data/errors';
import { checkIn } from '@/data/events';
import { keepLateScan } from '@/data/outbox';
import { isOnline } from '@/device/network';
import { remedyFor } from './next-step';

export interface Attempt {
  readonly code: string;
  readonly intent: 'in' | 'out';
  /** The occasion whose page is open, when one is. */
  readonly occasionId?: OccasionId | undefined;
}

export type CheckInState =
  /** Nothing was asked yet; or six figures were wrong, and `error` says so beside the field. */
  | { readonly kind: 'ready'; readonly error?: string }
  | { readonly kind: 'sending'; readonly intent: Attempt['intent'] }
  | { readonly kind: 'done'; readonly answer: CheckedIn; readonly attempt: Attempt }
  | { readonly kind: 'refused'; readonly problem: ProblemError }
  /** The bank must know first who this is, or of which home. */
  | { readonly kind: 'stranger'; readonly needs: 'sign-in' | 'bind'; readonly attempt: Attempt }
  /** The scan lies on the phone and nothing is booked. */
  | { readonly kind: 'kept' }
  /** Nothing went out and nothing was kept. */
  | { readonly kind: 'offline'; readonly words: string }
  /** Perhaps done, perhaps not. */
  | { readonly kind: 'unknown'; readonly words: string; readonly attempt: Attempt };

const isSixDigits = (code: string) => parseScanned(code).kind === 'six-digits';

const NOT_KEPT = '没网，这次没存下来，还没有签上。请找现场的工作人员';
const NO_DIGITS =
  '没网，六位数字存不了，过后没法证明。请扫屏幕上的码，扫的码存得下来；或者找现场的工作人员';
const NO_LEAVING = '没网，签退要有网才行。有网了再扫一次，或者请现场的工作人员帮您签退';

/** Keeps the scan for later, where a scan is something that can be proved later. */
export async function keptState({ code, intent }: Attempt): Promise<CheckInState> {
  if (isSixDigits(code)) return { kind: 'offline', words: NO_DIGITS };
  if (intent === 'out') return { kind: 'offline', words: NO_LEAVING };
  return (await keepLateScan(code)) ? { kind: 'kept' } : { kind: 'offline', words: NOT_KEPT };
}

function refusedState(problem: ProblemError, attempt: Attempt): CheckInState {
  const { code, message } = problem;
  if (code === 'request/not-signed-in') return { kind: 'stranger', needs: 'sign-in', attempt };
  if (code === 'request/not-your-duty') return { kind: 'stranger', needs: 'bind', attempt };
  if (remedyFor(code) === 'type') return { kind: 'ready', error: message };
  return { kind: 'refused', problem };
}

async function stateAfter(error: unknown, attempt: Attempt): Promise<CheckInState> {
  if (error instanceof ProblemError) return refusedState(error, attempt);
  const isCutOff = error instanceof UnknownOutcome && !isOnline();
  if (error instanceof OfflineError || isCutOff) return keptState(attempt);
  if (error instanceof UnknownOutcome) return { kind: 'unknown', words: error.message, attempt };
  throw error;
}

/** One check-in or check-out at a time, and everything that can come of it. */
export function useCheckIn() {
  const [state, setState] = useState<CheckInState>({ kind: 'ready' });
  const isSending = useRef(false);
  const send = useCallback(async (attempt: Attempt) => {
    if (isSending.current) return;
    isSending.current = true;
    setState({ kind: 'sending', intent: attempt.intent });
    try {
      setState({ kind: 'done', answer: await checkIn(attempt), attempt });
    } catch (error) {
      setState(await stateAfter(error, attempt));
    } finally {
      isSending.current = false;
    }
  }, []);
  const keep = useCallback(async (attempt: Attempt) => setState(await keptState(attempt)), []);
  const say = useCallback((error?: string) => {
    setState(error === undefined ? { kind: 'ready' } : { kind: 'ready', error });
  }, []);
  return { state, send, keep, say };
}
