import { ISSUE_ACCOUNT, passbookAccount } from '@bank/api/ledger/account';
import { type Plan, row } from '@bank/db/plan';
import { redemptionItems, redemptionQuotas } from '@bank/db/schema/redemption';
import { Overloaded, WriterStopped } from '@bank/db/trouble';
import { GROUP_MAX, WAITING_MAX } from '@bank/db/writer';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { award, type Desk, gift, nextId, openDesk, plan, seeded } from './desk.ts';

const HOMES = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7'];
let desk: Desk;

beforeEach(async () => {
  desk = await openDesk(HOMES);
});
afterEach(async () => {
  expect(await desk.fault()).toBeNull();
  await desk.close();
});

const commitAll = (plans: readonly Plan[]) =>
  Promise.all(plans.map((one) => desk.writer.commit(one)));
const points = (home: string) => desk.balance(passbookAccount(home).id);
const count = async (table: string) => {
  const found = await desk.connections.reading.execute(`SELECT count(*) AS count FROM ${table}`);
  return Number(found.rows[0]?.count);
};
const item = (code: string, price: unknown = 5) =>
  row(redemptionItems, {
    id: nextId('item'),
    version: 1,
    code,
    name: '盐',
    specification: '袋',
    category: '油盐',
    unit: '袋',
    price: price as number,
    valueFen: 1,
    monthlyMax: 1,
    isOnShelf: true,
  });

describe('groups', () => {
  test('plans handed over in one turn travel in one batch, each with its audit entry and its answer', async () => {
    const before = desk.sentCount();
    const plans = Array.from({ length: 64 }, (_, at) =>
      plan({ transfers: [award(`h${at % 8}`, 1)] }),
    );
    expect(new Set(await commitAll(plans))).toEqual(new Set(['recorded']));
    expect(desk.sentCount() - before).toBe(1);
    expect([await points('h0'), await desk.balance(ISSUE_ACCOUNT.id)]).toEqual([8, -64]);
    expect([await count('audit_entries'), await count('answered_requests')]).toEqual([65, 65]);
    expect(desk.writer.lastSeq).toBe(64);
  });

  test('a group has a largest size; the rest waits for the next', async () => {
    const before = desk.sentCount();
    await commitAll(
      Array.from({ length: GROUP_MAX + 1 }, () => plan({ transfers: [award('h1', 1)] })),
    );
    expect(desk.sentCount() - before).toBe(2);
    expect(await points('h1')).toBe(GROUP_MAX + 1);
  });

  test('those who come a turn or two apart travel together', async () => {
    const before = desk.sentCount();
    const [first, second, third] = [1, 2, 3].map(() => plan({ transfers: [award('h1', 1)] }));
    const nextTurn = () => new Promise<void>((done) => setImmediate(done));
    const commits = [desk.writer.commit(first as Plan)];
    await nextTurn();
    await nextTurn();
    commits.push(desk.writer.commit(second as Plan));
    await nextTurn();
    await nextTurn();
    commits.push(desk.writer.commit(third as Plan));
    expect(await Promise.all(commits)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(desk.sentCount() - before).toBe(1);
  });

  test('nobody waits for ever on those who keep coming', async () => {
    const before = desk.sentCount();
    const commits: Promise<unknown>[] = [];
    while (desk.sentCount() === before && commits.length < 200) {
      commits.push(desk.writer.commit(plan({ transfers: [award('h1', 1)] })));
      await new Promise<void>((done) => setImmediate(done));
    }
    expect(commits.length).toBeLessThan(60);
    await Promise.all(commits);
  });

  test('a plan is recorded whole or not at all', async () => {
    const half = plan({ transfers: [award('h1', 5), gift('h2', 'h3', 1)] });
    expect(await desk.writer.commit(half)).toBe('stale');
    expect([await points('h1'), await count('ledger_transfers')]).toEqual([0, 0]);
    expect(await count('answered_requests')).toBe(1);
  });

  test('a timer is served between groups, however many wait', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 1);
    await commitAll(Array.from({ length: 2000 }, () => plan({ transfers: [award('h1', 1)] })));
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });
});

describe('what a constraint refuses', () => {
  test('one request id is answered once, also when both travel in one group', async () => {
    const first = plan({ transfers: [award('h1', 5)] });
    const twin = { ...first, transfers: [award('h1', 5)] };
    expect(await commitAll([first, twin])).toEqual(['recorded', 'stale']);
    expect(await desk.writer.commit({ ...first, transfers: [award('h1', 5)] })).toBe('stale');
    expect(await points('h1')).toBe(5);
  });

  test.each([
    ['a UNIQUE of a room', () => item('taken')],
    ['a word where a number belongs', () => item('free', 'five')],
    ['a number that a CHECK refuses', () => item('free', 0)],
    [
      'a row that refers to nothing',
      () => row(redemptionItems, { ...item('free').values, version: 7 } as never),
    ],
  ])('%s, once among 64, is found by halving and only its plan is stale', async (_, poison) => {
    await desk.writer.commit(plan({ rows: [item('taken')] }));
    for (const at of [0, 37, 63]) {
      const before = desk.sentCount();
      const plans = Array.from({ length: 64 }, (_one, index) =>
        plan({ transfers: [award('h1', 1)], ...(index === at ? { rows: [poison()] } : {}) }),
      );
      const verdicts = await commitAll(plans);
      expect(verdicts.flatMap((verdict, index) => (verdict === 'stale' ? [index] : []))).toEqual([
        at,
      ]);
      expect(desk.sentCount() - before).toBeLessThanOrEqual(14);
    }
    expect(await points('h1')).toBe(3 * 63);
  });

  test.each([
    ['text with NUL', 'a\0b'],
    ['half a character', 'a\ud83d'],
    ['NaN, which JSON would turn into nothing', Number.NaN],
    ['a fraction', 0.5],
    ['an object', { name: '盐' }],
  ])(
    '%s, which JSON would hide from the guard, is thrown back at its caller alone',
    async (_, value) => {
      const poison = plan({
        rows: [row(redemptionItems, { ...item('x').values, name: value } as never)],
      });
      const [good, bad, alsoGood] = await Promise.allSettled([
        desk.writer.commit(plan({ transfers: [award('h1', 1)] })),
        desk.writer.commit(poison),
        desk.writer.commit(plan({ transfers: [award('h1', 1)] })),
      ]);
      expect([good.status, alsoGood.status]).toEqual(['fulfilled', 'fulfilled']);
      expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) });
      await expect(desk.writer.inTurn(async () => poison)).rejects.toThrow(TypeError);
    },
  );

  test('a hot passbook at its floor: the first ten of 64 get a point each, in two batches', async () => {
    await desk.writer.commit(plan({ transfers: [award('h0', 10)] }));
    const before = desk.sentCount();
    const verdicts = await commitAll(
      Array.from({ length: 64 }, (_, at) =>
        plan({ transfers: [gift('h0', `h${1 + (at % 7)}`, 1)] }),
      ),
    );
    expect(verdicts).toEqual([...Array(10).fill('recorded'), ...Array(54).fill('stale')]);
    expect(desk.sentCount() - before).toBe(2);
    expect(await points('h0')).toBe(0);
  });

  test('what an earlier plan of the group gives, a later one may spend', async () => {
    const plans = [
      plan({ transfers: [gift('h3', 'h4', 1)] }),
      plan({ transfers: [award('h1', 5)] }),
      plan({ transfers: [gift('h1', 'h2', 5)] }),
      plan({ transfers: [gift('h2', 'h3', 5)] }),
    ];
    expect(await commitAll(plans)).toEqual(['stale', 'recorded', 'recorded', 'recorded']);
  });

  test('two plans that read a row at the same version: one stands, the other decides again', async () => {
    const quota = (version: number, used: number) =>
      row(redemptionQuotas, { id: 'q', version, used });
    const verdicts = await commitAll(
      [quota(1, 1), quota(1, 1), quota(2, 2), quota(2, 2)].map((one) => plan({ rows: [one] })),
    );
    expect(verdicts).toEqual(['recorded', 'stale', 'recorded', 'stale']);
  });

  test('a rival for one row costs the others of its group no refused sending', async () => {
    const before = desk.sentCount();
    const quota = (used: number) =>
      plan({ rows: [row(redemptionQuotas, { id: 'q', version: 1, used })] });
    const stranger = plan({ transfers: [award('h1', 1)] });
    expect(await commitAll([quota(1), quota(2), stranger])).toEqual([
      'recorded',
      'stale',
      'recorded',
    ]);
    expect(desk.sentCount() - before).toBe(1);
  });
});

describe('a turn of its own', () => {
  test('what a turn reads stays true until it is recorded, however many others commit', async () => {
    await desk.writer.commit(plan({ transfers: [award('h0', 100)] }));
    const others = Array.from({ length: 100 }, () =>
      desk.writer.commit(plan({ transfers: [gift('h0', 'h1', 1)] })),
    );
    const turn = desk.writer.inTurn(async () => {
      const left = await points('h0');
      await new Promise((done) => setImmediate(done));
      return plan({ transfers: [gift('h0', 'h2', left)] });
    });
    expect(await turn).toBe('recorded');
    await Promise.all(others);
    expect(await points('h0')).toBe(0);
  });

  test('a turn may find that nothing is left to do, and one that throws harms nobody', async () => {
    expect(await desk.writer.inTurn(async () => null)).toBe('answered');
    await expect(desk.writer.inTurn(() => Promise.reject(new Error('oh')))).rejects.toThrow('oh');
    expect(await desk.writer.commit(plan())).toBe('recorded');
  });
});

describe('the line', () => {
  test('a full line sheds the next caller and serves everybody in it', async () => {
    const waiting = Array.from({ length: WAITING_MAX }, () => desk.writer.commit(plan()));
    expect(desk.writer.waitingCount).toBe(WAITING_MAX);
    await expect(desk.writer.commit(plan())).rejects.toBeInstanceOf(Overloaded);
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['recorded']));
    expect(await desk.writer.commit(plan())).toBe('recorded');
  });

  test('closing finishes what waits and takes nothing in afterwards', async () => {
    const waiting = Array.from({ length: 600 }, () =>
      desk.writer.commit(plan({ transfers: [award('h1', 1)] })),
    );
    await desk.writer.close();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set(['recorded']));
    expect(await points('h1')).toBe(600);
    await expect(desk.writer.commit(plan())).rejects.toBeInstanceOf(WriterStopped);
    await expect(desk.writer.inTurn(async () => null)).rejects.toBeInstanceOf(WriterStopped);
  });
});

test('random bursts on eight passbooks leave exactly what the verdicts say', async () => {
  const chance = seeded(20_260_317);
  const balances = new Map(HOMES.map((home) => [home, 0]));
  for (let burst = 0; burst < 60; burst++) {
    const wishes = Array.from({ length: 1 + chance(64) }, () => {
      const [from, to] = [chance(8), chance(7)];
      const [source, target] = [`h${from}`, `h${to >= from ? to + 1 : to}`];
      const amount = 1 + chance(9);
      const isGift = chance(4) > 0;
      const poison = chance(25) === 0 ? [item('always the same')] : [];
      return { source, target, amount, isGift, poison };
    });
    const verdicts = await commitAll(
      wishes.map(({ source, target, amount, isGift, poison }) =>
        plan({
          transfers: [isGift ? gift(source, target, amount) : award(target, amount)],
          rows: poison,
        }),
      ),
    );
    wishes.forEach(({ source, target, amount, isGift }, at) => {
      if (verdicts[at] !== 'recorded') return;
      balances.set(target, (balances.get(target) ?? 0) + amount);
      if (isGift) balances.set(source, (balances.get(source) ?? 0) - amount);
    });
    for (const [home, balance] of balances) {
      expect(await points(home)).toBe(balance);
      expect(balance).toBeGreaterThanOrEqual(0);
    }
  }
});
