import type { Draft, Row } from '@bank/db/plan';
import type { CheckedIn, CheckInWay } from '@bank/shared/contracts/events';
import { EventId, OccasionId } from '@bank/shared/ids';
import { accept, type Outcome } from '@bank/shared/outcome';
import type { Problem } from '@bank/shared/problem';
import type { Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { isByTheHour, pointsFor } from '../scoring/award.ts';
import { type AwardRecord, awardOf, recordAward } from '../scoring/store.ts';
import {
  type AttendanceRecord,
  type Attendee,
  attendee,
  recordAttendance,
  timeSpans,
  touchAttender,
} from './attendee-store.ts';
import { decideSeat } from './check-in.ts';
import { takeSeat } from './seats.ts';
import { nextSignUp } from './sign-up-commands.ts';
import { type OccasionFile, recordSignUp, touchOccasion } from './store.ts';
import { serviceMinutes, type TimeSpan } from './time-span.ts';

/** One person at the door of one occasion, and everything the door needs to know. */
export interface Entry {
  readonly occasion: OccasionFile;
  readonly person: Attendee;
  /** What was earned here so far: by this person, or by the home where it counts once. */
  readonly award: AwardRecord | null;
  /** What else takes this person's time since the earliest moment of this occasion. */
  readonly spans: readonly TimeSpan[];
}

const DAY_MS = 86_400_000;

/** What an award at an occasion is for: the home where it counts once, else the person. */
export function awardSubject(occasion: OccasionFile, person: Attendee): string {
  const earner = occasion.oncePerHousehold ? person.householdId : person.personId;
  return `${occasion.record.id}|${earner ?? ''}`;
}

export async function loadEntry(
  { lookout }: Pick<Desk, 'lookout'>,
  occasion: OccasionFile | null,
  personId: string | null,
): Promise<Entry | null> {
  if (!occasion || personId === null) return null;
  const { id, startsAtMs } = occasion.record;
  const person = await lookout.look(attendee, [id, personId] as const);
  if (!person) return null;
  const [award, spans] = await Promise.all([
    lookout.look(awardOf, awardSubject(occasion, person)),
    lookout.look(timeSpans, [personId, startsAtMs - DAY_MS, startsAtMs + DAY_MS] as const),
  ]);
  return {
    occasion,
    person,
    award,
    spans: spans.filter((span) => span.kind === 'service' || span.id !== id),
  };
}

/** What lets somebody in, as data. */
export interface Admission {
  readonly attendance: AttendanceRecord;
  readonly award: AwardRecord | null;
  readonly rows: Row[];
  readonly transfers: Draft[];
}

interface Coming {
  readonly inAtMs: number;
  readonly way: CheckInWay;
}

/**
 * 签到: the attendance, a seat where one is needed, and 待入账 where something is earned. Writes the
 * occasion (nobody comes while it closes) and the person (no hour counts twice).
 */
export function planAdmission(
  desk: Pick<Desk, 'chance' | 'actor' | 'nowMs'>,
  entry: Entry,
  coming: Coming,
): Outcome<Admission, Problem<'events/walk-ins-not-taken' | 'events/full'>> {
  const { occasion, person } = entry;
  const door = { ...occasion.record, openSeats: occasion.openSeats };
  const seat = decideSeat(door, person.signUp?.state ?? null);
  if (!seat.ok) return seat;
  const attendance: AttendanceRecord = {
    ...(person.attendance ?? { scannedAtMs: null, nonce: null }),
    id: `${occasion.record.id}|${person.personId}`,
    version: (person.attendance?.version ?? 0) + 1,
    occasionId: occasion.record.id,
    personId: person.personId,
    householdId: person.householdId,
    state: 'present',
    way: coming.way,
    inAtMs: coming.inAtMs,
    outAtMs: null,
    serviceMinutes: 0,
    undoReason: null,
    recordedBy: actorId(desk.actor),
  };
  const award = nextAward(entry, actorId(desk.actor), desk.nowMs);
  const walkIn = seat.value === 'taken-now' ? takeWalkInSeat(desk, entry) : null;
  return accept({
    attendance,
    award: award ?? entry.award,
    rows: [
      touchOccasion(occasion),
      touchAttender(person.attender),
      ...(walkIn?.rows ?? []),
      recordAttendance(attendance),
      ...(award ? [recordAward(award)] : []),
    ],
    transfers: walkIn?.transfers ?? [],
  });
}

function takeWalkInSeat(desk: Pick<Desk, 'chance' | 'nowMs'>, { occasion, person }: Entry) {
  const record = nextSignUp(occasion, person, {
    state: 'seated',
    queueNumber: null,
    isWalkIn: true,
    askedAtMs: desk.nowMs,
  });
  return {
    rows: [recordSignUp(record)],
    transfers: [takeSeat(desk.chance, occasion.record.id, person.personId, 'events/walk-in')],
  };
}

/** 待入账 that this coming makes; null when nothing is earned, or the home has it already. */
function nextAward(
  { occasion, person, award: before }: Entry,
  recordedBy: string,
  nowMs: number,
): AwardRecord | null {
  const { rule } = occasion;
  const hasOne = before !== null && before.state !== 'dropped';
  if (!rule || person.householdId === null || !person.hasPassbook || hasOne) return null;
  const subjectId = awardSubject(occasion, person);
  return {
    id: `${subjectId}|award`,
    version: (before?.version ?? 0) + 1,
    householdId: person.householdId,
    personId: person.personId,
    ruleCode: rule.code,
    ruleVersion: rule.version,
    subjectId,
    title: occasion.title,
    // By the hour nothing is certain until somebody leaves.
    points: isByTheHour(rule) ? 0 : rule.points,
    cutBy: null,
    state: 'pending',
    recordedBy,
    atMs: nowMs,
  };
}

/**
 * 签退: the minutes between, within the hours of the occasion and without other service of the same
 * time, and what they earn.
 */
export function planLeaving(
  desk: Pick<Desk, 'nowMs'>,
  entry: Entry,
  before: AttendanceRecord,
): Admission {
  const { occasion, person, award: earned, spans } = entry;
  const { startsAtMs, endsAtMs } = occasion.record;
  const fromMs = Math.max(before.inAtMs, startsAtMs);
  const untilMs = Math.min(desk.nowMs, endsAtMs);
  const attendance: AttendanceRecord = {
    ...before,
    version: before.version + 1,
    outAtMs: desk.nowMs,
    serviceMinutes: serviceMinutes(spans, fromMs, untilMs),
  };
  const isOwn = earned?.state === 'pending' && earned.personId === person.personId;
  const points = occasion.rule ? pointsFor(occasion.rule, attendance.serviceMinutes) : 0;
  const award =
    isOwn && earned.points !== points ? { ...earned, version: earned.version + 1, points } : null;
  return {
    attendance,
    award: award ?? earned,
    rows: [
      touchOccasion(occasion),
      touchAttender(person.attender),
      recordAttendance(attendance),
      ...(award ? [recordAward(award)] : []),
    ],
    transfers: [],
  };
}

/** What the page of a check-in says, now or again. */
export function checkedIn(
  { occasion, person }: Entry,
  attendance: AttendanceRecord,
  award: AwardRecord | null,
  isAgain: boolean,
): CheckedIn {
  const { rule } = occasion;
  const isPending = award?.state === 'pending';
  const isOwn = award?.personId === person.personId;
  return {
    occasionId: OccasionId.parse(occasion.record.id),
    eventId: EventId.parse(occasion.record.eventId),
    title: occasion.title,
    siteName: occasion.siteName,
    inAtMs: attendance.inAtMs,
    outAtMs: attendance.outAtMs,
    isAgain,
    pendingPoints: isPending && isOwn ? award.points : 0,
    isCountedForHome: isPending && !isOwn,
    earning: rule && { ruleCode: rule.code, points: rule.points, unit: rule.unit },
    countsHours: occasion.countsHours,
    serviceMinutes: attendance.serviceMinutes,
  };
}
