import { type OccasionState, STAY_MINUTES_MIN } from '@bank/shared/contracts/events';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import type { EventReading } from '../platform/code-keys.ts';
import { decidePlanned } from './event.ts';

const MINUTE_MS = 60_000;
/** Check-in opens before the beginning, and people may let themselves in until some time after the end. */
export const CHECK_IN_LEAD_MS = 60 * MINUTE_MS;
export const CHECK_IN_TAIL_MS = 60 * MINUTE_MS;
/** One door an event has, so far. */
export const GATE = '0';

/** What the door of an occasion looks at. */
export interface Door {
  readonly state: OccasionState;
  readonly countedBy: 'check-in' | 'headcount';
  readonly countsHours: boolean;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  readonly takesWalkIns: boolean;
  readonly capacity: number | null;
  readonly openSeats: number;
}

/** From when to when people may let themselves in. */
export function checkInWindow(times: Pick<Door, 'startsAtMs' | 'endsAtMs'>): {
  readonly opensAtMs: number;
  readonly closesAtMs: number;
} {
  return {
    opensAtMs: times.startsAtMs - CHECK_IN_LEAD_MS,
    closesAtMs: times.endsAtMs + CHECK_IN_TAIL_MS,
  };
}

type DoorProblem = Problem<
  | 'events/occasion-not-planned'
  | 'events/headcount-only'
  | 'events/check-in-not-open'
  | 'events/check-in-over'
>;

/** Whether the door is open at a moment. Staff may let people in until they close the occasion. */
export function decideDoor(
  door: Door,
  atMs: number,
  by: 'self' | 'staff',
): Outcome<'open', DoorProblem> {
  const planned = decidePlanned(door.state);
  if (!planned.ok) return planned;
  if (door.countedBy === 'headcount') {
    return refuse({ code: 'events/headcount-only', facts: NO_FACTS });
  }
  const { opensAtMs, closesAtMs } = checkInWindow(door);
  if (atMs < opensAtMs) return refuse({ code: 'events/check-in-not-open', facts: { opensAtMs } });
  if (by === 'self' && atMs >= closesAtMs) {
    return refuse({ code: 'events/check-in-over', facts: { closedAtMs: closesAtMs } });
  }
  return accept('open');
}

/** Who signed up has a seat; others take a free one, where walk-ins are taken. */
export function decideSeat(
  door: Pick<Door, 'takesWalkIns' | 'capacity' | 'openSeats'>,
  signUp: 'seated' | 'waiting' | 'cancelled' | null,
): Outcome<'own' | 'taken-now', Problem<'events/walk-ins-not-taken' | 'events/full'>> {
  if (signUp === 'seated') return accept('own');
  if (!door.takesWalkIns && signUp !== 'waiting') {
    return refuse({ code: 'events/walk-ins-not-taken', facts: NO_FACTS });
  }
  if (door.openSeats > 0) return accept('taken-now');
  return refuse({ code: 'events/full', facts: { capacity: door.capacity ?? 0 } });
}

/** An attendance as it stands. */
export interface Presence {
  readonly state: 'waiting' | 'present' | 'refused' | 'undone';
  readonly inAtMs: number;
  readonly outAtMs: number | null;
}

/** Whether somebody is let in now, or was before. What staff took back, only staff give again. */
export function decideComing(
  presence: Presence | null,
  by: 'self' | 'staff',
): Outcome<'again' | 'now', Problem<'events/taken-back'>> {
  if (presence?.state === 'present') return accept('again');
  if (presence?.state === 'undone' && by === 'self') {
    return refuse({ code: 'events/taken-back', facts: NO_FACTS });
  }
  return accept('now');
}

/** 签退: where hours count, some minutes after coming; a second time answers the first. */
export function decideLeaving(
  presence: Presence | null,
  countsHours: boolean,
  nowMs: number,
): Outcome<
  'again' | 'now',
  Problem<'events/no-check-out' | 'events/not-checked-in' | 'events/too-soon-to-leave'>
> {
  if (!countsHours) return refuse({ code: 'events/no-check-out', facts: NO_FACTS });
  if (presence?.state !== 'present') {
    return refuse({ code: 'events/not-checked-in', facts: NO_FACTS });
  }
  if (presence.outAtMs !== null) return accept('again');
  const { inAtMs } = presence;
  if (nowMs < inAtMs + STAY_MINUTES_MIN * MINUTE_MS) {
    const facts = { inAtMs, minutesMin: STAY_MINUTES_MIN };
    return refuse({ code: 'events/too-soon-to-leave', facts });
  }
  return accept('now');
}

/** A code on the screen, scanned just now: fresh, ours, and of the page that is open. */
export function decideEventCode(
  reading: EventReading,
  found: { readonly id: string; readonly title: string } | null,
  wantedId: string | undefined,
): Outcome<
  'genuine',
  Problem<'events/code-forged' | 'events/code-stale' | 'events/code-of-other-event'>
> {
  if (reading.state === 'forged' || reading.state === 'future' || !found) {
    return refuse({ code: 'events/code-forged', facts: NO_FACTS });
  }
  if (reading.state === 'stale') return refuse({ code: 'events/code-stale', facts: NO_FACTS });
  if (wantedId !== undefined && wantedId !== found.id) {
    return refuse({ code: 'events/code-of-other-event', facts: { title: found.title } });
  }
  return accept('genuine');
}

/** When a late scan's code was on the screen, by its own step; null for what is no code of ours. */
export function shownAtMs(reading: EventReading, nowMs: number): number | null {
  if (reading.state === 'fresh') return nowMs;
  return reading.state === 'stale' ? nowMs - reading.ageMs : null;
}

/** Nobody lets the own home in, takes it back, or decides for it. */
export function decideStaffHands(
  staffHouseholdId: string | null,
  householdId: string | null,
): Outcome<'other', Problem<'events/own-household'>> {
  if (staffHouseholdId !== null && staffHouseholdId === householdId) {
    return refuse({ code: 'events/own-household', facts: NO_FACTS });
  }
  return accept('other');
}
