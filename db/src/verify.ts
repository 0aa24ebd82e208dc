import { CHAIN_OPENING, type ChainedTransfer } from '@bank/shared/chain';
import type { TransferKind } from '@bank/shared/contracts/ledger';
import { linkOf } from './chain.ts';
import type { GuardedClient } from './guard.ts';

/** What a check found. `fault` names the first wrong row; null means that nothing was wrong. */
export interface Finding {
  readonly fault: string | null;
  readonly transferCount: number;
  readonly accountCount: number;
  readonly lastHash: string;
}

/**
 * A promise of one room about its own rows: SQL that answers the first row that breaks it, as
 * `fault`, or nothing.
 */
export interface BookCheck {
  readonly name: string;
  readonly sql: string;
}

const PAGE = 10_000;

const OWN_CHECKS: readonly BookCheck[] = [
  {
    name: '每本账合计为零',
    sql: `SELECT book || ' 合计 ' || sum(balance) AS fault FROM ledger_accounts
           GROUP BY book HAVING sum(balance) <> 0 LIMIT 1`,
  },
  {
    name: '余额不低于底线',
    sql: `SELECT id || ' 余额 ' || balance AS fault FROM ledger_accounts
           WHERE floor IS NOT NULL AND balance < floor LIMIT 1`,
  },
  {
    name: '每笔流水记两头',
    sql: `SELECT '第 ' || t.seq || ' 笔' AS fault FROM ledger_transfers t
           LEFT JOIN ledger_postings s ON s.account_id = t.source_id AND s.seq = t.seq
           LEFT JOIN ledger_postings g ON g.account_id = t.target_id AND g.seq = t.seq
           WHERE s.change IS NOT -t.amount OR g.change IS NOT t.amount LIMIT 1`,
  },
  {
    name: '没有多出来的记账',
    sql: `SELECT '账户 ' || p.account_id || ' 第 ' || p.seq || ' 笔' AS fault FROM ledger_postings p
           LEFT JOIN ledger_transfers t ON t.seq = p.seq
            AND p.account_id IN (t.source_id, t.target_id) WHERE t.seq IS NULL LIMIT 1`,
  },
  {
    name: '冻结都有来处',
    sql: `SELECT h.id AS fault FROM ledger_holds h
           LEFT JOIN ledger_transfers t ON t.id = h.id AND t.kind = 'hold' AND t.amount = h.amount
            AND t.source_id = h.source_id AND t.target_id = h.target_id
           WHERE t.id IS NULL LIMIT 1`,
  },
  {
    name: '冻结的状态和流水一致',
    sql: `SELECT h.id AS fault FROM ledger_holds h
           WHERE h.state <> coalesce((SELECT CASE t.kind WHEN 'collect' THEN 'collected' ELSE 'released' END
             FROM ledger_transfers t WHERE t.hold_id = h.id), 'pending') LIMIT 1`,
  },
  {
    name: '冻结账户等于没了结的冻结',
    sql: `SELECT a.id || ' 余额 ' || a.balance AS fault FROM ledger_accounts a WHERE a.kind = 'held'
           AND a.balance <> (SELECT coalesce(sum(h.amount), 0) FROM ledger_holds h
             WHERE h.target_id = a.id AND h.state = 'pending') LIMIT 1`,
  },
  {
    name: '每件办成的事都有留痕和答复',
    sql: `SELECT t.id AS fault FROM ledger_transfers t
           LEFT JOIN audit_entries e ON e.request_id = t.request_id
           LEFT JOIN answered_requests r ON r.request_id = t.request_id
           WHERE e.request_id IS NULL OR r.request_id IS NULL LIMIT 1`,
  },
];

/**
 * 查账: recomputes the chain from the first transfer to the tip, folds every transfer into
 * balances and compares, then asks the rooms' own checks. Reads in pages: memory stays flat, time
 * grows with the number of transfers. Waits for a turn of the loop after each page.
 */
export async function verifyBook(
  reading: GuardedClient,
  checks: readonly BookCheck[],
): Promise<Finding> {
  const chain = await walkChain(reading);
  const accounts = await compareBalances(reading, chain.balances);
  const found = {
    transferCount: chain.count,
    accountCount: accounts.count,
    lastHash: chain.hash,
  };
  const fault = chain.fault ?? (await tipFault(reading, chain)) ?? accounts.fault;
  if (fault !== null) return { ...found, fault };
  for (const check of [...OWN_CHECKS, ...checks]) {
    const wrong = (await reading.execute(check.sql)).rows[0]?.fault;
    if (wrong !== undefined) return { ...found, fault: `${check.name}：${String(wrong)}` };
    await nextTurn();
  }
  return { ...found, fault: null };
}

interface Chain {
  readonly fault: string | null;
  readonly count: number;
  readonly hash: string;
  readonly balances: Map<string, number>;
}

async function walkChain(reading: GuardedClient): Promise<Chain> {
  const balances = new Map<string, number>();
  let [count, hash] = [0, CHAIN_OPENING];
  for (;;) {
    const { rows } = await reading.execute({
      sql: `SELECT * FROM ledger_transfers WHERE seq > ? ORDER BY seq LIMIT ${PAGE}`,
      args: [count],
    });
    for (const row of rows) {
      const transfer = transferOf(row as unknown as Record<string, unknown>);
      const link = linkOf(hash, transfer);
      if (transfer.seq !== count + 1) return broken(`流水号断了：第 ${count + 1} 笔`);
      if (row.prev !== hash || row.hash !== link) {
        return broken(`链断了：第 ${transfer.seq} 笔 ${transfer.id}`);
      }
      [count, hash] = [transfer.seq, link];
      add(balances, transfer.sourceId, -transfer.amount);
      add(balances, transfer.targetId, transfer.amount);
    }
    if (rows.length < PAGE) return { fault: null, count, hash, balances };
    await nextTurn();
  }
  function broken(fault: string): Chain {
    return { fault, count, hash, balances };
  }
}

function add(balances: Map<string, number>, id: string, by: number): void {
  balances.set(id, (balances.get(id) ?? 0) + by);
}

const textOrNull = (value: unknown) => (value === null ? null : String(value));

function transferOf(row: Readonly<Record<string, unknown>>): ChainedTransfer {
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

async function tipFault(reading: GuardedClient, chain: Chain): Promise<string | null> {
  const tip = (await reading.execute('SELECT seq, hash FROM ledger_tip')).rows[0];
  const agrees = tip && Number(tip.seq) === chain.count && tip.hash === chain.hash;
  return agrees ? null : `链尾和账不一致：账到第 ${chain.count} 笔`;
}

async function compareBalances(
  reading: GuardedClient,
  balances: Map<string, number>,
): Promise<{ fault: string | null; count: number }> {
  let [count, last] = [0, ''];
  for (;;) {
    const { rows } = await reading.execute({
      sql: `SELECT id, balance FROM ledger_accounts WHERE id > ? ORDER BY id LIMIT ${PAGE}`,
      args: [last],
    });
    for (const { id, balance } of rows) {
      last = String(id);
      count += 1;
      const folded = balances.get(last) ?? 0;
      if (balance !== folded) {
        return { count, fault: `账户 ${last} 余额 ${String(balance)}，流水合计 ${folded}` };
      }
      balances.delete(last);
    }
    if (rows.length < PAGE) break;
    await nextTurn();
  }
  const [orphan] = balances.keys();
  return { count, fault: orphan === undefined ? null : `流水里的账户不存在：${orphan}` };
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
