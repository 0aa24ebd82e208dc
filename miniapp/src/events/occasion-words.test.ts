import type { Occasion } from '@bank/shared/contracts/events';
import { EventId, OccasionId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import {
  attendanceWords,
  doorOf,
  doorOpensWords,
  earningWords,
  ownTodayFirst,
  placesWords,
  seatWords,
  standingWords,
  waitingPointsWords,
  wayOf,
  whenWords,
} from './occasion-words';

const morning = Date.UTC(2026, 2, 20, 1);
const clinic: Occasion = {
  id: OccasionId.parse('occasion_1'),
  eventId: EventId.parse('event_1'),
  title: '县医院专家义诊',
  kind: 'clinic',
  siteName: '春晖社区',
  areaName: '春晖社区',
  place: '广场',
  startsAtMs: morning,
  endsAtMs: morning + 9_000_000,
  state: 'planned',
  capacity: 60,
  takenCount: 46,
  waitingCount: 0,
  signUp: { opensAtMs: morning - 900_000, closesAtMs: morning - 60_000 },
  takesWalkIns: true,
  countedBy: 'check-in',
  checkIn: { opensAtMs: morning - 3_600_000, closesAtMs: morning + 12_600_000 },
  countsHours: false,
  earning: { ruleCode: 'JF21', points: 1, unit: '次' },
  mine: null,
};
type State = 'seated' | 'waiting' | 'attended' | 'late' | 'left';
const mine = (state: State, position: number | null = null) => ({
  ...clinic,
  mine: { state, position, inAtMs: null, outAtMs: null, pendingPoints: null },
});
const inTime = morning - 500_000;

test('an occasion is said with its day, its hours, its seats and what it earns', () => {
  expect(whenWords(clinic)).toBe('3 月 20 日 周五 09:00–11:30');
  expect(earningWords(clinic)).toBe('+1 分');
  expect(
    earningWords({
      ...clinic,
      countsHours: true,
      earning: { ruleCode: 'JF01', points: 2, unit: '小时' },
    }),
  ).toBe('+2 分/小时');
  expect(earningWords({ ...clinic, earning: null })).toBeUndefined();
});

test.each([
  [clinic, '已报 46 / 60 人'],
  [{ ...clinic, takenCount: 0 }, '还没有人报名，共 60 个名额'],
  [{ ...clinic, takenCount: 60 }, '已满 60 / 60 人'],
  [{ ...clinic, takenCount: 60, waitingCount: 4 }, '已满 60 / 60 人 · 候补 4 人'],
  [{ ...clinic, capacity: null }, '已报 46 人'],
  [{ ...clinic, capacity: null, takenCount: 0 }, '还没有人报名'],
  [{ ...clinic, signUp: null }, '不用报名，直接来'],
])('how full it is always comes with its numbers: %#', (occasion, words) => {
  expect(seatWords(occasion)).toBe(words);
});

describe('there is one thing to do, or a reason why there is none', () => {
  test('signing up, joining the line, giving up', () => {
    expect(wayOf(clinic, inTime)).toEqual({ kind: 'sign-up' });
    expect(wayOf({ ...clinic, takenCount: 60 }, inTime)).toEqual({ kind: 'queue' });
    expect(wayOf(mine('seated'), inTime)).toEqual({ kind: 'cancel' });
    expect(wayOf(mine('waiting', 5), inTime)).toEqual({ kind: 'cancel' });
  });

  test.each([
    [{ ...clinic, state: 'cancelled' as const }, inTime, '已取消'],
    [{ ...clinic, state: 'closed' as const }, inTime, '已结束'],
    [{ ...clinic, signUp: null }, inTime, '直接来'],
    [clinic, morning - 900_001, '还没开始报名'],
    [clinic, morning - 59_999, '报名截止了'],
    [mine('seated'), morning, '已报名'],
    [mine('attended'), inTime, '已签到'],
  ])('none, and why: %#', (occasion, nowMs, words) => {
    expect(wayOf(occasion, nowMs)).toEqual({ kind: 'none', words });
  });
});

test('where one stands is said in words', () => {
  expect(standingWords(clinic)).toBeUndefined();
  expect(standingWords(mine('seated'))).toBe('已报名');
  expect(standingWords(mine('waiting', 5))).toBe('候补第 5 位');
  expect(standingWords(mine('attended'))).toBe('已签到');
});

const HOUR_MS = 3_600_000;
const came = (
  state: State,
  inAtMs: number | null,
  outAtMs: number | null = null,
  pendingPoints: number | null = null,
) => ({ ...clinic, mine: { state, position: null, inAtMs, outAtMs, pendingPoints } });

test('whoever was there reads when they came and left, and that the points wait', () => {
  expect(attendanceWords(mine('seated'))).toBeUndefined();
  expect(attendanceWords(came('attended', morning, null, 0))).toBe('您 09:00 签到，积分待入账');
  expect(attendanceWords(came('left', morning, morning + 2 * HOUR_MS, 4))).toBe(
    '您 09:00 签到，11:00 签退，待入账 +4 分',
  );
  expect(attendanceWords(came('attended', morning))).toBe('您 09:00 签到');
  expect(attendanceWords(came('late', morning))).toContain('等工作人员确认');
  expect(waitingPointsWords(came('attended', morning, null, 2))).toBe('待入账 +2 分');
  expect(waitingPointsWords(came('attended', morning))).toBeUndefined();
  expect(waitingPointsWords(clinic)).toBeUndefined();
});

describe('the door of an occasion', () => {
  const counting = { countsHours: true };

  test.each([
    [clinic, 'in'],
    [mine('seated'), 'in'],
    [mine('waiting', 1), 'in'],
    [{ ...mine('attended'), ...counting }, 'out'],
  ] as const)('is there on the day: %#', (occasion, way) => {
    expect(doorOf(occasion, morning - HOUR_MS)).toBe(way);
  });

  test.each([
    ['yesterday', mine('seated'), morning - 24 * HOUR_MS],
    ['where only heads are counted', { ...clinic, countedBy: 'headcount' as const }, morning],
    ['once it is closed', { ...clinic, state: 'closed' as const }, morning],
    ['without a seat where walk-ins are not taken', { ...clinic, takesWalkIns: false }, morning],
    ['for whoever came, where hours do not count', mine('attended'), morning],
    ['for whoever left', { ...mine('left'), ...counting }, morning],
    ['while staff look at a late scan', mine('late'), morning],
    ['once nobody lets themselves in any more', mine('seated'), clinic.checkIn.closesAtMs],
  ])('is not there %s', (_when, occasion, nowMs) => {
    expect(doorOf(occasion, nowMs)).toBeUndefined();
  });
});

test('whoever came before midnight still finds the way out after it', () => {
  const start = Date.UTC(2026, 2, 20, 13);
  const late = {
    ...mine('attended'),
    countsHours: true,
    startsAtMs: start,
    endsAtMs: start + 2.9 * HOUR_MS,
    checkIn: { opensAtMs: start - HOUR_MS, closesAtMs: start + 3.9 * HOUR_MS },
  };
  expect(doorOf(late, start + 3.2 * HOUR_MS)).toBe('out');
  expect(doorOf(late, start + 3.9 * HOUR_MS)).toBeUndefined();
});

test('the way to the door says when it opens, until it does', () => {
  expect(doorOpensWords(clinic, clinic.checkIn.opensAtMs - 1)).toBe('08:00 开始签到');
  expect(doorOpensWords(clinic, clinic.checkIn.opensAtMs)).toBeUndefined();
});

test("today's own occasions come first, the rest keep their order", () => {
  const day = 24 * HOUR_MS;
  const tomorrow = {
    ...mine('seated'),
    startsAtMs: morning + day,
    checkIn: { opensAtMs: morning + day - HOUR_MS, closesAtMs: morning + day + 3.5 * HOUR_MS },
    title: '明天',
  };
  const own = { ...mine('seated'), title: '自己的' };
  const order = ownTodayFirst([clinic, tomorrow, own], morning).map(({ title }) => title);
  expect(order).toEqual(['自己的', '县医院专家义诊', '明天']);
});

test.each([
  [clinic, '还剩 14 个名额'],
  [{ ...clinic, takenCount: 60 }, '满了，可排候补'],
  [{ ...clinic, capacity: null }, '不限人数'],
  [{ ...clinic, signUp: null }, '直接来'],
])('what is left for whoever comes now is said in a few words, case %#', (occasion, words) => {
  expect(placesWords(occasion)).toBe(words);
});
