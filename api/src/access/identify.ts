import { view } from '@bank/db/view';
import { dayOf } from '@bank/shared/calendar';
import type { PostRole } from '@bank/shared/roles';
import type { Actor, Bank, Post } from '../platform/context.ts';

const STRANGER: Actor = { kind: 'stranger' };

/** One look for all requests of a turn: session, person, home and the posts that hold today. */
const sessionByToken = view(
  `SELECT j.key, s.id AS session_id, s.account_id, p.id AS person_id, p.name, p.relation,
          p.household_id, h_area.path AS household_path, v.person_id AS voter_id,
          (SELECT json_group_array(json_array(g.role, a.path)) FROM access_grants g
             JOIN community_areas a ON a.id = g.area_id
            WHERE g.person_id = p.id AND g.state = 'active'
              AND g.from_on <= j.value->>2 AND (g.to_on IS NULL OR g.to_on >= j.value->>2)) AS posts
     FROM json_each(?) j
     CROSS JOIN access_sessions s ON s.token_hash = j.value->>0
      AND s.state = 'open' AND s.expires_at_ms > j.value->>1
     JOIN access_accounts c ON c.id = s.account_id
     LEFT JOIN community_people p ON p.id = c.person_id AND p.state = 'here'
     LEFT JOIN community_households h ON h.id = p.household_id
     LEFT JOIN community_areas h_area ON h_area.id = h.area_id
     LEFT JOIN community_voters v ON v.id = h.id`,
  ([row]): Actor => {
    if (!row) return STRANGER;
    const session = { accountId: String(row.account_id), sessionId: String(row.session_id) };
    if (row.person_id === null) return { kind: 'visitor', ...session };
    const posts = JSON.parse(String(row.posts)) as [PostRole, string][];
    return {
      kind: 'person',
      ...session,
      personId: String(row.person_id),
      name: String(row.name),
      householdId: row.household_id === null ? null : String(row.household_id),
      householdPath: row.household_path === null ? null : String(row.household_path),
      isHouseholder: row.relation === '户主',
      isVoter: row.relation === '户主' || row.voter_id === row.person_id,
      posts: posts.map(([role, areaPath]): Post => ({ role, areaPath })),
    };
  },
);

/** Who holds a session token. Unknown, ended and expired tokens are strangers alike. */
export async function identify(bank: Bank, token: string | null): Promise<Actor> {
  if (token === null || !/^[0-9A-Za-z_-]{43}$/.test(token)) return STRANGER;
  const nowMs = bank.chance.nowMs();
  const key = [tokenHash(bank, token), nowMs, dayOf(nowMs)] as const;
  return bank.lookout.look(sessionByToken, key);
}

/** What stands for a token in the database. */
export function tokenHash(bank: Pick<Bank, 'keys'>, token: string): string {
  return bank.keys.hash('session', token);
}
