import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refusal } from './wechat-answers';
import { tokenMachine } from './wechat-tokens';

/**
 * A double of WeChat's servers on the loopback that behaves, and does not merely answer: codes are
 * spent, grow old and belong to one app; tokens live and die; faults come when a test plans them.
 */

/** One planned trouble: the next call of a path meets it instead of the usual answer. */
export type Fault =
  | { errcode: number }
  /** Says nothing until the caller gives up. */
  | 'hang'
  /** Does the work, then cuts the connection: the caller cannot know. */
  | 'cut-after'
  /** Cuts the connection before the work. */
  | 'cut-before'
  | 'html-502'
  /** A login page of a hotel network, with status 200. */
  | 'html-200'
  | 'half-json'
  | 'wrong-content-type';

export type WeChatPerson = { openid: string; unionid?: string; risky?: boolean };
export type LoggedCall = {
  method: string;
  path: string;
  query: Record<string, string>;
  body: string;
};

export type WeChatDouble = {
  url: string;
  app: { appId: string; secret: string };
  /** A code as `wx.login` gives it. */
  mintLoginCode(person: WeChatPerson): string;
  /** A code as the phone-number button gives it: good for that call alone. */
  mintPhoneCode(person: WeChatPerson): string;
  /** The next calls of a path meet these troubles, one each. */
  plan(path: string, ...faults: (Fault | 'none')[]): void;
  /** Whether a spent code answers 40163, as most accounts see, or 40029. */
  spentCodeAnswers(errcode: 40163 | 40029): void;
  log: LoggedCall[];
  close(): Promise<void>;
};

type Code = { person: WeChatPerson; kind: 'login' | 'phone'; mintedMs: number; spent: boolean };
type State = {
  nowMs(): number;
  app: { appId: string; secret: string };
  codes: Map<string, Code>;
  loginsByMinute: Map<string, number>;
  plans: Map<string, (Fault | 'none')[]>;
  spentErrcode: number;
  tokens: ReturnType<typeof tokenMachine>;
  log: LoggedCall[];
};
type Answer = { body: object; contentType?: string };

const CODE_LIFE_MS = 300_000;
const LOGINS_A_MINUTE_MAX = 100;
const PLAIN_TEXT = 'text/plain';
export const CODE_TO_SESSION = '/sns/jscode2session';
export const STABLE_TOKEN = '/cgi-bin/stable_token';

/** Opens the double on a free loopback port; `nowMs` is the clock it lives by. */
export async function openWeChatDouble(options: { nowMs(): number }): Promise<WeChatDouble> {
  const state: State = {
    nowMs: options.nowMs,
    app: { appId: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef' },
    codes: new Map(),
    loginsByMinute: new Map(),
    plans: new Map(),
    spentErrcode: 40163,
    tokens: tokenMachine(),
    log: [],
  };
  const server = createServer((request, response) => void receive(state, request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    app: state.app,
    mintLoginCode: (person) => mint(state, person, 'login'),
    mintPhoneCode: (person) => mint(state, person, 'phone'),
    plan: (path, ...faults) => void state.plans.set(path, faults),
    spentCodeAnswers: (errcode) => {
      state.spentErrcode = errcode;
    },
    log: state.log,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function mint(state: State, person: WeChatPerson, kind: Code['kind']): string {
  const code = `0${kind === 'login' ? 'a' : 'b'}${state.codes.size + 1}`.padEnd(32, 'Zq7');
  state.codes.set(code, { person, kind, mintedMs: state.nowMs(), spent: false });
  return code;
}

async function receive(
  state: State,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://double');
  const body = await textOf(request);
  const call: LoggedCall = {
    method: request.method ?? '',
    path: address.pathname,
    query: Object.fromEntries(address.searchParams),
    body,
  };
  state.log.push(call);
  const fault = state.plans.get(call.path)?.shift() ?? 'none';
  if (typeof fault === 'object')
    return send(response, { body: refusal(fault.errcode, state.log.length) });
  if (fault === 'hang') return;
  if (fault === 'cut-before') return void request.socket.destroy();
  if (fault === 'html-502') return sendText(response, 502, 'text/html', '<h1>502 Bad Gateway</h1>');
  if (fault === 'html-200') return sendText(response, 200, 'text/html', '<form>login</form>');
  const answer = answered(state, call, request.headers['content-type'] ?? '');
  if (fault === 'cut-after') return void request.socket.destroy();
  if (fault === 'wrong-content-type')
    return send(response, { ...answer, contentType: 'image/jpeg' });
  if (fault === 'half-json') {
    return sendText(response, 200, PLAIN_TEXT, JSON.stringify(answer.body).slice(0, -9));
  }
  return send(response, answer);
}

function answered(state: State, call: LoggedCall, contentType: string): Answer {
  const refuse = (errcode: number): Answer => ({ body: refusal(errcode, state.log.length) });
  if (call.path === CODE_TO_SESSION) return codeToSession(state, call.query, refuse);
  if (call.path === STABLE_TOKEN) return stableToken(state, call, contentType, refuse);
  if (call.path === '/__fake/codes') return mintOverHttp(state, call.body);
  const refused = state.tokens.check(call.query.access_token ?? '', state.nowMs());
  return refuse(refused === 0 ? 48001 : refused);
}

function codeToSession(
  state: State,
  query: Record<string, string>,
  refuse: (errcode: number) => Answer,
): Answer {
  const { appid = '', secret = '', js_code: code = '', grant_type: grant } = query;
  const wrong = wrongApp(state, appid, secret) ?? (grant === 'authorization_code' ? 0 : 40002);
  if (wrong !== 0) return refuse(wrong);
  if (code === '') return refuse(41008);
  const minted = state.codes.get(code);
  if (minted?.kind !== 'login') return refuse(40029);
  if (minted.spent) return refuse(state.spentErrcode);
  if (state.nowMs() - minted.mintedMs > CODE_LIFE_MS) return refuse(40029);
  const { openid, unionid, risky } = minted.person;
  if (overMinuteQuota(state, openid)) return refuse(45011);
  minted.spent = true;
  if (risky === true) return refuse(40226);
  const session_key = Buffer.from(code.slice(0, 16)).toString('base64');
  // On success WeChat leaves errcode out, and calls its JSON plain text.
  const body = { session_key, openid, ...(unionid === undefined ? {} : { unionid }) };
  return { body, contentType: PLAIN_TEXT };
}

function wrongApp(state: State, appid: string, secret: string): number | undefined {
  if (appid === '') return 41002;
  if (appid !== state.app.appId) return 40013;
  if (secret === '') return 41004;
  return secret === state.app.secret ? undefined : 40125;
}

function overMinuteQuota(state: State, openid: string): boolean {
  const key = `${openid} ${Math.floor(state.nowMs() / 60_000)}`;
  const logins = (state.loginsByMinute.get(key) ?? 0) + 1;
  state.loginsByMinute.set(key, logins);
  return logins > LOGINS_A_MINUTE_MAX;
}

function stableToken(
  state: State,
  call: LoggedCall,
  contentType: string,
  refuse: (errcode: number) => Answer,
): Answer {
  if (call.method !== 'POST') return refuse(43002);
  if (contentType.includes('form')) return refuse(41002);
  const input = objectOf(call.body);
  if (input === undefined) return refuse(47001);
  const { appid = '', secret = '', grant_type: grant, force_refresh: force = false } = input;
  if (grant !== 'client_credential') return refuse(40002);
  if (typeof appid !== 'string' || typeof secret !== 'string') return refuse(47001);
  if (typeof force !== 'boolean') return refuse(47001);
  const wrong = wrongApp(state, appid, secret);
  if (wrong !== undefined) return refuse(wrong);
  return { body: state.tokens.give(state.nowMs(), force) };
}

function mintOverHttp(state: State, body: string): Answer {
  const { openid = 'o-somebody', kind = 'login' } = objectOf(body) ?? {};
  return {
    body: { code: mint(state, { openid: String(openid) }, kind === 'phone' ? 'phone' : 'login') },
  };
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, answer: Answer): void {
  const contentType = answer.contentType ?? 'application/json; encoding=utf-8';
  sendText(response, 200, contentType, JSON.stringify(answer.body));
}

function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type }).end(text);
}
