import { view } from '@bank/db/view';
import { dayOf } from '@bank/shared/calendar';
import { ListOwnHelpers } from '@bank/shared/contracts/access';
import { accept } from '@bank/shared/outcome';
import { query } from '../platform/query.ts';

const ROLES = ['grid-worker', 'cluster-lead'] as const;

/** A path and every path above it: `/01/0101/` lies in `/01/` and in `/`. */
const upwards = (path: string): string[] =>
  [...path].flatMap((letter, at) => (letter === '/' ? [path.slice(0, at + 1)] : []));

/**
 * Who holds a post of help over a home today and left a number; the nearest first. Keyed by
 * [the paths of the home's area and all above it, today].
 */
const helpersOf = view(
  `SELECT j.key, g.role, p.name, coalesce(g.contact_phone, p.phone) AS phone
     FROM json_each(?) j
     CROSS JOIN json_each(j.value->0) above
     CROSS JOIN community_areas a ON a.path = above.value
     CROSS JOIN access_grants g ON g.area_id = a.id AND g.state = 'active'
      AND g.role IN ('grid-worker', 'cluster-lead')
      AND g.from_on <= j.value->>1 AND (g.to_on IS NULL OR g.to_on >= j.value->>1)
     JOIN community_people p ON p.id = g.person_id
    ORDER BY j.key, g.role DESC, length(a.path) DESC, g.id`,
  (rows, _key: readonly [readonly string[], string]) =>
    rows.flatMap(({ role, name, phone }) => {
      const known = ROLES.find((one) => one === role);
      return known && phone !== null
        ? [{ role: known, name: String(name), phone: String(phone) }]
        : [];
    }),
);

/** 打给网格员: whom one's home may call. */
export const listOwnHelpers = query(ListOwnHelpers, async ({ actor, lookout, nowMs }) => {
  const path = actor.kind === 'person' ? (actor.householdPath ?? '') : '';
  return accept({ helpers: await lookout.look(helpersOf, [upwards(path), dayOf(nowMs)] as const) });
});
