import { chmodSync, rmSync } from 'node:fs';
import { createAdaptorServer, type ServerType, serve } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { openApp } from './app.ts';
import { buildWhenChanged, builtFolder } from './build-pages.ts';
import { foundCounty } from './founding/county.ts';
import { foundDemo } from './founding/demo.ts';
import type { OpenedBank } from './open-bank.ts';
import { CannotStart, configOrStop, openConfigured, socketFile } from './opening.ts';
import { operatorApp, tellVerification } from './operator.ts';
import { openPages } from './pages.ts';
import type { Config } from './platform/config.ts';
import { openLog } from './platform/log.ts';
import { openMetrics } from './platform/metrics.ts';
import { openWeChat } from './platform/wechat.ts';
import { lapseDueOrders, warnOfDueOrders } from './redemption/lapse-commands.ts';

const CLOCK_MS = 60_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Installs nothing, builds what changed, opens the bank and serves it until told to stop. */
async function start(): Promise<void> {
  const config = configOrStop();
  const isDemoAsked = config.kind === 'demo';
  say(isDemoAsked ? '文明储蓄所（演示）' : '文明储蓄所');
  if (await buildWhenChanged('h5')) say('网页构建好了');

  const opened = await openConfigured(config, (error) => {
    say(`停下来了：${error.message}。请重新启动`);
    process.exit(1);
  });
  if (opened.isKeyNew) say(`新做了一把密钥，放在 ${config.dataDir}/master.key，请和备份分开保管`);
  const doors = opened.bank.isDemo
    ? await foundDemo(opened.bank, opened.isNew)
    : await foundCounty(opened.bank);

  const servers = await listen(config, opened);
  const stop = keepClock(opened);
  say('');
  say(`  打开 ${config.publicUrl}`);
  say('');
  for (const line of doors) say(`  ${line}`);
  void tellVerification(opened).then(({ lines }) => say(`\n  ${lines[0]}`));
  endCleanly(config, opened, servers, stop);
}

async function listen(config: Config, opened: OpenedBank): Promise<ServerType[]> {
  const { bank } = opened;
  const app = openApp(bank, {
    log: openLog(config.isQuiet ? 'silent' : 'error'),
    metrics: openMetrics(() => bank.writer.waitingCount),
    wechat: config.wechat
      ? openWeChat(
          { baseUrl: config.wechat.base, appId: config.wechat.appId, secret: config.wechat.secret },
          {
            fetch: globalThis.fetch,
            sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
            random: () => Buffer.from(bank.chance.randomBytes(4)).readUInt32BE() / 2 ** 32,
          },
        )
      : null,
    pages: openPages(builtFolder('h5')),
    mayReadMetrics: (context) =>
      config.metricsToken === null
        ? isLoopback(getConnInfo(context).remote.address)
        : context.req.header('authorization') === `Bearer ${config.metricsToken}`,
  });
  const front = serve({ fetch: app.fetch, port: config.port, hostname: config.host });
  await opening(front, `端口 ${config.port} 已经有人用了，请用 PORT 换一个`);
  const socket = socketFile(config);
  rmSync(socket, { force: true });
  const back = createAdaptorServer({ fetch: operatorApp(opened).fetch });
  back.listen(socket);
  await opening(back, `开不了 ${socket}`);
  chmodSync(socket, 0o600);
  return [front, back];
}

const isLoopback = (address: string | undefined) =>
  address !== undefined && /^(127\.|::1$|::ffff:127\.)/.test(address);

function opening(server: ServerType, inUse: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('listening', () => done());
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new CannotStart(inUse) : error),
    );
  });
}

/** What falls due by the clock: each minute, never two rounds at once. */
function keepClock(opened: OpenedBank): () => void {
  let isBusy = false;
  const tick = async () => {
    if (isBusy) return;
    isBusy = true;
    await lapseDueOrders(opened.bank).catch(() => 0);
    await warnOfDueOrders(opened.bank).catch(() => 0);
    isBusy = false;
  };
  const timer = setInterval(() => void tick(), CLOCK_MS);
  void tick();
  return () => clearInterval(timer);
}

function endCleanly(
  config: Config,
  opened: OpenedBank,
  servers: ServerType[],
  stopClock: () => void,
): void {
  let isEnding = false;
  const end = async () => {
    if (isEnding) return;
    isEnding = true;
    say('\n正在收尾，办到一半的先办完……');
    stopClock();
    await Promise.all(servers.map(closeServer));
    await opened.close();
    rmSync(socketFile(config), { force: true });
    say('账收好了，再见');
    process.exit(0);
  };
  process.on('SIGINT', () => void end());
  process.on('SIGTERM', () => void end());
}

/** Answers what is under way; idle connections are let go at once. */
function closeServer(server: ServerType): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  });
}

start().catch((error: unknown) => {
  const line =
    error instanceof CannotStart ? error.message : String((error as Error).stack ?? error);
  process.stderr.write(`没有开起来：${line}\n`);
  process.exit(1);
});
