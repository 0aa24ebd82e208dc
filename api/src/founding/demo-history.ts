import type { Draft, Row } from '@bank/db/plan';
import { row } from '@bank/db/plan';
import { accessGrants } from '@bank/db/schema/access';
import { communityAreas, communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { redemptionBranches, redemptionItems } from '@bank/db/schema/redemption';
import { scoringAwards } from '@bank/db/schema/scoring';
import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import { BranchId } from '@bank/shared/contracts/redemption';
import { ItemId, RequestId } from '@bank/shared/ids';
import { and, asc, eq } from 'drizzle-orm';
import type { PersonRecord } from '../community/store.ts';
import { ISSUE_ACCOUNT, passbookAccount } from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';
import type { Actor, Bank } from '../platform/context.ts';
import { handOver } from '../redemption/counter-commands.ts';
import { placeOrder } from '../redemption/order-commands.ts';
import { pick, seeded } from './chance.ts';
import { foundingPlan, record } from './county.ts';

const SEED = 317;

/** The same bank on an earlier day: only its clock differs. */
export function at(bank: Bank, day: string, hour: number): Bank {
  const nowMs = startOfDayMs(day) + hour * 3_600_000;
  return { ...bank, chance: { ...bank.chance, nowMs: () => nowMs } };
}

const DEEDS = [
  ['JF03', '清洁家园义务劳动', 2],
  ['JF19', '感恩教育宣讲', 2],
  ['JF20', '院坝会', 2],
  ['JF21', '县医院专家义诊', 1],
  ['JF14', '家政技能培训', 5],
  ['JF10', '孝老敬亲', 10],
] as const;

export interface Home {
  readonly id: string;
  readonly code: string;
  readonly holder: PersonRecord;
  readonly path: string;
}

/** Two months: what a family carried over, what it earned day by day, and what it fetched. */
export async function liveThrough(bank: Bank, openedOn: string, today: string): Promise<void> {
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

export async function readHomes(bank: Bank): Promise<Home[]> {
  const rows = await bank.reader
    .select({ home: communityHouseholds, holder: communityPeople, path: communityAreas.path })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .innerJoin(communityPeople, eq(communityPeople.householdId, communityHouseholds.id))
    .where(eq(communityPeople.relation, '户主'))
    .orderBy(asc(communityHouseholds.code));
  return rows.map(({ home, holder, path }) => ({ id: home.id, code: home.code, holder, path }));
}

export function residentOf({ id, holder, path }: Home): Actor {
  return {
    kind: 'person',
    accountId: '',
    sessionId: '',
    personId: holder.id,
    name: holder.name,
    householdId: id,
    householdPath: path,
    isHouseholder: true,
    isVoter: true,
    posts: [],
  };
}

export async function staffOf(
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
      isVoter: false,
      posts: [{ role, areaPath: path }],
    }));
}
