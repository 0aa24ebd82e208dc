import type { Reader } from '@bank/db/client';
import { accessGrants } from '@bank/db/schema/access';
import {
  communityAreas,
  communityClusterLeads,
  communityHouseholds,
  communityPeople,
} from '@bank/db/schema/community';
import { redemptionBranches, redemptionImports } from '@bank/db/schema/redemption';
import { scoringRules, scoringSettings } from '@bank/db/schema/scoring';
import type { PostRole as BookRole } from '@bank/shared/roles';
import { isNotNull, sql } from 'drizzle-orm';
import type { BatchFacts, GoodFacts } from './goods-shape.ts';
import type { Gender, Relation } from './list-values.ts';
import type { RosterPresent } from './roster-diff.ts';
import {
  type AreaFacts,
  type ClusterLeadFacts,
  type HouseholdFacts,
  type PersonFacts,
  POST_ROLES,
  type PostFacts,
  type PostRole,
} from './roster-shape.ts';
import type { RuleFacts, SettingFacts } from './rules-shape.ts';

/** The book's own rows, by the codes that a workbook knows them by. */
export interface RosterBook {
  readonly areas: Map<string, typeof communityAreas.$inferSelect>;
  readonly branches: Map<string, typeof redemptionBranches.$inferSelect>;
  readonly households: Map<string, typeof communityHouseholds.$inferSelect>;
  readonly people: Map<string, typeof communityPeople.$inferSelect>;
  readonly leads: Map<string, typeof communityClusterLeads.$inferSelect>;
  readonly grants: Map<string, typeof accessGrants.$inferSelect>;
}

/** Roles a workbook may name that the book calls otherwise. */
export const ROLE_OF_POST: Readonly<Record<PostRole, BookRole>> = {
  驻村干部: 'site-officer',
  西部计划志愿者: 'event-helper',
  就业协管员: 'event-helper',
  网格员: 'grid-worker',
  储蓄所管理员: 'teller',
  社区干部: 'steward',
  县级管理员: 'county-admin',
  审计: 'auditor',
  联户长: 'cluster-lead',
};

/** Everything a roster can touch. Grows with the county: some 14,000 rows take about 0.3 s. */
export async function readRosterBook(reader: Reader): Promise<RosterBook> {
  const [areas, branches, households, people, leads, grants] = await Promise.all([
    reader.select().from(communityAreas),
    reader.select().from(redemptionBranches),
    reader.select().from(communityHouseholds),
    reader.select().from(communityPeople),
    reader.select().from(communityClusterLeads),
    reader.select().from(accessGrants).where(isNotNull(accessGrants.staffNumber)),
  ]);
  const byId = new Map(areas.map((area) => [area.id, area.code]));
  return {
    areas: new Map(areas.map((area) => [area.code, area])),
    branches: new Map(branches.map((branch) => [byId.get(branch.areaId) ?? '', branch])),
    households: new Map(households.map((home) => [home.code, home])),
    people: new Map(people.map((person) => [person.code, person])),
    leads: new Map(leads.map((lead) => [byId.get(lead.id) ?? '', lead])),
    grants: new Map(grants.map((grant) => [grant.staffNumber ?? '', grant])),
  };
}

const AREA_KINDS = ['site', 'grid', 'cluster'] as const;
const emptyToNull = (text: string) => (text === '' ? null : text);

/** The book in the words of a workbook, to compare a workbook with. */
export function rosterFacts(book: RosterBook): RosterPresent {
  const known: Known = {
    areas: new Map([...book.areas.values()].map((area) => [area.id, area])),
    homes: new Map([...book.households.values()].map((home) => [home.id, home])),
    people: new Map([...book.people.values()].map((person) => [person.id, person])),
  };
  return {
    areas: [...book.areas.values()].flatMap((area) => areaFacts(area, book, known)),
    households: [...book.households.values()].map((home) => householdFacts(home, known)),
    people: [...book.people.values()].flatMap((person) => personFacts(person, known)),
    clusterLeads: [...book.leads].flatMap(([code, lead]) => leadFacts(code, lead, known)),
    posts: [...book.grants].flatMap(([number, grant]) => postFacts(number, grant, known)),
  };
}

type AreaRecord = typeof communityAreas.$inferSelect;
type HomeRecord = typeof communityHouseholds.$inferSelect;
type PersonRecord = typeof communityPeople.$inferSelect;

interface Known {
  readonly areas: ReadonlyMap<string, AreaRecord>;
  readonly homes: ReadonlyMap<string, HomeRecord>;
  readonly people: ReadonlyMap<string, PersonRecord>;
}

function areaFacts(area: AreaRecord, book: RosterBook, known: Known): AreaFacts[] {
  const kind = AREA_KINDS[area.level - 1];
  if (!kind) return [];
  const parent = area.parentId ? known.areas.get(area.parentId) : undefined;
  return [
    {
      kind,
      code: area.code,
      name: emptyToNull(area.name),
      parentCode: parent && parent.level > 0 ? parent.code : null,
      township: area.township,
      address: area.address,
      partyOrganization: area.partyOrganisation,
      branchName: book.branches.get(area.code)?.name ?? null,
      redemptionDays: area.openDays,
    },
  ];
}

function householdFacts(home: HomeRecord, known: Known): HouseholdFacts {
  const cluster = known.areas.get(home.areaId)?.code ?? '';
  return {
    householdCode: home.code,
    siteCode: cluster.slice(0, 2),
    gridCode: cluster.slice(0, 4),
    clusterCode: cluster,
    building: emptyToNull(home.building),
    unit: emptyToNull(home.unit),
    room: emptyToNull(home.room),
    hasSubsistenceAllowance: home.isLowIncome,
  };
}

function personFacts(person: PersonRecord, known: Known): PersonFacts[] {
  const home = person.householdId ? known.homes.get(person.householdId) : undefined;
  if (!home) return [];
  return [
    {
      personCode: person.code,
      householdCode: home.code,
      name: person.name,
      relation: person.relation as Relation,
      gender: person.sex as Gender,
      ethnicity: person.ethnicity,
      bornOn: person.bornOn ?? '',
      phone: person.phone,
      originTownship: emptyToNull(person.originTown),
      originVillage: emptyToNull(person.originVillage),
      isLeftBehindChild: person.isLeftBehindChild,
      isElderLivingAlone: person.isLoneElder,
      isDisabled: person.isDisabled,
      isPartyMember: person.isPartyMember,
      movedInOn: person.movedInOn,
      note: emptyToNull(person.note),
    },
  ];
}

function leadFacts(
  clusterCode: string,
  lead: typeof communityClusterLeads.$inferSelect,
  known: Known,
): ClusterLeadFacts[] {
  const person = known.people.get(lead.personId);
  const home = person?.householdId ? known.homes.get(person.householdId) : undefined;
  if (!person || !home) return [];
  const { phone, electedOn, termEndsOn } = lead;
  return [
    {
      clusterCode,
      householdCode: home.code,
      personCode: person.code,
      name: person.name,
      phone,
      electedOn,
      termEndsOn,
    },
  ];
}

function postFacts(
  staffNumber: string,
  grant: typeof accessGrants.$inferSelect,
  known: Known,
): PostFacts[] {
  const person = known.people.get(grant.personId);
  const area = known.areas.get(grant.areaId);
  const [role, note] = splitNote(grant.note);
  if (!person || !area || !role) return [];
  return [
    {
      staffNumber,
      name: person.name,
      gender: person.sex === '' ? null : (person.sex as Gender),
      role,
      organization: emptyToNull(grant.organisation),
      ...areaCodes(area),
      personCode: person.householdId === null ? null : person.code,
      phone: grant.contactPhone,
      termFrom: emptyToNull(grant.fromOn),
      termTo: grant.toOn,
      note: emptyToNull(note),
    },
  ];
}

/** The codes of an area and of what it lies in: codes are made of their parents' codes. */
function areaCodes({ level, code }: AreaRecord) {
  return {
    siteCode: level >= 1 ? code.slice(0, 2) : null,
    gridCode: level >= 2 ? code.slice(0, 4) : null,
    clusterCode: level >= 3 ? code : null,
  };
}

const NOTE_MARK = '｜';

/** Two kinds of post may be one role here; the workbook's own word stands before the note. */
export function joinNote(role: PostRole, note: string | null): string {
  return `${role}${NOTE_MARK}${note ?? ''}`;
}

function splitNote(joined: string): [PostRole | undefined, string] {
  const at = joined.indexOf(NOTE_MARK);
  const word = joined.slice(0, Math.max(0, at));
  return [POST_ROLES.find((role) => role === word), joined.slice(at + 1)];
}

/** The rulebook in the words of a workbook: the newest version of each rule. */
export async function readRuleFacts(
  reader: Reader,
): Promise<{ rules: RuleFacts[]; settings: SettingFacts[]; versions: Map<string, number> }> {
  const newest = sql`${scoringRules.ruleVersion} = (SELECT max(x.rule_version) FROM scoring_rules x WHERE x.code = ${scoringRules.code})`;
  const [rules, settings] = await Promise.all([
    reader.select().from(scoringRules).where(newest),
    reader.select().from(scoringSettings),
  ]);
  return {
    versions: new Map([
      ...rules.map((rule) => [rule.code, rule.ruleVersion] as const),
      ...settings.map((setting) => [setting.id, setting.version] as const),
    ]),
    rules: rules.map((rule) => ({
      ruleCode: rule.code,
      kind: rule.kind,
      category: rule.category,
      title: rule.title,
      points: rule.points,
      countingUnit: rule.unit,
      period: rule.period,
      periodCapPoints: rule.periodCap,
      evidence: emptyToNull(rule.evidence),
      reviewPath: emptyToNull(rule.reviewPath),
      publicityWorkingDays: rule.publicityWorkingDays,
      isRectifiable: rule.isRemediable,
      rectification: emptyToNull(rule.remedy),
      effectiveFrom: rule.effectiveOn,
      note: emptyToNull(rule.note),
    })),
    settings: settings.map((setting) => ({
      name: setting.id,
      value: emptyToNull(setting.value),
      unit: emptyToNull(setting.unit),
      explanation: emptyToNull(setting.note),
    })),
  };
}

/** Goods and batches as they were last taken in, and the version of each line. */
export async function readGoodsFacts(
  reader: Reader,
): Promise<{ goods: GoodFacts[]; batches: BatchFacts[]; versions: Map<string, number> }> {
  const rows = await reader.select().from(redemptionImports);
  const facts = <Facts>(prefix: string) =>
    rows.filter(({ id }) => id.startsWith(prefix)).map((row) => JSON.parse(row.facts) as Facts);
  return {
    versions: new Map(rows.map((row) => [row.id, row.version])),
    goods: facts<GoodFacts>('good|'),
    batches: facts<BatchFacts>('batch|'),
  };
}
