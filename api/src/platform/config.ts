import { accept, type Outcome, refuse } from '@bank/shared/outcome';

/** How this bank runs. Every setting comes from the environment and is checked before anything opens. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where links of printed codes lead: no slash at its end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly databaseToken: string | undefined;
  readonly kind: 'demo' | 'county';
  readonly wechat: {
    readonly appId: string;
    readonly secret: string;
    readonly base: string;
  } | null;
  /** Hex; null when it lies in the data folder. */
  readonly masterKey: string | null;
  readonly metricsToken: string | null;
  readonly isQuiet: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PORT = 3000;
const HOST = '127.0.0.1';
const WECHAT_BASE = 'https://api.weixin.qq.com';

/** Reads the settings, or says in one line what is wrong with which of them. */
export function readConfig(
  environment: Environment,
  defaultDataDir: string,
): Outcome<Config, string> {
  const host = environment.HOST ?? HOST;
  const port = readPort(environment.PORT);
  const dataDir = environment.DATA_DIR ?? defaultDataDir;
  const shownHost = host === '0.0.0.0' || host === '::' ? HOST : host;
  const publicUrl = environment.PUBLIC_URL ?? `http://${shownHost}:${port}`;
  const databaseUrl = environment.DATABASE_URL ?? `file:${dataDir}/bank.db`;
  const wrong = firstWrong(environment, port, publicUrl, databaseUrl);
  if (wrong !== null) return refuse(wrong);
  const wechat = readWeChat(environment);
  if (!wechat.ok) return wechat;
  const isDemo = !wechat.value && environment.DEMO !== 'off';
  return accept({
    port,
    host,
    publicUrl: publicUrl.replace(/\/+$/, ''),
    dataDir,
    databaseUrl,
    databaseToken: environment.DATABASE_TOKEN,
    kind: isDemo ? 'demo' : 'county',
    wechat: wechat.value,
    masterKey: environment.MASTER_KEY ?? null,
    metricsToken: environment.METRICS_TOKEN ?? null,
    isQuiet: environment.LOG_LEVEL === 'silent',
  });
}

const readPort = (text: string | undefined) => (text === undefined ? PORT : Number(text || 'x'));

function firstWrong(
  environment: Environment,
  port: number,
  publicUrl: string,
  databaseUrl: string,
): string | null {
  const { DEMO: demo = 'on', MASTER_KEY: masterKey } = environment;
  const rules: readonly [boolean, string][] = [
    [
      Number.isInteger(port) && port >= 0 && port <= 65_535,
      `PORT 要填 0 到 65535 的整数，现在是「${environment.PORT}」`,
    ],
    [
      /^https?:\/\/[^/\s]+(\/\S*)?$/.test(publicUrl),
      `PUBLIC_URL 要填 http:// 或 https:// 开头的网址，现在是「${publicUrl}」`,
    ],
    [
      /^(file:|https?:|libsql:|wss?:)/.test(databaseUrl),
      `DATABASE_URL 要填 file: 或 libsql: 开头的地址，现在是「${databaseUrl}」`,
    ],
    [demo === 'on' || demo === 'off', `DEMO 只能填 on 或 off，现在是「${demo}」`],
    [
      masterKey === undefined || /^[0-9a-f]{64,}$/i.test(masterKey),
      'MASTER_KEY 要填至少 64 位十六进制数字',
    ],
    [
      !(environment.WECHAT_APPID && environment.DEMO === 'on'),
      '演示登录和微信不能一起开：有 WECHAT_APPID 时请把 DEMO 设为 off',
    ],
  ];
  return rules.find(([isRight]) => !isRight)?.[1] ?? null;
}

function readWeChat(environment: Environment): Outcome<Config['wechat'], string> {
  const { WECHAT_APPID: appId, WECHAT_SECRET: secret } = environment;
  if (appId === undefined && secret === undefined) return accept(null);
  if (!appId || !secret) return refuse('WECHAT_APPID 和 WECHAT_SECRET 要一起填');
  return accept({ appId, secret, base: environment.WECHAT_API_BASE ?? WECHAT_BASE });
}
