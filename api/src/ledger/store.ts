import { view } from '@bank/db/view';
import type { TransferKind } from '@bank/shared/contracts/ledger';
import type { PendingHold, PostedTransfer } from './transfer.ts';

/** The balance of an account; null when it was never opened. */
export const balanceOf = view(
  `SELECT j.key, a.balance FROM json_each(?) j CROSS JOIN ledger_accounts a ON a.id = j.value`,
  ([found]) => (found ? Number(found.balance) : null),
);

/** What a household has, as a decision needs it. Null when it has no passbook. */
export interface HouseholdPoints {
  readonly base: number;
  readonly available: number;
}

/** The points of a household, by its id. */
export const householdPoints = view(
  `SELECT j.key, a.kind, a.balance FROM json_each(?) j
     CROSS JOIN ledger_accounts a ON a.id IN (j.value || '.base', j.value || '.points')`,
  (rows): HouseholdPoints | null => {
    const balance = (kind: string) => rows.find((row) => row.kind === kind)?.balance;
    const available = balance('passbook');
    if (available === undefined) return null;
    return { base: Number(balance('base') ?? 0), available: Number(available) };
  },
);

/** A hold that still waits; null when it ended. */
export const pendingHold = view(
  `SELECT j.key, h.id, t.book, h.source_id, h.target_id, h.amount FROM json_each(?) j
     CROSS JOIN ledger_holds h ON h.id = j.value AND h.state = 'pending'
     JOIN ledger_transfers t ON t.id = h.id`,
  ([found]): PendingHold | null =>
    found
      ? {
          id: String(found.id),
          book: String(found.book),
          sourceId: String(found.source_id),
          targetId: String(found.target_id),
          amount: Number(found.amount),
        }
      : null,
);

/** A posted transfer, with what a reversal of it must know. */
export const postedTransfer = view(
  `SELECT j.key, t.id, t.book, t.kind, t.source_id, t.target_id, t.amount, h.source_id AS origin_id,
          EXISTS (SELECT 1 FROM ledger_transfers r WHERE r.reverses_id = t.id) AS is_reversed
     FROM json_each(?) j CROSS JOIN ledger_transfers t ON t.id = j.value
     LEFT JOIN ledger_holds h ON h.id = t.hold_id AND t.kind = 'collect'`,
  ([found]): PostedTransfer | null =>
    found
      ? {
          id: String(found.id),
          book: String(found.book),
          kind: String(found.kind) as TransferKind,
          sourceId: String(found.source_id),
          targetId: String(found.target_id),
          amount: Number(found.amount),
          originId: found.origin_id === null ? null : String(found.origin_id),
          isReversed: found.is_reversed === 1,
        }
      : null,
);
