import type { ResultSet } from '@libsql/client';
import type { GuardedClient } from './guard.ts';

/** Where the chain ends and who may add to it. `groupId` tells one sending from every other. */
export interface Tip {
  readonly holder: string;
  readonly leaseUntilMs: number;
  readonly groupNo: number;
  readonly groupId: string;
  readonly seq: number;
  readonly hash: string;
}

const READ_TIP = `SELECT holder, lease_until_ms, group_no, group_id, seq, hash FROM ledger_tip WHERE id = 1`;

function tipOf(found: ResultSet): Tip {
  const row = found.rows[0];
  if (!row) throw new Error('this database has no tip: it was not made by this bank');
  return {
    holder: String(row.holder),
    leaseUntilMs: Number(row.lease_until_ms),
    groupNo: Number(row.group_no),
    groupId: String(row.group_id),
    seq: Number(row.seq),
    hash: String(row.hash),
  };
}

/** Reads the tip on the writing connection. */
export async function readTip(writing: GuardedClient): Promise<Tip> {
  return tipOf(await writing.execute(READ_TIP));
}

/**
 * The fence: a wrong holder or number yields NULL in a NOT NULL column, so the whole group is
 * refused. Its arguments are holder, number before, new seq, new hash, lease, group id.
 */
export const MOVE_TIP = `UPDATE ledger_tip SET
  group_no = CASE WHEN holder = ? AND group_no = ? THEN group_no + 1 END,
  seq = ?, hash = ?, lease_until_ms = ?, group_id = ? WHERE id = 1`;

/** Another process may be writing this book: its lease still runs. */
export class LeaseHeld extends Error {
  constructor(readonly leaseUntilMs: number) {
    super('another process holds the lease of this book');
  }
}

const TAKE_LEASE = `UPDATE ledger_tip SET holder = ?, lease_until_ms = ?
  WHERE id = 1 AND (holder = ? OR lease_until_ms < ?)`;

/** Takes the writer's lease, or throws LeaseHeld. The lease is manners; the tip is the lock. */
export async function takeLease(
  writing: GuardedClient,
  holder: string,
  nowMs: number,
  leaseMs: number,
): Promise<Tip> {
  const [, found] = await writing.batch(
    [{ sql: TAKE_LEASE, args: [holder, nowMs + leaseMs, holder, nowMs] }, READ_TIP],
    'write',
  );
  if (!found) throw new Error('the tip could not be read');
  const tip = tipOf(found);
  if (tip.holder !== holder) throw new LeaseHeld(tip.leaseUntilMs);
  return tip;
}

/** Gives the lease back at a clean end, so that the next start need not wait for it to run out. */
export async function returnLease(writing: GuardedClient, holder: string): Promise<void> {
  await writing.execute({
    sql: 'UPDATE ledger_tip SET lease_until_ms = 0 WHERE id = 1 AND holder = ?',
    args: [holder],
  });
}

const RENEW_LEASE = `UPDATE ledger_tip SET lease_until_ms = ? WHERE id = 1 AND holder = ?`;

/** Keeps the lease of an idle writer; false when somebody else has taken it. */
export async function renewLease(
  writing: GuardedClient,
  holder: string,
  untilMs: number,
): Promise<boolean> {
  const [, found] = await writing.batch(
    [{ sql: RENEW_LEASE, args: [untilMs, holder] }, READ_TIP],
    'write',
  );
  return found !== undefined && tipOf(found).holder === holder;
}
