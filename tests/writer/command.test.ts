import { command } from '@bank/api/platform/command';
import type { Actor } from '@bank/api/platform/context';
import { row } from '@bank/db/plan';
import { redemptionQuotas } from '@bank/db/schema/redemption';
import { view } from '@bank/db/view';
import { endpoint } from '@bank/shared/endpoint';
import { RequestId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import * as z from '@bank/shared/zod';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';

/** Commands of a test: each counts in rows that only this test knows. */
let bank: TestBank;
const somebody: Actor = { kind: 'stranger' };

beforeEach(async () => {
  bank = await openTestBank();
});
afterEach(() => bank.close());

const counter = view(
  `SELECT j.key, q.version, q.used FROM json_each(?) j JOIN redemption_quotas q ON q.id = j.value`,
  ([found], id: string) => ({
    id,
    version: Number(found?.version ?? 0),
    used: Number(found?.used ?? 0),
  }),
);
const next = (before: { id: string; version: number; used: number }, by = 1) =>
  row(redemptionQuotas, { id: before.id, version: before.version + 1, used: before.used + by });
const promise = (id: string, secrets: readonly string[] = []) =>
  endpoint({
    id: `test/${id}`,
    method: 'POST',
    path: `/test/${id}`,
    summary: '测试',
    duty: 'anyone',
    scope: 'public',
    input: z.object({ requestId: RequestId, name: z.string(), pin: z.optional(z.string()) }),
    output: z.object({ used: z.int(), code: z.optional(z.string()) }),
    refusals: [],
    secrets: [...secrets],
  } as never);

const decided: string[] = [];
const addOne = command(
  promise('add-one', ['pin']) as never,
  {
    load: (desk: never, input: { name: string }) =>
      (desk as { lookout: TestBank['bank']['lookout'] }).lookout.look(counter, input.name),
    decide(
      before: { id: string; version: number; used: number },
      _desk: never,
      input: { name: string },
    ) {
      decided.push(input.name);
      if (input.name === 'nobody')
        return refuse({ code: 'request/not-found' as const, facts: NO_FACTS });
      return accept({
        subjectId: null,
        answer: { used: before.used + 1 },
        ...(input.name === 'told' ? { once: { code: 'the-code-that-is-told-once' } } : {}),
        rows: [next(before)],
      });
    },
  } as never,
) as unknown as {
  give(
    bank: unknown,
    actor: Actor,
    input: object,
  ): Promise<{ outcome: unknown; isReplay: boolean }>;
};

const ask = (input: { requestId?: string; name: string; pin?: string }, as: Actor = somebody) =>
  addOne.give(bank.bank, as, { requestId: bank.requestId(), ...input });
const used = async (name: string) => (await bank.bank.lookout.look(counter, name)).used;
const kept = async (table: string) =>
  JSON.stringify((await bank.opened.connections.reading.execute(`SELECT * FROM ${table}`)).rows);

describe('one request id', () => {
  test('from 64 callers at once has one effect and 64 answers that are the same', async () => {
    const requestId = bank.requestId();
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => ask({ requestId, name: 'a' })),
    );
    expect(answers.filter((answer) => !answer.isReplay)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.outcome)))).toEqual(
      new Set([JSON.stringify({ ok: true, value: { used: 1 } })]),
    );
    expect(await used('a')).toBe(1);
  });

  test('with other input, or from somebody else, is refused and changes nothing', async () => {
    const requestId = bank.requestId();
    await ask({ requestId, name: 'a' });
    const reused = { ok: false, problem: { code: 'request/reused-id' } };
    expect(await ask({ requestId, name: 'b' })).toMatchObject({ outcome: reused });
    expect(await ask({ requestId, name: 'a' }, { kind: 'clock' })).toMatchObject({
      outcome: reused,
    });
    expect([await used('a'), await used('b')]).toEqual([1, 0]);
  });

  test('is answered the same no again, also when a yes would be possible by then', async () => {
    const requestId = bank.requestId();
    const first = await ask({ requestId, name: 'nobody' });
    expect(first).toMatchObject({
      isReplay: false,
      outcome: { ok: false, problem: { code: 'request/not-found' } },
    });
    expect(await ask({ requestId, name: 'nobody' })).toEqual({ ...first, isReplay: true });
    const { rows } = await bank.opened.connections.reading.execute({
      sql: 'SELECT outcome, subject_id FROM audit_entries WHERE request_id = ?',
      args: [requestId],
    });
    expect(rows.map((entry) => [entry.outcome, entry.subject_id])).toEqual([
      ['request/not-found', null],
    ]);
  });

  test('keeps its answer when the bank is opened again', async () => {
    const requestId = bank.requestId();
    await ask({ requestId, name: 'a' });
    await ask({ name: 'a' });
    expect(await ask({ requestId, name: 'a' })).toEqual({
      isReplay: true,
      outcome: { ok: true, value: { used: 1 } },
    });
  });
});

describe('secrets', () => {
  test('a secret of the input is neither kept nor within the reach of the fingerprint', async () => {
    const requestId = bank.requestId();
    const first = await ask({ requestId, name: 'a', pin: '135790' });
    // Another PIN under the same id is the same request: nobody can try PINs against a fingerprint.
    expect(await ask({ requestId, name: 'a', pin: '246801' })).toEqual({
      ...first,
      isReplay: true,
    });
    for (const table of ['answered_requests', 'audit_entries']) {
      expect(await kept(table)).not.toMatch(/135790|246801/);
    }
  });

  test('what is told once is not kept: asking again says so, and does nothing again', async () => {
    const requestId = bank.requestId();
    expect(await ask({ requestId, name: 'told' })).toMatchObject({
      outcome: { ok: true, value: { code: 'the-code-that-is-told-once' } },
    });
    expect(await ask({ requestId, name: 'told' })).toMatchObject({
      isReplay: true,
      outcome: { ok: false, problem: { code: 'request/answer-not-kept' } },
    });
    expect(await kept('answered_requests')).not.toContain('told-once');
    expect(await used('told')).toBe(1);
  });

  test('the fingerprint is keyed: the same request has another one in another bank', async () => {
    const requestId = bank.requestId();
    await ask({ requestId, name: 'a' });
    const { rows } = await bank.opened.connections.reading.execute(
      'SELECT fingerprint FROM answered_requests',
    );
    expect(
      rows.every((entry) => /^([0-9a-f]{64}|groundwork)$/.test(String(entry.fingerprint))),
    ).toBe(true);
  });
});

test('64 callers who change one row all get their turn: nobody is refused for having rivals', async () => {
  decided.length = 0;
  const answers = await Promise.all(Array.from({ length: 64 }, () => ask({ name: 'hot' })));
  const values = answers.map(
    (answer) => (answer.outcome as { value: { used: number } }).value.used,
  );
  expect(values.sort((one, other) => one - other)).toEqual(
    Array.from({ length: 64 }, (_, at) => at + 1),
  );
  expect(await used('hot')).toBe(64);
  expect(decided.length).toBeLessThanOrEqual(3 * 64);
});

describe('two commands that rest on each other’s absence', () => {
  /** Takes its own row where the other is not there; `common` is what both write, or nothing. */
  const takeUnless = (mine: string, theirs: string, common: string | null) =>
    command(
      promise(`take-${mine}-${common ?? 'alone'}`) as never,
      {
        async load(desk: { lookout: TestBank['bank']['lookout'] }, input: { name: string }) {
          const look = (which: string) => desk.lookout.look(counter, `${input.name}|${which}`);
          return {
            own: await look(mine),
            other: await look(theirs),
            both: await look(common ?? mine),
          };
        },
        decide(
          seen: Record<'own' | 'other' | 'both', { id: string; version: number; used: number }>,
        ) {
          if (seen.other.used > 0)
            return refuse({ code: 'request/not-found' as const, facts: NO_FACTS });
          const rows = [next(seen.own), ...(common === null ? [] : [next(seen.both)])];
          return accept({ subjectId: null, answer: { used: 1 }, rows });
        },
      } as never,
    ) as unknown as typeof addOne;

  async function bothTaken(common: string | null): Promise<number> {
    const [wait, free] = [takeUnless('wait', 'free', common), takeUnless('free', 'wait', common)];
    let both = 0;
    for (let round = 0; round < 60; round++) {
      const name = `round${round}`;
      await Promise.all(
        [wait, free].map((one) =>
          one.give(bank.bank, somebody, { requestId: bank.requestId(), name }),
        ),
      );
      if ((await used(`${name}|wait`)) + (await used(`${name}|free`)) === 2) both += 1;
    }
    return both;
  }

  test('never both happen when each also writes the row that its rival writes', async () => {
    expect(await bothTaken('event')).toBe(0);
  });

  test('both happen every time when they share no row: so the race above is a real one', async () => {
    expect(await bothTaken(null)).toBe(60);
  });
});
