import type { CheckedIn } from '@bank/shared/contracts/events';
import { EventId, OccasionId } from '@bank/shared/ids';
import { expect, test } from 'vitest';
import { headline, mayLeave, remedyFor, sayMinutes, whatNext } from './next-step';

/** 08:02 in the community. */
const IN_MS = Date.UTC(2026, 2, 21, 0, 2);
const MINUTE_MS = 60_000;
const here: CheckedIn = {
  occasionId: OccasionId.parse('occasion_1'),
  eventId: EventId.parse('event_1'),
  title: '清洁家园志愿服务',
  siteName: '春晖社区',
  inAtMs: IN_MS,
  outAtMs: null,
  isAgain: false,
  pendingPoints: 0,
  isCountedForHome: false,
  earning: { ruleCode: 'JF01', points: 2, unit: '小时' },
  countsHours: true,
  serviceMinutes: 0,
};

test('a first check-in succeeds, a second one says when the first was', () => {
  expect(headline(here)).toBe('签到成功');
  expect(headline({ ...here, isAgain: true })).toBe('您 08:02 已经签过了');
});

test('a check-out succeeds, a second one says when the first was', () => {
  const left = { ...here, outAtMs: IN_MS + 123 * MINUTE_MS };
  expect(headline(left)).toBe('签退成功');
  expect(headline({ ...left, isAgain: true })).toBe('您 10:05 已经签退了');
});

test('nobody is asked to leave in the first ten minutes, after leaving, or where hours do not count', () => {
  expect(mayLeave(here, IN_MS + 10 * MINUTE_MS)).toBe(true);
  expect(mayLeave(here, IN_MS + 10 * MINUTE_MS - 1)).toBe(false);
  expect(mayLeave({ ...here, outAtMs: IN_MS + 1 }, IN_MS + 99 * MINUTE_MS)).toBe(false);
  expect(mayLeave({ ...here, countsHours: false }, IN_MS + 99 * MINUTE_MS)).toBe(false);
});

test('what comes next is said only where something does', () => {
  expect(whatNext(here, IN_MS)).toBe('走的时候再扫一次，才算完成');
  const again = { ...here, isAgain: true };
  expect(whatNext(again, IN_MS + MINUTE_MS)).toContain('满 10 分钟才能签退');
  expect(whatNext(again, IN_MS + 30 * MINUTE_MS)).toContain('签退');
  expect(whatNext({ ...here, countsHours: false }, IN_MS)).toBeUndefined();
  expect(whatNext({ ...here, outAtMs: IN_MS + 1 }, IN_MS)).toBeUndefined();
});

test.each([
  ['events/code-forged', 'scan'],
  ['events/code-stale', 'scan'],
  ['events/code-of-other-event', 'scan'],
  ['events/wrong-digits', 'type'],
  ['events/digits-paused', 'type'],
  ['events/walk-ins-not-taken', 'look'],
  ['events/check-in-over', 'look'],
] as const)('after %s one can %s', (code, remedy) => {
  expect(remedyFor(code)).toBe(remedy);
});

test.each([
  [45, '45 分钟'],
  [60, '1 小时'],
  [125, '2 小时 5 分钟'],
])('%i minutes are %s', (minutes, words) => {
  expect(sayMinutes(minutes)).toBe(words);
});
