import { describe, expect, test } from 'vitest';
import { decideTimeFree, minutesWithin, serviceMinutes, type TimeSpan } from './time-span.ts';

const MINUTE_MS = 60_000;

function span(fromMinute: number, untilMinute: number, more: Partial<TimeSpan> = {}): TimeSpan {
  return {
    kind: 'service',
    id: 'service_1',
    fromMs: fromMinute * MINUTE_MS,
    outAtMs: untilMinute * MINUTE_MS,
    untilMs: untilMinute * MINUTE_MS,
    minutes: untilMinute - fromMinute,
    countsHours: true,
    ...more,
  };
}

const minutes = (spans: readonly TimeSpan[], from: number, until: number) =>
  serviceMinutes(spans, from * MINUTE_MS, until * MINUTE_MS);

describe('free time', () => {
  test('touching ends do not overlap, one minute does', () => {
    const taken = [span(60, 120)];
    expect(decideTimeFree(taken, 0, 60 * MINUTE_MS).ok).toBe(true);
    expect(decideTimeFree(taken, 120 * MINUTE_MS, 180 * MINUTE_MS).ok).toBe(true);
    expect(decideTimeFree(taken, 0, 61 * MINUTE_MS)).toEqual({
      ok: false,
      problem: { fromMs: 60 * MINUTE_MS, untilMs: 120 * MINUTE_MS },
    });
    expect(decideTimeFree(taken, 70 * MINUTE_MS, 80 * MINUTE_MS).ok).toBe(false);
  });
});

describe('minutes of service', () => {
  test('are whole minutes between in and out', () => {
    expect(serviceMinutes([], 0, 90 * MINUTE_MS + 59_999)).toBe(90);
  });

  test('begin after what was there, and end before what came', () => {
    expect(minutes([span(0, 40)], 30, 90)).toBe(50);
    expect(minutes([span(60, 120)], 30, 90)).toBe(30);
    expect(minutes([span(0, 40), span(60, 120)], 30, 90)).toBe(20);
    expect(minutes([span(0, 120)], 30, 90)).toBe(0);
    expect(minutes([span(30, 60)], 30, 90)).toBe(30);
  });

  test('lose nothing to where nobody checked out, nor to what counts no hours', () => {
    expect(minutes([span(40, 80, { outAtMs: null })], 30, 90)).toBe(60);
    expect(minutes([span(40, 80, { countsHours: false })], 30, 90)).toBe(60);
  });
});

test('a day counts what begins in it', () => {
  const spans = [span(0, 40), span(60, 70), span(100, 160), span(20, 30, { countsHours: false })];
  expect(minutesWithin(spans, 0, 100 * MINUTE_MS)).toBe(50);
});
