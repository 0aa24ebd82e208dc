import { recordCard } from '@bank/api/community/store';
import { cardCode } from '@bank/api/platform/code-keys';
import { ListOwnOccasions, ShowPersonalCode, SignUp } from '@bank/shared/contracts/events';
import { FindPeople, ReadRoll, UndoCheckIn } from '@bank/shared/contracts/events-staff';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
import { post, STAFF, TIAN } from '../world.ts';
import { checkInDeeds } from './check-in-deeds.ts';
import { arrange, codeOnScreen, foundProgramme, HOUR_MS, MINUTE_MS } from './occasion-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { scan, byStaff, close, personalCode } = checkInDeeds(() => bank);

const undo = (as: string, occasionId: string, personId: string) =>
  bank.call(as, UndoCheckIn, {
    requestId: bank.requestId(),
    occasionId,
    personId,
    reason: 'not-here',
  });

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
