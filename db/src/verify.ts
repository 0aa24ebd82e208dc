import { CHAIN_OPENING } from '@bank/shared/chain';
import type { ResultSet } from '@libsql/client';
import type { GuardedClient } from './guard.ts';
import { accountsFault, postingsFault, tipFault, waitingFault } from './verify-standing.ts';
import {
  followAll,
  openWalk,
  PAGE_OF_TRANSFERS,
  TRANSFERS_PER_PAGE,
  type Walk,
} from './verify-walk.ts';

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

const OWN_CHECKS: readonly BookCheck[] = [
  {
    name: '冻结都有来处',
    sql: `SELECT h.id AS fault FROM ledger_holds h
           LEFT JOIN ledger_transfers t ON t.id = h.id AND t.kind = 'hold'
           WHERE t.id IS NULL LIMIT 1`,
  },
];

/**
 * 查账: recomputes the chain from the first transfer to the tip, folds every transfer into
 * balances, postings and holds and compares, then asks the rooms' own checks. Reads in pages and
 * waits for a turn of the loop after each: memory grows with accounts and open holds only, and
 * nobody at the counter waits. What is compared with the fold is read in one snapshot with the
 * last transfers, so that a book that is being written is no fault.
 */
export async function verifyBook(
  reading: GuardedClient,
  checks: readonly BookCheck[],
): Promise<Finding> {
  const walk = openWalk(CHAIN_OPENING);
  const standing = await walkToTheEnd(reading, walk);
  const found = {
    transferCount: walk.count,
    accountCount: standing?.accounts.rows.length ?? 0,
    lastHash: walk.hash,
  };
  const fault = standing === null ? walk.fault : await standingFault(reading, walk, standing);
  if (fault !== null) return { ...found, fault };
  for (const check of [...OWN_CHECKS, ...checks]) {
    const wrong = (await reading.execute(check.sql)).rows[0]?.fault;
    if (wrong !== undefined) return { ...found, fault: `${check.name}：${String(wrong)}` };
    await nextTurn();
  }
  return { ...found, fault: null };
}

/** What stood at the moment of the last transfer. */
interface Standing {
  readonly accounts: ResultSet;
  readonly tip: ResultSet;
  readonly waiting: ResultSet;
  readonly postings: ResultSet;
}

const STANDING = [
  `SELECT a.id, b.id AS book, a.kind, a.floor, a.balance FROM ledger_accounts a
     LEFT JOIN ledger_books b ON b.id = a.book ORDER BY a.id`,
  'SELECT seq, hash FROM ledger_tip',
  `SELECT id FROM ledger_holds WHERE state = 'pending'`,
  'SELECT count(*) AS count FROM ledger_postings',
];

/** Follows the chain; null when it found a fault on the way. */
async function walkToTheEnd(reading: GuardedClient, walk: Walk): Promise<Standing | null> {
  const page = () => ({ sql: PAGE_OF_TRANSFERS, args: [walk.count] });
  for (let isNearTheEnd = false; ; ) {
    const asked = isNearTheEnd ? [page(), ...STANDING] : [page()];
    const [transfers, accounts, tip, waiting, postings] = await reading.batch(asked, 'read');
    followAll(walk, transfers?.rows ?? []);
    if (walk.fault !== null) return null;
    const isWhole = (transfers?.rows.length ?? 0) < TRANSFERS_PER_PAGE;
    if (isWhole && accounts && tip && waiting && postings) {
      return { accounts, tip, waiting, postings };
    }
    isNearTheEnd = isWhole;
    await nextTurn();
  }
}

async function standingFault(
  reading: GuardedClient,
  walk: Walk,
  { accounts, tip, waiting, postings }: Standing,
): Promise<string | null> {
  return (
    tipFault(walk, tip.rows[0]) ??
    accountsFault(walk, accounts.rows) ??
    waitingFault(walk, waiting.rows) ??
    (await postingsFault(reading, walk, Number(postings.rows[0]?.count)))
  );
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
