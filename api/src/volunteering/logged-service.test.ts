import { describe, expect, test } from 'vitest';
import type { TimeSpan } from '../events/time-span.ts';
import { decideConfirmer, decideLog, decidePending, starsOf } from './logged-service.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** Midnight that begins 2026-03-17 in the community. */
const DAY_MS = Date.UTC(2026, 2, 16, 16);
const NOW_MS = DAY_MS + 20 * HOUR_MS;

const log = (fromMinute: number, minutes: number) => ({
  startsAtMs: DAY_MS + fromMinute * MINUTE_MS,
  endsAtMs: DAY_MS + (fromMinute + minutes) * MINUTE_MS,
});
const taken = (fromMinute: number, minutes: number): TimeSpan => {
  const { startsAtMs: fromMs, endsAtMs } = log(fromMinute, minutes);
  return {
    kind: 'service',
    id: 'service_1',
    fromMs,
    outAtMs: endsAtMs,
    untilMs: endsAtMs,
    minutes,
    countsHours: true,
  };
};

describe('a log', () => {
  test('of half an hour that ends now is taken', () => {
    expect(decideLog(log(20 * 60 - 30, 30), [], DAY_MS, NOW_MS)).toEqual({ ok: true, value: 30 });
  });

  test.each([
    ['volunteering/times-wrong', log(60, 0)],
    ['volunteering/times-wrong', log(60, 30.5)],
    ['volunteering/times-wrong', log(-30, 60)],
    ['volunteering/too-short', log(60, 29)],
    ['volunteering/in-the-future', log(20 * 60 - 30, 31)],
    ['volunteering/too-long-ago', log(-31 * 24 * 60 + 60, 60)],
    ['volunteering/overlap', log(600, 60)],
    ['volunteering/day-is-full', log(60, 360)],
  ] as const)('%s', (code, wish) => {
    const spans = [taken(620, 30), taken(700, 340)];
    expect(decideLog(wish, spans, DAY_MS, NOW_MS)).toMatchObject({ problem: { code } });
  });

  test('may fill a day to twelve hours', () => {
    expect(decideLog(log(60, 380), [taken(700, 340)], DAY_MS, NOW_MS).ok).toBe(true);
  });

  test('of the thirtieth day before is taken', () => {
    expect(decideLog(log(-30 * 24 * 60 + 60, 60), [], DAY_MS, NOW_MS).ok).toBe(true);
  });
});

test('only what waits is decided: volunteering/not-pending', () => {
  expect(decidePending('pending').ok).toBe(true);
  for (const state of ['confirmed', 'returned', 'withdrawn'] as const) {
    expect(decidePending(state)).toMatchObject({ problem: { code: 'volunteering/not-pending' } });
  }
});

test('nobody decides for oneself or the own home: volunteering/own-household', () => {
  const service = { personId: 'person_1', householdId: 'home_1' };
  expect(decideConfirmer({ personId: 'person_9', householdId: null }, service).ok).toBe(true);
  for (const confirmer of [
    { personId: 'person_1', householdId: 'home_9' },
    { personId: 'person_2', householdId: 'home_1' },
  ]) {
    expect(decideConfirmer(confirmer, service)).toMatchObject({
      problem: { code: 'volunteering/own-household' },
    });
  }
});

test.each([
  [0, 0, 6_000],
  [5_999, 0, 1],
  [6_000, 1, 12_000],
  [11_160, 1, 6_840],
  [90_000, 5, null],
])('%i minutes are %i stars', (minutes, stars, minutesToNextStar) => {
  expect(starsOf(minutes)).toEqual({ stars, minutesToNextStar });
});
