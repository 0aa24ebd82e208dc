import { openWeChat, type WeChat } from '@bank/api/platform/wechat';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CODE_TO_SESSION, openWeChatDouble, STABLE_TOKEN, type WeChatDouble } from './wechat';

const SUN = { openid: 'o-sun-xiuying', unionid: 'u-sun' };
const MINUTE_MS = 60_000;
let nowMs = 0;
let double: WeChatDouble;
let waitsMs: number[];

beforeEach(async () => {
  nowMs = Date.parse('2026-11-22T08:00:00+08:00');
  waitsMs = [];
  double = await openWeChatDouble({ nowMs: () => nowMs });
});
afterEach(() => double.close());

type Changes = { appId?: string; secret?: string; baseUrl?: string; timeoutMs?: number };

function client({ timeoutMs = 5_000, ...changes }: Changes = {}): WeChat {
  return openWeChat(
    { baseUrl: double.url, ...double.app, ...changes },
    {
      fetch,
      sleep: async (forMs) => waitsMs.push(forMs),
      random: () => 0,
      timeoutMs,
    },
  );
}

async function ask(path: string, init?: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(double.url + path, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}

const sessionPath = (code: string) =>
  `${CODE_TO_SESSION}?appid=${double.app.appId}&secret=${double.app.secret}&js_code=${code}&grant_type=authorization_code`;

describe('the double of WeChat', () => {
  test('gives the openid and a session key for a code, without an errcode', async () => {
    const answer = await ask(sessionPath(double.mintLoginCode(SUN)));
    expect(answer).toMatchObject(SUN);
    expect(Object.keys(answer).sort()).toEqual(['openid', 'session_key', 'unionid']);
  });

  test('a code works once, and which error says so can be chosen', async () => {
    const code = double.mintLoginCode(SUN);
    await ask(sessionPath(code));
    const again = await ask(sessionPath(code));
    expect(again.errcode).toBe(40163);
    expect(again.errmsg).toMatch(/^code been used rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
    double.spentCodeAnswers(40029);
    expect(await ask(sessionPath(code))).toMatchObject({ errcode: 40029 });
  });

  test('a code lives five minutes', async () => {
    const [inTime, late] = [double.mintLoginCode(SUN), double.mintLoginCode(SUN)];
    nowMs += 5 * MINUTE_MS;
    expect(await ask(sessionPath(inTime))).toMatchObject({ openid: SUN.openid });
    nowMs += 1;
    expect(await ask(sessionPath(late))).toMatchObject({ errcode: 40029 });
  });

  test('a phone-number code is no login code', async () => {
    expect(await ask(sessionPath(double.mintPhoneCode(SUN)))).toMatchObject({ errcode: 40029 });
  });

  test('codes can be minted over HTTP by a program of its own', async () => {
    const minted = await ask('/__fake/codes', { method: 'POST', body: '{"openid":"o-other"}' });
    const answer = await ask(sessionPath(String(minted.code)));
    expect(answer).toMatchObject({ openid: 'o-other' });
  });

  test('one person may log in a hundred times a minute', async () => {
    for (let count = 0; count < 100; count += 1) await ask(sessionPath(double.mintLoginCode(SUN)));
    const code = double.mintLoginCode(SUN);
    expect(await ask(sessionPath(code))).toMatchObject({ errcode: 45011 });
    nowMs += MINUTE_MS;
    expect(await ask(sessionPath(code))).toMatchObject({ openid: SUN.openid });
  });

  const tokenRequest = (extra: object = {}) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credential',
      appid: double.app.appId,
      secret: double.app.secret,
      ...extra,
    }),
  });
  const giveToken = async (extra?: object) =>
    String((await ask(STABLE_TOKEN, tokenRequest(extra))).access_token);
  const errorWith = async (token: string) =>
    (await ask(`/wxa/anything?access_token=${token}`)).errcode;

  test('the stable token stays until its last five minutes, then both live for a while', async () => {
    const first = await giveToken();
    nowMs += 115 * MINUTE_MS - 1_000;
    expect(await giveToken()).toBe(first);
    nowMs += 1_000;
    const second = await giveToken();
    expect(second).not.toBe(first);
    expect([await errorWith(first), await errorWith(second)]).toEqual([48001, 48001]);
    nowMs += 5 * MINUTE_MS;
    expect([await errorWith(first), await errorWith(second)]).toEqual([42001, 48001]);
  });

  test('a forced token kills the old one, but not twice within 30 s', async () => {
    const first = await giveToken();
    const second = await giveToken({ force_refresh: true });
    expect(await giveToken({ force_refresh: true })).toBe(second);
    expect([await errorWith(first), await errorWith('made-up'), await errorWith('')]).toEqual([
      40001, 40001, 41001,
    ]);
  });

  test('the token wants POST and JSON of the right types', async () => {
    expect(await ask(STABLE_TOKEN)).toMatchObject({ errcode: 43002 });
    const form = { method: 'POST', body: new URLSearchParams({ appid: 'x' }) };
    expect(await ask(STABLE_TOKEN, form)).toMatchObject({ errcode: 41002 });
    const wrongType = tokenRequest({ force_refresh: 1 });
    expect(await ask(STABLE_TOKEN, wrongType)).toMatchObject({ errcode: 47001 });
    const unknownField = tokenRequest({ colour: 'red' });
    expect(await ask(STABLE_TOKEN, unknownField)).toHaveProperty('access_token');
  });
});

describe('signing in through WeChat', () => {
  test('a code becomes an openid, and the session key stays behind', async () => {
    const session = await client().codeToSession(double.mintLoginCode(SUN));
    expect(session).toEqual({ state: 'known', openId: 'o-sun-xiuying', unionId: 'u-sun' });
  });

  test('a person without unionid is known all the same', async () => {
    const session = await client().codeToSession(double.mintLoginCode({ openid: 'o-1' }));
    expect(session).toEqual({ state: 'known', openId: 'o-1' });
  });

  test('a used, old, invented or empty code is spent', async () => {
    const [used, old] = [double.mintLoginCode(SUN), double.mintLoginCode(SUN)];
    const weChat = client();
    await weChat.codeToSession(used);
    expect(await weChat.codeToSession(used)).toEqual({ state: 'code-spent' });
    expect(await weChat.codeToSession('made-up')).toEqual({ state: 'code-spent' });
    nowMs += 6 * MINUTE_MS;
    expect(await weChat.codeToSession(old)).toEqual({ state: 'code-spent' });
    const callsBefore = double.log.length;
    expect(await weChat.codeToSession('')).toEqual({ state: 'code-spent' });
    expect(double.log).toHaveLength(callsBefore);
  });

  test('an account WeChat holds for a risk is told apart', async () => {
    const code = double.mintLoginCode({ ...SUN, risky: true });
    expect(await client().codeToSession(code)).toEqual({ state: 'risky' });
  });

  test('a wrong app id or secret is our configuration, with the number to look for', async () => {
    const ask = (changes: object) => client(changes).codeToSession(double.mintLoginCode(SUN));
    expect(await ask({ appId: 'wx-other' })).toMatchObject({ state: 'misconfigured' });
    expect(await ask({ secret: 'other' })).toMatchObject({
      state: 'misconfigured',
      why: expect.stringMatching(/^errcode 40125 rid [0-9a-f-]{26}$/),
    });
    double.plan(CODE_TO_SESSION, { errcode: 40164 });
    expect(await ask({})).toMatchObject({ state: 'misconfigured' });
  });

  test('busy WeChat is asked again, ever more slowly, three times', async () => {
    const busy = { errcode: -1 };
    double.plan(CODE_TO_SESSION, busy, busy, busy);
    const session = await client().codeToSession(double.mintLoginCode(SUN));
    expect(session).toMatchObject({ state: 'known' });
    expect(waitsMs).toEqual([1_000, 2_000, 4_000]);

    double.plan(CODE_TO_SESSION, busy, busy, busy, busy);
    const given = await client().codeToSession(double.mintLoginCode(SUN));
    expect(given).toMatchObject({ state: 'away', why: expect.stringContaining('errcode -1') });
  });

  test.each(['hang', 'cut-before', 'cut-after', 'html-502', 'html-200', 'half-json'] as const)(
    'after %s the code may be gone, so it is never sent twice',
    async (fault) => {
      double.plan(CODE_TO_SESSION, fault);
      const weChat = client({ timeoutMs: fault === 'hang' ? 50 : 5_000 });
      const session = await weChat.codeToSession(double.mintLoginCode(SUN));
      expect(session).toMatchObject({ state: 'away' });
      expect(double.log).toHaveLength(1);
      expect(waitsMs).toEqual([]);
    },
  );

  test('too many logins and errors nobody knows are trouble for later, not for the family', async () => {
    double.plan(CODE_TO_SESSION, { errcode: 45011 }, { errcode: 99999 });
    expect(await client().codeToSession('code')).toMatchObject({ state: 'away' });
    expect(await client().codeToSession('code')).toMatchObject({ state: 'away' });
  });

  test('an answer is read by its content, whatever its header calls it', async () => {
    double.plan(CODE_TO_SESSION, 'wrong-content-type');
    const session = await client().codeToSession(double.mintLoginCode(SUN));
    expect(session).toMatchObject({ state: 'known' });
  });

  test('nothing said about trouble holds the code, the secret or the address', async () => {
    const code = double.mintLoginCode(SUN);
    const said: unknown[] = [];
    for (const fault of ['hang', 'cut-before', 'html-200', { errcode: 40013 }] as const) {
      double.plan(CODE_TO_SESSION, fault);
      said.push(await client({ timeoutMs: 200 }).codeToSession(code));
    }
    const unreachable = client({ baseUrl: 'http://127.0.0.1:1' });
    said.push(await unreachable.codeToSession(code));
    const text = JSON.stringify(said);
    expect(text).not.toContain(code);
    expect(text).not.toContain(double.app.secret);
    expect(text).not.toContain('127.0.0.1');
  });
});
