import type { TransferKind } from './contracts/ledger.ts';

/** The facts of a transfer that the chain keeps: codes, ids and whole numbers, never a sentence. */
export interface ChainedTransfer {
  readonly seq: number;
  readonly id: string;
  readonly book: string;
  readonly kind: TransferKind;
  readonly sourceId: string;
  readonly targetId: string;
  readonly amount: number;
  readonly holdId: string | null;
  readonly lapseAtMs: number | null;
  readonly reversesId: string | null;
  readonly code: string;
  readonly subjectId: string | null;
  readonly memoDigest: string | null;
  readonly requestId: string;
  readonly atMs: number;
}

/** What stands in front of the first transfer. */
export const CHAIN_OPENING = 'opening';

const FORMAT = 1;

/**
 * The canonical text of a transfer: a JSON array in a fixed order, the format's number first, the
 * hash before it second. Anyone with SHA-256 can check it; the golden vectors are in chain.test.ts.
 */
export function canonicalTransfer(prev: string, transfer: ChainedTransfer): string {
  return JSON.stringify([
    FORMAT,
    prev,
    transfer.seq,
    transfer.id,
    transfer.book,
    transfer.kind,
    transfer.sourceId,
    transfer.targetId,
    transfer.amount,
    transfer.holdId,
    transfer.lapseAtMs,
    transfer.reversesId,
    transfer.code,
    transfer.subjectId,
    transfer.memoDigest,
    transfer.requestId,
    transfer.atMs,
  ]);
}
