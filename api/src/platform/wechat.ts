/**
 * The one door to WeChat's servers. Only `auth.code2Session` so far: a code from the phone becomes
 * the person's openid. The session key that comes with it is never used and never leaves this file.
 */

/** `baseUrl` without a path, as WECHAT_API_BASE. */
export type WeChatSettings = { baseUrl: string; appId: string; secret: string };

/** What a code turned out to be. `why` holds no code, key or name and may be logged. */
export type CodeToSession =
  | { state: 'known'; openId: string; unionId?: string }
  /** Used, older than five minutes, or never given out: the phone asks WeChat for a new one. */
  | { state: 'code-spent' }
  /** WeChat holds this account for a risk: the counter can still help. */
  | { state: 'risky' }
  /** Nobody knows whether the code was spent: the phone asks WeChat for a new one, later. */
  | { state: 'away'; why: string }
  /** The app id, secret or address list is wrong: an operator must act. */
  | { state: 'misconfigured'; why: string };

export type WeChat = { codeToSession(code: string): Promise<CodeToSession> };

/** Time, chance and the network come in from outside. */
export type WeChatSurroundings = {
  fetch: typeof fetch;
  sleep(forMs: number): Promise<unknown>;
  /** From 0 up to, not including, 1. */
  random(): number;
  timeoutMs?: number;
};

const TIMEOUT_MS = 5_000;
const BUSY_RETRIES_MAX = 3;
const BUSY_FIRST_WAIT_MS = 1_000;
const ANSWER_LENGTH_MAX = 16_384;
/** Far above any code WeChat gives out. */
const CODE_LENGTH_MAX = 256;

const BUSY = -1;
const SPENT = new Set([40029, 40163, 41008]);
const RISKY = 40226;
/** Wrong app id, secret or address list; asked in the wrong way; not allowed. */
const MISCONFIGURED = new Set([40002, 40013, 40125, 40164, 41002, 41004, 43002, 48001]);

type Answer = { errcode?: unknown; errmsg?: unknown; openid?: unknown; unionid?: unknown };
type Asked = { answer: Answer } | { away: string };

/** Opens the door. Never throws and never rejects: trouble is a state. */
export function openWeChat(settings: WeChatSettings, surroundings: WeChatSurroundings): WeChat {
  return {
    async codeToSession(code) {
      if (code === '' || code.length > CODE_LENGTH_MAX) return { state: 'code-spent' };
      for (let retries = 0; ; retries += 1) {
        const asked = await ask(settings, surroundings, code);
        if ('away' in asked) return { state: 'away', why: asked.away };
        // WeChat says by −1 that it did nothing, so the code is still whole. After silence the code
        // may be spent, and asking twice would turn a good login into a refused one.
        const mayRetry = asked.answer.errcode === BUSY && retries < BUSY_RETRIES_MAX;
        if (!mayRetry) return judged(asked.answer);
        await surroundings.sleep(waitMs(retries, surroundings.random()));
      }
    },
  };
}

function waitMs(retries: number, chance: number): number {
  return Math.round(BUSY_FIRST_WAIT_MS * 2 ** retries * (1 + chance / 4));
}

async function ask(
  settings: WeChatSettings,
  surroundings: WeChatSurroundings,
  code: string,
): Promise<Asked> {
  const query = new URLSearchParams({
    appid: settings.appId,
    secret: settings.secret,
    js_code: code,
    grant_type: 'authorization_code',
  });
  const address = `${settings.baseUrl.replace(/\/+$/, '')}/sns/jscode2session?${query}`;
  try {
    const response = await surroundings.fetch(address, {
      redirect: 'error',
      signal: AbortSignal.timeout(surroundings.timeoutMs ?? TIMEOUT_MS),
    });
    const text = await readUpTo(response, ANSWER_LENGTH_MAX);
    if (!response.ok) return { away: `http ${response.status}` };
    return parsed(text);
  } catch (error) {
    // The name alone: a message may quote the address, and the address holds the secret.
    return { away: error instanceof Error ? error.name : 'network' };
  }
}

/** By content, not by header: WeChat calls its JSON text/plain as often as not. */
function parsed(text: string | undefined): Asked {
  try {
    const answer: unknown = JSON.parse(text ?? '');
    if (typeof answer === 'object' && answer !== null) return { answer };
  } catch {
    // Falls through: a page of some proxy in between.
  }
  return { away: 'unreadable answer' };
}

function judged(answer: Answer): CodeToSession {
  const { errcode = 0, openid, unionid } = answer;
  if (typeof errcode !== 'number') return { state: 'away', why: 'unreadable answer' };
  if (errcode !== 0) return judgedError(errcode, answer.errmsg);
  if (typeof openid !== 'string' || openid === '') return { state: 'away', why: 'no openid' };
  const known = { state: 'known', openId: openid } as const;
  return typeof unionid === 'string' && unionid !== '' ? { ...known, unionId: unionid } : known;
}

function judgedError(errcode: number, errmsg: unknown): CodeToSession {
  if (SPENT.has(errcode)) return { state: 'code-spent' };
  if (errcode === RISKY) return { state: 'risky' };
  const why = `errcode ${errcode}${ridOf(errmsg)}`;
  if (MISCONFIGURED.has(errcode)) return { state: 'misconfigured', why };
  return { state: 'away', why };
}

/** WeChat's support asks for this and nothing else of the message, which may quote our input. */
function ridOf(errmsg: unknown): string {
  const rid = typeof errmsg === 'string' ? /rid: ([0-9a-f-]{8,40})/.exec(errmsg)?.[1] : undefined;
  return rid === undefined ? '' : ` rid ${rid}`;
}

async function readUpTo(response: Response, lengthMax: number): Promise<string | undefined> {
  const reader = response.body?.getReader();
  if (reader === undefined) return '';
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > lengthMax) {
      await reader.cancel();
      return undefined;
    }
  }
}
