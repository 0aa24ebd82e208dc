import { ListEvents } from '@bank/shared/contracts/events';
import { ChangeOccasion } from '@bank/shared/contracts/events-staff';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { STAFF } from '../world.ts';
import { eventDeeds } from './event-deeds.ts';
import {
  addNeighbours,
  arrange,
  foundProgramme,
  HOUR_MS,
  STARTS_MS,
  wordsOf,
} from './occasion-world.ts';

let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { signUp, close, scan, inbox } = eventDeeds(() => bank);

describe('another number of seats', () => {
  const seats = (occasionId: string, capacity: number | null) =>
    bank.call(STAFF.steward, ChangeOccasion, {
      requestId: bank.requestId(),
      occasionId,
      place: '3栋楼下',
      startsAtMs: STARTS_MS,
      endsAtMs: STARTS_MS + 2 * HOUR_MS,
      capacity,
    });

  test('more seats go to those who wait, in their order, each told; the rest are free', async () => {
    const people = await addNeighbours(bank, 5);
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    for (const id of people) await signUp(id, occasionId);
    const [, second = '', third = '', fourth = ''] = people;
    expect(await seats(occasionId, 3)).toMatchObject({ status: 200, body: { toldCount: 2 } });
    for (const id of [second, third]) {
      expect(await inbox(id)).toMatchObject([{ kind: 'place-came-free' }]);
    }
    expect(await inbox(fourth)).toEqual([]);
    expect(await signUp(fourth, occasionId)).toMatchObject({ body: { position: 1 } });
    expect(await seats(occasionId, 8)).toMatchObject({ body: { toldCount: 2 } });
    expect(await bank.balance(`${occasionId}.taken`)).toBe(5);
    expect(await bank.balance(`${occasionId}.open`)).toBe(3);
    expect(codeOf(await seats(occasionId, 8))).toBe('events/nothing-to-change');
    expect(await bank.call(null, ListEvents, {})).toMatchObject({
      body: { occasions: [{ capacity: 8, takenCount: 5, waitingCount: 0 }] },
    });
  });

  test('fewer seats, down to those that are taken and no further', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 10 });
    for (const id of ['person_tian', 'person_ran', 'person_peng']) await signUp(id, occasionId);
    const tooFew = await seats(occasionId, 2);
    expect(tooFew.status).toBe(409);
    expect(codeOf(tooFew)).toBe('events/too-few-seats');
    expect(wordsOf(tooFew)).toBe('已经有 3 人报上了，名额最少要 3 个');
    expect((await seats(occasionId, 3)).status).toBe(200);
    expect(await bank.balance(`${occasionId}.open`)).toBe(0);
    expect(await signUp('person_tian', occasionId, 'person_tianson')).toMatchObject({
      body: { state: 'waiting' },
    });
  });

  test('no limit any more seats everybody; a limit again keeps those who sit', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    await signUp('person_tian', occasionId);
    await signUp('person_ran', occasionId);
    expect(await seats(occasionId, null)).toMatchObject({ body: { toldCount: 1 } });
    expect(codeOf(await seats(occasionId, 1))).toBe('events/too-few-seats');
    expect((await seats(occasionId, 4)).status).toBe(200);
    expect(await bank.balance(`${occasionId}.open`)).toBe(2);
  });

  test('seats may still be added when people are already there, but nothing is moved', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    bank.pass(4 * HOUR_MS);
    await scan('person_tian', occasionId);
    expect((await seats(occasionId, 2)).status).toBe(200);
    const moved = await bank.call(STAFF.steward, ChangeOccasion, {
      requestId: bank.requestId(),
      occasionId,
      place: '别处',
      startsAtMs: STARTS_MS,
      endsAtMs: STARTS_MS + 2 * HOUR_MS,
      capacity: 3,
    });
    expect(codeOf(moved)).toBe('events/already-attended');
    bank.pass(HOUR_MS);
    await close(STAFF.steward, occasionId);
    expect(codeOf(await seats(occasionId, 9))).toBe('events/occasion-not-planned');
  });

  test.each([
    ['raised', 4, 40, 0],
    ['raised', 4, 40, 6],
    ['lowered', 80, 20, 0],
    ['lowered', 80, 20, 6],
    ['lowered', 80, 70, 3],
  ])(
    'seats %s from %i to %i amid 64 sign-ups (%i turns on): nobody sits without a seat, nobody waits beside a free one',
    async (_how, from, to, turns) => {
      const people = await addNeighbours(bank, 64);
      await bank.tokenOf(STAFF.steward);
      const { occasionId } = await arrange(bank, {}, { capacity: from });
      const signingUp = Promise.all(people.map((id) => signUp(id, occasionId)));
      for (let turn = 0; turn < turns; turn++) await new Promise((done) => setImmediate(done));
      const changed = await seats(occasionId, to);
      expect((await signingUp).map(({ status }) => status)).toEqual(people.map(() => 200));
      if (changed.status !== 200) expect(codeOf(changed)).toBe('events/too-few-seats');
      const capacity = changed.status === 200 ? to : from;
      const { rows } = await bank.opened.connections.reading.execute(
        `SELECT state, count(*) FROM events_sign_ups WHERE occasion_id = '${occasionId}' GROUP BY state`,
      );
      const counts = new Map(rows.map((row) => [String(row.state), Number(row[1])]));
      const seated = counts.get('seated') ?? 0;
      expect(seated).toBe(Math.min(64, capacity));
      expect(counts.get('waiting') ?? 0).toBe(64 - seated);
      expect(await bank.balance(`${occasionId}.open`)).toBe(capacity - seated);
    },
  );
});
