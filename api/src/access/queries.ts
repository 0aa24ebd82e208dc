import { accessAccounts, accessGrants, accessPins, accessSessions } from '@bank/db/schema/access';
import { communityAreas, communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { noticesInbox } from '@bank/db/schema/notices';
import { auditEntries } from '@bank/db/schema/platform';
import { sayDay, sayMoment } from '@bank/shared/calendar';
import {
  ListDemoDoors,
  ListPosts,
  type Me,
  POST_STATES,
  ReadMe,
  ReadWhatIsKept,
} from '@bank/shared/contracts/access';
import { AreaId, GrantId, HouseholdId, PersonId } from '@bank/shared/ids';
import { maskPhone } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { type PostRole, ROLES } from '@bank/shared/roles';
import { roleName } from '@bank/shared/vocabulary';
import { and, asc, desc, eq, gt, like, or, sql } from 'drizzle-orm';
import type { PersonActor } from '../platform/context.ts';
import { query, type Window } from '../platform/query.ts';

const POSTS_MAX = 200;
const SESSIONS_MAX = 20;
const DEEDS_MAX = 50;

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
    AND ${communityAreas.path} LIKE s.path || '%')`;
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

const DEMO_ORDER: readonly (PostRole | 'resident' | 'elder' | 'second-steward')[] = [
  'resident',
  'elder',
  'cluster-lead',
  'grid-worker',
  'teller',
  'steward',
  'second-steward',
  'county-admin',
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

/** 留着我的哪些信息: read from every table that knows this person. */
export const readWhatIsKept = query(ReadWhatIsKept, async (window) => {
  const { actor } = window;
  if (actor.kind !== 'person' && actor.kind !== 'visitor') {
    return refuse({ code: 'request/not-signed-in', facts: NO_FACTS });
  }
  const sessions = await window.reader
    .select({ madeAtMs: accessSessions.madeAtMs, expiresAtMs: accessSessions.expiresAtMs })
    .from(accessSessions)
    .where(and(eq(accessSessions.accountId, actor.accountId), eq(accessSessions.state, 'open')))
    .orderBy(desc(accessSessions.madeAtMs))
    .limit(SESSIONS_MAX);
  const sections = [
    {
      title: '登录',
      why: '让这部手机认得您；退出就作废',
      lines: sessions.map((session) => ({
        label: `${sayMoment(session.madeAtMs)} 登录`,
        value: `${sayMoment(session.expiresAtMs)} 自己失效`,
      })),
    },
  ];
  if (actor.kind === 'person') sections.push(...(await keptOfPerson(window, actor)));
  return accept({ madeAtMs: window.nowMs, sections });
});

async function keptOfPerson(window: Window, { personId }: PersonActor) {
  const [person] = await window.reader
    .select()
    .from(communityPeople)
    .where(eq(communityPeople.id, personId));
  const deeds = await window.reader
    .select({ command: auditEntries.command, atMs: auditEntries.atMs })
    .from(auditEntries)
    .where(and(eq(auditEntries.actorId, personId), eq(auditEntries.outcome, 'done')))
    .orderBy(desc(auditEntries.atMs))
    .limit(DEEDS_MAX);
  return [
    {
      title: '花名册',
      why: '社区按户发放积分和通知要用；有错找网格员改',
      lines: person ? rosterLines(person) : [],
    },
    {
      title: '经您手办的事',
      why: '积分和货品都有账，谁办的要查得到',
      lines: deeds.map((deed) => ({ label: sayMoment(deed.atMs), value: deed.command })),
    },
  ];
}

function rosterLines(person: typeof communityPeople.$inferSelect) {
  const flags = [
    person.isLeftBehindChild ? '留守儿童' : '',
    person.isLoneElder ? '独居老人' : '',
    person.isDisabled ? '残疾' : '',
    person.isPartyMember ? '党员' : '',
  ].filter((flag) => flag !== '');
  return [
    { label: '姓名', value: person.name },
    { label: '人员编号', value: person.code },
    { label: '与户主关系', value: person.relation },
    { label: '性别、民族', value: `${person.sex} ${person.ethnicity}` },
    {
      label: '出生日期',
      value: person.bornOn
        ? `${person.bornOn.slice(0, 4)} 年 ${sayDay(person.bornOn)}`
        : '没有登记',
    },
    { label: '电话', value: person.phone ? maskPhone(person.phone) : '没有登记' },
    { label: '原住', value: `${person.originTown}${person.originVillage}` || '没有登记' },
    { label: '标记', value: flags.join('、') || '没有' },
  ];
}
