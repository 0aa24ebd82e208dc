import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ISSUE_ACCOUNT, openAccount, openBook, passbookAccount } from '@bank/api/ledger/account';
import { type Connections, connect } from '@bank/db/client';
import { prepareDatabase } from '@bank/db/migrate';
import type { Draft, Plan } from '@bank/db/plan';
import { Writer } from '@bank/db/writer';

export const NOW_MS = Date.UTC(2026, 2, 17, 1);

/** A real clock would make runs differ; pauses end at once, in the next turn of the loop. */
export const stillClock = {
  nowMs: () => NOW_MS,
  pause: () => new Promise<void>((done) => setImmediate(done)),
};

let count = 0;
export const nextId = (prefix: string) => `${prefix}_${String(++count).padStart(12, '0')}`;

/** A plan of a test: an id of its own and whatever it is told to change. */
export function plan(change: Partial<Plan> = {}): Plan {
  return {
    requestId: nextId('request'),
    fingerprint: 'f',
    answer: '{}',
    command: 'test/change',
    actorId: 'person_1',
    actingAs: 'teller',
    areaPath: null,
    subjectId: null,
    outcome: 'done',
    atMs: NOW_MS,
    transfers: [],
    rows: [],
    ...change,
  };
}

export function award(householdId: string, amount: number): Draft {
  return {
    id: nextId('transfer'),
    book: 'points',
    kind: 'move',
    sourceId: ISSUE_ACCOUNT.id,
    targetId: passbookAccount(householdId).id,
    amount,
    code: 'rule/JF03@1',
  };
}

export interface Desk {
  readonly connections: Connections;
  readonly writer: Writer;
  readonly url: string;
  balance(accountId: string): Promise<number>;
  close(): Promise<void>;
}

/** A migrated file of its own, with a points book, a source of points and the passbooks named. */
export async function openDesk(householdIds: readonly string[]): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-writer-'));
  const url = `file:${join(folder, 'bank.db')}`;
  await prepareDatabase(url, 'county', NOW_MS);
  const connections = await connect(url);
  const writer = await Writer.open(connections, randomBytes(8).toString('hex'), stillClock);
  await writer.commit(
    plan({
      rows: [
        openBook('points', 'points'),
        openAccount(ISSUE_ACCOUNT),
        ...householdIds.map((id) => openAccount(passbookAccount(id))),
      ],
    }),
  );
  return {
    connections,
    writer,
    url,
    async balance(accountId) {
      const found = await connections.reading.execute({
        sql: 'SELECT balance FROM ledger_accounts WHERE id = ?',
        args: [accountId],
      });
      return Number(found.rows[0]?.balance);
    },
    async close() {
      await writer.close();
      connections.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
