import { type Comparison, compareRecords } from './comparison';
import { settlePersonCodes, type UncertainPerson } from './person-codes';
import type {
  AreaFacts,
  ClusterLeadFacts,
  HouseholdFacts,
  PersonFacts,
  PostFacts,
  RosterReading,
} from './roster-shape';

/** What the book holds today, in the same shapes as a reading. */
export interface RosterPresent {
  readonly areas: readonly AreaFacts[];
  readonly households: readonly HouseholdFacts[];
  readonly people: readonly PersonFacts[];
  readonly clusterLeads: readonly ClusterLeadFacts[];
  readonly posts: readonly PostFacts[];
}

export interface RosterComparison {
  readonly areas: Comparison<AreaFacts>;
  readonly households: Comparison<HouseholdFacts>;
  readonly people: Comparison<PersonFacts>;
  readonly clusterLeads: Comparison<ClusterLeadFacts>;
  readonly posts: Comparison<PostFacts>;
  /** People without a code who may or may not be somebody the book knows; they wait. */
  readonly uncertain: readonly UncertainPerson[];
}

/**
 * Compares a reading with the book. Absence is only said for the sites that the file is about, and never
 * for a home with a line that waits; nothing is ever removed because a file does not mention it.
 */
export function compareRoster(reading: RosterReading, present: RosterPresent): RosterComparison {
  const sitesRead = new Set(reading.households.map(({ siteCode }) => siteCode));
  for (const code of reading.waiting.households) sitesRead.add(code.slice(0, 2));
  const waitingHomes = new Set(reading.waiting.households);
  const waitingPeople = new Set(reading.waiting.people);
  const waitingPosts = new Set(reading.waiting.staffNumbers);
  const waitingClusters = new Set(reading.waiting.clusters);
  const { people, uncertain } = settlePersonCodes(reading.people, present.people);
  const uncertainHomes = new Set(uncertain.map(({ person }) => person.householdCode));
  const isSiteRead = (code: string) => sitesRead.has(code.slice(0, 2));
  return {
    areas: compareRecords<AreaFacts>(reading.areas, present.areas, {
      // A code says its level by its length, and a parent's code sorts before its children's.
      keyOf: ({ code }) => code,
      labels: AREA_LABELS,
      isExpected: ({ code }) =>
        isSiteRead(code) && !waitingClusters.has(code) && waitingHomes.size === 0,
    }),
    households: compareRecords<HouseholdFacts>(reading.households, present.households, {
      keyOf: ({ householdCode }) => householdCode,
      labels: HOUSEHOLD_LABELS,
      isExpected: ({ householdCode }) =>
        isSiteRead(householdCode) && !waitingHomes.has(householdCode),
    }),
    people: compareRecords<PersonFacts>(people, present.people, {
      keyOf: ({ personCode }) => personCode,
      labels: PERSON_LABELS,
      isExpected: ({ personCode, householdCode }) =>
        isSiteRead(householdCode) &&
        !waitingHomes.has(householdCode) &&
        !uncertainHomes.has(householdCode) &&
        !waitingPeople.has(personCode),
    }),
    clusterLeads: compareRecords<ClusterLeadFacts>(reading.clusterLeads, present.clusterLeads, {
      keyOf: ({ clusterCode }) => clusterCode,
      labels: LEAD_LABELS,
      isExpected: ({ clusterCode }) =>
        reading.clusterLeads.length > 0 && !waitingClusters.has(clusterCode),
    }),
    posts: compareRecords<PostFacts>(reading.posts, present.posts, {
      keyOf: ({ staffNumber }) => staffNumber,
      labels: POST_LABELS,
      isExpected: ({ staffNumber }) => reading.posts.length > 0 && !waitingPosts.has(staffNumber),
    }),
    uncertain,
  };
}

const AREA_LABELS = {
  name: '名称',
  parentCode: '上级',
  township: '所在街道乡镇',
  address: '地址',
  partyOrganization: '党组织组建方式',
  branchName: '储蓄所',
  redemptionDays: '固定兑换日',
} as const satisfies Partial<Record<keyof AreaFacts, string>>;

const HOUSEHOLD_LABELS = {
  clusterCode: '联户编号',
  building: '楼栋',
  unit: '单元',
  room: '房号',
  hasSubsistenceAllowance: '低保',
} as const satisfies Partial<Record<keyof HouseholdFacts, string>>;

const PERSON_LABELS = {
  householdCode: '户编号',
  name: '姓名',
  relation: '与户主关系',
  gender: '性别',
  ethnicity: '民族',
  bornOn: '出生日期',
  phone: '联系电话',
  originTownship: '原住乡镇',
  originVillage: '原住村',
  isLeftBehindChild: '留守儿童',
  isElderLivingAlone: '独居老人',
  isDisabled: '残疾',
  isPartyMember: '党员',
  movedInOn: '入住日期',
  note: '备注',
} as const satisfies Partial<Record<keyof PersonFacts, string>>;

const LEAD_LABELS = {
  personCode: '联户长人员编号',
  householdCode: '联户长户编号',
  name: '联户长',
  phone: '联系电话',
  electedOn: '当选日期',
  termEndsOn: '任期至',
} as const satisfies Partial<Record<keyof ClusterLeadFacts, string>>;

const POST_LABELS = {
  name: '姓名',
  gender: '性别',
  role: '角色',
  organization: '单位',
  siteCode: '安置点',
  gridCode: '网格',
  clusterCode: '联户编号',
  personCode: '人员编号',
  phone: '联系电话',
  termFrom: '任期自',
  termTo: '任期至',
  note: '备注',
} as const satisfies Partial<Record<keyof PostFacts, string>>;
