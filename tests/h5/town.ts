import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '@bank/api/app';
import { builtFolder } from '@bank/api/build-pages';
import { foundDemo } from '@bank/api/founding/demo';
import { bookChecks } from '@bank/api/handlers';
import { verify } from '@bank/api/ledger/queries';
import { openBank } from '@bank/api/open-bank';
import { openPages } from '@bank/api/pages';
import { realChance } from '@bank/api/platform/chance';
import type { Bank } from '@bank/api/platform/context';
import { Keys } from '@bank/api/platform/keys';
import { openLog } from '@bank/api/platform/log';
import { openMetrics } from '@bank/api/platform/metrics';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import { openWeChatDouble, type WeChatDouble } from '../doubles/wechat.ts';
import { wechatBehind } from '../doubles/wechat-caller.ts';

export interface Town {
  readonly url: string;
  readonly bank: Bank;
  /** WeChat's servers, as a double that behaves: the bank asks them who comes from a phone. */
  readonly wechat: WeChatDouble;
  /** The bank's clock, and only the bank's, goes forward: pages keep the machine's. */
  letPass(ms: number): void;
  /** Ends it: the whole book must be sound. */
  close(): Promise<void>;
}

/** The real app and its built pages on a new demonstration community, on a port of its own. */
export async function openTown(): Promise<Town> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-town-'));
  let app: Hono | undefined;
  const server = createAdaptorServer({
    fetch: (request, bindings) =>
      app ? app.fetch(request, bindings) : new Response(null, { status: 503 }),
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  let aheadMs = 0;
  const opened = await openBank({
    url: `file:${join(folder, 'bank.db')}`,
    kind: 'demo',
    keys: new Keys(Buffer.alloc(32, 11)),
    publicUrl: url,
    chance: { ...realChance, nowMs: () => realChance.nowMs() + aheadMs },
    pause: () => new Promise((done) => setImmediate(done)),
    onStop: () => undefined,
  });
  const { bank } = opened;
  await foundDemo(bank, true);
  const wechat = await openWeChatDouble({ nowMs: () => bank.chance.nowMs() });
  app = openApp(bank, {
    log: openLog('silent'),
    metrics: openMetrics(() => bank.writer.waitingCount),
    wechat: wechatBehind(wechat),
    pages: openPages(builtFolder('h5')),
    mayReadMetrics: () => false,
  });
  return {
    url,
    bank,
    wechat,
    letPass(ms) {
      aheadMs += ms;
    },
    async close() {
      await new Promise<void>((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await wechat.close();
      const found = await verify(bank, bookChecks);
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
      if (!found.isSound) throw new Error(found.summary);
    },
  };
}
