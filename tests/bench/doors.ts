import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { identify, tokenHash } from '@bank/api/access/identify';
import { openApp } from '@bank/api/app';
import { openLog } from '@bank/api/platform/log';
import { openMetrics } from '@bank/api/platform/metrics';
import { type Handler, serve } from '@bank/api/platform/serve';
import { dressWithCookie, tokenOf } from '@bank/api/platform/session-cookie';
import { accessAccounts, accessSessions } from '@bank/db/schema/access';
import { communityPeople } from '@bank/db/schema/community';
import { PlaceOrder } from '@bank/shared/contracts/redemption';
import * as z from '@bank/shared/zod';
import { createAdaptorServer } from '@hono/node-server';
import { and, eq, gt } from 'drizzle-orm';
import { Hono } from 'hono';
import { Award, award, SignUp, signUp } from './commands.ts';
import { type Ground, homeId, SIGNED_IN } from './ground.ts';
import type { Heard, Order } from './load.ts';
import type { Figures } from './measure.ts';
import type { Naive } from './naive.ts';
import type { Postgres } from './postgres.ts';
import { draw, type Kind, type Wish } from './wish.ts';

const CONNECTIONS = 64;

/** One origin on loopback. */
export interface Door {
  readonly url: string;
  close(): void;
}

export async function listen(app: Hono): Promise<Door> {
  const server = createAdaptorServer({ fetch: app.fetch });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

/** The real app, with the two commands of the bench in front. */
export function ourApp({ opened }: Ground): Hono {
  const { bank } = opened;
  const log = openLog('error');
  const metrics = openMetrics(() => bank.writer.waitingCount);
  const door = {
    bank,
    log,
    metrics,
    identify: (request: Request) => identify(bank, tokenOf(request)),
    dress: dressWithCookie(false),
  };
  const root = new Hono();
  for (const handler of [award, signUp] as unknown as Handler[]) serve(root, door, handler);
  return root.route(
    '/',
    openApp(bank, { log, metrics, wechat: null, pages: null, mayReadMetrics: () => false }),
  );
}

const SCHEMAS = { award: Award.input, 'sign-up': SignUp.input, redeem: PlaceOrder.input } as const;
const ROUTES: readonly [string, Kind][] = [
  ['/api/bench/awards', 'award'],
  ['/api/bench/sign-ups', 'sign-up'],
  ['/api/redemption/orders', 'redeem'],
];

/** How the yardsticks are served: session, zod, the change, JSON. */
function plainApp(homeOf: (token: string) => Promise<number | null>, does: Naive['does']): Hono {
  const app = new Hono();
  for (const [path, kind] of ROUTES) {
    app.post(path, async (context) => {
      const token = context.req.header('authorization')?.slice('Bearer '.length) ?? '';
      const input = z.parse(SCHEMAS[kind], await context.req.json()) as Partial<Wish>;
      const home = await homeOf(token);
      if (home === null) return context.json({}, 401);
      const wish: Wish = { ...draw(home), ...input };
      return context.json((await does[kind](wish)) as object);
    });
  }
  return app;
}

export function naiveApp({ opened }: Ground, { db, does }: Naive): Hono {
  const people = new Map(Array.from({ length: SIGNED_IN }, (_, at) => [homeId(at), at]));
  return plainApp(async (token) => {
    const [found] = await db
      .select({ home: communityPeople.householdId })
      .from(accessSessions)
      .innerJoin(accessAccounts, eq(accessAccounts.id, accessSessions.accountId))
      .innerJoin(communityPeople, eq(communityPeople.id, accessAccounts.personId))
      .where(
        and(
          eq(accessSessions.tokenHash, tokenHash(opened.bank, token)),
          gt(accessSessions.expiresAtMs, Date.now()),
        ),
      );
    return people.get(found?.home ?? '') ?? null;
  }, does);
}

export function postgresApp({ tokens }: Ground, { pool, does }: Postgres): Hono {
  const text = 'SELECT household_id FROM sessions WHERE token_hash = $1 AND expires_at_ms > $2';
  const homes = new Map(tokens.map((token, at) => [token, at]));
  return plainApp(async (token) => {
    const home = homes.get(token) ?? 0;
    const { rows } = await pool.query({
      name: 'session',
      text,
      values: [homeId(home), Date.now()],
    });
    return rows.length === 1 ? home : null;
  }, does);
}

/** The yardstick (d): zod in, JSON of an order's size out, and nothing between. */
export function echoApp(): Hono {
  const app = new Hono();
  const words = '一张兑换单有这么长'.repeat(12);
  app.post('/api/redemption/orders', async (context) => {
    const input = z.parse(PlaceOrder.input, await context.req.json());
    return context.json({ ...input, words });
  });
  return app;
}

/** The load generator: one process of its own for the whole bench. */
export class Generator {
  readonly #child: ChildProcess = fork(fileURLToPath(new URL('./load.ts', import.meta.url)), {
    execArgv: ['--import', 'tsx'],
  });

  async load(
    url: string,
    kind: Order['kind'],
    tokens: readonly string[],
    seconds: number,
  ): Promise<Figures> {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    this.#child.send({ url, kind, tokens, connections: CONNECTIONS, seconds } satisfies Order);
    const [heard] = (await once(this.#child, 'message')) as [Heard];
    delay.disable();
    if (heard.refusedCount > 0) throw new Error(`${kind} at ${url}: ${heard.refusedCount} refused`);
    return { ...heard, stallP99Ms: delay.percentile(99) / 1e6 };
  }

  close(): void {
    this.#child.kill();
  }
}
