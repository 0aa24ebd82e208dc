import type { Row } from '@bank/db/plan';
import { accessGrants } from '@bank/db/schema/access';
import { communityAreas, communityPeople } from '@bank/db/schema/community';
import { redemptionBranches } from '@bank/db/schema/redemption';
import { addDays, dayOf } from '@bank/shared/calendar';
import { asc, eq, like } from 'drizzle-orm';
import { recordAdminRoll, recordGrant } from '../access/store.ts';
import { nameInitials } from '../community/initials.ts';
import { newStaff, type PersonRecord, recordPerson } from '../community/store.ts';
import type { Comparison } from '../intake/comparison.ts';
import { readRosterBook } from '../intake/present.ts';
import { planRoster } from '../intake/roster-plan.ts';
import { planGoods, planRules } from '../intake/stock-plan.ts';
import type { Bank } from '../platform/context.ts';
import { COUNTY_AREA, foundingPlan, layFoundation, record } from './county.ts';
import { arrangeDemoEvents } from './demo-events.ts';
import { DEMO_SETTINGS, demoGoods, demoRules } from './demo-goods.ts';
import { at, liveThrough } from './demo-history.ts';
import { demoPeople } from './demo-people.ts';
import { holdDemoCampaigns } from './demo-selection.ts';
import { liveToday } from './demo-today.ts';

const HISTORY_DAYS = 60;
const BASE_POINTS = 60;

/** A working community of two sites with two months behind it, and the doors to walk in by. */
export async function foundDemo(bank: Bank, isNew: boolean): Promise<string[]> {
  if (isNew) await settle(bank);
  return doors(bank);
}

const added = <Facts>(facts: readonly Facts[]): Comparison<Facts> => ({
  added: facts,
  changed: [],
  unchanged: [],
  absent: [],
});

async function settle(bank: Bank): Promise<void> {
  const today = dayOf(bank.chance.nowMs());
  const openedOn = addDays(today, -HISTORY_DAYS);
  const past = at(bank, openedOn, 8);
  const newId = (prefix: string) => bank.chance.newId(prefix);
  await layFoundation(past, '云溪县（演示）');
  const rules = { rules: added(demoRules(openedOn)), settings: added(DEMO_SETTINGS) };
  const rulebook = planRules(rules, { newId, versions: new Map(), homesWithoutBase: [] });
  await record(past, foundingPlan(past, 'rules', rulebook));

  const { areas, households, people, posts } = demoPeople();
  const roster = planRoster(
    {
      areas: added(areas),
      households: added(households),
      people: added(people),
      clusterLeads: added([]),
      posts: added(posts),
      uncertain: [],
    },
    await readRosterBook(bank.reader),
    { newId, basePoints: BASE_POINTS, itemIds: [], takesPosts: true },
  );
  await record(past, foundingPlan(past, 'roster', roster));
  const siteStaff = await teamLeader(past, openedOn);
  const staff = [...countyStaff(openedOn), ...siteStaff];
  await record(past, foundingPlan(past, 'staff-beside-the-roster', { rows: staff }));
  await stockShelves(past, openedOn);
  await liveThrough(bank, openedOn, today);
  await arrangeDemoEvents(bank);
  await liveToday(bank);
  await holdDemoCampaigns(bank);
  await nameTheDoors(bank);
}

const COUNTY_STAFF = [
  ['person_demoadmin', 'X0001', '代文斌', 'county-admin'],
  ['person_demoadmin2', 'X0002', '安凤英', 'county-admin'],
  ['person_demoauditor', 'X0003', '任德贵', 'auditor'],
] as const;

function countyStaff(fromOn: string): Row[] {
  const staff = COUNTY_STAFF.flatMap(([id, code, name, role]) => [
    recordPerson(newStaff({ id, code, name, initials: nameInitials(name) })),
    recordGrant({
      id: `grant_${id.slice(7)}`,
      version: 1,
      personId: id,
      role,
      areaId: COUNTY_AREA,
      fromOn,
      toOn: null,
      state: 'active',
      organisation: '县民政局',
      staffNumber: null,
      contactPhone: null,
      note: '',
      givenBy: 'operator',
      approvedBy: null,
    }),
  ]);
  return [...staff, recordAdminRoll(0, 2)];
}

/** 志愿队长 of the first site: a post that the roster's list of staff does not know. */
async function teamLeader({ reader }: Bank, fromOn: string): Promise<Row[]> {
  const [site] = await reader
    .select({ id: communityAreas.id, name: communityAreas.name })
    .from(communityAreas)
    .where(eq(communityAreas.level, 1))
    .orderBy(asc(communityAreas.path));
  if (!site) return [];
  const [id, name] = ['person_demoleader', '向桂芳'];
  return [
    recordPerson(newStaff({ id, code: 'X0004', name, initials: nameInitials(name) })),
    recordGrant({
      id: 'grant_demoleader',
      version: 1,
      personId: id,
      role: 'team-leader',
      areaId: site.id,
      fromOn,
      toOn: null,
      state: 'active',
      organisation: `${site.name}志愿队`,
      staffNumber: null,
      contactPhone: null,
      note: '',
      givenBy: 'operator',
      approvedBy: null,
    }),
  ];
}

async function stockShelves(past: Bank, receivedOn: string): Promise<void> {
  const branches = await past.reader
    .select({ id: redemptionBranches.id, siteName: communityAreas.name })
    .from(redemptionBranches)
    .innerJoin(communityAreas, eq(communityAreas.id, redemptionBranches.areaId));
  const { goods, batches } = demoGoods(
    branches.map(({ siteName }) => siteName),
    receivedOn,
  );
  const plan = planGoods(
    { goods: added(goods), batches: added(batches) },
    {
      newId: (prefix) => past.chance.newId(prefix),
      nowMs: past.chance.nowMs(),
      items: new Map(),
      branches: new Map(branches.map(({ id, siteName }) => [siteName, id])),
      versions: new Map(),
    },
  );
  await record(past, foundingPlan(past, 'goods', plan));
}

const DOOR = '演示：';

/** Marks who is who in the demo: the sign-in page and the start's table read it from there. */
async function nameTheDoors(bank: Bank): Promise<void> {
  const people = await bank.reader
    .select({ person: communityPeople, role: accessGrants.role, grantState: accessGrants.state })
    .from(communityPeople)
    .leftJoin(accessGrants, eq(accessGrants.personId, communityPeople.id))
    .orderBy(asc(communityPeople.code));
  const [first] = people.filter(
    ({ person, role }) => !role && person.relation === '户主' && person.phone,
  );
  const [elder] = people.filter(({ person }) => person.isLoneElder);
  const holder = (role: string) => people.find((one) => one.role === role)?.person;
  const holders = people.filter(({ role }) => role === 'steward');
  const admins = people.filter(({ role }) => role === 'county-admin');
  const wishes: [string, string, PersonRecord | undefined, string][] = [
    ['resident', '居民', first?.person, '有手机，看存折、兑换、投票'],
    ['elder', '老人', elder?.person, '只有一张纸卡'],
    ['cluster-lead', '联户长', holder('cluster-lead'), '替本联户的人办事'],
    ['grid-worker', '网格员', holder('grid-worker'), '签到、办卡、发绑定码'],
    ['team-leader', '志愿队长', holder('team-leader'), '认定志愿时长、签到'],
    ['teller', '储蓄所管理员', holder('teller'), '领取台、入库'],
    ['steward', '社区干部', holder('steward'), '办活动、改登记、导名册'],
    ['second-steward', '第二位干部', holders.at(-1)?.person, '开票要两位社区干部，这是另一位'],
    ['county-admin', '县级管理员', admins.at(0)?.person, '给岗位、看全县、查账'],
    [
      'second-county-admin',
      '第二位县管',
      admins.at(-1)?.person,
      '县里的岗位要两位来给，这是另一位',
    ],
    ['auditor', '审计', holder('auditor'), '只看不改'],
  ];
  const rows = wishes.flatMap(([door, title, person, note]) =>
    person
      ? recordPerson({
          ...person,
          version: person.version + 1,
          note: `${DOOR}${door}｜${title}｜${note}`,
        })
      : [],
  );
  await record(bank, foundingPlan(bank, 'doors', { rows }));
}

/** The table that the start prints. */
async function doors(bank: Bank): Promise<string[]> {
  const rows = await bank.reader
    .select({ id: communityPeople.id, name: communityPeople.name, note: communityPeople.note })
    .from(communityPeople)
    .where(like(communityPeople.note, `${DOOR}%`));
  const lines = rows
    .map(({ name, note }) => ({ name, parts: note.slice(DOOR.length).split('｜') }))
    .sort((one, other) => orderOf(one.parts) - orderOf(other.parts))
    .map(
      ({ name, parts: [, title = '', use = ''] }) => `${wide(title, 12)}  ${wide(name, 8)}  ${use}`,
    );
  return ['演示登录（首页点「登录」，选一位就进去，不要密码）：', '', ...lines];
}

const ORDER =
  'resident elder cluster-lead grid-worker team-leader teller steward second-steward county-admin second-county-admin auditor'.split(
    ' ',
  );
const orderOf = ([door = '']: readonly string[]) => ORDER.indexOf(door);

/** Pads to a width in columns of a terminal, where a Chinese character takes two. */
function wide(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - [...text].length * 2));
}
