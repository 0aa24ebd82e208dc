import { type ViewRow, view } from '@bank/db/view';
import { monthOf } from '@bank/shared/calendar';
import {
  HELPED,
  HOURS_LINES_MAX,
  type HoursLine,
  ListWaitingServices,
  RETURN_REASONS,
  ReadHours,
  SERVICE_STATES,
  WAITING_SERVICES_MAX,
} from '@bank/shared/contracts/volunteering';
import { PersonId, ServiceId } from '@bank/shared/ids';
import { accept } from '@bank/shared/outcome';
import { liesUnder } from '../community/area-paths.ts';
import { addressOf } from '../community/household.ts';
import { query } from '../platform/query.ts';
import { decideConfirmer, starsOf } from './logged-service.ts';
import { serviceFrom } from './store.ts';

const MONTHS = 12;

/** All time somebody gave: what was logged, and what was counted at events. Newest first. */
const timeGiven = view(
  `SELECT j.key, s.id, NULL AS title, s.helped, s.starts_at_ms, s.ends_at_ms, s.minutes, s.state,
          s.return_reason
     FROM json_each(?1) j CROSS JOIN volunteering_services s ON s.person_id = j.value
      AND s.state <> 'withdrawn'
    UNION ALL
   SELECT j.key, NULL, e.title, NULL, t.in_at_ms, t.out_at_ms, t.service_minutes,
          iif(o.state = 'closed', 'confirmed', 'pending'), NULL
     FROM json_each(?1) j CROSS JOIN events_attendances t ON t.person_id = j.value
      AND t.state = 'present' AND t.service_minutes > 0
     JOIN events_occasions o ON o.id = t.occasion_id JOIN events_events e ON e.id = o.event_id
    ORDER BY 1, 5 DESC`,
  (rows, _personId: string) => rows.map(lineOf),
);

function lineOf(found: ViewRow): HoursLine {
  return {
    serviceId: found.id === null ? null : ServiceId.parse(String(found.id)),
    title: String(found.title ?? ''),
    helped: HELPED.find((kind) => kind === found.helped) ?? null,
    startsAtMs: Number(found.starts_at_ms),
    endsAtMs: Number(found.ends_at_ms),
    minutes: Number(found.minutes),
    state: SERVICE_STATES.find((state) => state === found.state) ?? 'pending',
    returnReason: RETURN_REASONS.find((reason) => reason === found.return_reason) ?? null,
  };
}

const sum = (lines: readonly HoursLine[]) => lines.reduce((all, line) => all + line.minutes, 0);

/** The last twelve months up to one, oldest first. */
function monthsUpTo(month: string): string[] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, at) => {
    const count = year * 12 + number - MONTHS + at;
    return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  });
}

export const readHours = query(ReadHours, async ({ actor, lookout, nowMs }) => {
  const lines = await lookout.look(timeGiven, actor.kind === 'person' ? actor.personId : '');
  const confirmed = lines.filter((line) => line.state === 'confirmed');
  const confirmedMinutes = sum(confirmed);
  return accept({
    name: actor.kind === 'person' ? actor.name : '',
    confirmedMinutes,
    pendingMinutes: sum(lines.filter((line) => line.state === 'pending')),
    ...starsOf(confirmedMinutes),
    months: monthsUpTo(monthOf(nowMs)).map((month) => ({
      month,
      minutes: sum(confirmed.filter((line) => monthOf(line.startsAtMs) === month)),
    })),
    lines: lines.slice(0, HOURS_LINES_MAX),
  });
});

/** What waits in an area, oldest first. */
const waitingIn = view(
  `SELECT j.key, s.*, p.name, h.code AS home_code, h.building, h.unit, h.room FROM json_each(?) j
     CROSS JOIN volunteering_services s ON s.state = 'pending'
     JOIN community_people p ON p.id = s.person_id
     JOIN community_households h ON h.id = s.household_id
     JOIN community_areas a ON a.id = h.area_id AND ${liesUnder('a.path', 'j.value')}
    ORDER BY j.key, s.logged_at_ms, s.id`,
  (rows, _areaPath: string) => rows,
);

export const listWaitingServices = query(ListWaitingServices, async (window) => {
  const { actor } = window;
  const reader = {
    personId: actor.kind === 'person' ? actor.personId : '',
    householdId: actor.kind === 'person' ? actor.householdId : null,
  };
  const found = await Promise.all(window.areas.map((area) => window.lookout.look(waitingIn, area)));
  const rows = [...new Map(found.flat().map((row) => [String(row.id), row])).values()];
  const services = rows.slice(0, WAITING_SERVICES_MAX).map((row) => {
    const service = serviceFrom(row);
    return {
      serviceId: ServiceId.parse(service.id),
      personId: PersonId.parse(service.personId),
      name: String(row.name),
      householdCode: String(row.home_code),
      address: addressOf({
        building: String(row.building),
        unit: String(row.unit),
        room: String(row.room),
      }),
      startsAtMs: service.startsAtMs,
      endsAtMs: service.endsAtMs,
      minutes: service.minutes,
      helped: service.helped,
      words: service.words,
      loggedAtMs: service.loggedAtMs,
      isOwnHousehold: !decideConfirmer(reader, service).ok,
    };
  });
  return accept({ services, more: rows.length > WAITING_SERVICES_MAX });
});
