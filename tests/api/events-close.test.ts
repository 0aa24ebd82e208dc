import { CheckIn } from '@bank/shared/contracts/events';
import { PostLeftAwards } from '@bank/shared/contracts/events-staff';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { post, RAN, STAFF, TIAN } from '../world.ts';
import { eventDeeds } from './event-deeds.ts';
import {
  addNeighbours,
  arrange,
  codeOnScreen,
  foundProgramme,
  HOUR_MS,
  rule,
  STARTS_MS,
} from './occasion-world.ts';

const DAY_MS = 24 * HOUR_MS;
let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { signUp, close, scan, inbox } = eventDeeds(() => bank);

describe('closing', () => {
  test('the close posts what waits, with rule, version and balance, and tells who earned it', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', occasionId);
    const before = await bank.call('person_tian', ReadPassbook, {});
    expect(before).toMatchObject({
      body: { available: 0, pending: [{ points: 2, title: '清洁家园志愿服务' }] },
    });
    expect(await close(STAFF.steward, occasionId)).toMatchObject({
      status: 200,
      body: { attendedCount: 1, postedCount: 1, postedPoints: 2, cutCount: 0, leftForOthers: 0 },
    });
    const after = await bank.call('person_tian', ReadPassbook, {});
    expect(after).toMatchObject({
      body: {
        available: 2,
        pending: [],
        lines: [
          {
            change: 2,
            balanceAfter: 2,
            title: '清洁家园志愿服务',
            basis: '细则 JF03（JF03 第 1 版）',
            personName: '田秀英',
            recordedBy: '罗社区',
          },
        ],
      },
    });
    expect((await inbox('person_tian'))[0]).toMatchObject({
      kind: 'points-posted',
      title: '到账 2 分',
    });
    expect(codeOf(await close(STAFF.steward, occasionId))).toBe('events/occasion-not-planned');
  });

  test('a cap holds over several occasions and several people of one home', async () => {
    await bank.given({ rows: [rule('JF07', { points: 2, period: 'week', periodCap: 3 })] });
    for (const day of [0, 1]) {
      const { occasionId } = await arrange(
        bank,
        { ruleCode: 'JF07' },
        { startsAtMs: STARTS_MS + day * DAY_MS },
      );
      bank.pass(STARTS_MS + day * DAY_MS - bank.bank.chance.nowMs());
      await scan('person_tian', occasionId);
      await scan('person_tianson', occasionId);
      const closed = await close(STAFF.steward, occasionId);
      expect(closed).toMatchObject({
        body: day === 0 ? { postedPoints: 3, cutCount: 1 } : { postedPoints: 0, cutCount: 2 },
      });
    }
    expect(await bank.balance(`${TIAN}.points`)).toBe(3);
    // The next week begins on a Monday, with its own cap.
    const { occasionId } = await arrange(
      bank,
      { ruleCode: 'JF07' },
      { startsAtMs: STARTS_MS + 6 * DAY_MS },
    );
    bank.pass(5 * DAY_MS);
    await scan('person_tian', occasionId);
    await close(STAFF.steward, occasionId);
    expect(await bank.balance(`${TIAN}.points`)).toBe(5);
  });

  test('what counts once a home counts once, whoever of it comes', async () => {
    const { occasionId } = await arrange(bank, {
      kind: 'lecture',
      title: '感恩教育宣讲',
      ruleCode: 'JF19',
    });
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', occasionId);
    expect(await scan('person_tianson', occasionId)).toMatchObject({
      body: { pendingPoints: 0, isCountedForHome: true },
    });
    await close(STAFF.steward, occasionId);
    expect(await bank.balance(`${TIAN}.points`)).toBe(2);
  });

  test('nobody posts to the own home: it is left for a colleague', async () => {
    await bank.given({ rows: [post('person_tian', 'steward', 'area_site1')] });
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', occasionId);
    await scan('person_ran', occasionId);
    const left = (as: string) =>
      bank.call(as, PostLeftAwards, { requestId: bank.requestId(), occasionId });
    expect(codeOf(await left(STAFF.steward))).toBe('events/occasion-not-closed');
    expect(await close('person_tian', occasionId)).toMatchObject({
      body: { postedCount: 1, leftForOthers: 1 },
    });
    expect(await bank.balance(`${TIAN}.points`)).toBe(0);
    expect(await bank.balance(`${RAN}.points`)).toBe(2);
    expect(codeOf(await left('person_tian'))).toBe('events/left-to-others');
    expect(await left(STAFF.steward)).toMatchObject({ body: { postedCount: 1, leftForOthers: 0 } });
    expect(await bank.balance(`${TIAN}.points`)).toBe(2);
    expect(codeOf(await left(STAFF.steward))).toBe('events/nothing-left');
  });

  test('not before it began; heads are counted where that is the way', async () => {
    const { occasionId } = await arrange(
      bank,
      { countedBy: 'headcount', ruleCode: null },
      {
        signUp: null,
        capacity: null,
      },
    );
    expect(codeOf(await close(STAFF.steward, occasionId, 80))).toBe('events/not-begun');
    bank.pass(5 * HOUR_MS);
    expect(codeOf(await close(STAFF.steward, occasionId))).toBe('events/headcount-missing');
    expect(await close(STAFF.steward, occasionId, 80)).toMatchObject({
      body: { attendedCount: 80 },
    });
  });

  test('an evening of 300 is one command and one plan', async () => {
    const people = await addNeighbours(bank, 300);
    const { occasionId } = await arrange(bank, {}, { capacity: null });
    bank.pass(5 * HOUR_MS);
    for (let from = 0; from < people.length; from += 50) {
      await Promise.all(people.slice(from, from + 50).map((id) => scan(id, occasionId)));
    }
    expect(await close(STAFF.steward, occasionId)).toMatchObject({
      body: { attendedCount: 300, postedCount: 300, postedPoints: 600 },
    });
    expect(await bank.balance('home_n300.points')).toBe(2);
  }, 120_000);

  test('a check-in that races the close is posted with it, or refused', async () => {
    await bank.tokenOf(STAFF.steward);
    await bank.tokenOf('person_tian');
    const turnOfTheLoop = () => new Promise((done) => setImmediate(done));
    for (let turns = 0; turns < 10; turns++) {
      const { occasionId } = await arrange(
        bank,
        {},
        { startsAtMs: bank.bank.chance.nowMs() + HOUR_MS },
      );
      // With a seat of one's own nothing moves that the close moves too.
      await signUp('person_tian', occasionId);
      bank.pass(HOUR_MS);
      const code = await codeOnScreen(bank, occasionId);
      const coming = bank.call('person_tian', CheckIn, {
        requestId: bank.requestId(),
        code,
        intent: 'in',
      });
      for (let turn = 0; turn < turns; turn++) await turnOfTheLoop();
      const closed = await close(STAFF.steward, occasionId);
      const came = (await coming).status === 200 ? 1 : 0;
      expect(closed).toMatchObject({ status: 200, body: { attendedCount: came } });
      const left = await bank.call(STAFF.steward, PostLeftAwards, {
        requestId: bank.requestId(),
        occasionId,
      });
      expect(codeOf(left)).toBe('events/nothing-left');
    }
  });
});
