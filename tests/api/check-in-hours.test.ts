import { BringLateScan } from '@bank/shared/contracts/events';
import { DecideLateScan } from '@bank/shared/contracts/events-staff';
import { ReadInbox } from '@bank/shared/contracts/notices';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import { LogService } from '@bank/shared/contracts/volunteering';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { STAFF, TIAN } from '../world.ts';
import { checkInDeeds } from './check-in-deeds.ts';
import {
  arrange,
  codeOnScreen,
  foundProgramme,
  HOUR_MS,
  MINUTE_MS,
  STARTS_MS,
  screen,
} from './occasion-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { scan, byStaff, close } = checkInDeeds(() => bank);

describe('hours', () => {
  const hourly = { ruleCode: 'JF01', countsHours: true };

  test('earn by whole half hours between in and out, and nothing before somebody leaves', async () => {
    const { occasionId } = await arrange(bank, hourly);
    bank.pass(5 * HOUR_MS);
    const come = await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(come).toMatchObject({ body: { pendingPoints: 0, countsHours: true } });
    bank.pass(9 * MINUTE_MS);
    const soon = await scan('person_tian', await codeOnScreen(bank, occasionId), { intent: 'out' });
    expect(codeOf(soon)).toBe('events/too-soon-to-leave');
    bank.pass(90 * MINUTE_MS);
    const out = await scan('person_tian', await codeOnScreen(bank, occasionId), { intent: 'out' });
    expect(out).toMatchObject({ body: { serviceMinutes: 99, pendingPoints: 3, isAgain: false } });
    bank.pass(MINUTE_MS);
    const again = await scan('person_tian', await codeOnScreen(bank, occasionId), {
      intent: 'out',
    });
    expect(again).toMatchObject({ body: { serviceMinutes: 99, isAgain: true } });
    await close(occasionId);
    expect(await bank.balance(`${TIAN}.points`)).toBe(3);
  });

  test('who never left earns nothing; who never came cannot leave; some events have no leaving', async () => {
    const { occasionId } = await arrange(bank, hourly);
    const plain = await arrange(bank, { title: '院坝会' });
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    expect(codeOf(await scan('person_ran', code, { intent: 'out' }))).toBe('events/not-checked-in');
    await scan('person_tian', code);
    const plainOut = await scan('person_tian', await codeOnScreen(bank, plain.occasionId), {
      intent: 'out',
    });
    expect(codeOf(plainOut)).toBe('events/no-check-out');
    expect(await close(occasionId)).toMatchObject({ body: { postedCount: 0, cutCount: 0 } });
    expect(await bank.call('person_tian', ReadPassbook, {})).toMatchObject({
      body: { pending: [] },
    });
  });

  test('are those of the event: who comes early and leaves late gives no more', async () => {
    const { occasionId } = await arrange(bank, hourly);
    bank.pass(4.5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    bank.pass(2.75 * HOUR_MS);
    const out = await scan('person_tian', await codeOnScreen(bank, occasionId), { intent: 'out' });
    expect(out).toMatchObject({ body: { serviceMinutes: 120, pendingPoints: 4 } });
  });

  test('staff may check somebody out', async () => {
    const { occasionId } = await arrange(bank, hourly);
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    bank.pass(30 * MINUTE_MS);
    const out = await byStaff(STAFF.captain, occasionId, { personId: 'person_tian' }, 'out');
    expect(out).toMatchObject({ body: { checkedIn: { serviceMinutes: 30, pendingPoints: 1 } } });
  });

  test('one hour is not counted at two events', async () => {
    const one = await arrange(bank, hourly);
    const two = await arrange(bank, { ...hourly, title: '另一处' });
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, one.occasionId));
    bank.pass(30 * MINUTE_MS);
    await scan('person_tian', await codeOnScreen(bank, two.occasionId));
    bank.pass(30 * MINUTE_MS);
    const outTwo = await scan('person_tian', await codeOnScreen(bank, two.occasionId), {
      intent: 'out',
    });
    expect(outTwo).toMatchObject({ body: { serviceMinutes: 30 } });
    bank.pass(30 * MINUTE_MS);
    const outOne = await scan('person_tian', await codeOnScreen(bank, one.occasionId), {
      intent: 'out',
    });
    expect(outOne).toMatchObject({ body: { serviceMinutes: 30 } });
  });
});

describe('a scan without signal', () => {
  const nonce = 'phone-nonce-0000000001';
  const bring = (as: string, code: string, more: object = {}) =>
    bank.call(as, BringLateScan, {
      requestId: bank.requestId(),
      code,
      nonce,
      scannedAtMs: STARTS_MS + 5_000,
      ...more,
    });
  const decide = (as: string, occasionId: string, isAccepted: boolean) =>
    bank.call(as, DecideLateScan, {
      requestId: bank.requestId(),
      occasionId,
      personId: 'person_tian',
      isAccepted,
    });

  test('arrives once, waits for staff, pays nothing by itself, and counts when they say so', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    bank.pass(2 * HOUR_MS);
    const late = await bring('person_tian', code);
    expect(late).toMatchObject({ status: 200, body: { state: 'waiting', inAtMs: STARTS_MS } });
    expect(await bring('person_tian', code)).toMatchObject({ body: { state: 'waiting' } });
    expect((await screen(bank, occasionId)).lateCount).toBe(1);
    expect(await bank.call('person_tian', ReadPassbook, {})).toMatchObject({
      body: { pending: [] },
    });
    expect(await close(occasionId)).toMatchObject({
      problem: { code: 'events/late-scans-waiting', facts: { lateCount: 1 } },
    });
    expect(codeOf(await decide(STAFF.helper, occasionId, true))).toBe('request/not-your-duty');
    expect(await decide(STAFF.officer, occasionId, true)).toMatchObject({
      body: { state: 'present' },
    });
    expect(codeOf(await decide(STAFF.officer, occasionId, false))).toBe(
      'events/late-scan-not-waiting',
    );
    const box = await bank.call('person_tian', ReadInbox, {});
    expect(box).toMatchObject({ body: { lines: [{ title: '补的签到算上了' }] } });
    await close(occasionId);
    expect(await bank.balance(`${TIAN}.points`)).toBe(2);
  });

  test('a refused one does not pay, and a live scan still counts', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    await bring('person_tian', code);
    expect(await decide(STAFF.steward, occasionId, false)).toMatchObject({
      body: { state: 'refused' },
    });
    expect(await bring('person_tian', code)).toMatchObject({ body: { state: 'refused' } });
    expect(await scan('person_tian', code)).toMatchObject({ body: { isAgain: false } });
  });

  test('a code nobody sealed is refused, and so is one of an occasion that ended', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    expect(codeOf(await bring('person_tian', 'E1 no such code at all'))).toBe('events/code-forged');
    await close(occasionId);
    expect(codeOf(await bring('person_tian', code))).toBe('events/occasion-not-planned');
  });

  test('time that was logged as other service since is not counted twice', async () => {
    const { occasionId } = await arrange(bank, { ruleCode: 'JF01', countsHours: true });
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    bank.pass(HOUR_MS);
    await bank.call('person_tian', LogService, {
      requestId: bank.requestId(),
      startsAtMs: STARTS_MS,
      endsAtMs: STARTS_MS + HOUR_MS,
      helped: 'elders',
      words: '陪老人看病',
    });
    await bring('person_tian', code);
    expect(codeOf(await decide(STAFF.steward, occasionId, true))).toBe('events/time-taken');
  });
});
