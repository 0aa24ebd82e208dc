import { describe, expect, test } from 'vitest';
import { decidePostings, isByTheHour, periodId, periodName, pointsFor } from './award.ts';

const HOURLY = { points: 2, unit: '小时' };

describe('what a deed earns', () => {
  test.each([
    [0, 0],
    [29, 0],
    [30, 1],
    [59, 1],
    [60, 2],
    [149, 4],
  ])('%i minutes at two points an hour are %i points', (minutes, points) => {
    expect(pointsFor(HOURLY, minutes)).toBe(points);
  });

  test('half a point is not given', () => {
    expect(pointsFor({ points: 3, unit: '小时' }, 30)).toBe(1);
  });

  test('a rule by the time (次) earns its points whatever the minutes', () => {
    expect(pointsFor({ points: 5, unit: '次' }, 0)).toBe(5);
    expect(isByTheHour({ unit: '次' })).toBe(false);
    expect(isByTheHour(HOURLY)).toBe(true);
  });
});

describe('periods of the community’s calendar', () => {
  test.each([
    ['week', '2026-03-16', '2026-03-16'],
    ['week', '2026-03-22', '2026-03-16'],
    ['week', '2026-03-23', '2026-03-23'],
    ['week', '2027-01-01', '2026-12-28'],
    ['month', '2026-03-31', '2026-03'],
    ['quarter', '2026-03-31', '2026-Q1'],
    ['quarter', '2026-04-01', '2026-Q2'],
    ['quarter', '2026-12-31', '2026-Q4'],
    ['year', '2026-12-31', '2026'],
  ] as const)('the %s of %s is %s', (period, day, name) => {
    expect(periodName(period, day)).toBe(name);
  });

  test('a period belongs to one home and one rule', () => {
    expect(periodId('home_1', { code: 'JF03', period: 'month' }, '2026-03-17')).toBe(
      'home_1|JF03|2026-03',
    );
  });
});

describe('the cap of a home', () => {
  const rule = { code: 'JF03', period: 'month', periodCap: 8 } as const;
  const award = (householdId: string, points: number) => ({ householdId, points });
  const uses = (points: number) =>
    new Map([['home_1|JF03|2026-03', { id: 'home_1|JF03|2026-03', version: 3, points }]]);

  test('cuts the award that passes it, and the next one to nothing', () => {
    const { posted, periods } = decidePostings(
      [award('home_1', 2), award('home_1', 2), award('home_1', 2)],
      rule,
      '2026-03-17',
      uses(5),
    );
    expect(posted.map(({ points, cutBy }) => [points, cutBy])).toEqual([
      [2, null],
      [1, 'cap'],
      [0, 'cap'],
    ]);
    expect(periods).toEqual([{ id: 'home_1|JF03|2026-03', version: 4, points: 8 }]);
  });

  test('a full period is not written again, and another home has its own', () => {
    const { posted, periods } = decidePostings(
      [award('home_1', 2), award('home_2', 2)],
      rule,
      '2026-03-17',
      uses(8),
    );
    expect(posted.map(({ points }) => points)).toEqual([0, 2]);
    expect(periods).toEqual([{ id: 'home_2|JF03|2026-03', version: 1, points: 2 }]);
  });

  test('a cap that a new version lowered below what was earned takes nothing back', () => {
    const { posted } = decidePostings([award('home_1', 2)], rule, '2026-03-17', uses(11));
    expect(posted[0]).toMatchObject({ points: 0, cutBy: 'cap' });
  });
});
