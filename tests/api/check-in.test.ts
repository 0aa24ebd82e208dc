import { deriveEventKey, eventCode } from '@bank/api/platform/code-keys';
import { CheckIn, ListEvents, SignUp } from '@bank/shared/contracts/events';
import { ReadConsole } from '@bank/shared/contracts/events-staff';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
import { STAFF, TIAN } from '../world.ts';
import { checkInDeeds } from './check-in-deeds.ts';
import {
  addNeighbours,
  arrange,
  codeOnScreen,
  foundProgramme,
  HOUR_MS,
  MINUTE_MS,
  STARTS_MS,
  screen,
  wordsOf,
} from './occasion-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { scan, byStaff, close, personalCode } = checkInDeeds(() => bank);

describe('the code on the screen', () => {
  test('changes every 15 seconds, goes on for a minute without asking, and is a link', async () => {
    const { occasionId } = await arrange(bank);
    const early = await screen(bank, occasionId);
    expect(early.codes).toEqual([]);
    bank.pass(5 * HOUR_MS);
    const { codes, checkIn } = await screen(bank, occasionId);
    expect(checkIn.opensAtMs).toBe(STARTS_MS - HOUR_MS);
    expect(codes).toHaveLength(5);
    expect(codes[0]?.qrText).toMatch(/^http:\/\/127\.0\.0\.1:3000\/q\/E1[0-9A-Z]{30}$/);
    expect(codes[0]?.digits).toMatch(/^\d{6}$/);
    expect((codes[1]?.fromMs ?? 0) - (codes[0]?.fromMs ?? 0)).toBe(15_000);
    expect(new Set(codes.map(({ qrText }) => qrText)).size).toBe(5);
  });

  test('says on the programme from when to when people check themselves in', async () => {
    await arrange(bank);
    expect(await bank.call(null, ListEvents, {})).toMatchObject({
      body: {
        occasions: [
          { checkIn: { opensAtMs: STARTS_MS - HOUR_MS, closesAtMs: STARTS_MS + 3 * HOUR_MS } },
        ],
      },
    });
  });

  test('lets a neighbour in once: twice answers the first time, and pays once', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const first = await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(first).toMatchObject({
      status: 200,
      body: { inAtMs: STARTS_MS, isAgain: false, pendingPoints: 2, title: '清洁家园志愿服务' },
    });
    bank.pass(4 * MINUTE_MS);
    const again = await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(again).toMatchObject({ body: { inAtMs: STARTS_MS, isAgain: true, pendingPoints: 2 } });
    const book = await bank.call('person_tian', ReadPassbook, {});
    expect(book).toMatchObject({ body: { pending: [{ points: 2 }] } });
  });

  test('of 64 scans by one family one pays', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    await bank.tokenOf('person_tian');
    const answers = await Promise.all(Array.from({ length: 64 }, () => scan('person_tian', code)));
    const bodies = answers.map((answer) => ('body' in answer ? answer.body : null));
    expect(bodies.filter((body) => body?.isAgain === false)).toHaveLength(1);
    expect(bodies.filter((body) => body?.isAgain === true)).toHaveLength(63);
    await close(occasionId);
    expect(await bank.balance(`${TIAN}.points`)).toBe(2);
  });

  test('the same request heard again answers the same', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    const input = { requestId: bank.requestId(), code, intent: 'in' as const };
    const first = await bank.call('person_tian', CheckIn, input);
    expect(await bank.call('person_tian', CheckIn, input)).toEqual({ ...first, isReplay: true });
  });

  test('forged, stale, of another event, too early and too late are a plain sentence each', async () => {
    const { occasionId } = await arrange(bank);
    const other = await arrange(bank, { title: '院坝会' });
    const master = bank.bank.keys.master;
    const forged = eventCode(deriveEventKey(master, 'ABCDEFGH'), '01234567', '0', OPENING_MS);
    expect(wordsOf(await scan('person_tian', forged))).toBe(
      '这不是我们的签到码，请扫现场屏幕上的码',
    );
    for (const text of [
      'hello world',
      'https://example.com/q/abc',
      await personalCode('person_ran'),
    ]) {
      expect(codeOf(await scan('person_tian', text))).toBe('events/code-forged');
    }
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    const wrongPage = await scan('person_tian', code, { occasionId: other.occasionId });
    expect(codeOf(wrongPage)).toBe('events/code-of-other-event');
    bank.pass(31_000);
    const stale = await scan('person_tian', code);
    expect(codeOf(stale)).toBe('events/code-stale');
    expect(wordsOf(stale)).toBe('这个码过期了，请扫屏幕上的新码');
    bank.pass(3 * HOUR_MS);
    const late = await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(codeOf(late)).toBe('events/check-in-over');
    await close(occasionId);
    const early = await arrange(bank, {}, { startsAtMs: STARTS_MS + 24 * HOUR_MS });
    expect(codeOf(await byStaff(STAFF.helper, early.occasionId, { personId: 'person_ran' }))).toBe(
      'events/check-in-not-open',
    );
  });

  test('without a sign-up: a free seat where walk-ins are taken, else a refusal', async () => {
    const strict = await arrange(bank, {}, { takesWalkIns: false });
    const full = await arrange(bank, {}, { capacity: 1 });
    await bank.call('person_tian', SignUp, {
      requestId: bank.requestId(),
      occasionId: full.occasionId,
    });
    bank.pass(5 * HOUR_MS);
    const strictCode = await codeOnScreen(bank, strict.occasionId);
    expect(codeOf(await scan('person_ran', strictCode))).toBe('events/walk-ins-not-taken');
    const fullCode = await codeOnScreen(bank, full.occasionId);
    expect(codeOf(await scan('person_ran', fullCode))).toBe('events/full');
    expect((await scan('person_tian', fullCode)).status).toBe(200);
    expect(await bank.balance(`${full.occasionId}.taken`)).toBe(1);
  });

  test('an event that only counts heads takes no names', async () => {
    const { occasionId } = await arrange(bank, { countedBy: 'headcount', ruleCode: null });
    bank.pass(5 * HOUR_MS);
    expect((await screen(bank, occasionId)).codes).toEqual([]);
    const tick = await byStaff(STAFF.helper, occasionId, { personId: 'person_ran' });
    expect(codeOf(tick)).toBe('events/headcount-only');
  });

  test('the public screen shows counts and masked names with the building, nothing more', async () => {
    const { occasionId } = await arrange(bank);
    await bank.call('person_tian', SignUp, { requestId: bank.requestId(), occasionId });
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    bank.pass(MINUTE_MS);
    await scan('person_ran', await codeOnScreen(bank, occasionId));
    const shown = await screen(bank, occasionId);
    expect(shown).toMatchObject({
      signedUpCount: 1,
      attendedCount: 2,
      walkInCount: 1,
      lateCount: 0,
    });
    expect(shown.latest).toEqual([
      { maskedName: '冉*华', building: '3栋', inAtMs: STARTS_MS + MINUTE_MS },
      { maskedName: '田*英', building: '3栋', inAtMs: STARTS_MS },
    ]);
  });
});

describe('six figures by hand', () => {
  test('let a neighbour in like the code; five wrong ones pause this phone for a minute', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const digits = (await screen(bank, occasionId)).codes[0]?.digits ?? '';
    const wrong = digits === '000000' ? '111111' : '000000';
    for (let left = 4; left >= 0; left--) {
      expect(await scan('person_tian', wrong)).toMatchObject({
        status: 404,
        problem: { code: 'events/wrong-digits', facts: { triesLeft: left } },
      });
    }
    expect(codeOf(await scan('person_tian', digits))).toBe('events/digits-paused');
    expect((await scan('person_ran', digits)).status).toBe(200);
    bank.pass(MINUTE_MS + 1);
    expect(codeOf(await scan('person_tian', digits))).toBe('events/wrong-digits');
    const fresh = (await screen(bank, occasionId)).codes[0]?.digits ?? '';
    expect(await scan('person_tian', fresh)).toMatchObject({
      status: 200,
      body: { isAgain: false },
    });
  });

  test('another site’s figures are no figures here', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const digits = (await screen(bank, occasionId)).codes[0]?.digits ?? '';
    expect(codeOf(await scan('person_far', digits))).toBe('events/wrong-digits');
  });
});

test('64 neighbours at one door are all let in, and the seats agree', async () => {
  const people = await addNeighbours(bank, 64);
  const { occasionId } = await arrange(bank, {}, { capacity: 60 });
  bank.pass(5 * HOUR_MS);
  const code = await codeOnScreen(bank, occasionId);
  const answers = await Promise.all(people.map((id) => scan(id, code)));
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(60);
  expect(new Set(answers.map(codeOf).filter(Boolean))).toEqual(new Set(['events/full']));
  expect(await bank.balance(`${occasionId}.taken`)).toBe(60);
  expect(await bank.call(STAFF.grid, ReadConsole, { occasionId })).toMatchObject({ status: 404 });
});
