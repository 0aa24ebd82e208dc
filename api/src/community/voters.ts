import { type Row, row } from '@bank/db/plan';
import { communityVoters } from '@bank/db/schema/community';
import { view } from '@bank/db/view';

/** Whom a householder named to vote, and the version of that choice. Keyed by household. */
export const voterOf = view(
  `SELECT j.key, v.version, v.person_id FROM json_each(?) j CROSS JOIN community_voters v ON v.id = j.value`,
  ([found], _householdId: string) => ({
    version: Number(found?.version ?? 0),
    personId: found?.person_id == null ? null : String(found.person_id),
  }),
);

export function recordVoter(householdId: string, version: number, personId: string | null): Row {
  return row(communityVoters, { id: householdId, version, personId });
}
