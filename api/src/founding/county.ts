import type { Plan, Row } from '@bank/db/plan';
import { accessAdminRoll, accessGrants, accessPins } from '@bank/db/schema/access';
import { communityAreas } from '@bank/db/schema/community';
import { dayOf } from '@bank/shared/calendar';
import { PICKUP_LENGTH } from '@bank/shared/codes';
import { and, eq } from 'drizzle-orm';
import { codeExpiryMs } from '../access/session.ts';
import { oneTimeCodeOf, recordAdminRoll, recordGrant, recordOneTimeCode } from '../access/store.ts';
import { newStaff, recordArea, recordPerson } from '../community/store.ts';
import {
  ISSUE_ACCOUNT,
  openAccount,
  openBook,
  POINTS_BOOK,
  SPENT_ACCOUNT,
} from '../ledger/account.ts';
import { newPickupCode } from '../platform/code-keys.ts';
import type { Bank } from '../platform/context.ts';

export const COUNTY_AREA = 'area_county';
const FIRST_ADMIN = 'person_firstadmin';

/** A plan that the founding itself makes: there is nobody yet who could give a command. */
export function foundingPlan(bank: Bank, command: string, change: Partial<Plan>): Plan {
  return {
    requestId: bank.chance.newId('founding'),
    fingerprint: command,
    answer: '{"ok":true,"answer":{}}',
    command: `founding/${command}`,
    actorId: 'operator',
    actingAs: 'operator',
    areaPath: '/',
    subjectId: null,
    outcome: 'done',
    atMs: bank.chance.nowMs(),
    transfers: [],
    rows: [],
    ...change,
  };
}

/** Records a plan of the founding, which nothing may refuse. */
export async function record(bank: Bank, plan: Plan): Promise<void> {
  if ((await bank.writer.commit(plan)) !== 'recorded')
    throw new Error(`${plan.command} was refused`);
}

/** The county itself, its book of points, and nothing in it. Does nothing when it is there. */
export async function layFoundation(bank: Bank, countyName: string): Promise<boolean> {
  const [county] = await bank.reader
    .select()
    .from(communityAreas)
    .where(eq(communityAreas.level, 0));
  if (county) return false;
  const rows: Row[] = [
    openBook(POINTS_BOOK, 'points'),
    openAccount(ISSUE_ACCOUNT),
    openAccount(SPENT_ACCOUNT),
    recordArea({
      id: COUNTY_AREA,
      version: 1,
      parentId: null,
      level: 0,
      levelName: '县',
      code: 'county',
      name: countyName,
      path: '/',
      address: null,
      openDays: null,
      township: null,
      partyOrganisation: null,
    }),
  ];
  await record(bank, foundingPlan(bank, 'county', { rows }));
  return true;
}

/** An empty county, and, until somebody has taken it, a one-time link for its first admin. */
export async function foundCounty(bank: Bank): Promise<string[]> {
  if (await layFoundation(bank, '本县')) await appointFirstAdmin(bank);
  const [taken] = await bank.reader
    .select({ id: accessPins.id })
    .from(accessPins)
    .innerJoin(accessGrants, eq(accessGrants.personId, accessPins.id))
    .where(and(eq(accessGrants.role, 'county-admin'), eq(accessGrants.state, 'active')))
    .limit(1);
  return taken ? [] : [`第一位县级管理员从这里开始（只能用一次）：${await firstAdminLink(bank)}`];
}

async function appointFirstAdmin(bank: Bank): Promise<void> {
  const today = dayOf(bank.chance.nowMs());
  const person = recordPerson(
    newStaff({ id: FIRST_ADMIN, code: 'FIRST', name: '县级管理员', initials: 'xjgly' }),
  );
  const grant = recordGrant({
    id: 'grant_firstadmin',
    version: 1,
    personId: FIRST_ADMIN,
    role: 'county-admin',
    areaId: COUNTY_AREA,
    fromOn: today,
    toOn: null,
    state: 'active',
    organisation: '',
    staffNumber: null,
    contactPhone: null,
    note: '',
    givenBy: 'operator',
    approvedBy: null,
  });
  const [roll] = await bank.reader.select().from(accessAdminRoll);
  const rows = [person, grant, recordAdminRoll(roll?.version ?? 0, 1)];
  await record(bank, foundingPlan(bank, 'first-admin', { rows, subjectId: FIRST_ADMIN }));
}

async function firstAdminLink(bank: Bank): Promise<string> {
  const before = await bank.lookout.look(oneTimeCodeOf, FIRST_ADMIN);
  const symbols = newPickupCode((size) => bank.chance.randomBytes(size)).slice(-PICKUP_LENGTH);
  const code = recordOneTimeCode({
    id: FIRST_ADMIN,
    version: (before?.version ?? 0) + 1,
    codeHash: bank.keys.hash('one-time-code', symbols),
    expiresAtMs: codeExpiryMs(bank.chance.nowMs()),
    isUsed: false,
  });
  await record(
    bank,
    foundingPlan(bank, 'first-admin-code', { rows: [code], subjectId: FIRST_ADMIN }),
  );
  return `${bank.publicUrl}/access/sign-in/index?code=${symbols}`;
}
