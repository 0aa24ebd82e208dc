import { type Row, row } from '@bank/db/plan';
import { eventsAttendances, eventsAttenders } from '@bank/db/schema/events';
import { type ViewRow, view } from '@bank/db/view';
import {
  ATTENDANCE_STATES,
  CHECK_IN_WAYS,
  SIGN_UP_STATES,
  UNDO_REASONS,
} from '@bank/shared/contracts/events';
import type { SignUpRecord } from './store.ts';
import type { TimeSpan } from './time-span.ts';

export type AttendanceRecord = typeof eventsAttendances.$inferSelect;
export type AttenderRecord = typeof eventsAttenders.$inferSelect;

const countOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : Number(value);
const wordOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

/** One person as one occasion knows them. */
export interface Attendee {
  readonly personId: string;
  readonly name: string;
  readonly householdId: string | null;
  readonly householdCode: string | null;
  readonly homePath: string | null;
  readonly hasPassbook: boolean;
  readonly signUp: SignUpRecord | null;
  /** 候补第几位, from 1, while waiting. */
  readonly position: number | null;
  readonly attendance: AttendanceRecord | null;
  readonly attender: AttenderRecord;
}

/** Keyed by [occasion id, person id]. Null for who is not here. */
export const attendee = view(
  `SELECT j.key, j.value->>0 AS occasion_id, p.id AS person_id, p.name, p.household_id,
          h.code AS household_code, a.path AS home_path, b.id AS passbook,
          s.version AS s_version, s.state AS s_state, s.queue_number, s.is_walk_in, s.asked_at_ms,
          (SELECT count(*) FROM events_sign_ups w WHERE w.occasion_id = s.occasion_id
             AND w.state = 'waiting' AND w.queue_number <= s.queue_number) AS position,
          t.version AS t_version, t.household_id AS t_household_id, t.state AS t_state, t.way,
          t.in_at_ms, t.out_at_ms, t.service_minutes, t.scanned_at_ms, t.nonce, t.undo_reason,
          t.recorded_by, d.version AS d_version, d.code_key
     FROM json_each(?) j CROSS JOIN community_people p ON p.id = j.value->>1 AND p.state = 'here'
     LEFT JOIN community_households h ON h.id = p.household_id
     LEFT JOIN community_areas a ON a.id = h.area_id
     LEFT JOIN ledger_accounts b ON b.id = p.household_id || '.points'
     LEFT JOIN events_sign_ups s ON s.id = j.value->>0 || '|' || p.id
     LEFT JOIN events_attendances t ON t.id = j.value->>0 || '|' || p.id
     LEFT JOIN events_attenders d ON d.id = p.id`,
  ([found], _key: readonly [string, string]): Attendee | null =>
    found
      ? {
          personId: String(found.person_id),
          name: String(found.name),
          householdId: wordOrNull(found.household_id),
          householdCode: wordOrNull(found.household_code),
          homePath: wordOrNull(found.home_path),
          hasPassbook: found.passbook !== null,
          signUp: signUpIn(found),
          position: found.s_state === 'waiting' ? Number(found.position) : null,
          attendance: attendanceIn(found),
          attender: {
            id: String(found.person_id),
            version: Number(found.d_version ?? 0),
            codeKey: wordOrNull(found.code_key),
          },
        }
      : null,
);

const idOf = (found: ViewRow) => `${String(found.occasion_id)}|${String(found.person_id)}`;

function signUpIn(found: ViewRow): SignUpRecord | null {
  if (found.s_version === null) return null;
  return {
    id: idOf(found),
    version: Number(found.s_version),
    occasionId: String(found.occasion_id),
    personId: String(found.person_id),
    state: SIGN_UP_STATES.find((state) => state === found.s_state) ?? 'cancelled',
    queueNumber: countOrNull(found.queue_number),
    isWalkIn: found.is_walk_in === 1,
    askedAtMs: Number(found.asked_at_ms),
  };
}

function attendanceIn(found: ViewRow): AttendanceRecord | null {
  if (found.t_version === null) return null;
  return {
    id: idOf(found),
    version: Number(found.t_version),
    occasionId: String(found.occasion_id),
    personId: String(found.person_id),
    householdId: wordOrNull(found.t_household_id),
    state: ATTENDANCE_STATES.find((state) => state === found.t_state) ?? 'undone',
    way: CHECK_IN_WAYS.find((way) => way === found.way) ?? 'roll',
    inAtMs: Number(found.in_at_ms),
    outAtMs: countOrNull(found.out_at_ms),
    serviceMinutes: Number(found.service_minutes),
    scannedAtMs: countOrNull(found.scanned_at_ms),
    nonce: wordOrNull(found.nonce),
    undoReason: UNDO_REASONS.find((reason) => reason === found.undo_reason) ?? null,
    recordedBy: String(found.recorded_by),
  };
}

/** Others of a home who are present, first come first. Keyed by [occasion id, household id]. */
export const presentOfHousehold = view(
  `SELECT j.key, t.person_id FROM json_each(?) j
     CROSS JOIN events_attendances t ON t.occasion_id = j.value->>0 AND t.state = 'present'
      AND t.household_id = j.value->>1 ORDER BY j.key, t.in_at_ms, t.id`,
  (rows, _key: readonly [string, string]) => rows.map((found) => String(found.person_id)),
);

/** Whose personal code it is, by the eight characters inside. */
export const personByCodeKey = view(
  `SELECT j.key, d.id FROM json_each(?) j CROSS JOIN events_attenders d ON d.code_key = j.value
     JOIN community_people p ON p.id = d.id AND p.state = 'here'`,
  ([found]) => (found ? String(found.id) : null),
);

/** A person's own row, with what a personal code shows beside it. */
export const attenderOf = view(
  `SELECT j.key, p.id, p.name, h.code, d.version, d.code_key FROM json_each(?) j
     CROSS JOIN community_people p ON p.id = j.value LEFT JOIN community_households h ON h.id = p.household_id
     LEFT JOIN events_attenders d ON d.id = p.id`,
  ([found]) =>
    found
      ? {
          name: String(found.name),
          householdCode: wordOrNull(found.code),
          attender: {
            id: String(found.id),
            version: Number(found.version ?? 0),
            codeKey: wordOrNull(found.code_key),
          },
        }
      : null,
);

/**
 * What takes a person's time: attendances that stand or wait, services that are pending or
 * confirmed. Keyed by [person id, from ms, until ms]; a span that touches the stretch is in it.
 */
export const timeSpans = view(
  `SELECT j.key, 'attendance' AS kind, t.occasion_id AS id, t.in_at_ms AS from_ms, t.out_at_ms,
          coalesce(t.out_at_ms, max(o.ends_at_ms, t.in_at_ms)) AS until_ms, t.service_minutes AS minutes,
          e.counts_hours
     FROM json_each(?1) j CROSS JOIN events_attendances t ON t.person_id = j.value->>0
      AND t.state IN ('present', 'waiting') AND t.in_at_ms < j.value->>2
     JOIN events_occasions o ON o.id = t.occasion_id JOIN events_events e ON e.id = o.event_id
    WHERE coalesce(t.out_at_ms, max(o.ends_at_ms, t.in_at_ms)) > j.value->>1
    UNION ALL
   SELECT j.key, 'service', s.id, s.starts_at_ms, s.ends_at_ms, s.ends_at_ms, s.minutes, 1
     FROM json_each(?1) j CROSS JOIN volunteering_services s ON s.person_id = j.value->>0
      AND s.state IN ('pending', 'confirmed')
      AND s.starts_at_ms < j.value->>2 AND s.ends_at_ms > j.value->>1
    ORDER BY 1, 4`,
  (rows, _key: readonly [string, number, number]) =>
    rows.map(
      (found): TimeSpan => ({
        kind: found.kind === 'service' ? 'service' : 'attendance',
        id: String(found.id),
        fromMs: Number(found.from_ms),
        outAtMs: countOrNull(found.out_at_ms),
        untilMs: Number(found.until_ms),
        minutes: Number(found.minutes),
        countsHours: found.counts_hours === 1,
      }),
    ),
);

export function recordAttendance(attendance: AttendanceRecord): Row {
  return row(eventsAttendances, attendance);
}

/** The next version of a person's row: what every claim on the person's time writes. */
export function touchAttender(before: AttenderRecord, codeKey = before.codeKey): Row {
  return row(eventsAttenders, { id: before.id, version: before.version + 1, codeKey });
}
