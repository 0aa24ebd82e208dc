import { recordAttendance } from '@bank/api/events/attendee-store';
import { occasionById, touchOccasion } from '@bank/api/events/store';
import type { Row } from '@bank/db/plan';
import {
  CancelSignUp,
  CheckIn,
  ListEvents,
  ListOwnOccasions,
  ReadEvent,
  SignUp,
} from '@bank/shared/contracts/events';
import {
  ArrangeEvent,
  CancelOccasion,
  CancelPersonSignUp,
  ChangeOccasion,
  CloseOccasion,
  ListOfficeOccasions,
  PostLeftAwards,
  ReadConsole,
  ReadRoll,
  SignUpPerson,
} from '@bank/shared/contracts/events-staff';
import { ReadInbox } from '@bank/shared/contracts/notices';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
import { post, RAN, STAFF, TIAN } from '../world.ts';
import {
  addNeighbours,
  arrange,
  codeOf,
  codeOnScreen,
  foundProgramme,
  HOUR_MS,
  rule,
  STARTS_MS,
  wishFor,
  wordsOf,
} from './occasion-world.ts';

const DAY_MS = 24 * HOUR_MS;
let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const signUp = (as: string, occasionId: string, personId?: string) =>
  bank.call(as, SignUp, { requestId: bank.requestId(), occasionId, personId });
const cancel = (as: string, occasionId: string, personId?: string) =>
  bank.call(as, CancelSignUp, { requestId: bank.requestId(), occasionId, personId });
const close = (as: string, occasionId: string, headcount?: number) =>
  bank.call(as, CloseOccasion, { requestId: bank.requestId(), occasionId, headcount });

async function scan(as: string, occasionId: string) {
  const code = await codeOnScreen(bank, occasionId);
  return bank.call(as, CheckIn, { requestId: bank.requestId(), code, intent: 'in' });
}

async function inbox(personId: string) {
  const answer = await bank.call(personId, ReadInbox, {});
  if (!('body' in answer)) throw new Error('no inbox');
  return answer.body.lines;
}

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

describe('signing up', () => {
  test('a seat, then a place in line; twice answers the same and takes nothing more', async () => {
    const { occasionId, eventId } = await arrange(bank, {}, { capacity: 1 });
    const first = await signUp('person_tian', occasionId);
    expect(first).toMatchObject({ status: 200, body: { state: 'seated', position: null } });
    expect(await signUp('person_tian', occasionId)).toMatchObject({ body: { state: 'seated' } });
    expect(await signUp('person_ran', occasionId)).toMatchObject({
      body: { state: 'waiting', position: 1 },
    });
    expect(await signUp('person_tian', occasionId, 'person_tianson')).toMatchObject({
      body: { personId: 'person_tianson', state: 'waiting', position: 2 },
    });
    expect(await signUp('person_ran', occasionId)).toMatchObject({ body: { position: 1 } });
    expect(await bank.balance(`${occasionId}.taken`)).toBe(1);
    const mine = await bank.call('person_tian', ReadEvent, { eventId });
    expect(mine).toMatchObject({
      body: {
        family: [
          { name: '田秀英', standings: [{ standing: { state: 'seated' } }] },
          { name: '向玉珍', standings: [{ standing: { state: 'waiting', position: 2 } }] },
        ],
      },
    });
    const own = await bank.call('person_ran', ListOwnOccasions, {});
    expect(own).toMatchObject({ body: { coming: [{ mine: { position: 1 } }], past: [] } });
  });

  test('nobody signs up a neighbour', async () => {
    const { occasionId } = await arrange(bank);
    expect((await signUp('person_ran', occasionId, 'person_tian')).status).toBe(404);
    expect((await cancel('person_ran', occasionId, 'person_tian')).status).toBe(404);
  });

  test('a cancelled seat goes to who waits longest, who is told; then it is free again', async () => {
    const { occasionId, eventId } = await arrange(bank, {}, { capacity: 1 });
    await signUp('person_tian', occasionId);
    await signUp('person_ran', occasionId);
    await signUp('person_peng', occasionId);
    expect(await cancel('person_tian', occasionId)).toMatchObject({ body: { state: 'cancelled' } });
    expect(await signUp('person_ran', occasionId)).toMatchObject({ body: { state: 'seated' } });
    expect(await signUp('person_peng', occasionId)).toMatchObject({ body: { position: 1 } });
    expect(await inbox('person_ran')).toMatchObject([
      { kind: 'place-came-free', page: `/events/detail/index?id=${eventId}` },
    ]);
    expect(await inbox('person_peng')).toEqual([]);
    await cancel('person_peng', occasionId);
    await cancel('person_ran', occasionId);
    expect(await bank.balance(`${occasionId}.open`)).toBe(1);
    // Cancelled twice is not an error, and frees nothing twice.
    expect(await cancel('person_ran', occasionId)).toMatchObject({ body: { state: 'cancelled' } });
    expect(await bank.balance(`${occasionId}.open`)).toBe(1);
  });

  test('too early, too late, from elsewhere, without need, never signed up and begun are said in words', async () => {
    const soon = await arrange(
      bank,
      {},
      {
        startsAtMs: STARTS_MS + DAY_MS,
        signUp: { opensAtMs: OPENING_MS + HOUR_MS, closesAtMs: STARTS_MS },
      },
    );
    const early = await signUp('person_tian', soon.occasionId);
    expect(codeOf(early)).toBe('events/sign-up-not-open');
    expect(wordsOf(early)).toContain('3 月 17 日 10:00');
    expect(codeOf(await cancel('person_tian', soon.occasionId))).toBe('events/not-signed-up');
    bank.pass(HOUR_MS);
    expect(codeOf(await signUp('person_far', soon.occasionId))).toBe('events/not-your-area');
    await signUp('person_tian', soon.occasionId);
    bank.pass(4 * HOUR_MS);
    expect(codeOf(await signUp('person_ran', soon.occasionId))).toBe('events/sign-up-over');
    bank.pass(DAY_MS);
    expect(codeOf(await cancel('person_tian', soon.occasionId))).toBe('events/already-begun');
    const open = await arrange(
      bank,
      {},
      {
        startsAtMs: STARTS_MS + 2 * DAY_MS,
        signUp: null,
        capacity: null,
      },
    );
    expect(codeOf(await signUp('person_tian', open.occasionId))).toBe('events/no-sign-up-needed');
  });

  test('the same request heard again answers the same and takes one seat', async () => {
    const { occasionId } = await arrange(bank);
    const input = { requestId: bank.requestId(), occasionId };
    const first = await bank.call('person_tian', SignUp, input);
    const again = await bank.call('person_tian', SignUp, input);
    expect(again).toEqual({ ...first, isReplay: true });
    expect(await bank.balance(`${occasionId}.taken`)).toBe(1);
  });

  test('64 neighbours racing for the last seat: one sits, the others wait in one unbroken line', async () => {
    const people = await addNeighbours(bank, 64);
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    const answers = await Promise.all(people.map((id) => signUp(id, occasionId)));
    const bodies = answers.map((answer) => ('body' in answer ? answer.body : null));
    expect(bodies.filter((body) => body?.state === 'seated')).toHaveLength(1);
    const line = bodies.flatMap((body) => body?.position ?? []).sort((one, two) => one - two);
    expect(line).toEqual(Array.from({ length: 63 }, (_, at) => at + 1));
  });

  test('“no seat, so wait” and “nobody waits, so free it” never both happen', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    await bank.tokenOf('person_tian');
    await bank.tokenOf('person_ran');
    await signUp('person_tian', occasionId);
    for (let round = 0; round < 20; round++) {
      const [seated, waiter] =
        round % 2 === 0 ? ['person_tian', 'person_ran'] : ['person_ran', 'person_tian'];
      await Promise.all([cancel(seated, occasionId), signUp(waiter, occasionId)]);
      expect(await signUp(waiter, occasionId)).toMatchObject({ body: { state: 'seated' } });
      expect(await bank.balance(`${occasionId}.open`)).toBe(0);
    }
  });

  test('a sign-up that races a cancellation of the occasion is told or refused, never forgotten', async () => {
    const people = await addNeighbours(bank, 8);
    await bank.tokenOf(STAFF.steward);
    const { occasionId } = await arrange(bank, {}, { capacity: 20 });
    const [cancelled, ...answers] = await Promise.all([
      bank.call(STAFF.steward, CancelOccasion, {
        requestId: bank.requestId(),
        occasionId,
        reason: 'weather',
      }),
      ...people.map((id) => signUp(id, occasionId)),
    ]);
    const seated = people.filter((_, at) => answers[at]?.status === 200);
    expect(cancelled).toMatchObject({ status: 200, body: { toldCount: seated.length } });
    for (const id of seated) expect((await inbox(id))[0]?.kind).toBe('event-cancelled');
    for (const answer of answers.filter((one) => one.status !== 200)) {
      expect(codeOf(answer)).toBe('events/occasion-not-planned');
    }
  });
});

describe('staff sign up who has no phone', () => {
  const signUpFor = (as: string, occasionId: string, personId: string) =>
    bank.call(as, SignUpPerson, { requestId: bank.requestId(), occasionId, personId });
  const cancelFor = (as: string, occasionId: string, personId: string) =>
    bank.call(as, CancelPersonSignUp, { requestId: bank.requestId(), occasionId, personId });

  test('a helper signs up an elder: a seat, then a place in line, and the audit names the helper', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    expect(await signUpFor(STAFF.helper, occasionId, 'person_tian')).toMatchObject({
      status: 200,
      body: { personId: 'person_tian', state: 'seated', position: null },
    });
    expect(await signUpFor(STAFF.helper, occasionId, 'person_ran')).toMatchObject({
      body: { state: 'waiting', position: 1 },
    });
    expect(await signUpFor(STAFF.helper, occasionId, 'person_tian')).toMatchObject({
      body: { state: 'seated' },
    });
    expect(await bank.balance(`${occasionId}.taken`)).toBe(1);
    const { rows } = await bank.opened.connections.reading.execute(
      "SELECT DISTINCT actor_id, acting_as FROM audit_entries WHERE command = 'events/sign-up-person'",
    );
    expect(rows.map((row) => [row.actor_id, row.acting_as])).toEqual([
      [STAFF.helper, 'event-helper'],
    ]);
  });

  test('what is refused to a family is refused to staff, in the same words', async () => {
    const soon = await arrange(
      bank,
      {},
      {
        startsAtMs: STARTS_MS + DAY_MS,
        signUp: { opensAtMs: OPENING_MS + HOUR_MS, closesAtMs: STARTS_MS },
      },
    );
    const ask = (personId: string) => signUpFor(STAFF.helper, soon.occasionId, personId);
    expect(codeOf(await ask('person_tian'))).toBe('events/sign-up-not-open');
    bank.pass(HOUR_MS);
    expect(codeOf(await ask('person_far'))).toBe('events/not-your-area');
    expect((await ask('person_nobody')).status).toBe(404);
    expect((await signUpFor(STAFF.farSteward, soon.occasionId, 'person_tian')).status).toBe(404);
    bank.pass(4 * HOUR_MS);
    expect(codeOf(await ask('person_tian'))).toBe('events/sign-up-over');
    const open = await arrange(
      bank,
      {},
      { startsAtMs: STARTS_MS + 2 * DAY_MS, signUp: null, capacity: null },
    );
    expect(codeOf(await signUpFor(STAFF.helper, open.occasionId, 'person_tian'))).toBe(
      'events/no-sign-up-needed',
    );
    await bank.call(STAFF.steward, CancelOccasion, {
      requestId: bank.requestId(),
      occasionId: open.occasionId,
      reason: 'weather',
    });
    expect(codeOf(await signUpFor(STAFF.helper, open.occasionId, 'person_tian'))).toBe(
      'events/occasion-not-planned',
    );
    expect(codeOf(await cancelFor(STAFF.helper, open.occasionId, 'person_tian'))).toBe(
      'events/not-signed-up',
    );
  });

  test('a full line is full for staff too', async () => {
    const people = await addNeighbours(bank, 202);
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    const answers = [];
    for (const id of people) answers.push(await signUpFor(STAFF.helper, occasionId, id));
    expect(answers.slice(0, -1).every(({ status }) => status === 200)).toBe(true);
    expect(codeOf(answers.at(-1))).toBe('events/line-is-full');
  }, 60_000);

  test('staff give a place back for somebody, and it goes to who waits; not once it began or was called off', async () => {
    const { occasionId } = await arrange(bank, {}, { capacity: 1 });
    await signUpFor(STAFF.helper, occasionId, 'person_tian');
    await signUp('person_ran', occasionId);
    expect(await cancelFor(STAFF.helper, occasionId, 'person_tian')).toMatchObject({
      body: { state: 'cancelled' },
    });
    expect(await signUp('person_ran', occasionId)).toMatchObject({ body: { state: 'seated' } });
    bank.pass(5 * HOUR_MS);
    expect(codeOf(await cancelFor(STAFF.helper, occasionId, 'person_ran'))).toBe(
      'events/already-begun',
    );
    const off = await arrange(bank, {}, { startsAtMs: STARTS_MS + DAY_MS });
    await signUpFor(STAFF.helper, off.occasionId, 'person_tian');
    await bank.call(STAFF.steward, CancelOccasion, {
      requestId: bank.requestId(),
      occasionId: off.occasionId,
      reason: 'weather',
    });
    expect(codeOf(await cancelFor(STAFF.helper, off.occasionId, 'person_tian'))).toBe(
      'events/occasion-not-planned',
    );
  });
});

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
    expect(codeOf(await left('person_tian'))).toBe('events/own-household');
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
