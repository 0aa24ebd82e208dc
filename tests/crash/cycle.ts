import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { bookChecks } from '@bank/api/handlers';
import { guard } from '@bank/db/guard';
import { verifyBook } from '@bank/db/verify';
import { CancelOrder, PlaceOrder, ReceiveStock } from '@bank/shared/contracts/redemption';
import type { Endpoint } from '@bank/shared/endpoint';
import { createClient } from '@libsql/client';
import { requestOf } from '../bank.ts';
import { SITE, STAFF } from '../world.ts';

/** A book on a real file, with sessions of people who may use it. */
export interface Ground {
  readonly url: string;
  readonly key: string;
  readonly startMs: number;
  readonly itemIds: readonly string[];
  readonly tokens: ReadonlyMap<string, string>;
}

/** One request of a phone, for as long as the phone remembers it. */
export interface Asked {
  readonly as: string;
  readonly endpoint: Endpoint;
  readonly input: Readonly<Record<string, unknown>> & { readonly requestId: string };
  /** What was heard first; null when the line went dead. */
  heard: { status: number; text: string } | null;
}

export const RESIDENTS = ['person_tian', 'person_ran', 'person_peng'] as const;
const TENURE_MS = 60_000;

export interface Serving {
  readonly origin: string;
  kill(): Promise<void>;
}

/** Starts the server for the n-th time; each time begins after the lease of the one before. */
export async function startServer(
  program: string,
  ground: Ground,
  times: number,
): Promise<Serving> {
  const nowMs = ground.startMs + times * TENURE_MS;
  const child: ChildProcess = spawn(
    process.execPath,
    [program, ground.url, String(nowMs), ground.key],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const [port] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended: ${code}`))),
  ])) as [string];
  return {
    origin: `http://127.0.0.1:${port}`,
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Sends one request as the phone would; a dead line leaves it unheard. */
export async function ask(origin: string, ground: Ground, asked: Asked): Promise<Asked['heard']> {
  const headers = {
    'x-bank-phone': 'weapp',
    authorization: `Bearer ${ground.tokens.get(asked.as)}`,
  };
  const [path, request] = requestOf(asked.endpoint, asked.input, headers);
  try {
    const response = await fetch(`${origin}${path}`, request);
    const text = await response.text();
    return { status: response.status, text };
  } catch {
    return null;
  }
}

/** What a caller asks next: mostly orders, now and then a cancellation or a delivery. */
export function nextWish(
  ground: Ground,
  requestId: string,
  chance: (limit: number) => number,
  orders: { id: string; as: string }[],
): Asked {
  const resident = RESIDENTS[chance(RESIDENTS.length)] ?? RESIDENTS[0];
  const kind = chance(10);
  const order = kind < 4 ? orders.pop() : undefined;
  if (order) {
    const input = { requestId, orderId: order.id };
    return { as: order.as, endpoint: CancelOrder, input, heard: null };
  }
  const goods = {
    requestId,
    branchId: SITE.branch,
    itemId: ground.itemIds[chance(ground.itemIds.length)],
    quantity: 1,
  };
  if (kind === 9) {
    const gift = { sourceKind: 'firm', sourceName: '雾岭茶业', isNamedInPublic: true };
    return { as: STAFF.teller, endpoint: ReceiveStock, input: { ...goods, ...gift }, heard: null };
  }
  return { as: resident, endpoint: PlaceOrder, input: goods, heard: null };
}

/** What the file itself says, once nobody serves it. */
export interface Aftermath {
  /** Requests that somebody heard a yes or no to and that the book does not know. */
  readonly lost: readonly string[];
  /** Orders, batches and answers that do not match one another. */
  readonly doubled: readonly string[];
  readonly fault: string | null;
}

export async function inspect(ground: Ground, asked: readonly Asked[]): Promise<Aftermath> {
  const client = createClient({ url: ground.url, concurrency: 1 });
  try {
    const column = async (sql: string) =>
      (await client.execute(sql)).rows.map((row) => String(row[0]));
    const known = new Set(await column('SELECT request_id FROM answered_requests'));
    const orders = await column('SELECT id FROM redemption_orders');
    const told = await column(
      `SELECT answer ->> '$.answer.order.id' FROM answered_requests
        WHERE answer ->> '$.ok' AND answer ->> '$.answer.order.state' = 'reserved'`,
    );
    const toldOnce = new Set(told);
    return {
      lost: asked
        .filter((one) => one.heard && !known.has(one.input.requestId))
        .map((one) => one.input.requestId),
      doubled: [
        ...orders.filter((id) => !toldOnce.has(id)),
        ...(told.length === toldOnce.size && told.length === orders.length ? [] : ['order counts']),
      ],
      fault: (await verifyBook(guard(client), bookChecks)).fault,
    };
  } finally {
    client.close();
  }
}
