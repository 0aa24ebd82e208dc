import { type Row, row } from '@bank/db/plan';
import { volunteeringServices } from '@bank/db/schema/volunteering';
import { type ViewRow, view } from '@bank/db/view';
import { HELPED, RETURN_REASONS, SERVICE_STATES } from '@bank/shared/contracts/volunteering';

export type ServiceRecord = typeof volunteeringServices.$inferSelect;

const wordOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

export function serviceFrom(found: ViewRow): ServiceRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    personId: String(found.person_id),
    householdId: String(found.household_id),
    startsAtMs: Number(found.starts_at_ms),
    endsAtMs: Number(found.ends_at_ms),
    minutes: Number(found.minutes),
    helped: HELPED.find((kind) => kind === found.helped) ?? 'community',
    words: String(found.words),
    state: SERVICE_STATES.find((state) => state === found.state) ?? 'withdrawn',
    returnReason: RETURN_REASONS.find((reason) => reason === found.return_reason) ?? null,
    decidedBy: wordOrNull(found.decided_by),
    decidedAtMs: found.decided_at_ms === null ? null : Number(found.decided_at_ms),
    loggedAtMs: Number(found.logged_at_ms),
  };
}

/** A service with the area of the home it belongs to. */
export const serviceById = view(
  `SELECT j.key, s.*, a.path FROM json_each(?) j CROSS JOIN volunteering_services s ON s.id = j.value
     JOIN community_households h ON h.id = s.household_id
     JOIN community_areas a ON a.id = h.area_id`,
  ([found]) => (found ? { service: serviceFrom(found), areaPath: String(found.path) } : null),
);

export function recordService(service: ServiceRecord): Row {
  return row(volunteeringServices, service);
}
