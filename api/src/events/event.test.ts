import type { OccasionWish } from '@bank/shared/contracts/events-staff';
import { describe, expect, test } from 'vitest';
import {
  countsOncePerHousehold,
  decideCapacity,
  decideClose,
  decideMove,
  decideOccasionWish,
  decidePlanned,
  decideTerms,
  decideUnattended,
} from './event.ts';

const HOUR_MS = 3_600_000;
/** Tuesday 2026-03-17, nine in the morning in the community. */
const NOW_MS = Date.UTC(2026, 2, 17, 1);
const wish: OccasionWish = {
  startsAtMs: NOW_MS + HOUR_MS,
  endsAtMs: NOW_MS + 3 * HOUR_MS,
  capacity: 30,
  signUp: { opensAtMs: NOW_MS - HOUR_MS, closesAtMs: NOW_MS + HOUR_MS },
  takesWalkIns: false,
};

describe('the times of an occasion', () => {
  test('a window that closes with the beginning is fit', () => {
    expect(decideOccasionWish(wish, NOW_MS)).toEqual({ ok: true, value: 'fit' });
  });

  test.each([
    ['past', { startsAtMs: NOW_MS }],
    [
      'too-far',
      { startsAtMs: NOW_MS + 367 * 24 * HOUR_MS, endsAtMs: NOW_MS + 367.1 * 24 * HOUR_MS },
    ],
    ['order', { endsAtMs: NOW_MS + HOUR_MS }],
    ['two-days', { endsAtMs: NOW_MS + 15 * HOUR_MS }],
    ['window', { signUp: { opensAtMs: NOW_MS, closesAtMs: NOW_MS } }],
    ['window', { signUp: { opensAtMs: NOW_MS, closesAtMs: NOW_MS + HOUR_MS + 1 } }],
  ] as const)('%s is refused as events/times-wrong', (why, change) => {
    expect(decideOccasionWish({ ...wish, ...change }, NOW_MS)).toMatchObject({
      problem: { code: 'events/times-wrong', facts: { why } },
    });
  });

  test('the last minute of the day is still that day', () => {
    const endsAtMs = NOW_MS + 15 * HOUR_MS - 60_000;
    expect(decideOccasionWish({ ...wish, endsAtMs }, NOW_MS).ok).toBe(true);
  });

  test('without sign-up somebody must be able to come: events/terms-clash', () => {
    const closed = { ...wish, signUp: null };
    expect(decideOccasionWish(closed, NOW_MS)).toMatchObject({
      problem: { code: 'events/terms-clash', facts: { why: 'nobody-can-come' } },
    });
    expect(decideOccasionWish({ ...closed, takesWalkIns: true }, NOW_MS).ok).toBe(true);
  });
});

test('who is only counted earns neither points nor hours: events/terms-clash', () => {
  const heads = { countedBy: 'headcount', ruleCode: null, countsHours: false } as const;
  expect(decideTerms(heads).ok).toBe(true);
  for (const wrong of [{ ruleCode: 'JF03' }, { countsHours: true }]) {
    expect(decideTerms({ ...heads, ...wrong })).toMatchObject({
      problem: { code: 'events/terms-clash', facts: { why: 'headcount-earns' } },
    });
    expect(decideTerms({ ...heads, ...wrong, countedBy: 'check-in' }).ok).toBe(true);
  }
});

test('宣讲 and 会议 count once a home unless a steward says otherwise', () => {
  expect(countsOncePerHousehold('lecture')).toBe(true);
  expect(countsOncePerHousehold('meeting')).toBe(true);
  expect(countsOncePerHousehold('volunteering')).toBe(false);
});

test('an ended occasion says how it ended: events/occasion-not-planned', () => {
  expect(decidePlanned('planned').ok).toBe(true);
  for (const [state, stateWords] of [
    ['closed', '已经结束，签到也收了'],
    ['cancelled', '不办了'],
  ] as const) {
    expect(decidePlanned(state)).toMatchObject({
      problem: { code: 'events/occasion-not-planned', facts: { stateWords } },
    });
  }
});

test('one who came is enough to keep it as it is: events/already-attended', () => {
  expect(decideUnattended(0).ok).toBe(true);
  expect(decideUnattended(1)).toMatchObject({
    problem: { code: 'events/already-attended', facts: { attendedCount: 1 } },
  });
});

describe('the close', () => {
  const occasion = {
    state: 'planned',
    startsAtMs: NOW_MS,
    countedBy: 'check-in',
    lateCount: 0,
  } as const;

  test('may come with the beginning', () => {
    expect(decideClose(occasion, undefined, NOW_MS)).toEqual({
      ok: true,
      value: { headcount: null },
    });
    expect(decideClose(occasion, undefined, NOW_MS - 1)).toMatchObject({
      problem: { code: 'events/not-begun', facts: { startsAtMs: NOW_MS } },
    });
  });

  test('waits for every late scan', () => {
    expect(decideClose({ ...occasion, lateCount: 3 }, undefined, NOW_MS)).toMatchObject({
      problem: { code: 'events/late-scans-waiting', facts: { lateCount: 3 } },
    });
  });

  test('counts heads where that is the way, also none', () => {
    const heads = { ...occasion, countedBy: 'headcount' } as const;
    expect(decideClose(heads, undefined, NOW_MS)).toMatchObject({
      problem: { code: 'events/headcount-missing' },
    });
    expect(decideClose(heads, 0, NOW_MS)).toEqual({ ok: true, value: { headcount: 0 } });
    expect(decideClose(occasion, 12, NOW_MS)).toEqual({ ok: true, value: { headcount: null } });
  });

  test('happens once', () => {
    expect(decideClose({ ...occasion, state: 'closed' }, undefined, NOW_MS)).toMatchObject({
      problem: { code: 'events/occasion-not-planned' },
    });
  });
});

describe('another number of seats', () => {
  const seats = { openSeats: 0, takenCount: 10, waitingCount: 3 };

  test.each([
    ['more than wait: all of them sit', 20, seats, { change: 10, seatedCount: 3 }],
    ['fewer than wait: as many as there are', 12, seats, { change: 2, seatedCount: 2 }],
    [
      'free ones go first',
      10,
      { ...seats, openSeats: 5, waitingCount: 0 },
      { change: -5, seatedCount: 0 },
    ],
    ['the same', 10, seats, { change: 0, seatedCount: 0 }],
    ['without a limit', null, seats, { change: 999_990, seatedCount: 3 }],
  ])('%s', (_what, capacity, before, value) => {
    expect(decideCapacity(capacity, before)).toEqual({ ok: true, value });
  });

  test('fewer than are taken is refused as events/too-few-seats', () => {
    expect(decideCapacity(9, seats)).toMatchObject({
      problem: { code: 'events/too-few-seats', facts: { takenCount: 10 } },
    });
  });
});

describe('another place or time', () => {
  const record = {
    place: '3栋楼下',
    startsAtMs: NOW_MS + 3 * HOUR_MS,
    endsAtMs: NOW_MS + 4 * HOUR_MS,
    signUpOpensAtMs: NOW_MS,
    signUpClosesAtMs: NOW_MS + 3 * HOUR_MS,
  };
  const { place, startsAtMs, endsAtMs } = record;
  const move = (change: object, attendedCount = 0, more: object = {}) =>
    decideMove(
      { attendedCount, record: { ...record, ...more } },
      { place, startsAtMs, endsAtMs, ...change },
      NOW_MS,
    );

  test('the same is no move, even where people already are', () => {
    expect(move({}, 3)).toEqual({ ok: true, value: null });
  });

  test('an earlier beginning takes the end of sign-up with it, a later one leaves it', () => {
    const earlier = NOW_MS + 2 * HOUR_MS;
    expect(move({ startsAtMs: earlier })).toMatchObject({ value: { signUpClosesAtMs: earlier } });
    expect(move({ startsAtMs: startsAtMs + 1 })).toMatchObject({
      value: { signUpClosesAtMs: record.signUpClosesAtMs },
    });
    const none = { signUpOpensAtMs: null, signUpClosesAtMs: null };
    expect(move({ startsAtMs: earlier }, 0, none)).toMatchObject({
      value: { signUpClosesAtMs: null },
    });
  });

  test('a beginning before sign-up opens, one that is over, and people who are there are refused', () => {
    const late = { signUpOpensAtMs: NOW_MS + 2 * HOUR_MS };
    expect(move({ startsAtMs: NOW_MS + HOUR_MS }, 0, late)).toMatchObject({
      problem: { code: 'events/times-wrong', facts: { why: 'window' } },
    });
    expect(move({ startsAtMs: NOW_MS })).toMatchObject({
      problem: { code: 'events/times-wrong', facts: { why: 'past' } },
    });
    expect(move({ place: '别处' }, 1)).toMatchObject({
      problem: { code: 'events/already-attended' },
    });
  });
});
