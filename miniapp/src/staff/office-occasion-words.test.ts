import type { OfficeOccasion } from '@bank/shared/contracts/events-staff';
import { EventId, OccasionId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import { byDay, countWords, isDue, stateOf } from './office-occasion-words';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 3 月 20 日 09:00 in the community. */
const start = Date.UTC(2026, 2, 20, 1);
const one: OfficeOccasion = {
  occasion: {
    id: OccasionId.parse('occasion_1'),
    eventId: EventId.parse('event_1'),
    title: '县医院专家义诊',
    kind: 'clinic',
    siteName: '春晖社区',
    areaName: '春晖社区',
    place: '广场',
    startsAtMs: start,
    endsAtMs: start + 2 * HOUR,
    state: 'planned',
    capacity: 60,
    takenCount: 22,
    waitingCount: 0,
    signUp: { opensAtMs: start - DAY, closesAtMs: start },
    takesWalkIns: true,
    countedBy: 'check-in',
    checkIn: { opensAtMs: start - HOUR, closesAtMs: start + 3 * HOUR },
    countsHours: false,
    earning: null,
    mine: null,
  },
  attendedCount: 0,
  lateCount: 0,
  pendingAwards: 0,
};
const onDay = (days: number): OfficeOccasion => ({
  ...one,
  occasion: {
    ...one.occasion,
    startsAtMs: start + days * DAY,
    endsAtMs: start + days * DAY + HOUR,
  },
});

describe('the office', () => {
  test('says where an occasion is on its way', () => {
    expect(stateOf(one, start - 1).words).toBe('还没开始');
    expect(stateOf(one, start).words).toBe('正在办');
    expect(stateOf(one, start + 2 * HOUR).words).toBe('等结束签到');
    const cancelled = { ...one, occasion: { ...one.occasion, state: 'cancelled' as const } };
    expect(stateOf(cancelled, start).words).toBe('不办了');
  });

  test('counts only what there is', () => {
    expect(countWords(one)).toBe('名额 22 / 60');
    expect(countWords({ ...one, attendedCount: 18, lateCount: 2, pendingAwards: 18 })).toBe(
      '名额 22 / 60 · 签到 18 人 · 待确认 2 条 · 待入账 18 笔',
    );
  });

  test('shows today first, then what comes, then the past with the newest first', () => {
    const list = [onDay(-2), onDay(-1), one, onDay(1)];
    const { today, coming, past } = byDay(list, start + HOUR);
    expect([today, coming, past]).toEqual([[one], [onDay(1)], [onDay(-1), onDay(-2)]]);
  });

  test('offers the close from the first minute of its day, for the hour is the bank’s to judge', () => {
    expect(isDue(one.occasion, start - 9 * HOUR)).toBe(true);
    expect(isDue(one.occasion, start - 9 * HOUR - 1)).toBe(false);
  });
});
