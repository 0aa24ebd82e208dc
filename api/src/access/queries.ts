import { accessAccounts, accessGrants, accessPins } from '@bank/db/schema/access';
import { communityAreas, communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { noticesInbox } from '@bank/db/schema/notices';
import {
  ListDemoDoors,
  ListPosts,
  type Me,
  POST_STATES,
  ReadMe,
} from '@bank/shared/contracts/access';
import { AreaId, GrantId, HouseholdId, PersonId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { type PostRole, ROLES } from '@bank/shared/roles';
import { roleName } from '@bank/shared/vocabulary';
import { and, asc, eq, gt, like, or, sql } from 'drizzle-orm';
import { sitePathOf } from '../community/area-paths.ts';
import type { PersonActor } from '../platform/context.ts';
import { query, type Window } from '../platform/query.ts';

const POSTS_MAX = 200;

/** 我是谁. */
export const readMe = query(ReadMe, async (window) => {
  const { actor } = window;
  if (actor.kind !== 'person' && actor.kind !== 'visitor') {
    return refuse({ code: 'request/not-signed-in', facts: NO_FACTS });
  }
  const [account] = await window.reader
    .select()
    .from(accessAccounts)
    .where(eq(accessAccounts.id, actor.accountId));
  const person = actor.kind === 'person' ? actor : null;
  return accept({
    person: person && (await describePerson(window, person)),
    posts: person ? await describePosts(window, person) : [],
    isDemo: window.isDemo,
    isCareMode: account?.isCareMode ?? false,
    unreadCount: person
      ? await countUnread(window, person.personId, account?.inboxReadAtMs ?? 0)
      : 0,
  });
});

async function describePerson(window: Window, person: PersonActor): Promise<Me['person']> {
  const base = {
    id: PersonId.parse(person.personId),
    name: person.name,
    isHouseholder: person.isHouseholder,
  };
  if (person.householdId === null) return { ...base, household: null };
  const site = sql`(SELECT json_array(s.id, s.name) FROM community_areas s WHERE s.level = 1
    AND s.path = ${sql.raw(sitePathOf('community_areas.path'))})`;
  const [home] = await window.reader
    .select({
      code: communityHouseholds.code,
      areaName: communityAreas.name,
      site: sql<string | null>`${site}`,
      householder: sql<string | null>`(SELECT name FROM community_people p WHERE p.household_id =
        ${communityHouseholds.id} AND p.state = 'here' ORDER BY p.relation <> '户主', p.code LIMIT 1)`,
    })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .where(eq(communityHouseholds.id, person.householdId));
  if (!home) return { ...base, household: null };
  const [siteId, siteName] = JSON.parse(home.site ?? '["",""]') as [string, string];
  return {
    ...base,
    household: {
      id: HouseholdId.parse(person.householdId),
      code: home.code,
      householderName: home.householder ?? person.name,
      siteId: AreaId.parse(siteId),
      siteName,
      areaName: home.areaName,
    },
  };
}

async function describePosts(window: Window, person: PersonActor): Promise<Me['posts']> {
  const areas = await window.reader
    .select({ id: communityAreas.id, path: communityAreas.path, name: communityAreas.name })
    .from(communityAreas)
    .where(or(...person.posts.map((post) => eq(communityAreas.path, post.areaPath)), sql`false`));
  return person.posts.flatMap((post) => {
    const area = areas.find((one) => one.path === post.areaPath);
    if (!area) return [];
    return {
      role: post.role,
      roleName: roleName(post.role),
      areaId: AreaId.parse(area.id),
      areaPath: area.path,
      areaName: area.name,
    };
  });
}

async function countUnread(window: Window, personId: string, sinceMs: number): Promise<number> {
  return window.reader.$count(
    noticesInbox,
    and(eq(noticesInbox.personId, personId), gt(noticesInbox.atMs, sinceMs)),
  );
}

/** 岗位名单 inside the reader's areas. */
export const listPosts = query(ListPosts, async (window, { search, state }) => {
  const within = or(
    ...window.areas.map((path) => like(communityAreas.path, `${path}%`)),
    sql`false`,
  );
  const rows = await window.reader
    .select({
      grant: accessGrants,
      personName: communityPeople.name,
      areaName: communityAreas.name,
      hasPin: sql<number>`EXISTS (SELECT 1 FROM ${accessPins} WHERE ${accessPins.id} = ${accessGrants.personId})`,
    })
    .from(accessGrants)
    .innerJoin(communityPeople, eq(communityPeople.id, accessGrants.personId))
    .innerJoin(communityAreas, eq(communityAreas.id, accessGrants.areaId))
    .where(
      and(
        within,
        state ? eq(accessGrants.state, state) : undefined,
        search
          ? or(
              sql`instr(${communityPeople.name}, ${search})`,
              sql`instr(${communityPeople.initials}, lower(${search}))`,
            )
          : undefined,
      ),
    )
    .orderBy(asc(communityAreas.path), asc(accessGrants.role), asc(communityPeople.code))
    .limit(POSTS_MAX + 1);
  return accept({
    more: rows.length > POSTS_MAX,
    posts: rows.slice(0, POSTS_MAX).map(({ grant, personName, areaName, hasPin }) => {
      const role = ROLES.find((known) => known === grant.role) ?? 'resident';
      return {
        id: GrantId.parse(grant.id),
        personId: PersonId.parse(grant.personId),
        personName,
        role,
        roleName: roleName(role),
        areaId: AreaId.parse(grant.areaId),
        areaName,
        fromOn: grant.fromOn,
        toOn: grant.toOn,
        state: POST_STATES.find((known) => known === grant.state) ?? 'ended',
        organisation: grant.organisation,
        isSignedUp: hasPin === 1,
      };
    }),
  });
});

const DEMO_ORDER: readonly (
  | PostRole
  | 'resident'
  | 'elder'
  | 'second-steward'
  | 'second-county-admin'
)[] = [
  'resident',
  'elder',
  'cluster-lead',
  'grid-worker',
  'team-leader',
  'teller',
  'steward',
  'second-steward',
  'county-admin',
  'second-county-admin',
  'auditor',
];

/** The doors of a demo, in the order a newcomer would try them; none elsewhere. */
export const listDemoDoors = query(ListDemoDoors, async (window) => {
  if (!window.isDemo) return accept({ doors: [] });
  const rows = await window.reader
    .select({ id: communityPeople.id, name: communityPeople.name, note: communityPeople.note })
    .from(communityPeople)
    .where(like(communityPeople.note, '演示：%'));
  const doors = rows.flatMap(({ id, name, note }) => {
    const [, door, title, rest] = /^演示：([a-z-]+)｜([^｜]+)｜(.*)$/.exec(note) ?? [];
    const order = (DEMO_ORDER as readonly (string | undefined)[]).indexOf(door);
    if (order < 0 || !title) return [];
    return { order, door: { personId: PersonId.parse(id), title, name, note: rest ?? '' } };
  });
  return accept({
    doors: doors.sort((one, other) => one.order - other.order).map(({ door }) => door),
  });
});
