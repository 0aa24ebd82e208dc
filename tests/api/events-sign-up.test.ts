import { ListOwnOccasions, ReadEvent, SignUp } from '@bank/shared/contracts/events';
import {
  CancelOccasion,
  CancelPersonSignUp,
  SignUpPerson,
} from '@bank/shared/contracts/events-staff';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
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

const DAY_MS = 24 * HOUR_MS;
let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundProgramme(bank);
});
afterEach(() => bank.close());

const { signUp, cancel, inbox } = eventDeeds(() => bank);

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
