import { recordGrant } from '@bank/api/access/store';
import {
  BindHousehold,
  ChoosePin,
  ListDemoDoors,
  ListOwnHelpers,
  ReadMe,
  ReadWhatIsKept,
  SetCareMode,
  SignInByWeChat,
  SignInToDemo,
  SignOut,
  Unbind,
} from '@bank/shared/contracts/access';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, codeOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { printedBindCode } from '../bind-code.ts';
import { person, STAFF, TIAN } from '../world.ts';
import { codeFromStaff, openAccessWorld } from './access-world.ts';

/** A post as it stands, to be given to whoever a test wants. */
const GRANT = {
  version: 1,
  role: 'grid-worker',
  areaId: 'area_grid1',
  fromOn: '2025-01-01',
  toOn: null,
  state: 'active',
  organisation: '',
  staffNumber: null,
  contactPhone: '15413129999',
  note: '',
  givenBy: 'founding',
  approvedBy: null,
} as const;

let bank: TestBank;

beforeEach(async () => {
  bank = await openAccessWorld();
});
afterEach(() => bank.close());

const staffGivesCode = () => codeFromStaff(bank);

describe('WeChat and binding', () => {
  async function newPhone(code: string): Promise<string> {
    const answer = await bank.call(null, SignInByWeChat, { requestId: bank.requestId(), code });
    return bodyOf(answer).token ?? '';
  }

  const bindCode = () => printedBindCode(bank, TIAN);

  const as = (token: string, path: string, body: object) =>
    bank.app.request(`/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ requestId: bank.requestId(), ...body }),
    });

  test('a new WeChat user opens an account, binds by code and name, and sees the passbook', async () => {
    const code = await bindCode();
    const token = await newPhone('good-1');
    const wrong = await as(token, BindHousehold.path, { code, name: '张三' });
    expect(await wrong.json()).toMatchObject({
      code: 'access/wrong-bind-code',
      facts: { triesLeft: 4 },
    });
    const bound = await as(token, BindHousehold.path, { code, name: ' 田 秀英' });
    expect(await bound.json()).toEqual({ householdCode: '01010001' });
    const book = await bank.app.request('/api/passbook', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await book.json()).toMatchObject({
      householdCode: '01010001',
      base: 60,
      available: 0,
      total: 60,
    });
    const twice = await as(token, BindHousehold.path, { code, name: '田秀英' });
    expect(await twice.json()).toMatchObject({ code: 'access/already-bound' });
    const again = await newPhone('good-1');
    const me = await bank.app.request('/api/access/me', {
      headers: { authorization: `Bearer ${again}` },
    });
    expect(await me.json()).toMatchObject({ person: { name: '田秀英' } });
  });

  test('unbinding closes the passbook for this phone and nothing else', async () => {
    const code = await bindCode();
    const token = await newPhone('good-2');
    expect((await (await as(token, Unbind.path, {})).json()).code).toBe('access/not-bound');
    await as(token, BindHousehold.path, { code, name: '田秀英' });
    expect((await as(token, Unbind.path, {})).status).toBe(200);
    const book = await bank.app.request('/api/passbook', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(book.status).toBe(403);
    expect(await bank.balance(`${TIAN}.base`)).toBe(60);
  });

  test('a wrong code is limited by account, and a home with two of one name is sent to the counter', async () => {
    await bank.given({ rows: [person('person_same', TIAN, '田秀英', { relation: '女' })] });
    const code = await bindCode();
    const token = await newPhone('good-3');
    const double = await as(token, BindHousehold.path, { code, name: '田秀英' });
    expect(await double.json()).toMatchObject({ code: 'access/name-not-clear' });
    for (let at = 0; at < 5; at++)
      await as(token, BindHousehold.path, { code: 'B100000000', name: '谁' });
    const paused = await as(token, BindHousehold.path, { code, name: '田秀英' });
    expect([paused.status, paused.headers.get('retry-after')]).toEqual([429, '3600']);
  });

  test('what WeChat refuses is said in words, each with a next step', async () => {
    const ask = (code: string) =>
      bank.call(null, SignInByWeChat, { requestId: bank.requestId(), code });
    expect(codeOf(await ask('spent'))).toBe('access/wechat-code-spent');
    expect(codeOf(await ask('away'))).toBe('access/wechat-away');
    expect(codeOf(await ask('risky'))).toBe('access/wechat-refused');
  });
});

describe('sessions', () => {
  test('signing out ends the session at once; everywhere ends all of them', async () => {
    const token = await bank.tokenOf('person_ran');
    expect((await bank.call('person_ran', ReadMe, {})).status).toBe(200);
    await bank.call('person_ran', SignOut, { requestId: bank.requestId(), everywhere: true });
    const after = await bank.app.request('/api/access/me', {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(after.status).toBe(401);
  });

  test('a session ends by itself after its days', async () => {
    await bank.tokenOf('person_ran');
    bank.pass(31 * 86_400_000);
    expect((await bank.call('person_ran', ReadMe, {})).status).toBe(401);
  });

  test('a browser gets a cookie it cannot read, and never the token', async () => {
    const code = await staffGivesCode();
    const response = await bank.app.request(`/api${ChoosePin.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        requestId: bank.requestId(),
        code,
        phone: '15413123628',
        pin: '271828',
      }),
    });
    expect(await response.json()).not.toHaveProperty('token');
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^bank_session=[\w-]{43};/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  test('large type is remembered, and what is kept about me can be read', async () => {
    await bank.call('person_ran', SetCareMode, { requestId: bank.requestId(), isCareMode: true });
    expect(bodyOf(await bank.call('person_ran', ReadMe, {})).isCareMode).toBe(true);
    const kept = bodyOf(await bank.call('person_ran', ReadWhatIsKept, {}));
    expect(kept.sections.map((section) => section.title)).toEqual([
      '登录',
      '花名册',
      '您家',
      '密码、卡和岗位',
      '活动',
      '志愿服务',
      '您家的兑换',
      '评选',
      '消息',
      '经您手办的事',
    ]);
    const linesOf = (title: string) =>
      kept.sections.find((section) => section.title === title)?.lines ?? [];
    expect(linesOf('您家')).toContainEqual({ label: '存折号', value: '01010002' });
    expect(linesOf('经您手办的事').map(({ value }) => value)).toEqual(['记住大字版']);
  });

  test('a family is told whom to call: its own grid worker and cluster lead of today, who left a number', async () => {
    await bank.given({
      rows: [
        recordGrant({ ...GRANT, id: 'grant_near', personId: STAFF.helper, areaId: 'area_grid1' }),
        recordGrant({ ...GRANT, id: 'grant_gone', personId: STAFF.captain, toOn: '2026-03-16' }),
        recordGrant({ ...GRANT, id: 'grant_far', personId: STAFF.teller, areaId: 'area_grid2' }),
      ],
    });
    expect(bodyOf(await bank.call('person_ran', ListOwnHelpers, {})).helpers).toEqual([
      { role: 'grid-worker', name: '石志愿', phone: '15413129999' },
    ]);
    expect(bodyOf(await bank.call('person_far', ListOwnHelpers, {})).helpers).toEqual([
      { role: 'grid-worker', name: '冉小华', phone: '15413129999' },
    ]);
  });

  test('the demo’s doors are shut in a real county', async () => {
    expect(bodyOf(await bank.call(null, ListDemoDoors, {})).doors).toEqual([]);
    const answer = await bank.call(null, SignInToDemo, {
      requestId: bank.requestId(),
      personId: 'person_tian',
    });
    expect(codeOf(answer)).toBe('access/not-a-demo');
  });
});
