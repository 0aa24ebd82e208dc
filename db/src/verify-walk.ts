import type { ChainedTransfer } from '@bank/shared/chain';
import type { TransferKind } from '@bank/shared/contracts/ledger';
import { linkOf } from './chain.ts';

/** Small enough that following one page holds nobody up. */
export const TRANSFERS_PER_PAGE = 500;

/** Transfers after a number, in line, each with everything that must agree with it. */
export const PAGE_OF_TRANSFERS = `
  SELECT t.*, s.change AS source_change, s.balance_after AS source_after,
         g.change AS target_change, g.balance_after AS target_after,
         h.source_id AS hold_source_id, h.target_id AS hold_target_id, h.amount AS hold_amount,
         h.lapse_at_ms AS hold_lapse_at_ms, h.state AS hold_state,
         e.request_id IS NOT NULL AND r.request_id IS NOT NULL AS is_answered
    FROM ledger_transfers t
    LEFT JOIN ledger_postings s ON s.account_id = t.source_id AND s.seq = t.seq
    LEFT JOIN ledger_postings g ON g.account_id = t.target_id AND g.seq = t.seq
    LEFT JOIN ledger_holds h ON h.id = iif(t.kind = 'hold', t.id, t.hold_id)
    LEFT JOIN audit_entries e ON e.request_id = t.request_id
    LEFT JOIN answered_requests r ON r.request_id = t.request_id
   WHERE t.seq > ? ORDER BY t.seq LIMIT ${TRANSFERS_PER_PAGE}`;

/** An account as the transfers so far make it. */
export interface Fold {
  readonly book: string;
  balance: number;
}

/** The fold of all transfers up to `count`; `fault` names the first that is wrong. */
export interface Walk {
  fault: string | null;
  count: number;
  hash: string;
  readonly accounts: Map<string, Fold>;
  /** Holds that were opened and not yet ended. */
  readonly waiting: Map<string, { readonly targetId: string; readonly amount: number }>;
}

export function openWalk(opening: string): Walk {
  return { fault: null, count: 0, hash: opening, accounts: new Map(), waiting: new Map() };
}

type Found = Readonly<Record<string, unknown>>;

/** Takes transfers into the fold, up to the first that is wrong. */
export function followAll(walk: Walk, rows: readonly Found[]): void {
  for (const row of rows) {
    follow(walk, row);
    if (walk.fault !== null) return;
  }
}

function follow(walk: Walk, row: Found): void {
  const transfer = transferOf(row);
  const link = linkOf(walk.hash, transfer);
  if (transfer.seq !== walk.count + 1) {
    walk.fault = `流水号断了：第 ${walk.count + 1} 笔`;
    return;
  }
  if (row.prev !== walk.hash || row.hash !== link) {
    walk.fault = `链断了：第 ${transfer.seq} 笔 ${transfer.id}`;
    return;
  }
  [walk.count, walk.hash] = [transfer.seq, link];
  const why = legsFault(walk, transfer, row) ?? holdFault(walk, transfer, row);
  if (why !== null) walk.fault = `${why}：第 ${transfer.seq} 笔 ${transfer.id}`;
  else if (row.is_answered !== 1) {
    walk.fault = `每件办成的事都有留痕和答复：第 ${transfer.seq} 笔 ${transfer.id}`;
  }
}

/** Both postings, with the balance that each account had at that moment. */
function legsFault(walk: Walk, transfer: ChainedTransfer, row: Found): string | null {
  const source = add(walk, transfer.sourceId, transfer.book, -transfer.amount);
  const target = add(walk, transfer.targetId, transfer.book, transfer.amount);
  if (source === null || target === null) return '一笔流水跨了两本账';
  const agrees =
    row.source_change === -transfer.amount &&
    row.target_change === transfer.amount &&
    row.source_after === source &&
    row.target_after === target;
  return agrees ? null : '每笔流水记两头';
}

function add(walk: Walk, id: string, book: string, by: number): number | null {
  const fold = walk.accounts.get(id) ?? { book, balance: 0 };
  if (fold.book !== book) return null;
  fold.balance += by;
  walk.accounts.set(id, fold);
  return fold.balance;
}

function holdFault(walk: Walk, transfer: ChainedTransfer, row: Found): string | null {
  if (transfer.kind === 'hold') {
    walk.waiting.set(transfer.id, transfer);
    const agrees =
      row.hold_source_id === transfer.sourceId &&
      row.hold_target_id === transfer.targetId &&
      row.hold_amount === transfer.amount &&
      row.hold_lapse_at_ms === transfer.lapseAtMs;
    return agrees ? null : '冻结和它的流水一致';
  }
  if (transfer.kind !== 'collect' && transfer.kind !== 'release') return null;
  const ended = transfer.kind === 'collect' ? 'collected' : 'released';
  const wasWaiting = walk.waiting.delete(transfer.holdId ?? '');
  return wasWaiting && row.hold_state === ended ? null : '冻结的状态和流水一致';
}

const textOrNull = (value: unknown) => (value === null ? null : String(value));

function transferOf(row: Found): ChainedTransfer {
  return {
    seq: Number(row.seq),
    id: String(row.id),
    book: String(row.book),
    kind: String(row.kind) as TransferKind,
    sourceId: String(row.source_id),
    targetId: String(row.target_id),
    amount: Number(row.amount),
    holdId: textOrNull(row.hold_id),
    lapseAtMs: row.lapse_at_ms === null ? null : Number(row.lapse_at_ms),
    reversesId: textOrNull(row.reverses_id),
    code: String(row.code),
    subjectId: textOrNull(row.subject_id),
    memoDigest: textOrNull(row.memo_digest),
    requestId: String(row.request_id),
    atMs: Number(row.at_ms),
  };
}
