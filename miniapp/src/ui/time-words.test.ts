import { describe, expect, test } from 'vitest';
import {
  nearDays,
  readClock,
  readDay,
  readTime,
  sayHour,
  sayMinutes,
  sayNearDay,
} from './time-words';

const today = '2026-03-17';

describe('a day as people write it', () => {
  test.each([
    ['2026-03-20', '2026-03-20'],
    ['2026/3/20', '2026-03-20'],
    ['3月20日', '2026-03-20'],
    ['３－２０', '2026-03-20'],
    ['1-2', '2027-01-02'],
  ])('%s ahead of today is %s', (text, day) => {
    expect(readDay(text, today, 'ahead')).toBe(day);
  });

  test('a service of December written in March was last December', () => {
    expect(readDay('12-30', today, 'behind')).toBe('2025-12-30');
  });

  test.each(['', '明儿', '2026-02-30', '13-1'])('%s is no day', (text) => {
    expect(readDay(text, today, 'ahead')).toBeUndefined();
  });
});

describe('a time of the day', () => {
  test.each([
    ['9:00', 540],
    ['09：30', 570],
    ['0930', 570],
    ['9点半', 570],
    ['14点', 840],
    ['8', 480],
  ])('%s is %i minutes after midnight', (text, minutes) => {
    expect(readClock(text)).toBe(minutes);
  });

  test.each(['', '24:00', '9:60', '早上'])('%s is none', (text) => {
    expect(readClock(text)).toBeUndefined();
  });
});

describe('a stretch of time', () => {
  test('nine to half past eleven in the community is one to half past three in Greenwich', () => {
    const typed = { day: '2026-03-20', from: '9:00', until: '11:30' };
    expect(readTime(typed, today, 'ahead')).toEqual({
      ok: true,
      startsAtMs: Date.UTC(2026, 2, 20, 1),
      endsAtMs: Date.UTC(2026, 2, 20, 3, 30),
    });
  });

  test('each field says what is wrong with it', () => {
    const found = readTime({ day: 'x', from: '', until: '9:00' }, today, 'ahead');
    expect(found).toEqual({
      ok: false,
      errors: { day: '日期要写成 2026-03-17 这样', from: '时间要写成 9:00 这样' },
    });
    const backwards = readTime({ day: '3-20', from: '10:00', until: '9:00' }, today, 'ahead');
    expect(backwards).toEqual({ ok: false, errors: { until: '结束要晚于开始' } });
  });
});

test('minutes are said in hours where there are any', () => {
  expect([45, 60, 120, 150].map(sayMinutes)).toEqual([
    '45 分钟',
    '1 小时',
    '2 小时',
    '2 小时 30 分',
  ]);
});

test('near days have the names neighbours give them', () => {
  expect(nearDays(today, 'behind')).toEqual([
    { value: '2026-03-17', words: '今天' },
    { value: '2026-03-16', words: '昨天' },
    { value: '2026-03-15', words: '前天' },
  ]);
});

/** An instant of the community, eight hours ahead of UTC, in March 2026. */
const inMarch = (day: number, hour: number, minute = 0) => Date.UTC(2026, 2, day, hour - 8, minute);

test.each([
  [inMarch(17, 23), '今天'],
  [inMarch(18, 0, 5), '明天'],
  [inMarch(19, 9), '后天'],
  [inMarch(20, 9), '3 月 20 日 周五'],
])('a day from the seventeenth on is said as neighbours say it, case %#', (atMs, words) => {
  expect(sayNearDay(atMs, inMarch(17, 7))).toBe(words);
});

test.each([
  [inMarch(17, 9), '上午 9 点'],
  [inMarch(17, 12, 30), '中午 12 点半'],
  [inMarch(17, 14, 30), '下午 2 点半'],
  [inMarch(17, 19, 40), '晚上 7 点 40 分'],
  [inMarch(17, 0, 10), '凌晨 0 点 10 分'],
])('the hour is said with its part of the day, case %#', (atMs, words) => {
  expect(sayHour(atMs)).toBe(words);
});
