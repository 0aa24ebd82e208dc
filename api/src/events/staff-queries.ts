import { type ViewRow, view } from '@bank/db/view';
import { codeLink, STEP_MS } from '@bank/shared/codes';
import { ATTENDANCE_STATES, CHECK_IN_WAYS, SIGN_UP_STATES } from '@bank/shared/contracts/events';
import {
  FindPeople,
  ListOfficeOccasions,
  ReadConsole,
  ReadRoll,
  type RollLine,
} from '@bank/shared/contracts/events-staff';
import { HouseholdId, PersonId } from '@bank/shared/ids';
import { maskName } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { liesUnder } from '../community/area-paths.ts';
import { addressOf } from '../community/household.ts';
import { deriveEventKey, eventCode, eventDigits } from '../platform/code-keys.ts';
import { liesIn } from '../platform/duty.ts';
import { query, type Window } from '../platform/query.ts';
import { checkInWindow, GATE } from './check-in.ts';
import {
  FILE_COLUMNS,
  FILE_JOINS,
  fileOf,
  type OccasionFile,
  occasionById,
  showOccasion,
} from './store.ts';

const DAY_MS = 86_400_000;
const OFFICE_DAYS_BACK = 30;
const OFFICE_MAX = 200;
const CODES_AHEAD = 5;
const LATEST_MAX = 8;

/** An occasion of the reader's areas; null is not there, or not the reader's. */
async function occasionInReach(window: Window, occasionId: string): Promise<OccasionFile | null> {
  const file = await window.lookout.look(occasionById, occasionId);
  return file && window.areas.some((area) => liesIn(file.areaPath, area)) ? file : null;
}

/** Keyed by [area path, since ms]. */
const officeOccasions = view(
  `SELECT j.key, ${FILE_COLUMNS},
          (SELECT count(*) FROM scoring_awards w WHERE w.subject_id > o.id || '|'
             AND w.subject_id < o.id || '}' AND w.state = 'pending') AS pending_awards
     FROM json_each(?) j CROSS JOIN events_occasions o ON o.ends_at_ms > j.value->>1 ${FILE_JOINS}
    WHERE ${liesUnder('a.path', 'j.value->>0')} ORDER BY j.key, o.starts_at_ms, o.id`,
  (rows, _key: readonly [string, number]) => rows,
);

export const listOfficeOccasions = query(ListOfficeOccasions, async (window) => {
  const sinceMs = window.nowMs - OFFICE_DAYS_BACK * DAY_MS;
  const found = await Promise.all(
    window.areas.map((area) => window.lookout.look(officeOccasions, [area, sinceMs] as const)),
  );
  const byId = new Map(found.flat().map((row) => [String(row.id), row]));
  const rows = [...byId.values()].sort(
    (one, other) => Number(one.starts_at_ms) - Number(other.starts_at_ms),
  );
  return accept({
    occasions: rows.slice(-OFFICE_MAX).map((row) => {
      const file = fileOf(row);
      return {
        occasion: showOccasion(file, null),
        attendedCount: file.record.headcount ?? file.attendedCount,
        lateCount: file.lateCount,
        pendingAwards: Number(row.pending_awards),
      };
    }),
  });
});

const doorCounts = view(
  `SELECT j.key, (SELECT count(*) FROM events_sign_ups s WHERE s.occasion_id = j.value
             AND s.state = 'seated' AND s.is_walk_in = 0) AS signed_up,
          (SELECT count(*) FROM events_sign_ups s WHERE s.occasion_id = j.value
             AND s.state = 'seated' AND s.is_walk_in = 1) AS walk_ins,
          (SELECT count(*) FROM events_attendances t WHERE t.occasion_id = j.value
             AND t.state = 'present' AND t.out_at_ms IS NOT NULL) AS departed
     FROM json_each(?) j`,
  ([found]) => ({
    signedUpCount: Number(found?.signed_up ?? 0),
    walkInCount: Number(found?.walk_ins ?? 0),
    leftCount: Number(found?.departed ?? 0),
  }),
);

const latestAt = view(
  `SELECT j.key, p.name, coalesce(h.building, '') AS building, t.in_at_ms FROM json_each(?) j
     CROSS JOIN events_attendances t ON t.occasion_id = j.value AND t.state = 'present' AND t.id IN (
       SELECT id FROM events_attendances WHERE occasion_id = j.value AND state = 'present'
        ORDER BY in_at_ms DESC, id LIMIT ${LATEST_MAX})
     JOIN community_people p ON p.id = t.person_id
     LEFT JOIN community_households h ON h.id = t.household_id
    ORDER BY j.key, t.in_at_ms DESC, t.id`,
  (rows) =>
    rows.map((found) => ({
      maskedName: maskName(String(found.name)),
      building: String(found.building),
      inAtMs: Number(found.in_at_ms),
    })),
);

/** The codes of this step and the next ones: a screen that loses its signal goes on for a minute. */
function codesOf(window: Window, { record }: OccasionFile) {
  const key = deriveEventKey(window.keys.master, record.publicKey);
  const firstMs = window.nowMs - (window.nowMs % STEP_MS);
  return Array.from({ length: CODES_AHEAD }, (_, at) => {
    const fromMs = firstMs + at * STEP_MS;
    const code = eventCode(key, record.publicKey, GATE, fromMs);
    const digits = eventDigits(key, record.publicKey, GATE, fromMs);
    const qrText = codeLink(window.publicUrl, code);
    return { qrText, digits, fromMs, untilMs: fromMs + STEP_MS };
  });
}

export const readConsole = query(ReadConsole, async (window, { occasionId }) => {
  const file = await occasionInReach(window, occasionId);
  if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const [counts, latest] = await Promise.all([
    window.lookout.look(doorCounts, occasionId),
    window.lookout.look(latestAt, occasionId),
  ]);
  const checkIn = checkInWindow(file.record);
  const isOpen =
    file.record.state === 'planned' &&
    file.countedBy === 'check-in' &&
    window.nowMs >= checkIn.opensAtMs;
  return accept({
    occasion: showOccasion(file, null),
    codes: isOpen ? codesOf(window, file) : [],
    checkIn,
    ...counts,
    attendedCount: file.record.headcount ?? file.attendedCount,
    lateCount: file.lateCount,
    latest,
    asOfMs: window.nowMs,
  });
});

const rollOf = view(
  `WITH named AS (
     SELECT j.key, j.value AS occasion_id, s.person_id FROM json_each(?1) j
       CROSS JOIN events_sign_ups s ON s.occasion_id = j.value
      UNION
     SELECT j.key, j.value, t.person_id FROM json_each(?1) j
       CROSS JOIN events_attendances t ON t.occasion_id = j.value)
   SELECT named.key, p.id, p.name, h.code, h.building, h.unit, h.room,
          s.state AS s_state, s.is_walk_in, (SELECT count(*) FROM events_sign_ups w
            WHERE w.occasion_id = s.occasion_id AND w.state = 'waiting'
              AND w.queue_number <= s.queue_number) AS position,
          t.state AS t_state, t.way, t.in_at_ms, t.out_at_ms, t.service_minutes, t.scanned_at_ms,
          (SELECT sum(w.points) FROM scoring_awards w WHERE w.person_id = p.id
             AND w.subject_id IN (t.id, t.occasion_id || '|' || t.household_id)
             AND w.state <> 'dropped') AS points
     FROM named JOIN community_people p ON p.id = named.person_id
     LEFT JOIN community_households h ON h.id = p.household_id
     LEFT JOIN events_sign_ups s ON s.id = named.occasion_id || '|' || p.id
     LEFT JOIN events_attendances t ON t.id = named.occasion_id || '|' || p.id
    ORDER BY named.key, coalesce(s.state = 'cancelled' AND t.id IS NULL, 0), s.queue_number, h.code, p.code`,
  (rows, _occasionId: string) => rows.map(rollLine),
);

const wordOf = (value: ViewRow[string] | undefined) => String(value ?? '');
const countOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : Number(value);

function rollLine(found: ViewRow): RollLine {
  const [building, unit, room] = [found.building, found.unit, found.room].map(wordOf);
  return {
    personId: PersonId.parse(String(found.id)),
    name: String(found.name),
    householdCode: wordOf(found.code),
    address: addressOf({ building: building ?? '', unit: unit ?? '', room: room ?? '' }),
    signUp: SIGN_UP_STATES.find((known) => known === found.s_state) ?? null,
    position: found.s_state === 'waiting' ? Number(found.position) : null,
    isWalkIn: found.is_walk_in === 1,
    attendance: attendanceLine(found),
  };
}

function attendanceLine(found: ViewRow): RollLine['attendance'] {
  const state = ATTENDANCE_STATES.find((known) => known === found.t_state);
  if (state === undefined) return null;
  return {
    state,
    way: CHECK_IN_WAYS.find((known) => known === found.way) ?? 'roll',
    inAtMs: Number(found.in_at_ms),
    outAtMs: countOrNull(found.out_at_ms),
    serviceMinutes: Number(found.service_minutes),
    scannedAtMs: countOrNull(found.scanned_at_ms),
    points: Number(found.points ?? 0),
  };
}

export const readRoll = query(ReadRoll, async (window, { occasionId }) => {
  const file = await occasionInReach(window, occasionId);
  if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const lines = await window.lookout.look(rollOf, occasionId);
  return accept({ occasion: showOccasion(file, null), lines });
});

/** The people of a home by its 存折号, in one site. Keyed by [household code, site path]. */
const homeByCode = view(
  `SELECT j.key, h.id AS home_id, p.id, p.name, p.relation FROM json_each(?) j
     CROSS JOIN community_households h ON h.code = j.value->>0 AND h.state = 'living'
     JOIN community_areas a ON a.id = h.area_id AND ${liesUnder('a.path', 'j.value->>1')}
     JOIN community_people p ON p.household_id = h.id AND p.state = 'here'
    ORDER BY j.key, p.relation <> '户主', p.code`,
  (rows, _key: readonly [string, string]) => rows,
);

export const findPeople = query(FindPeople, async (window, { occasionId, householdCode }) => {
  const file = await occasionInReach(window, occasionId);
  if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const rows = await window.lookout.look(homeByCode, [householdCode, file.sitePath] as const);
  const homeId = rows[0]?.home_id;
  return accept({
    householdId: homeId === undefined ? null : HouseholdId.parse(String(homeId)),
    people: rows.map((row) => ({
      personId: PersonId.parse(String(row.id)),
      name: String(row.name),
      relation: String(row.relation),
    })),
  });
});
