import type { GuardedClient } from './guard.ts';
import type { Walk } from './verify-walk.ts';

type Found = Readonly<Record<string, unknown>>;

/** The end of the chain is where the tip says. */
export function tipFault(walk: Walk, tip: Found | undefined): string | null {
  const agrees = tip && tip.seq === walk.count && tip.hash === walk.hash;
  return agrees ? null : `链尾和账不一致：账到第 ${walk.count} 笔`;
}

/** Every account stands where its transfers put it, not below its floor, and each book sums to zero. */
export function accountsFault(walk: Walk, accounts: readonly Found[]): string | null {
  const unseen = new Set(walk.accounts.keys());
  const held = heldByAccount(walk);
  const sums = new Map<string, number>();
  for (const account of accounts) {
    unseen.delete(String(account.id));
    const why = accountFault(walk, account, held);
    if (why !== null) return why;
    const book = String(account.book);
    sums.set(book, (sums.get(book) ?? 0) + Number(account.balance));
  }
  const [orphan] = unseen;
  if (orphan !== undefined) return `流水里的账户不存在：${orphan}`;
  const wrong = [...sums].find(([, sum]) => sum !== 0);
  return wrong ? `每本账合计为零：${wrong[0]} 合计 ${wrong[1]}` : null;
}

function accountFault(
  walk: Walk,
  account: Found,
  held: ReadonlyMap<string, number>,
): string | null {
  const { id, book, kind, floor, balance } = account;
  const fold = walk.accounts.get(String(id));
  const folded = fold?.balance ?? 0;
  const words = `账户 ${String(id)} 余额 ${String(balance)}`;
  if (book === null || (fold && fold.book !== book)) return `账户 ${String(id)} 不在流水的那本账里`;
  if (balance !== folded) return `${words}，流水合计 ${folded}`;
  if (floor !== null && Number(balance) < Number(floor)) return `余额不低于底线：${words}`;
  const waiting = held.get(String(id)) ?? 0;
  if (kind === 'held' && balance !== waiting) return `${words}，没了结的冻结合计 ${waiting}`;
  return null;
}

function heldByAccount(walk: Walk): Map<string, number> {
  const held = new Map<string, number>();
  for (const { targetId, amount } of walk.waiting.values()) {
    held.set(targetId, (held.get(targetId) ?? 0) + amount);
  }
  return held;
}

/** Exactly the holds that no transfer ended are still waiting. */
export function waitingFault(walk: Walk, rows: readonly Found[]): string | null {
  const waiting = new Set(rows.map((row) => String(row.id)));
  const missing = [...walk.waiting.keys()].find((id) => !waiting.has(id));
  const extra = [...waiting].find((id) => !walk.waiting.has(id));
  const wrong = missing ?? extra;
  return wrong === undefined ? null : `冻结的状态和流水一致：${wrong}`;
}

const POSTING_TOO_MANY = `
  SELECT '账户 ' || p.account_id || ' 第 ' || p.seq || ' 笔' AS fault FROM ledger_postings p
    LEFT JOIN ledger_transfers t ON t.seq = p.seq AND p.account_id IN (t.source_id, t.target_id)
   WHERE t.seq IS NULL LIMIT 1`;

/** Two postings a transfer were seen on the way: only their number can still be wrong. */
export async function postingsFault(
  reading: GuardedClient,
  walk: Walk,
  count: number,
): Promise<string | null> {
  if (count === 2 * walk.count) return null;
  const extra = (await reading.execute(POSTING_TOO_MANY)).rows[0]?.fault;
  return `没有多出来的记账：${String(extra ?? count)}`;
}
