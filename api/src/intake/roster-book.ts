import type { accessGrants } from '@bank/db/schema/access';
import type {
  communityAreas,
  communityClusterLeads,
  communityHouseholds,
  communityPeople,
} from '@bank/db/schema/community';
import type { redemptionBranches } from '@bank/db/schema/redemption';
import type { PostRole as BookRole } from '@bank/shared/roles';
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
