import { ADMIN_ROLL, recordGrant } from '@bank/api/access/store';
import {
  ApprovePost,
  BindHousehold,
  ChoosePin,
  EndPost,
  GivePost,
  IssueResidentCode,
  IssueStaffCode,
  ListDemoDoors,
  ListOwnHelpers,
  ReadMe,
  ReadWhatIsKept,
  SetCareMode,
  SignInByPin,
  SignInByWeChat,
  SignInToDemo,
  SignOut,
  Unbind,
} from '@bank/shared/contracts/access';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';
import { printedBindCode } from '../bind-code.ts';
import { foundWorld, person, STAFF, TIAN } from '../world.ts';

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
  bank = await openTestBank({
    wechat: {
      codeToSession: async (code) => {
        if (code.startsWith('good')) return { state: 'known', openId: `openid-${code}` };
        if (code === 'away') return { state: 'away', why: 'timeout' };
        return { state: code === 'risky' ? 'risky' : 'code-spent' };
      },
    },
  });
  await foundWorld(bank);
});
afterEach(() => bank.close());

const codeOf = (answer: unknown) => (answer as { problem?: { code: string } }).problem?.code;
const bodyOf = <Body>(answer: { status: number } & ({ body: Body } | object)): Body => {
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body;
};

/** Everything that lies in the database, as one text to search. */
async function everythingKept(): Promise<string> {
  const { reading } = bank.opened.connections;
  const tables = await reading.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
  const texts = [];
  for (const { name } of tables.rows) {
    const { rows } = await reading.execute(`SELECT * FROM "${String(name)}"`);
    texts.push(JSON.stringify(rows));
  }
  return texts.join('\n');
}

async function staffGivesCode(): Promise<string> {
  const answer = await bank.call(STAFF.grid, IssueResidentCode, {
    requestId: bank.requestId(),
    personId: 'person_tian',
  });
  return bodyOf(answer).code ?? '';
}

describe('the one-time code and the PIN', () => {
  test('a resident takes the code from staff, chooses a PIN, and signs in with it afterwards', async () => {
    const code = await staffGivesCode();
    const chosen = await bank.call(null, ChoosePin, {
      requestId: bank.requestId(),
      code: code.toLowerCase(),
      phone: '15413123628',
      pin: '271828',
    });
    expect(bodyOf(chosen).token).toMatch(/^[\w-]{43}$/);
    const signedIn = await bank.call(null, SignInByPin, {
      requestId: bank.requestId(),
      phone: '15413123628',
      pin: '271828',
    });
    const response = await bank.app.request('/api/access/me', {
      headers: { authorization: `Bearer ${bodyOf(signedIn).token}` },
    });
    expect(await response.json()).toMatchObject({
      person: { name: '田秀英', isHouseholder: true },
    });
  });

  test('neither code, PIN, phone, token nor bind code lies anywhere in the database in the clear', async () => {
    const code = await staffGivesCode();
    const input = { requestId: bank.requestId(), code, phone: '15413123628', pin: '271828' };
    const token = bodyOf(await bank.call(null, ChoosePin, input)).token ?? 'none';
    const kept = await everythingKept();
    for (const secret of [code, code.replace('-', ''), '271828', token])
      expect(kept).not.toContain(secret);
    const again = await bank.call(null, ChoosePin, input);
    expect(codeOf(again)).toBe('request/answer-not-kept');
  });

  test('a code works once, for 72 hours, and only with the number on the roster', async () => {
    const code = await staffGivesCode();
    const use = (phone: string) =>
      bank.call(null, ChoosePin, { requestId: bank.requestId(), code, phone, pin: '271828' });
    expect(codeOf(await use('15413123629'))).toBe('access/wrong-one-time-code');
    expect((await use('15413123628')).status).toBe(200);
    expect(codeOf(await use('15413123628'))).toBe('access/wrong-one-time-code');
    const late = await staffGivesCode();
    bank.pass(72 * 3_600_000);
    const answer = await bank.call(null, ChoosePin, {
      requestId: bank.requestId(),
      code: late,
      phone: '15413123628',
      pin: '271828',
    });
    expect(codeOf(answer)).toBe('access/wrong-one-time-code');
  });

  test('a PIN that anybody would guess is refused', async () => {
    const code = await staffGivesCode();
    for (const pin of ['000000', '123456', '654321', '121212']) {
      const answer = await bank.call(null, ChoosePin, {
        requestId: bank.requestId(),
        code,
        phone: '15413123628',
        pin,
      });
      expect(codeOf(answer)).toBe('access/pin-too-simple');
    }
  });

  test('five wrong PINs pause the number for a quarter of an hour, also for the right one', async () => {
    const code = await staffGivesCode();
    await bank.call(null, ChoosePin, {
      requestId: bank.requestId(),
      code,
      phone: '15413123628',
      pin: '271828',
    });
    const sign = (pin: string) =>
      bank.call(null, SignInByPin, { requestId: bank.requestId(), phone: '15413123628', pin });
    for (let left = 4; left >= 0; left--) {
      expect(await sign('999999')).toMatchObject({
        problem: { code: 'access/wrong-pin', facts: { triesLeft: left } },
      });
    }
    expect(codeOf(await sign('271828'))).toBe('access/paused');
    bank.pass(15 * 60_000 + 1);
    expect((await sign('271828')).status).toBe(200);
  });

  test('64 wrong tries at once are all counted', async () => {
    const answers = await Promise.all(
      Array.from({ length: 64 }, () =>
        bank.call(null, SignInByPin, {
          requestId: bank.requestId(),
          phone: '15400000000',
          pin: '999999',
        }),
      ),
    );
    expect(answers.filter((answer) => codeOf(answer) === 'access/wrong-pin')).toHaveLength(5);
    expect(answers.filter((answer) => codeOf(answer) === 'access/paused')).toHaveLength(59);
  });

  test('people who share a phone and a PIN are asked which of them it is', async () => {
    await bank.given({
      rows: [person('person_twin', TIAN, '向冬梅', { relation: '女', phone: '15413123628' })],
    });
    for (const personId of ['person_tian', 'person_twin']) {
      const issued = await bank.call(STAFF.grid, IssueResidentCode, {
        requestId: bank.requestId(),
        personId,
      });
      const code = bodyOf(issued).code ?? '';
      await bank.call(null, ChoosePin, {
        requestId: bank.requestId(),
        code,
        phone: '15413123628',
        pin: '271828',
      });
    }
    const asked = await bank.call(null, SignInByPin, {
      requestId: bank.requestId(),
      phone: '15413123628',
      pin: '271828',
    });
    expect(bodyOf(asked)).toEqual({
      choices: [
        { personId: 'person_tian', maskedName: '田*英' },
        { personId: 'person_twin', maskedName: '向*梅' },
      ],
    });
    const chosen = await bank.call(null, SignInByPin, {
      requestId: bank.requestId(),
      phone: '15413123628',
      pin: '271828',
      personId: 'person_twin',
    });
    expect(bodyOf(chosen).token).toBeDefined();
  });

  test('a grid worker cannot open the account of somebody who holds a post', async () => {
    const answer = await bank.call(STAFF.admin, GivePost, {
      requestId: bank.requestId(),
      personId: 'person_tian',
      role: 'teller',
      areaId: 'area_site1',
      fromOn: '2026-03-01',
      toOn: null,
    });
    expect(bodyOf(answer).state).toBe('active');
    const issued = await bank.call(STAFF.grid, IssueResidentCode, {
      requestId: bank.requestId(),
      personId: 'person_tian',
    });
    expect(codeOf(issued)).toBe('access/holds-a-post');
    expect(
      (
        await bank.call(STAFF.admin, IssueStaffCode, {
          requestId: bank.requestId(),
          personId: 'person_tian',
        })
      ).status,
    ).toBe(200);
    const none = await bank.call(STAFF.admin, IssueStaffCode, {
      requestId: bank.requestId(),
      personId: 'person_ran',
    });
    expect([404, 409]).toContain(none.status);
    const own = await bank.call(STAFF.admin, IssueStaffCode, {
      requestId: bank.requestId(),
      personId: STAFF.admin,
    });
    expect(codeOf(own)).toBe('access/own-code');
    const resident = await bank.call(STAFF.admin, IssueStaffCode, {
      requestId: bank.requestId(),
      personId: 'person_peng',
    });
    expect(codeOf(resident)).toBe('access/holds-no-post');
  });
});

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

describe('posts', () => {
  const give = (as: string, personId: string, role: string, more: object = {}) =>
    bank.call(as, GivePost, {
      requestId: bank.requestId(),
      personId,
      role: role as 'teller',
      areaId: 'area_site1',
      fromOn: '2026-03-17',
      toOn: null,
      ...more,
    });

  test('a post works from its first day to its last, and ends at once when it is ended', async () => {
    const given = bodyOf(
      await give(STAFF.admin, 'person_ran', 'teller', { fromOn: '2026-03-18', toOn: '2026-03-19' }),
    );
    const posts = async () => bodyOf(await bank.call('person_ran', ReadMe, {})).posts.length;
    expect(await posts()).toBe(0);
    bank.pass(86_400_000);
    expect(await posts()).toBe(1);
    const grantId = given.grantId;
    await bank.call(STAFF.admin, EndPost, { requestId: bank.requestId(), grantId });
    expect(await posts()).toBe(0);
    expect(
      codeOf(await bank.call(STAFF.admin, EndPost, { requestId: bank.requestId(), grantId })),
    ).toBe('access/post-ended');
  });

  test('nobody gives himself a post, twice the same, backwards in time, or what is no post', async () => {
    expect(codeOf(await give(STAFF.admin, STAFF.admin, 'teller'))).toBe('access/own-post');
    expect(codeOf(await give(STAFF.admin, STAFF.teller, 'teller'))).toBe('access/post-held');
    expect(codeOf(await give(STAFF.admin, 'person_ran', 'teller', { toOn: '2026-03-01' }))).toBe(
      'access/post-days-wrong',
    );
    expect(codeOf(await give(STAFF.admin, 'person_ran', 'resident'))).toBe('access/not-a-post');
  });

  test('a second auditor waits for an admin who is neither the giver nor the holder', async () => {
    await give(STAFF.admin, 'person_ran', 'county-admin', { areaId: 'area_county' });
    const given = bodyOf(
      await give(STAFF.admin, 'person_peng', 'auditor', { areaId: 'area_county' }),
    );
    expect(given.state).toBe('waiting');
    const approve = (as: string) =>
      bank.call(as, ApprovePost, { requestId: bank.requestId(), grantId: given.grantId });
    expect(codeOf(await approve(STAFF.admin))).toBe('access/own-post');
    expect(bodyOf(await approve('person_ran')).state).toBe('active');
    expect(codeOf(await approve('person_ran'))).toBe('access/post-not-waiting');
  });

  test('two admins who end each other at the same moment: one stays', async () => {
    await give(STAFF.admin, 'person_ran', 'county-admin', { areaId: 'area_county' });
    const grants = await bank.opened.connections.reading.execute(
      "SELECT id, person_id FROM access_grants WHERE role = 'county-admin'",
    );
    const grantOf = (personId: string) =>
      String(grants.rows.find((row) => row.person_id === personId)?.id);
    const answers = await Promise.all([
      bank.call(STAFF.admin, EndPost, {
        requestId: bank.requestId(),
        grantId: grantOf('person_ran'),
      }),
      bank.call('person_ran', EndPost, {
        requestId: bank.requestId(),
        grantId: grantOf(STAFF.admin),
      }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('access/last-admin');
    const roll = await bank.opened.connections.reading.execute({
      sql: 'SELECT admin_count FROM access_admin_roll WHERE id = ?',
      args: [ADMIN_ROLL],
    });
    expect(roll.rows[0]?.admin_count).toBe(1);
  });
});
