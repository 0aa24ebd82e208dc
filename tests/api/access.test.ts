import {
  ChoosePin,
  GivePost,
  IssueResidentCode,
  IssueStaffCode,
  SignInByPin,
} from '@bank/shared/contracts/access';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, codeOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { person, STAFF, TIAN } from '../world.ts';
import { codeFromStaff, openAccessWorld } from './access-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openAccessWorld();
});
afterEach(() => bank.close());

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

const staffGivesCode = () => codeFromStaff(bank);

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
