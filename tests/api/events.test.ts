import { recordAttendance } from '@bank/api/events/attendee-store';
import { occasionById, touchOccasion } from '@bank/api/events/store';
import type { Row } from '@bank/db/plan';
import { ListEvents, ReadEvent } from '@bank/shared/contracts/events';
import {
  ArrangeEvent,
  CancelOccasion,
  ChangeOccasion,
  ListOfficeOccasions,
  PostLeftAwards,
  ReadConsole,
  ReadRoll,
} from '@bank/shared/contracts/events-staff';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
import { STAFF, TIAN } from '../world.ts';
import { eventDeeds } from './event-deeds.ts';
import { arrange, foundProgramme, HOUR_MS, STARTS_MS, wishFor, wordsOf } from './occasion-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { signUp, cancel, close, scan, inbox } = eventDeeds(() => bank);

describe('arranging', () => {
  test('an event is in the programme for strangers too, with its seats and what it earns', async () => {
    const { eventId, occasionId } = await arrange(bank);
    const list = await bank.call(null, ListEvents, {});
    expect(list).toMatchObject({
      status: 200,
      body: {
        site: { name: '春晖社区' },
        occasions: [
          {
            id: occasionId,
            eventId,
            title: '清洁家园志愿服务',
            capacity: 2,
            takenCount: 0,
            earning: { ruleCode: 'JF03', points: 2, unit: '次' },
            mine: null,
          },
        ],
      },
    });
    const page = await bank.call(null, ReadEvent, { eventId });
    expect(page).toMatchObject({ status: 200, body: { contactName: '向明', family: [] } });
    const other = await bank.call('person_far', ListEvents, {});
    expect(other).toMatchObject({ body: { site: { name: '思源社区' }, occasions: [] } });
    expect((await bank.call(null, ReadEvent, { eventId: 'event_none' })).status).toBe(404);
  });

  test('a wrong time, two wishes that clash and an unknown rule are said in words', async () => {
    const at = (event: object, occasion: object = {}) =>
      bank.call(STAFF.steward, ArrangeEvent, wishFor(bank, event, occasion));
    const past = await at({}, { startsAtMs: OPENING_MS - HOUR_MS });
    expect(codeOf(past)).toBe('events/times-wrong');
    expect(wordsOf(past)).toContain('已经过了');
    const clash = await at({ countedBy: 'headcount' });
    expect(codeOf(clash)).toBe('events/terms-clash');
    expect(codeOf(await at({ ruleCode: 'JF99' }))).toBe('scoring/no-such-rule');
  });

  test('another site’s steward neither arranges here nor sees what is arranged', async () => {
    const { occasionId } = await arrange(bank);
    const foreign = await bank.call(STAFF.farSteward, ArrangeEvent, wishFor(bank));
    expect(foreign.status).toBe(404);
    const asks = [
      await bank.call(STAFF.farSteward, ReadConsole, { occasionId }),
      await bank.call(STAFF.farSteward, ReadRoll, { occasionId }),
      await close(STAFF.farSteward, occasionId),
      await bank.call(STAFF.farSteward, PostLeftAwards, {
        requestId: bank.requestId(),
        occasionId,
      }),
    ];
    expect(asks.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    const office = await bank.call(STAFF.farSteward, ListOfficeOccasions, {});
    expect(office).toMatchObject({ body: { occasions: [] } });
    const teller = await bank.call(STAFF.teller, ReadRoll, { occasionId });
    expect(codeOf(teller)).toBe('request/not-your-duty');
  });
});

describe('what a steward changes', () => {
  test('everybody who signed up hears of another place; the same again is no change', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    await signUp('person_tian', occasionId);
    await signUp('person_ran', occasionId);
    const change = (more: object) =>
      bank.call(STAFF.steward, ChangeOccasion, {
        requestId: bank.requestId(),
        occasionId,
        place: '5栋楼下',
        startsAtMs: STARTS_MS,
        endsAtMs: STARTS_MS + HOUR_MS,
        ...more,
      });
    expect(await change({})).toMatchObject({ status: 200, body: { toldCount: 2 } });
    expect((await inbox('person_ran'))[0]).toMatchObject({ kind: 'event-changed' });
    expect(codeOf(await change({}))).toBe('events/nothing-to-change');
    expect(codeOf(await change({ startsAtMs: OPENING_MS - 1 }))).toBe('events/times-wrong');
    expect(await bank.call('person_tian', ListEvents, {})).toMatchObject({
      body: { occasions: [{ place: '5栋楼下', mine: { state: 'seated' } }] },
    });
  });

  test('an occasion that is off tells everybody, and takes nothing more', async () => {
    const { occasionId } = await arrange(bank);
    await signUp('person_tian', occasionId);
    const off = () =>
      bank.call(STAFF.steward, CancelOccasion, {
        requestId: bank.requestId(),
        occasionId,
        reason: 'weather',
      });
    expect(await off()).toMatchObject({ status: 200, body: { toldCount: 1 } });
    expect((await inbox('person_tian'))[0]?.text).toContain('天气不好');
    expect(codeOf(await off())).toBe('events/occasion-not-planned');
    const late = await signUp('person_ran', occasionId);
    expect(codeOf(late)).toBe('events/occasion-not-planned');
    expect(wordsOf(late)).toBe('这场活动不办了');
    expect(codeOf(await cancel('person_tian', occasionId))).toBe('events/occasion-not-planned');
  });

  test('once somebody came it is neither moved nor called off', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(4 * HOUR_MS);
    await scan('person_tian', occasionId);
    const off = await bank.call(STAFF.steward, CancelOccasion, {
      requestId: bank.requestId(),
      occasionId,
      reason: 'other',
    });
    expect(codeOf(off)).toBe('events/already-attended');
  });
});

describe('what the tables refuse by themselves', () => {
  const attendance = (occasionId: string, personId: string, more: object = {}) =>
    recordAttendance({
      id: `${occasionId}|${personId}`,
      version: 1,
      occasionId,
      personId,
      householdId: TIAN,
      state: 'present',
      way: 'roll',
      inAtMs: STARTS_MS,
      outAtMs: null,
      serviceMinutes: 0,
      scannedAtMs: null,
      nonce: null,
      undoReason: null,
      recordedBy: STAFF.helper,
      ...more,
    });
  const refused = (...rows: Row[]) => expect(bank.given({ rows })).rejects.toThrow('was refused');

  test('a check-in at an occasion that ended, and one that ends twice', async () => {
    const { occasionId } = await arrange(bank);
    bank.pass(5 * HOUR_MS);
    await close(STAFF.steward, occasionId);
    await refused(attendance(occasionId, 'person_tian'));
    const file = await bank.bank.lookout.look(occasionById, occasionId);
    if (!file) throw new Error('no occasion');
    await refused(touchOccasion(file));
  });

  test('a second row for one person, service longer than the stay, and a wait without a late scan', async () => {
    const { occasionId } = await arrange(bank);
    await refused(attendance(occasionId, 'person_tian', { id: 'attend_another' }));
    await refused(
      attendance(occasionId, 'person_tian', { outAtMs: STARTS_MS + 59_999, serviceMinutes: 1 }),
    );
    await refused(attendance(occasionId, 'person_tian', { state: 'waiting' }));
    await refused(attendance(occasionId, 'person_tian', { state: 'undone' }));
  });
});
