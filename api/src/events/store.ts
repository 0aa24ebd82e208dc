import { type Row, row } from '@bank/db/plan';
import { eventsEvents, eventsOccasions, eventsSignUps } from '@bank/db/schema/events';
import { type ViewRow, view } from '@bank/db/view';
import {
  COUNTED_BY,
  EVENT_KINDS,
  OCCASION_STATES,
  type Occasion,
  SIGN_UP_STATES,
  type Standing,
} from '@bank/shared/contracts/events';
import { EventId, OccasionId } from '@bank/shared/ids';
import { liesUnder, sitePathOf } from '../community/area-paths.ts';
import type { EarningRule } from '../scoring/award.ts';
import { checkInWindow } from './check-in.ts';

export type EventRecord = typeof eventsEvents.$inferSelect;
export type OccasionRecord = typeof eventsOccasions.$inferSelect;
export type SignUpRecord = typeof eventsSignUps.$inferSelect;

const countOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : Number(value);
const wordOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

/** An occasion with its event, its place in the tree, its seats and how many came. */
export interface OccasionFile {
  readonly record: OccasionRecord;
  readonly title: string;
  readonly kind: EventRecord['kind'];
  readonly countedBy: EventRecord['countedBy'];
  readonly oncePerHousehold: boolean;
  readonly countsHours: boolean;
  /** The rule it earns by, in the version of its day. */
  readonly rule: EarningRule | null;
  readonly areaPath: string;
  readonly areaName: string;
  readonly sitePath: string;
  readonly siteName: string;
  readonly openSeats: number;
  readonly takenCount: number;
  readonly waitingCount: number;
  readonly attendedCount: number;
  readonly lateCount: number;
}

const COMMUNITY_DAY = `date((o.starts_at_ms + 28800000) / 1000, 'unixepoch')`;

/** All that a file needs of occasions `o`. */
export const FILE_COLUMNS = `o.*, e.title, e.kind, e.counted_by, e.once_per_household, e.counts_hours,
  a.path AS area_path, a.name AS area_name, coalesce(site.path, a.path) AS site_path,
  coalesce(site.name, a.name) AS site_name, open.balance AS open_seats, taken.balance AS taken_count,
  (SELECT count(*) FROM events_sign_ups w WHERE w.occasion_id = o.id AND w.state = 'waiting') AS waiting_count,
  (SELECT count(*) FROM events_attendances t WHERE t.occasion_id = o.id AND t.state = 'present') AS attended_count,
  (SELECT count(*) FROM events_attendances t WHERE t.occasion_id = o.id AND t.state = 'waiting') AS late_count,
  (SELECT json_object('code', r.code, 'version', r.rule_version, 'points', r.points, 'unit', r.unit,
                      'period', r.period, 'periodCap', r.period_cap)
     FROM scoring_rules r WHERE r.code = e.rule_code AND r.kind = 'earning' AND r.rule_version =
       (SELECT max(x.rule_version) FROM scoring_rules x
         WHERE x.code = e.rule_code AND x.effective_on <= ${COMMUNITY_DAY})) AS rule`;
export const FILE_JOINS = `JOIN events_events e ON e.id = o.event_id
     JOIN community_areas a ON a.id = e.area_id
     LEFT JOIN community_areas site ON site.level = 1 AND site.path = ${sitePathOf('a.path')}
     JOIN ledger_accounts open ON open.id = o.id || '.open'
     JOIN ledger_accounts taken ON taken.id = o.id || '.taken'`;

export function fileOf(found: ViewRow): OccasionFile {
  return {
    record: occasionOf(found),
    title: String(found.title),
    kind: EVENT_KINDS.find((kind) => kind === found.kind) ?? 'other',
    countedBy: COUNTED_BY.find((way) => way === found.counted_by) ?? 'check-in',
    oncePerHousehold: found.once_per_household === 1,
    countsHours: found.counts_hours === 1,
    rule: typeof found.rule === 'string' ? (JSON.parse(found.rule) as EarningRule) : null,
    areaPath: String(found.area_path),
    areaName: String(found.area_name),
    sitePath: String(found.site_path),
    siteName: String(found.site_name),
    openSeats: Number(found.open_seats),
    takenCount: Number(found.taken_count),
    waitingCount: Number(found.waiting_count),
    attendedCount: Number(found.attended_count),
    lateCount: Number(found.late_count),
  };
}

function occasionOf(found: ViewRow): OccasionRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    eventId: String(found.event_id),
    publicKey: String(found.public_key),
    place: String(found.place),
    startsAtMs: Number(found.starts_at_ms),
    endsAtMs: Number(found.ends_at_ms),
    capacity: countOrNull(found.capacity),
    signUpOpensAtMs: countOrNull(found.sign_up_opens_at_ms),
    signUpClosesAtMs: countOrNull(found.sign_up_closes_at_ms),
    takesWalkIns: found.takes_walk_ins === 1,
    lastQueueNumber: Number(found.last_queue_number),
    state: OCCASION_STATES.find((state) => state === found.state) ?? 'cancelled',
    headcount: countOrNull(found.headcount),
    cancelReason: wordOrNull(found.cancel_reason) as OccasionRecord['cancelReason'],
    endedBy: wordOrNull(found.ended_by),
    endedAtMs: countOrNull(found.ended_at_ms),
  };
}

export const occasionById = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN events_occasions o ON o.id = j.value ${FILE_JOINS}`,
  ([found]) => (found ? fileOf(found) : null),
);

/** The occasion that a scanned code names by its eight characters. */
export const occasionByKey = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN events_occasions o ON o.public_key = j.value ${FILE_JOINS}`,
  ([found]) => (found ? fileOf(found) : null),
);

/** Where six figures typed now may belong. Keyed by [site path, opens before ms, closes after ms]. */
export const occasionsAtTheDoor = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN events_occasions o ON o.state = 'planned'
      AND o.ends_at_ms > j.value->>2 AND o.starts_at_ms <= j.value->>1 ${FILE_JOINS}
    WHERE ${liesUnder('a.path', 'j.value->>0')} AND e.counted_by = 'check-in'`,
  (rows, _key: readonly [string, number, number]) => rows.map(fileOf),
);

/** Everybody who holds or awaits a seat, in no order. */
export const signedUpAt = view(
  `SELECT j.key, s.person_id FROM json_each(?) j
     CROSS JOIN events_sign_ups s ON s.occasion_id = j.value AND s.state IN ('seated', 'waiting')`,
  (rows, _occasionId: string) => rows.map((found) => String(found.person_id)),
);

export function signUpOf(found: ViewRow): SignUpRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    occasionId: String(found.occasion_id),
    personId: String(found.person_id),
    state: SIGN_UP_STATES.find((state) => state === found.state) ?? 'cancelled',
    queueNumber: countOrNull(found.queue_number),
    isWalkIn: found.is_walk_in === 1,
    askedAtMs: Number(found.asked_at_ms),
  };
}

/** Everybody who waits at an occasion, whoever waits longest first. */
export const waitingAt = view(
  `SELECT j.key, s.* FROM json_each(?) j
     CROSS JOIN events_sign_ups s ON s.occasion_id = j.value AND s.state = 'waiting'
    ORDER BY j.key, s.queue_number`,
  (rows, _occasionId: string) => rows.map(signUpOf),
);

export function recordEvent(event: EventRecord): Row {
  return row(eventsEvents, event);
}

export function recordOccasion(occasion: OccasionRecord): Row {
  return row(eventsOccasions, occasion);
}

/** The next version of an occasion: what everything writes that must not race with its rivals. */
export function touchOccasion(file: OccasionFile, change: Partial<OccasionRecord> = {}): Row {
  return recordOccasion({ ...file.record, ...change, version: file.record.version + 1 });
}

export function recordSignUp(signUp: SignUpRecord): Row {
  return row(eventsSignUps, signUp);
}

/** What one row says of the reader: columns `my_…` of a joined sign-up and attendance. */
export function standingOf(found: ViewRow): Standing | null {
  const [signUp, attendance] = [wordOrNull(found.my_sign_up), wordOrNull(found.my_attendance)];
  const times = {
    inAtMs: countOrNull(found.my_in),
    outAtMs: countOrNull(found.my_out),
    pendingPoints: countOrNull(found.my_pending),
  };
  if (attendance === 'present') {
    return { state: times.outAtMs === null ? 'attended' : 'left', position: null, ...times };
  }
  const none = { inAtMs: null, outAtMs: null, pendingPoints: null };
  if (attendance === 'waiting') return { state: 'late', position: null, ...none };
  if (signUp === 'seated') return { state: 'seated', position: null, ...none };
  if (signUp !== 'waiting') return null;
  return { state: 'waiting', position: countOrNull(found.my_position), ...none };
}

/** An occasion as the contract shows it. */
export function showOccasion(file: OccasionFile, mine: Standing | null): Occasion {
  const { record, rule } = file;
  const { signUpOpensAtMs: opensAtMs, signUpClosesAtMs: closesAtMs } = record;
  return {
    id: OccasionId.parse(record.id),
    eventId: EventId.parse(record.eventId),
    title: file.title,
    kind: file.kind,
    siteName: file.siteName,
    areaName: file.areaName,
    place: record.place,
    startsAtMs: record.startsAtMs,
    endsAtMs: record.endsAtMs,
    state: record.state,
    capacity: record.capacity,
    takenCount: file.takenCount,
    waitingCount: file.waitingCount,
    signUp: opensAtMs === null || closesAtMs === null ? null : { opensAtMs, closesAtMs },
    takesWalkIns: record.takesWalkIns,
    countedBy: file.countedBy,
    checkIn: checkInWindow(record),
    countsHours: file.countsHours,
    earning: rule && { ruleCode: rule.code, points: rule.points, unit: rule.unit },
    mine,
  };
}
