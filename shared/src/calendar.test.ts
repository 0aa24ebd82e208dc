import { expect, test } from 'vitest';
import {
  addDays,
  communityTime,
  dayOf,
  isDay,
  monthOf,
  sayClock,
  sayDay,
  sayMoment,
  startOfDayMs,
  weekdayOf,
} from './calendar.ts';

const evening = Date.UTC(2026, 2, 17, 16, 5);

test('the community’s day begins at 16:00 UTC, whatever the machine thinks', () => {
  expect(dayOf(evening - 6 * 60_000)).toBe('2026-03-17');
  expect(dayOf(evening)).toBe('2026-03-18');
  expect(startOfDayMs('2026-03-18')).toBe(Date.UTC(2026, 2, 17, 16));
  expect(communityTime(evening)).toEqual({
    year: 2026,
    month: 3,
    day: 18,
    hour: 0,
    minute: 5,
    weekday: 3,
  });
});

test('days are added over months, years and leap days', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(monthOf(evening)).toBe('2026-03');
});

test.each(['2026-02-30', '2026-13-01', '0000-00-00', '2026-3-1', '9999-12-32', ''])(
  '%s is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
  },
);

test('days and times are said as neighbours say them', () => {
  expect(sayDay('2026-03-20')).toBe('3 月 20 日 周五');
  expect(weekdayOf('2026-03-22')).toBe('周日');
  expect(sayClock(evening)).toBe('00:05');
  expect(sayMoment(evening)).toBe('3 月 18 日 00:05');
  expect([isDay('2028-02-29'), isDay('2026-12-31')]).toEqual([true, true]);
});
