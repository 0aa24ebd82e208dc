import { recordService } from '@bank/api/volunteering/store';
import { CheckIn } from '@bank/shared/contracts/events';
import { CloseOccasion } from '@bank/shared/contracts/events-staff';
import { ReadInbox } from '@bank/shared/contracts/notices';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import {
  ConfirmService,
  ListWaitingServices,
  LogService,
  ReadHours,
  ReturnService,
  WithdrawService,
} from '@bank/shared/contracts/volunteering';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
import { post, STAFF, TIAN } from '../world.ts';
import {
  arrange,
  codeOnScreen,
  foundProgramme,
  HOUR_MS,
  MINUTE_MS,
  STARTS_MS,
  wordsOf,
} from './occasion-world.ts';

const DAY_MS = 24 * HOUR_MS;
let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const log = (
  as: string,
  startsAtMs: number,
  minutes: number,
  requestId: string = bank.requestId(),
) =>
  bank.call(as, LogService, {
    requestId,
    startsAtMs,
    endsAtMs: startsAtMs + minutes * MINUTE_MS,
    helped: 'elders',
    words: '陪王奶奶去医院',
  });
const confirm = (as: string, serviceId: string) =>
  bank.call(as, ConfirmService, { requestId: bank.requestId(), serviceId });
const giveBack = (as: string, serviceId: string) =>
  bank.call(as, ReturnService, { requestId: bank.requestId(), serviceId, reason: 'wrong-time' });

async function logged(as: string, startsAtMs: number, minutes: number): Promise<string> {
  const answer = await log(as, startsAtMs, minutes);
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body.serviceId;
}

/** Ten in the morning of a day before the tests open. */
const morning = (daysBefore: number) => OPENING_MS + HOUR_MS - daysBefore * DAY_MS;

describe('a log of one’s own', () => {
  test('waits for the team leader; confirmed, its hours stand and its points are posted at once', async () => {
    const serviceId = await logged('person_tian', morning(1), 95);
    expect(await bank.call('person_tian', ReadHours, {})).toMatchObject({
      body: { confirmedMinutes: 0, pendingMinutes: 95, lines: [{ state: 'pending' }] },
    });
    const waiting = await bank.call(STAFF.captain, ListWaitingServices, {});
    expect(waiting).toMatchObject({
      body: {
        services: [{ serviceId, name: '田秀英', words: '陪王奶奶去医院', isOwnHousehold: false }],
      },
    });
    expect(await confirm(STAFF.captain, serviceId)).toMatchObject({
      status: 200,
      body: { minutes: 95, points: 3, isCut: false },
    });
    expect(await bank.balance(`${TIAN}.points`)).toBe(3);
    expect(await bank.call('person_tian', ReadHours, {})).toMatchObject({
      body: { name: '田秀英', confirmedMinutes: 95, pendingMinutes: 0, stars: 0 },
    });
    const book = await bank.call('person_tian', ReadPassbook, {});
    expect(book).toMatchObject({
      body: { lines: [{ change: 3, title: '志愿服务：助老', recordedBy: '向队长' }] },
    });
    const box = await bank.call('person_tian', ReadInbox, {});
    expect(box).toMatchObject({ body: { lines: [{ kind: 'service-decided' }] } });
    expect(codeOf(await confirm(STAFF.captain, serviceId))).toBe('volunteering/not-pending');
  });

  test('returned with a reason it can be logged again', async () => {
    const serviceId = await logged('person_tian', morning(1), 60);
    expect((await giveBack(STAFF.steward, serviceId)).status).toBe(200);
    expect(await bank.call('person_tian', ReadHours, {})).toMatchObject({
      body: { lines: [{ state: 'returned', returnReason: 'wrong-time' }] },
    });
    expect(codeOf(await giveBack(STAFF.steward, serviceId))).toBe('volunteering/not-pending');
    await logged('person_tian', morning(1), 60);
  });

  test('withdrawn by its owner alone, and only while it waits', async () => {
    const serviceId = await logged('person_tian', morning(1), 60);
    const withdraw = (as: string) =>
      bank.call(as, WithdrawService, { requestId: bank.requestId(), serviceId });
    expect((await withdraw('person_tianson')).status).toBe(404);
    expect((await withdraw('person_tian')).status).toBe(200);
    expect(codeOf(await withdraw('person_tian'))).toBe('volunteering/not-pending');
    expect(codeOf(await confirm(STAFF.captain, serviceId))).toBe('volunteering/not-pending');
    await logged('person_tian', morning(1), 60);
  });

  test('wrong times, too short, not over, too long ago and a full day are said in words', async () => {
    expect(codeOf(await log('person_tian', morning(1), -5))).toBe('volunteering/times-wrong');
    expect(codeOf(await log('person_tian', morning(1), 29))).toBe('volunteering/too-short');
    expect(codeOf(await log('person_tian', OPENING_MS - HOUR_MS, 61))).toBe(
      'volunteering/in-the-future',
    );
    expect(codeOf(await log('person_tian', morning(31), 60))).toBe('volunteering/too-long-ago');
    expect((await log('person_tian', morning(30), 60)).status).toBe(200);
    await logged('person_tian', morning(1) - 4 * HOUR_MS, 690);
    const full = await log('person_tian', morning(1) + 8 * HOUR_MS, 31);
    expect(codeOf(full)).toBe('volunteering/day-is-full');
    expect((await log('person_tian', morning(1) + 8 * HOUR_MS, 30)).status).toBe(200);
  });

  test('the same hour counts once, also against an event; the next minute is free', async () => {
    await logged('person_tian', morning(1), 60);
    const over = await log('person_tian', morning(1) + 59 * MINUTE_MS, 60);
    expect(codeOf(over)).toBe('volunteering/overlap');
    expect(wordsOf(over)).toContain('3 月 16 日 10:00 到 11:00');
    expect((await log('person_tian', morning(1) + HOUR_MS, 60)).status).toBe(200);
    expect((await log('person_tianson', morning(1), 60)).status).toBe(200);

    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    await bank.call('person_tian', CheckIn, { requestId: bank.requestId(), code, intent: 'in' });
    bank.pass(HOUR_MS);
    expect(codeOf(await log('person_tian', STARTS_MS, 60))).toBe('volunteering/overlap');
    expect((await log('person_tian', STARTS_MS - HOUR_MS, 60)).status).toBe(200);
  });

  test('of 64 logs of one hour one is taken', async () => {
    await bank.tokenOf('person_tian');
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, at) => log('person_tian', morning(1) + at * MINUTE_MS, 90)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(answers.map(codeOf).filter(Boolean))).toEqual(new Set(['volunteering/overlap']));
  });

  test('the same request heard again answers the same', async () => {
    const requestId = bank.requestId();
    const first = await log('person_tian', morning(1), 60, requestId);
    expect(await log('person_tian', morning(1), 60, requestId)).toEqual({
      ...first,
      isReplay: true,
    });
  });
});

describe('who confirms', () => {
  test('nobody of the own home, and nobody of another site', async () => {
    await bank.given({ rows: [post('person_tian', 'team-leader', 'area_site1')] });
    const serviceId = await logged('person_tianson', morning(1), 60);
    const own = await logged('person_tian', morning(1), 60);
    for (const id of [serviceId, own]) {
      expect(codeOf(await confirm('person_tian', id))).toBe('volunteering/own-household');
      expect(codeOf(await giveBack('person_tian', id))).toBe('volunteering/own-household');
      expect((await confirm(STAFF.farSteward, id)).status).toBe(404);
      expect((await giveBack(STAFF.farSteward, id)).status).toBe(404);
    }
    expect(await bank.call(STAFF.farSteward, ListWaitingServices, {})).toMatchObject({
      body: { services: [] },
    });
    expect(codeOf(await confirm(STAFF.grid, serviceId))).toBe('request/not-your-duty');
  });

  test('the month’s cap of 20 holds over logs, and two confirmations at once cannot pass it', async () => {
    for (const day of [1, 2]) {
      await confirm(STAFF.captain, await logged('person_tian', morning(day), 240));
    }
    expect(await bank.balance(`${TIAN}.points`)).toBe(16);
    const one = await logged('person_tian', morning(3), 120);
    const two = await logged('person_tianson', morning(3), 120);
    await bank.tokenOf(STAFF.steward);
    const answers = await Promise.all([confirm(STAFF.captain, one), confirm(STAFF.steward, two)]);
    const points = answers.map((answer) => ('body' in answer ? answer.body.points : -1));
    expect(points.sort()).toEqual([0, 4]);
    expect(await bank.balance(`${TIAN}.points`)).toBe(20);
    // Points end at the cap; hours do not.
    expect(await bank.call('person_tian', ReadHours, {})).toMatchObject({
      body: { confirmedMinutes: 600 },
    });
  });
});

test('time at an event is on the record, pending until the close, by month', async () => {
  const { occasionId } = await arrange(bank, { ruleCode: 'JF01', countsHours: true });
  bank.pass(5 * HOUR_MS);
  const scan = async (intent: 'in' | 'out') => {
    const code = await codeOnScreen(bank, occasionId);
    return bank.call('person_tian', CheckIn, { requestId: bank.requestId(), code, intent });
  };
  await scan('in');
  bank.pass(100 * MINUTE_MS);
  await scan('out');
  expect(await bank.call('person_tian', ReadHours, {})).toMatchObject({
    body: { confirmedMinutes: 0, pendingMinutes: 100 },
  });
  await bank.call(STAFF.steward, CloseOccasion, { requestId: bank.requestId(), occasionId });
  const hours = await bank.call('person_tian', ReadHours, {});
  if (!('body' in hours)) throw new Error('no hours');
  expect(hours.body).toMatchObject({
    confirmedMinutes: 100,
    minutesToNextStar: 5_900,
    lines: [{ title: '清洁家园志愿服务', serviceId: null, minutes: 100, state: 'confirmed' }],
  });
  expect(hours.body.months).toHaveLength(12);
  expect(hours.body.months[0]).toEqual({ month: '2025-04', minutes: 0 });
  expect(hours.body.months[11]).toEqual({ month: '2026-03', minutes: 100 });
});

test('the table takes no second service of the same hour, none unfinished, none confirmed by oneself', async () => {
  const service = (more: object) =>
    recordService({
      id: bank.bank.chance.newId('service'),
      version: 1,
      personId: 'person_tian',
      householdId: TIAN,
      startsAtMs: morning(1),
      endsAtMs: morning(1) + HOUR_MS,
      minutes: 60,
      helped: 'elders',
      words: '陪老人看病',
      state: 'pending',
      returnReason: null,
      decidedBy: null,
      decidedAtMs: null,
      loggedAtMs: OPENING_MS,
      ...more,
    });
  await bank.given({ rows: [service({})] });
  const later = { startsAtMs: morning(2), endsAtMs: morning(2) + HOUR_MS };
  for (const wrong of [
    {},
    { ...later, minutes: 59 },
    { ...later, loggedAtMs: later.endsAtMs - 1 },
    { ...later, state: 'returned', decidedBy: STAFF.captain, decidedAtMs: OPENING_MS },
    { ...later, state: 'confirmed', decidedBy: 'person_tian', decidedAtMs: OPENING_MS },
  ]) {
    await expect(bank.given({ rows: [service(wrong)] })).rejects.toThrow('was refused');
  }
  await bank.given({ rows: [service(later)] });
});
