import { recordCard } from '@bank/api/community/store';
import { cardCode, deriveEventKey, eventCode } from '@bank/api/platform/code-keys';
import {
  BringLateScan,
  CheckIn,
  ListEvents,
  ListOwnOccasions,
  ShowPersonalCode,
  SignUp,
} from '@bank/shared/contracts/events';
import {
  CheckInPerson,
  CloseOccasion,
  DecideLateScan,
  FindPeople,
  ReadConsole,
  ReadRoll,
  UndoCheckIn,
} from '@bank/shared/contracts/events-staff';
import { ReadInbox } from '@bank/shared/contracts/notices';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import { LogService } from '@bank/shared/contracts/volunteering';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
import { post, STAFF, TIAN } from '../world.ts';
import {
  addNeighbours,
  arrange,
  codeOf,
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

const scan = (
  as: string,
  code: string,
  more: { intent?: 'in' | 'out'; occasionId?: string } = {},
) => bank.call(as, CheckIn, { requestId: bank.requestId(), intent: 'in', code, ...more });
const byStaff = (
  as: string,
  occasionId: string,
  who: { personId?: string; code?: string },
  intent: 'in' | 'out' = 'in',
) => bank.call(as, CheckInPerson, { requestId: bank.requestId(), occasionId, intent, ...who });
const undo = (as: string, occasionId: string, personId: string) =>
  bank.call(as, UndoCheckIn, {
    requestId: bank.requestId(),
    occasionId,
    personId,
    reason: 'not-here',
  });
const close = (occasionId: string) =>
  bank.call(STAFF.steward, CloseOccasion, { requestId: bank.requestId(), occasionId });

async function personalCode(as: string): Promise<string> {
  const answer = await bank.call(as, ShowPersonalCode, { requestId: bank.requestId() });
  const first = 'body' in answer ? answer.body.card?.codes[0] : undefined;
  if (!first) throw new Error(JSON.stringify(answer));
  return first.qrText;
}

async function giveCard(personId: string): Promise<string> {
  const serial = '0123ABCD';
  await bank.given({
    rows: [
      recordCard({
        id: 'card_1',
        version: 1,
        serial,
        personId,
        state: 'active',
        madeAtMs: OPENING_MS,
      }),
    ],
  });
  return cardCode(bank.bank.keys.master, serial, 1);
}

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

describe('staff at the door', () => {
  test('scan the phone’s code, the elder’s card, or tick the roll', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: null });
    bank.pass(5 * HOUR_MS);
    const card = await giveCard('person_peng');
    const phone = await byStaff(STAFF.helper, occasionId, {
      code: await personalCode('person_tian'),
    });
    expect(phone).toMatchObject({
      status: 200,
      body: { personId: 'person_tian', name: '田秀英', checkedIn: { pendingPoints: 2 } },
    });
    expect(await byStaff(STAFF.helper, occasionId, { code: card })).toMatchObject({
      status: 200,
      body: { name: '彭冬兰' },
    });
    const found = await bank.call(STAFF.helper, FindPeople, {
      occasionId,
      householdCode: '01010002',
    });
    expect(found).toMatchObject({ body: { people: [{ personId: 'person_ran', name: '冉光华' }] } });
    const ran = { personId: 'person_ran' };
    expect((await byStaff(STAFF.helper, occasionId, ran)).status).toBe(200);
    expect(await byStaff(STAFF.helper, occasionId, ran)).toMatchObject({
      body: { checkedIn: { isAgain: true } },
    });
    const roll = await bank.call(STAFF.grid, ReadRoll, { occasionId });
    expect(roll.status).toBe(404);
    expect(await bank.call(STAFF.helper, ReadRoll, { occasionId })).toMatchObject({
      body: {
        lines: [
          { name: '田秀英', isWalkIn: true, attendance: { way: 'personal-code', points: 2 } },
          { name: '冉光华', attendance: { way: 'roll' } },
          { name: '彭冬兰', attendance: { way: 'card' } },
        ],
      },
    });
  });

  test('personal codes come with the bank’s own time, which lies in the first of them', async () => {
    bank.pass(7_000);
    const answer = await bank.call('person_tian', ShowPersonalCode, {
      requestId: bank.requestId(),
    });
    const card = 'body' in answer ? answer.body.card : undefined;
    expect(card?.nowMs).toBe(OPENING_MS + 7_000);
    expect(card?.codes[0]).toMatchObject({ fromMs: OPENING_MS, untilMs: OPENING_MS + 15_000 });
  });

  test('a personal code keeps its person, dies within a minute, and a made-up one opens nothing', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const [one, two] = [await personalCode('person_tian'), await personalCode('person_tian')];
    expect(two).toBe(one);
    bank.pass(MINUTE_MS);
    expect(codeOf(await byStaff(STAFF.helper, occasionId, { code: one }))).toBe(
      'events/person-code-stale',
    );
    const altered = `${one.slice(0, -1)}${one.endsWith('0') ? '1' : '0'}`;
    expect(codeOf(await byStaff(STAFF.helper, occasionId, { code: altered }))).toBe(
      'events/person-code-forged',
    );
    expect(codeOf(await byStaff(STAFF.helper, occasionId, {}))).toBe('events/person-code-forged');
    expect((await byStaff(STAFF.farSteward, occasionId, { personId: 'person_ran' })).status).toBe(
      404,
    );
    expect((await byStaff(STAFF.helper, occasionId, { personId: 'person_none' })).status).toBe(404);
  });

  test('nobody lets the own home in, takes it back or decides for it', async () => {
    await bank.given({ rows: [post('person_tian', 'steward', 'area_site1')] });
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    const mate = { personId: 'person_tianson' };
    expect(codeOf(await byStaff('person_tian', occasionId, mate))).toBe('events/own-household');
    await byStaff(STAFF.helper, occasionId, mate);
    expect(codeOf(await undo('person_tian', occasionId, 'person_tianson'))).toBe(
      'events/own-household',
    );
  });

  test('an undone check-in drops the award, gives the walk-in’s seat back, and is not scanned again', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(await undo(STAFF.helper, occasionId, 'person_tian')).toMatchObject({
      status: 200,
      body: { attendedCount: 0 },
    });
    expect(codeOf(await undo(STAFF.helper, occasionId, 'person_tian'))).toBe(
      'events/not-checked-in',
    );
    expect(await bank.balance(`${occasionId}.open`)).toBe(1);
    expect(await bank.call('person_tian', ReadPassbook, {})).toMatchObject({
      body: { pending: [] },
    });
    const again = await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(codeOf(again)).toBe('events/taken-back');
    expect(await byStaff(STAFF.helper, occasionId, { personId: 'person_tian' })).toMatchObject({
      body: { checkedIn: { isAgain: false, pendingPoints: 2 } },
    });
    await close(occasionId);
    expect(await bank.balance(`${TIAN}.points`)).toBe(2);
    expect(codeOf(await undo(STAFF.helper, occasionId, 'person_tian'))).toBe(
      'events/occasion-not-planned',
    );
  });

  test('where it counts once a home, undoing one leaves the award to the other', async () => {
    const { occasionId } = await arrange(bank, { kind: 'meeting', ruleCode: 'JF19' });
    bank.pass(5 * HOUR_MS);
    const code = await codeOnScreen(bank, occasionId);
    await scan('person_tian', code);
    await scan('person_tianson', code);
    await undo(STAFF.helper, occasionId, 'person_tian');
    await close(occasionId);
    expect(await bank.call('person_tian', ReadPassbook, {})).toMatchObject({
      body: { available: 2, lines: [{ personName: '向玉珍' }] },
    });
  });
});

describe('what waits for the close', () => {
  const standing = async (as: string) => {
    const answer = await bank.call(as, ListOwnOccasions, {});
    if (!('body' in answer)) throw new Error(JSON.stringify(answer));
    return [...answer.body.coming, ...answer.body.past].map(({ mine }) => mine?.pendingPoints);
  };

  test('is said beside the occasion, and no more once it is posted', async () => {
    const { occasionId } = await arrange(bank);
    await bank.call('person_tian', SignUp, { requestId: bank.requestId(), occasionId });
    expect(await standing('person_tian')).toEqual([null]);
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(await standing('person_tian')).toEqual([2]);
    await close(occasionId);
    expect(await standing('person_tian')).toEqual([null]);
  });

  test('is nought by the hour until somebody leaves', async () => {
    const { occasionId } = await arrange(bank, { ruleCode: 'JF01', countsHours: true });
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    expect(await standing('person_tian')).toEqual([0]);
    bank.pass(90 * MINUTE_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId), { intent: 'out' });
    expect(await standing('person_tian')).toEqual([3]);
  });

  test('belongs to who earned it where it counts once a home', async () => {
    const { occasionId } = await arrange(bank, { kind: 'lecture', ruleCode: 'JF19' });
    bank.pass(5 * HOUR_MS);
    await scan('person_tian', await codeOnScreen(bank, occasionId));
    await scan('person_tianson', await codeOnScreen(bank, occasionId));
    expect(await standing('person_tian')).toEqual([2]);
    expect(await standing('person_tianson')).toEqual([null]);
  });
});

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
