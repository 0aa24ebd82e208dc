import type { Draft, Row } from '@bank/db/plan';
import { row } from '@bank/db/plan';
import { accessGrants } from '@bank/db/schema/access';
import { communityAreas, communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { redemptionBranches, redemptionItems } from '@bank/db/schema/redemption';
import { scoringAwards } from '@bank/db/schema/scoring';
import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import { BranchId } from '@bank/shared/contracts/redemption';
import { ItemId, RequestId } from '@bank/shared/ids';
import { and, asc, eq, like } from 'drizzle-orm';
import { recordAdminRoll, recordGrant } from '../access/store.ts';
import { nameInitials } from '../community/initials.ts';
import { type PersonRecord, recordPerson } from '../community/store.ts';
import type { Comparison } from '../intake/comparison.ts';
import { readRosterBook } from '../intake/present.ts';
import { planRoster } from '../intake/roster-plan.ts';
import { planGoods, planRules } from '../intake/stock-plan.ts';
import { ISSUE_ACCOUNT, passbookAccount } from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';
import type { Actor, Bank } from '../platform/context.ts';
import { handOver } from '../redemption/counter-commands.ts';
import { placeOrder } from '../redemption/order-commands.ts';
import { pick, seeded } from './chance.ts';
import { COUNTY_AREA, foundingPlan, layFoundation, record } from './county.ts';
import { DEMO_SETTINGS, demoGoods, demoRules } from './demo-goods.ts';
import { demoPeople } from './demo-people.ts';

const SEED = 317;
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
    { newId, basePoints: BASE_POINTS, itemIds: [], takesPosts: true, actorId: 'operator' },
  );
  await record(past, foundingPlan(past, 'roster', roster));
  await record(past, foundingPlan(past, 'county-staff', { rows: countyStaff(openedOn) }));
  await stockShelves(past, openedOn);
  await liveThrough(bank, openedOn, today);
  await nameTheDoors(bank);
}

/** The same bank on an earlier day: only its clock differs. */
function at(bank: Bank, day: string, hour: number): Bank {
  const nowMs = startOfDayMs(day) + hour * 3_600_000;
  return { ...bank, chance: { ...bank.chance, nowMs: () => nowMs } };
}

const COUNTY_STAFF = [
  ['person_demoadmin', 'X0001', '代文斌', 'county-admin'],
  ['person_demoadmin2', 'X0002', '安凤英', 'county-admin'],
  ['person_demoauditor', 'X0003', '任德贵', 'auditor'],
] as const;

function countyStaff(fromOn: string): Row[] {
  const staff = COUNTY_STAFF.flatMap(([id, code, name, role]) => [
    recordPerson({
      id,
      version: 1,
      householdId: null,
      code,
      name,
      initials: nameInitials(name),
      relation: '',
      sex: '',
      ethnicity: '',
      bornOn: null,
      movedInOn: null,
      phone: null,
      originTown: '',
      originVillage: '',
      isLeftBehindChild: false,
      isLoneElder: false,
      isDisabled: false,
      isPartyMember: false,
      note: '',
      state: 'here',
    }),
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

const DEEDS = [
  ['JF03', '清洁家园义务劳动', 2],
  ['JF19', '感恩教育宣讲', 2],
  ['JF20', '院坝会', 2],
  ['JF21', '县医院专家义诊', 1],
  ['JF14', '家政技能培训', 5],
  ['JF10', '孝老敬亲', 10],
] as const;

interface Home {
  readonly id: string;
  readonly code: string;
  readonly holder: PersonRecord;
  readonly path: string;
}

/** Two months: what a family carried over, what it earned day by day, and what it fetched. */
async function liveThrough(bank: Bank, openedOn: string, today: string): Promise<void> {
  const random = seeded(SEED);
  const homes = await readHomes(bank);
  const carried = homes.map((home) => carry(bank, home, 6 + Math.floor(random() * 70)));
  const first = at(bank, openedOn, 9);
  await record(first, foundingPlan(first, 'carried', { transfers: carried }));
  const [steward] = await staffOf(bank, 'steward');
  for (let day = addDays(openedOn, 2); day < today; day = addDays(day, 3)) {
    const then = at(bank, day, 19);
    const deed = pick(random, DEEDS);
    const doers = homes.filter(() => random() < 0.14);
    const plan = awardsOf(then, deed, doers, steward?.personId ?? 'operator');
    await record(then, {
      ...foundingPlan(then, 'awards', plan),
      actorId: steward?.personId ?? 'operator',
      actingAs: 'steward',
    });
    await fetchGoods(bank, addDays(day, 1), homes, random);
  }
}

function carry(bank: Bank, home: Home, amount: number): Draft {
  return draftMove({
    id: bank.chance.newId('transfer'),
    source: ISSUE_ACCOUNT,
    target: passbookAccount(home.id),
    amount,
    code: 'opening/carried',
    subjectId: home.id,
  });
}

function awardsOf(
  then: Bank,
  [ruleCode, title, points]: (typeof DEEDS)[number],
  doers: readonly Home[],
  recordedBy: string,
): { rows: Row[]; transfers: Draft[] } {
  const [rows, transfers]: [Row[], Draft[]] = [[], []];
  for (const home of doers) {
    const id = then.chance.newId('award');
    rows.push(
      row(scoringAwards, {
        id,
        version: 1,
        householdId: home.id,
        personId: home.holder.id,
        ruleCode,
        ruleVersion: 1,
        subjectId: then.chance.newId('deed'),
        title,
        points,
        cutBy: null,
        state: 'posted',
        recordedBy,
        atMs: then.chance.nowMs(),
      }),
    );
    transfers.push(
      draftMove({
        id: then.chance.newId('transfer'),
        source: ISSUE_ACCOUNT,
        target: passbookAccount(home.id),
        amount: points,
        code: `rule/${ruleCode}@1`,
        subjectId: id,
      }),
    );
  }
  return { rows, transfers };
}

/** A few families order, and all but the newest orders were fetched; each step is a real command. */
async function fetchGoods(
  bank: Bank,
  day: string,
  homes: readonly Home[],
  random: () => number,
): Promise<void> {
  const then = at(bank, day, 10);
  if (then.chance.nowMs() > bank.chance.nowMs()) return;
  const items = await bank.reader
    .select()
    .from(redemptionItems)
    .orderBy(asc(redemptionItems.price));
  const branches = await branchBySite(bank);
  for (const home of homes.filter(() => random() < 0.06)) {
    const branchId = branches.get(home.path.slice(0, 4));
    const item = pick(random, items.slice(0, 9));
    if (!branchId) continue;
    const { outcome } = await placeOrder.give(then, residentOf(home), {
      requestId: RequestId.parse(bank.chance.newId('demo')),
      branchId: BranchId.parse(branchId),
      itemId: ItemId.parse(item.id),
      quantity: 1,
    });
    if (!outcome.ok || day > addDays(dayOf(bank.chance.nowMs()), -5)) continue;
    const [teller] = await staffOf(bank, 'teller', home.path);
    if (!teller) continue;
    await handOver.give(at(bank, addDays(day, 1), 15), teller, {
      requestId: RequestId.parse(bank.chance.newId('demo')),
      orderId: outcome.value.order.id,
    });
  }
}

async function branchBySite(bank: Bank): Promise<Map<string, string>> {
  const rows = await bank.reader
    .select({ id: redemptionBranches.id, path: communityAreas.path })
    .from(redemptionBranches)
    .innerJoin(communityAreas, eq(communityAreas.id, redemptionBranches.areaId));
  return new Map(rows.map(({ id, path }) => [path, id]));
}

async function readHomes(bank: Bank): Promise<Home[]> {
  const rows = await bank.reader
    .select({ home: communityHouseholds, holder: communityPeople, path: communityAreas.path })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .innerJoin(communityPeople, eq(communityPeople.householdId, communityHouseholds.id))
    .where(eq(communityPeople.relation, '户主'))
    .orderBy(asc(communityHouseholds.code));
  return rows.map(({ home, holder, path }) => ({ id: home.id, code: home.code, holder, path }));
}

function residentOf({ id, holder, path }: Home): Actor {
  return {
    kind: 'person',
    accountId: '',
    sessionId: '',
    personId: holder.id,
    name: holder.name,
    householdId: id,
    householdPath: path,
    isHouseholder: true,
    posts: [],
  };
}

async function staffOf(
  bank: Bank,
  role: 'teller' | 'steward',
  within = '/',
): Promise<Extract<Actor, { kind: 'person' }>[]> {
  const rows = await bank.reader
    .select({ person: communityPeople, path: communityAreas.path })
    .from(accessGrants)
    .innerJoin(communityPeople, eq(communityPeople.id, accessGrants.personId))
    .innerJoin(communityAreas, eq(communityAreas.id, accessGrants.areaId))
    .where(and(eq(accessGrants.role, role), eq(accessGrants.state, 'active')))
    .orderBy(asc(communityPeople.code));
  return rows
    .filter(({ path }) => within.startsWith(path) || within === '/')
    .map(({ person, path }) => ({
      kind: 'person',
      accountId: '',
      sessionId: '',
      personId: person.id,
      name: person.name,
      householdId: null,
      householdPath: null,
      isHouseholder: false,
      posts: [{ role, areaPath: path }],
    }));
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
  const wishes: [string, string, PersonRecord | undefined, string][] = [
    ['resident', '居民', first?.person, '有手机，看存折、兑换、投票'],
    ['elder', '老人', elder?.person, '只有一张纸卡'],
    ['cluster-lead', '联户长', holder('cluster-lead'), '替本联户的人办事'],
    ['grid-worker', '网格员', holder('grid-worker'), '签到、办卡、发绑定码'],
    ['teller', '储蓄所管理员', holder('teller'), '领取台、入库'],
    ['steward', '社区干部', holder('steward'), '办活动、改登记、导名册'],
    ['county-admin', '县级管理员', holder('county-admin'), '给岗位、看全县、查账'],
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
  const lines = rows.map(({ name, note }) => {
    const [, title = '', use = ''] = note.slice(DOOR.length).split('｜');
    return `${wide(title, 12)}  ${wide(name, 8)}  ${use}`;
  });
  return ['演示登录（首页点「登录」，选一位就进去，不要密码）：', '', ...lines];
}

/** Pads to a width in columns of a terminal, where a Chinese character takes two. */
function wide(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - [...text].length * 2));
}
