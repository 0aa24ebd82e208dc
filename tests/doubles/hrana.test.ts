import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type HranaDouble, openHranaDouble } from './hrana';

let folder: string;
let double: HranaDouble;
let client: Client;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hrana-'));
  double = await openHranaDouble(join(folder, 'bank.db'));
  client = createClient({ url: double.url });
  await client.executeMultiple(`
    PRAGMA journal_mode = WAL;
    CREATE TABLE lines (id TEXT PRIMARY KEY, points INTEGER NOT NULL CHECK (points > 0)) STRICT;
    CREATE TABLE mixed (whole INTEGER, real REAL, text TEXT, bytes BLOB, missing TEXT);
  `);
});
afterEach(async () => {
  client.close();
  await double.close();
  await rm(folder, { recursive: true });
});

const insert = (id: string, points: number) => ({
  sql: 'INSERT INTO lines (id, points) VALUES (?, ?)',
  args: [id, BigInt(points)],
});
const ids = async () =>
  (await client.execute('SELECT id FROM lines ORDER BY id')).rows.map((row) => row.id);

async function roundTripsOf(work: () => Promise<unknown>): Promise<number> {
  const before = double.counts().roundTrips;
  await work();
  return double.counts().roundTrips - before;
}

test('a write batch of any size is one round trip', async () => {
  const many = Array.from({ length: 200 }, (_, index) => insert(`l${1000 + index}`, 1));
  expect(await roundTripsOf(() => client.batch(many, 'write'))).toBe(1);
  expect(await ids()).toHaveLength(200);
});

test('a constraint refuses the whole batch and arrives as an error that names the statement', async () => {
  const refused = client.batch([insert('a', 1), insert('b', 0), insert('c', 1)], 'write');
  await expect(refused).rejects.toMatchObject({
    code: 'SQLITE_CONSTRAINT',
    statementIndex: 1,
    message: expect.stringContaining('CHECK constraint failed'),
  });
  expect(await ids()).toEqual([]);
  await client.batch([insert('a', 1)], 'write');
  await expect(client.batch([insert('a', 1)], 'write')).rejects.toMatchObject({
    message: expect.stringContaining('UNIQUE constraint failed: lines.id'),
  });
});

test('values travel there and back unchanged', async () => {
  const bytes = Uint8Array.from([0, 1, 254, 255]);
  const args = [9_007_199_254_740_991n, 1.5, '田秀英 𬭎', bytes, null];
  await client.execute({ sql: 'INSERT INTO mixed VALUES (?, ?, ?, ?, ?)', args });
  const { rows, columns } = await client.execute('SELECT * FROM mixed');
  expect(columns).toEqual(['whole', 'real', 'text', 'bytes', 'missing']);
  expect(Array.from(rows[0] ?? [])).toEqual([
    9_007_199_254_740_991,
    1.5,
    '田秀英 𬭎',
    bytes.buffer,
    null,
  ]);
});

test('named parameters and returned rows work, and say how many rows changed', async () => {
  const result = await client.execute({
    sql: 'INSERT INTO lines VALUES (:id, :points) RETURNING points * 2 AS twice',
    args: { id: 'n', points: 4 },
  });
  expect(result.rows[0]?.twice).toBe(8);
  expect(result.rowsAffected).toBe(1);
});

test('an interactive transaction keeps its stream, and a second one waits for it', async () => {
  const first = await client.transaction('write');
  await first.execute(insert('first', 1));
  const second = client.batch([insert('second', 1)], 'write');
  await first.execute(insert('third', 1));
  await first.rollback();
  await second;
  expect(await ids()).toEqual(['second']);
});

test('a lost reply leaves the work done, a lost request leaves it undone', async () => {
  double.loseReplies(1);
  await expect(client.batch([insert('done', 1)], 'write')).rejects.toThrow();
  double.loseRequests(1);
  await expect(client.batch([insert('undone', 1)], 'write')).rejects.toThrow();
  expect(await ids()).toEqual(['done']);
});

test('distance is felt once a round trip', async () => {
  double.setDelayMs(60);
  const startMs = performance.now();
  await client.batch([insert('a', 1), insert('b', 1), insert('c', 1)], 'write');
  const tookMs = performance.now() - startMs;
  expect(tookMs).toBeGreaterThanOrEqual(50);
});
