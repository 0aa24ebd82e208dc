import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ISSUE_ACCOUNT, openAccount, openBook, passbookAccount } from '@bank/api/ledger/account';
import { type Connections, connect } from '@bank/db/client';
import { prepareDatabase } from '@bank/db/migrate';
import type { Draft, Plan } from '@bank/db/plan';
import { verifyBook } from '@bank/db/verify';
import { Writer } from '@bank/db/writer';
import { type HranaDouble, openHranaDouble } from '../doubles/hrana.ts';

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

/** A transfer of a test from one passbook to another. */
export function gift(fromHousehold: string, toHousehold: string, amount: number): Draft {
  const source = passbookAccount(fromHousehold).id;
  return { ...award(toHousehold, amount), sourceId: source };
}

/** Numbers that look random and are the same in every run of a seed. Below `limit`, from 0. */
export function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export interface Desk {
  readonly connections: Connections;
  readonly writer: Writer;
  readonly url: string;
  readonly folder: string;
  /** How many batches were sent to be written. */
  sentCount(): number;
  balance(accountId: string): Promise<number>;
  /** Null when the whole book is sound. */
  fault(): Promise<string | null>;
  close(): Promise<void>;
}

/** A migrated file of its own, with a points book, a source of points and the passbooks named. */
export async function openDesk(householdIds: readonly string[]): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-writer-'));
  const url = `file:${join(folder, 'bank.db')}`;
  await prepareDatabase(url, 'county', NOW_MS);
  return sitDown(url, folder, householdIds);
}

/** The same desk at a distance: the file is behind the double of a remote server. */
export async function openRemoteDesk(
  householdIds: readonly string[],
): Promise<Desk & { readonly double: HranaDouble }> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-remote-'));
  const file = join(folder, 'bank.db');
  await prepareDatabase(`file:${file}`, 'county', NOW_MS);
  const double = await openHranaDouble(file);
  const desk = await sitDown(double.url, folder, householdIds);
  return {
    ...desk,
    double,
    async close() {
      await desk.close();
      await double.close();
    },
  };
}

async function sitDown(
  url: string,
  folder: string,
  householdIds: readonly string[],
): Promise<Desk> {
  let sent = 0;
  const opened = await connect(url);
  const connections: Connections = {
    ...opened,
    writing: {
      ...opened.writing,
      batch(statements, mode) {
        sent += 1;
        return opened.writing.batch(statements, mode);
      },
    },
  };
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
    folder,
    sentCount: () => sent,
    async balance(accountId) {
      const found = await connections.reading.execute({
        sql: 'SELECT balance FROM ledger_accounts WHERE id = ?',
        args: [accountId],
      });
      return Number(found.rows[0]?.balance);
    },
    fault: async () => (await verifyBook(connections.reading, [])).fault,
    async close() {
      await writer.close();
      connections.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
