import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import { ProblemDocument } from '@bank/shared/problem-document';
import * as z from '@bank/shared/zod';
import { isOnline } from '@/device/network';
import { fillPath, queryText } from './address';
import { OfflineError, ProblemError, UnknownOutcome } from './errors';
import { sendHttp } from './http';
import type { HttpAnswer, HttpRequest } from './http-shape';
import { sessionHeaders } from './session-token';

/** A question shows its error face after this long; see DESIGN: 8 s. */
const ASK_TIMEOUT_MS = 8_000;
/** A change waits longer: losing its answer costs more than waiting for it. */
const CHANGE_TIMEOUT_MS = 15_000;

export type EndpointFor<E> = E & Endpoint;

function requestOf(promise: Endpoint, input: unknown, signal: HttpRequest['signal']): HttpRequest {
  const fields = (input ?? {}) as Record<string, unknown>;
  const { path, rest } = fillPath(promise.path, fields);
  const asks = promise.method === 'GET';
  return {
    method: promise.method,
    url: `${API_BASE}/api${path}${asks ? queryText(rest) : ''}`,
    headers: {
      Accept: 'application/json',
      ...(!asks && { 'Content-Type': 'application/json' }),
      ...sessionHeaders(),
    },
    body: asks ? undefined : JSON.stringify(rest),
    timeoutMs: asks ? ASK_TIMEOUT_MS : CHANGE_TIMEOUT_MS,
    signal,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Half an answer, or a stranger's page in between: nothing that can be trusted.
    throw new UnknownOutcome();
  }
}

/** A no has words; the machine's own troubles leave the outcome open. */
function refusalIn({ status, text }: HttpAnswer): Error {
  const problem = z.safeParse(ProblemDocument, parsed(text));
  if (!problem.success) return new UnknownOutcome();
  return status < 500 ? new ProblemError(problem.data) : new UnknownOutcome(problem.data.detail);
}

/**
 * One promise, asked once. Throws `ProblemError` with the bank's own sentence for a no,
 * `OfflineError` when nothing was sent, `UnknownOutcome` when no trustworthy answer came.
 */
export async function call<E extends Endpoint>(
  promise: E,
  input: InputOf<E>,
  signal?: HttpRequest['signal'],
): Promise<OutputOf<E>> {
  if (!isOnline()) throw new OfflineError();
  const answer = await sendHttp(requestOf(promise, input, signal));
  if (answer.status < 200 || answer.status > 299) throw refusalIn(answer);
  const body = z.safeParse(promise.output, parsed(answer.text));
  if (!body.success) throw new UnknownOutcome();
  return body.data as OutputOf<E>;
}
