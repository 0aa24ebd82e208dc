import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { openApp } from '@bank/api/app';
import { openBank } from '@bank/api/open-bank';
import { realChance } from '@bank/api/platform/chance';
import { Keys } from '@bank/api/platform/keys';
import { openLog } from '@bank/api/platform/log';
import { openMetrics } from '@bank/api/platform/metrics';
import { createAdaptorServer } from '@hono/node-server';

/**
 * The real bank behind real HTTP, to be killed. Told the file, the time and the key; says its port.
 * Its clock stands still, so that sessions of the test hold and leases of the dead have run out.
 */
const [url = '', nowMs = '0', key = ''] = process.argv.slice(2);

const opened = await openBank({
  url,
  kind: 'county',
  keys: new Keys(Buffer.from(key, 'hex')),
  publicUrl: 'http://127.0.0.1',
  chance: {
    ...realChance,
    nowMs: () => Number(nowMs),
    randomBytes: (length) => randomBytes(length),
  },
  pause: (ms) => new Promise((done) => setTimeout(done, ms)),
  onStop: () => process.exit(3),
});
const app = openApp(opened.bank, {
  log: openLog('error'),
  metrics: openMetrics(() => opened.bank.writer.waitingCount),
  wechat: null,
  pages: null,
  mayReadMetrics: () => false,
});
const server = createAdaptorServer({ fetch: app.fetch });
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
