import type { Occasion } from '@bank/shared/contracts/events';
import { EventId, OccasionId } from '@bank/shared/ids';
import { expect, test } from 'vitest';
import { changeableOf, readChange, typedOf } from './occasion-change';

const HOUR = 3_600_000;
const TODAY = '2026-03-20';
/** 3 月 20 日 09:00:20 in the community: no whole minute, as a machine may have made it. */
const startsAtMs = Date.UTC(2026, 2, 20, 1, 0, 20);
const occasion: Occasion = {
  id: OccasionId.parse('occasion_1'),
  eventId: EventId.parse('event_1'),
  title: '县医院专家义诊',
  kind: 'clinic',
  siteName: '春晖社区',
  areaName: '春晖社区',
  place: '广场',
  startsAtMs,
  endsAtMs: startsAtMs + 2 * HOUR,
  state: 'planned',
  capacity: 60,
  takenCount: 22,
  waitingCount: 0,
  signUp: { opensAtMs: startsAtMs - 48 * HOUR, closesAtMs: startsAtMs },
  takesWalkIns: true,
  countedBy: 'check-in',
  checkIn: { opensAtMs: startsAtMs - HOUR, closesAtMs: startsAtMs + 3 * HOUR },
  countsHours: false,
  earning: null,
  mine: null,
};
const typed = typedOf(occasion);

test('until somebody came all may change, then the seats alone, and nothing once it ended', () => {
  expect(changeableOf(occasion, 0)).toBe('all');
  expect(changeableOf(occasion, 1)).toBe('seats');
  expect(changeableOf({ ...occasion, signUp: null }, 1)).toBe('nothing');
  expect(changeableOf({ ...occasion, state: 'closed' }, 0)).toBe('nothing');
});

test('more seats alone move nothing, not by a second', () => {
  expect(readChange(occasion, { ...typed, seats: '80' }, TODAY)).toEqual({
    ok: true,
    wish: {
      occasionId: occasion.id,
      place: '广场',
      startsAtMs,
      endsAtMs: startsAtMs + 2 * HOUR,
      capacity: 80,
    },
  });
});

test('seats that nobody touched are not sent, and an empty field is no limit', () => {
  expect(readChange(occasion, typed, TODAY)).not.toHaveProperty('wish.capacity');
  expect(readChange(occasion, { ...typed, seats: '' }, TODAY)).toHaveProperty(
    'wish.capacity',
    null,
  );
});

test('a time that was typed anew is read as typed', () => {
  const later = { ...typed, from: '10:30', until: '12点' };
  expect(readChange(occasion, later, TODAY)).toMatchObject({
    wish: { startsAtMs: Date.UTC(2026, 2, 20, 2, 30), endsAtMs: Date.UTC(2026, 2, 20, 4) },
  });
});

test('each field that cannot be read says so', () => {
  const wrong = { ...typed, place: ' ', from: '早上', seats: '很多' };
  expect(readChange(occasion, wrong, TODAY)).toEqual({
    ok: false,
    errors: {
      place: '请填在哪里办',
      from: '时间要写成 9:00 这样',
      seats: '名额填数字，不限就空着',
    },
  });
});
