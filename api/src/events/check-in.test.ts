import { describe, expect, test } from 'vitest';
import {
  type Door,
  decideComing,
  decideDoor,
  decideEventCode,
  decideLeaving,
  decideSeat,
  decideStaffHands,
  shownAtMs,
} from './check-in.ts';

const HOUR_MS = 3_600_000;
const STARTS_MS = 100 * HOUR_MS;
const door: Door = {
  state: 'planned',
  countedBy: 'check-in',
  countsHours: true,
  startsAtMs: STARTS_MS,
  endsAtMs: STARTS_MS + 2 * HOUR_MS,
  takesWalkIns: true,
  capacity: 20,
  openSeats: 1,
};

describe('the door', () => {
  test('opens an hour before, for oneself until an hour after the end, for staff until the close', () => {
    expect(decideDoor(door, STARTS_MS - HOUR_MS, 'self').ok).toBe(true);
    expect(decideDoor(door, STARTS_MS - HOUR_MS - 1, 'staff')).toMatchObject({
      problem: { code: 'events/check-in-not-open', facts: { opensAtMs: STARTS_MS - HOUR_MS } },
    });
    expect(decideDoor(door, STARTS_MS + 3 * HOUR_MS - 1, 'self').ok).toBe(true);
    expect(decideDoor(door, STARTS_MS + 3 * HOUR_MS, 'self')).toMatchObject({
      problem: { code: 'events/check-in-over' },
    });
    expect(decideDoor(door, STARTS_MS + 3 * HOUR_MS, 'staff').ok).toBe(true);
  });

  test('stays shut after the close, and where only heads are counted', () => {
    expect(decideDoor({ ...door, state: 'closed' }, STARTS_MS, 'staff')).toMatchObject({
      problem: { code: 'events/occasion-not-planned' },
    });
    expect(decideDoor({ ...door, countedBy: 'headcount' }, STARTS_MS, 'self')).toMatchObject({
      problem: { code: 'events/headcount-only' },
    });
  });
});

describe('seats at the door', () => {
  test('who signed up has one also when all are taken', () => {
    const full = { ...door, openSeats: 0, takesWalkIns: false };
    expect(decideSeat(full, 'seated')).toEqual({ ok: true, value: 'own' });
  });

  test('others take a free one, where walk-ins are taken', () => {
    expect(decideSeat(door, null)).toEqual({ ok: true, value: 'taken-now' });
    expect(decideSeat(door, 'cancelled')).toEqual({ ok: true, value: 'taken-now' });
    expect(decideSeat({ ...door, takesWalkIns: false }, null)).toMatchObject({
      problem: { code: 'events/walk-ins-not-taken' },
    });
    expect(decideSeat({ ...door, openSeats: 0 }, null)).toMatchObject({
      problem: { code: 'events/full', facts: { capacity: 20 } },
    });
    expect(decideSeat({ ...door, openSeats: 0, takesWalkIns: false }, 'waiting')).toMatchObject({
      problem: { code: 'events/full' },
    });
  });
});

const presence = { state: 'present', inAtMs: STARTS_MS, outAtMs: null } as const;

describe('coming and leaving', () => {
  test('who is here is here again; what staff took back only staff give again', () => {
    expect(decideComing(presence, 'self')).toEqual({ ok: true, value: 'again' });
    expect(decideComing(null, 'self')).toEqual({ ok: true, value: 'now' });
    expect(decideComing({ ...presence, state: 'waiting' }, 'self')).toEqual({
      ok: true,
      value: 'now',
    });
    expect(decideComing({ ...presence, state: 'undone' }, 'staff')).toEqual({
      ok: true,
      value: 'now',
    });
    expect(decideComing({ ...presence, state: 'undone' }, 'self')).toMatchObject({
      problem: { code: 'events/taken-back' },
    });
  });

  test('leaving takes ten minutes, an arrival, and an event that counts hours', () => {
    const tenMinutes = STARTS_MS + 600_000;
    expect(decideLeaving(presence, true, tenMinutes)).toEqual({ ok: true, value: 'now' });
    expect(decideLeaving(presence, true, tenMinutes - 1)).toMatchObject({
      problem: { code: 'events/too-soon-to-leave', facts: { inAtMs: STARTS_MS, minutesMin: 10 } },
    });
    expect(decideLeaving({ ...presence, outAtMs: tenMinutes }, true, STARTS_MS)).toEqual({
      ok: true,
      value: 'again',
    });
    expect(decideLeaving(null, true, tenMinutes)).toMatchObject({
      problem: { code: 'events/not-checked-in' },
    });
    expect(decideLeaving({ ...presence, state: 'undone' }, true, tenMinutes)).toMatchObject({
      problem: { code: 'events/not-checked-in' },
    });
    expect(decideLeaving(presence, false, tenMinutes)).toMatchObject({
      problem: { code: 'events/no-check-out' },
    });
  });
});

describe('the code', () => {
  const found = { id: 'occasion_1', title: '院坝会' };
  const fresh = { state: 'fresh', eventKey: 'ABCDEFGH', gate: '0' } as const;

  test('is taken fresh, alone or on its own page', () => {
    expect(decideEventCode(fresh, found, undefined).ok).toBe(true);
    expect(decideEventCode(fresh, found, 'occasion_1').ok).toBe(true);
  });

  test.each([
    ['events/code-forged', { state: 'forged' }, found, undefined],
    ['events/code-forged', { state: 'future' }, found, undefined],
    ['events/code-forged', fresh, null, undefined],
    ['events/code-stale', { ...fresh, state: 'stale', ageMs: 40_000 }, found, undefined],
    ['events/code-of-other-event', fresh, found, 'occasion_2'],
  ] as const)('%s', (code, reading, of, wanted) => {
    expect(decideEventCode(reading, of, wanted)).toMatchObject({ problem: { code } });
  });

  test('of a late scan says itself when it was on the screen', () => {
    expect(shownAtMs(fresh, 500)).toBe(500);
    expect(shownAtMs({ ...fresh, state: 'stale', ageMs: 40_000 }, 100_000)).toBe(60_000);
    expect(shownAtMs({ state: 'future' }, 500)).toBeNull();
    expect(shownAtMs({ state: 'forged' }, 500)).toBeNull();
  });
});

test('staff act for every home but their own: events/own-household', () => {
  expect(decideStaffHands('home_1', 'home_2').ok).toBe(true);
  expect(decideStaffHands(null, null).ok).toBe(true);
  expect(decideStaffHands('home_1', 'home_1')).toMatchObject({
    problem: { code: 'events/own-household' },
  });
});
