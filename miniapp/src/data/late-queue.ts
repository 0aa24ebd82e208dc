import { PersonId, RequestId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';

/** Scans made without a network, in the order they go out, and what became of those that went. */

/** More than one person scans in a week; a full box keeps nothing rather than losing something. */
export const WAITING_MAX = 20;
/** Answers to read; older ones give way. */
const TOLD_MAX = 5;
/** Whoever has not been back by then has spoken to the staff. */
const WAITING_MAX_MS = 7 * 86_400_000;

export const LateScan = z.object({
  /** Made once, before the first sending: a scan that is sent twice arrives once. */
  requestId: RequestId,
  nonce: z.string(),
  /** Who scanned. Another person on the same phone must not send it. */
  ownerId: PersonId,
  code: z.string(),
  scannedAtMs: z.int(),
});
export type LateScan = z.infer<typeof LateScan>;

export const LateAnswer = z.object({
  requestId: RequestId,
  ownerId: PersonId,
  words: z.string(),
  outcome: z.enum(['waiting', 'present', 'no']),
});
export type LateAnswer = z.infer<typeof LateAnswer>;

export const LateQueue = z.object({ waiting: z.array(LateScan), told: z.array(LateAnswer) });
export type LateQueue = z.infer<typeof LateQueue>;

export const EMPTY: LateQueue = { waiting: [], told: [] };

/** Adds a scan; the same code scanned again by the same person is one scan. Undefined when full. */
export function withScan(queue: LateQueue, scan: LateScan): LateQueue | undefined {
  const fresh = queue.waiting.filter(
    ({ scannedAtMs }) => scan.scannedAtMs - scannedAtMs < WAITING_MAX_MS,
  );
  const isKnown = fresh.some(({ ownerId, code }) => ownerId === scan.ownerId && code === scan.code);
  if (isKnown) return { ...queue, waiting: fresh };
  return fresh.length < WAITING_MAX ? { ...queue, waiting: [...fresh, scan] } : undefined;
}

/** The oldest scan of this person. */
export function nextScan(queue: LateQueue, ownerId: string): LateScan | undefined {
  return ofOwner(queue, ownerId).waiting.sort(
    (one, other) => one.scannedAtMs - other.scannedAtMs,
  )[0];
}

/** The scan has its answer, yes or no: it leaves the line and the answer is there to be read. */
export function withAnswer(queue: LateQueue, answer: LateAnswer): LateQueue {
  return {
    waiting: queue.waiting.filter(({ requestId }) => requestId !== answer.requestId),
    told: [...queue.told, answer].slice(-TOLD_MAX),
  };
}

/** The answer has been read. */
export function withoutAnswer(queue: LateQueue, requestId: string): LateQueue {
  return { ...queue, told: queue.told.filter((one) => one.requestId !== requestId) };
}

/** What concerns one person. */
export function ofOwner({ waiting, told }: LateQueue, ownerId: string): LateQueue {
  return {
    waiting: waiting.filter((scan) => scan.ownerId === ownerId),
    told: told.filter((answer) => answer.ownerId === ownerId),
  };
}

/** Whether a no says nothing of the scan itself, but only of who asks: it may be asked again later. */
export const leavesScanOpen = (code: string): boolean =>
  code === 'request/not-signed-in' || code === 'request/not-your-duty';
