import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figures } from './measure.ts';
import { draw, type Kind } from './wish.ts';

const yardsticks = fileURLToPath(new URL('../../.yardsticks', import.meta.url));
const GROUP = 64;

interface Statement {
  run(...values: unknown[]): unknown;
}
interface Database {
  pragma(text: string): unknown;
  exec(text: string): unknown;
  prepare(text: string): Statement;
  transaction(work: () => void): () => void;
  close(): void;
}

/** The yardstick (c): the bare rows of 64 changes in one transaction, and nothing else at all. */
export interface Ceiling {
  run(kind: Kind, durationMs: number): Figures;
  close(): void;
}

export const HOW_TO_GET_CEILING =
  'npm install --prefix .yardsticks better-sqlite3@12  (then run its build script if it asks)';

export function openCeiling(): Ceiling | null {
  const fromYardsticks = createRequire(join(yardsticks, 'package.json'));
  if (
    !existsSync(join(yardsticks, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
  ) {
    return null;
  }
  const Sqlite = fromYardsticks('better-sqlite3') as new (file: string) => Database;
  const folder = mkdtempSync(join(tmpdir(), 'bank-ceiling-'));
  const database = new Sqlite(join(folder, 'ceiling.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('wal_autocheckpoint = 16000');
  database.pragma('cache_size = -64000');
  database.exec(`
    CREATE TABLE transfers (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, book TEXT, kind TEXT, source_id TEXT, target_id TEXT, amount INTEGER, code TEXT, subject_id TEXT, request_id TEXT, at_ms INTEGER, prev TEXT, hash TEXT) STRICT;
    CREATE TABLE postings (account_id TEXT, seq INTEGER, change INTEGER, balance_after INTEGER, PRIMARY KEY (account_id, seq)) STRICT, WITHOUT ROWID;
    CREATE TABLE accounts (id TEXT PRIMARY KEY, balance INTEGER) STRICT;
    CREATE TABLE holds (id TEXT PRIMARY KEY, source_id TEXT, target_id TEXT, amount INTEGER, lapse_at_ms INTEGER, state TEXT) STRICT;
    CREATE TABLE rooms (id TEXT PRIMARY KEY, household_id TEXT, item_id TEXT, state TEXT, digits TEXT, at_ms INTEGER) STRICT;
    CREATE TABLE audit (request_id TEXT PRIMARY KEY, command TEXT, actor_id TEXT, at_ms INTEGER) STRICT;
    CREATE TABLE answered (request_id TEXT PRIMARY KEY, fingerprint TEXT, answer TEXT, at_ms INTEGER) STRICT;`);
  const one = rowsOf(database);
  return {
    run(kind, durationMs) {
      const group = database.transaction(() => {
        for (let at = 0; at < GROUP; at++) one(kind);
      });
      const startedAt = performance.now();
      let count = 0;
      for (; performance.now() < startedAt + durationMs; count += GROUP) group();
      const seconds = (performance.now() - startedAt) / 1000;
      return { perSecond: count / seconds, p50Ms: 0, p99Ms: 0, stallP99Ms: 0 };
    },
    close() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function rowsOf(database: Database): (kind: Kind) => void {
  const transfer = database.prepare(
    `INSERT INTO transfers VALUES (?,?,'points','move',?,?,1,'bench',?,?,?,'${'0'.repeat(64)}','${'0'.repeat(64)}')`,
  );
  const posting = database.prepare('INSERT INTO postings VALUES (?,?,?,?)');
  const balance = database.prepare(
    'INSERT INTO accounts VALUES (?,?) ON CONFLICT (id) DO UPDATE SET balance = balance + excluded.balance',
  );
  const hold = database.prepare(`INSERT INTO holds VALUES (?,?,?,1,?,'pending')`);
  const room = database.prepare(`INSERT INTO rooms VALUES (?,?,?,'reserved','000000',?)`);
  const audit = database.prepare(`INSERT INTO audit VALUES (?,'bench','person_1',?)`);
  const answered = database.prepare(
    `INSERT INTO answered VALUES (?,'${'0'.repeat(64)}','{"ok":true}',?)`,
  );
  let seq = 0;
  const move = (requestId: string, source: string, target: string, at: number) => {
    seq += 1;
    transfer.run(seq, `transfer_${requestId}${seq}`, source, target, requestId, requestId, at);
    for (const [account, change] of [[source, -1] as const, [target, 1] as const]) {
      posting.run(account, seq, change, 0);
      balance.run(account, change);
    }
  };
  return (kind) => {
    const { requestId, householdId, itemId, branchId } = draw();
    const at = Date.now();
    move(requestId, kind === 'award' ? 'issue' : `${householdId}.points`, `${branchId}.held`, at);
    if (kind === 'redeem') {
      move(requestId, `${itemId}.${branchId}.shelf`, `${itemId}.${branchId}.held`, at);
      hold.run(`p${requestId}`, householdId, branchId, at);
      hold.run(`g${requestId}`, itemId, branchId, at);
      room.run(`q${requestId}`, householdId, itemId, at);
    }
    if (kind !== 'award') room.run(requestId, householdId, itemId, at);
    audit.run(requestId, at);
    answered.run(requestId, at);
  };
}
