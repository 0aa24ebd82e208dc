import { execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  BRANCHES,
  branchId,
  HOMES,
  homeId,
  ITEMS,
  itemId,
  OCCASIONS,
  PRICE,
  seatAccount,
} from './ground.ts';
import { SCHEMA, STATEMENTS } from './postgres-words.ts';
import type { Does, Wish } from './wish.ts';

const PROGRAMS = '/usr/lib/postgresql/15/bin';
const POOL = 16;
const PLENTY = 500_000_000;

/**
 * The yardstick (b): double entry in PostgreSQL 15 with prepared statements, the same rows (without
 * the chain, which would put it in line), fully durable.
 */
export interface Postgres {
  readonly does: Does;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export const hasPostgres = (): boolean => existsSync(join(PROGRAMS, 'initdb'));

/** A server of our own in a folder of its own: found, started, and gone afterwards. */
export async function openPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-postgres-'));
  const owner = ownerOfServers();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  execFileSync(join(PROGRAMS, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'bench', '--no-sync'], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: folder,
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '256MB',
    max_wal_size: '4GB',
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(PROGRAMS, 'postgres'), ['-D', data, ...options], {
    ...owner,
    cwd: folder,
    stdio: 'ignore',
  });
  const pool = new pg.Pool({
    host: '127.0.0.1',
    port,
    user: 'bench',
    database: 'postgres',
    max: POOL,
  });
  let isClosing = false;
  // A client that is just being let go hears that its server ends.
  pool.on('error', (error) => {
    if (!isClosing) throw error;
  });
  await untilAnswering(pool);
  await prepare(pool);
  return {
    pool,
    does: {
      award: (wish) => inTransaction(pool, (client) => award(client, wish)),
      'sign-up': (wish) => inTransaction(pool, (client) => signUp(client, wish)),
      redeem: (wish) => inTransaction(pool, (client) => redeem(client, wish)),
    },
    async close() {
      isClosing = true;
      await pool.end();
      const ended = new Promise((done) => server.once('exit', done));
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server refuses to run as root; its own user may. */
function ownerOfServers(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const number = (flag: string) =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: number('-u'), gid: number('-g') };
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

async function untilAnswering(pool: pg.Pool): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isUp = await pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error('the server did not start');
}

async function prepare(pool: pg.Pool): Promise<void> {
  await pool.query(SCHEMA);
  const range = (length: number) => Array.from({ length }, (_, at) => at);
  const accounts: [string, string, number | null, number][] = [
    ['points.issue', 'points', null, 0],
    ...range(HOMES).flatMap((at): [string, string, number, number][] => [
      [`${homeId(at)}.points`, 'points', 0, PLENTY],
      [`${homeId(at)}.base`, 'points', 0, 60],
    ]),
    ...range(BRANCHES).map((at): [string, string, number, number] => [
      `${branchId(at)}.held`,
      'points',
      0,
      0,
    ]),
    ...range(ITEMS).flatMap((item) =>
      range(BRANCHES).flatMap((at): [string, string, number, number][] =>
        ['shelf', 'held'].map((kind) => [
          `${itemId(item)}.${branchId(at)}.${kind}`,
          `goods.${itemId(item)}`,
          0,
          PLENTY,
        ]),
      ),
    ),
    ...range(OCCASIONS).flatMap((at): [string, string, number, number][] =>
      (['free', 'taken'] as const).map((kind) => [
        seatAccount(at, kind).id,
        `seats.${at}`,
        0,
        PLENTY,
      ]),
    ),
  ];
  await pool.query(
    'INSERT INTO accounts SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[])',
    [0, 1, 2, 3].map((column) => accounts.map((one) => one[column])),
  );
  await pool.query('INSERT INTO items SELECT id, id, $2::bigint FROM unnest($1::text[]) id', [
    range(ITEMS).map(itemId),
    PRICE,
  ]);
  await pool.query(
    'INSERT INTO sessions SELECT home, home, 9e15::bigint FROM unnest($1::text[]) home',
    [range(HOMES).map(homeId)],
  );
  await pool.query('VACUUM ANALYZE');
}

async function inTransaction<Answer>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<Answer>,
): Promise<Answer> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    return answer;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}

const ask = async (client: pg.PoolClient, name: keyof typeof STATEMENTS, values: unknown[]) =>
  (await client.query({ name, text: STATEMENTS[name], values })).rows as Record<string, unknown>[];

async function post(
  client: pg.PoolClient,
  wish: Wish,
  kind: string,
  book: string,
  sourceId: string,
  targetId: string,
  subjectId: string,
): Promise<void> {
  const id = randomUUID();
  await ask(client, 'transfer', [
    id,
    book,
    kind,
    sourceId,
    targetId,
    1,
    'bench',
    subjectId,
    wish.requestId,
    Date.now(),
  ]);
  // Accounts are locked in one order, or two orders of two families would wait for each other.
  const legs = [[sourceId, -1] as const, [targetId, 1] as const].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  for (const [account, change] of legs) await ask(client, 'change', [account, change, id]);
  if (kind === 'hold') await ask(client, 'hold', [id, sourceId, targetId, 1, Date.now() + 1e9]);
}

async function close(client: pg.PoolClient, wish: Wish, command: string): Promise<void> {
  await ask(client, 'audit', [wish.requestId, command, Date.now()]);
  await ask(client, 'answered', [wish.requestId, wish.requestId, Date.now()]);
}

async function award(client: pg.PoolClient, wish: Wish) {
  await ask(client, 'earlier', [wish.requestId]);
  const target = `${wish.householdId}.points`;
  const [found] = await ask(client, 'balance', [target]);
  await post(client, wish, 'move', 'points', 'points.issue', target, wish.householdId);
  await close(client, wish, 'bench/award');
  return { availableAfter: Number(found?.balance) + 1 };
}

async function signUp(client: pg.PoolClient, wish: Wish) {
  await ask(client, 'earlier', [wish.requestId]);
  const [free, taken] = [seatAccount(wish.occasion, 'free'), seatAccount(wish.occasion, 'taken')];
  const [found] = await ask(client, 'balance', [free.id]);
  await ask(client, 'quota', [`seat|${wish.requestId}`]);
  await post(client, wish, 'move', free.book, free.id, taken.id, wish.requestId);
  await close(client, wish, 'bench/sign-up');
  return { left: Number(found?.balance) - 1 };
}

async function redeem(client: pg.PoolClient, wish: Wish) {
  const { householdId: home, branchId: branch, itemId: item } = wish;
  await ask(client, 'earlier', [wish.requestId]);
  const quota = `${home}|${item}|month`;
  const [found] = await ask(client, 'purchase', [item, home, branch, quota]);
  if (Number(found?.available) < PRICE || Number(found?.stock) < 1) throw new Error('refused');
  const orderId = randomUUID();
  await ask(client, 'quota', [quota]);
  await ask(client, 'order', [
    orderId,
    home,
    branch,
    item,
    PRICE,
    orderId.slice(-6),
    orderId,
    Date.now(),
    Date.now() + 1e9,
  ]);
  await post(
    client,
    wish,
    'hold',
    `goods.${item}`,
    `${item}.${branch}.shelf`,
    `${item}.${branch}.held`,
    orderId,
  );
  await post(client, wish, 'hold', 'points', `${home}.points`, `${branch}.held`, orderId);
  await close(client, wish, 'bench/redeem');
  return { orderId, availableAfter: Number(found?.available) - PRICE };
}
