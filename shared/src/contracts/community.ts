import { endpoint } from '../endpoint.ts';
import { AreaId, CardId, HouseholdId, PersonId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import { AreaPath, Day, PersonName, Phone, words } from './shapes.ts';

/** 安置点, 网格, 联户, 家庭, 人: where everybody belongs. */

export const Area = z.object({
  id: AreaId,
  parentId: z.nullable(AreaId),
  /** 0 is the county. */
  level: z.int(),
  levelName: z.string(),
  code: z.string(),
  name: z.string(),
  path: AreaPath,
});
export type Area = z.infer<typeof Area>;

export const ListAreas = endpoint({
  id: 'community/list-areas',
  method: 'GET',
  path: '/community/areas',
  summary: '县、安置点、网格、联户的名称',
  duty: 'anyone',
  scope: 'public',
  input: z.object({}),
  output: z.object({ countyName: z.string(), areas: z.array(Area) }),
  refusals: [],
});

export const PersonCard = z.object({
  id: PersonId,
  code: z.string(),
  name: z.string(),
  relation: z.string(),
  sex: z.string(),
  ageYears: z.nullable(z.int()),
  hasPhone: z.boolean(),
  isSignedUp: z.boolean(),
});
export type PersonCard = z.infer<typeof PersonCard>;

export const HouseholdCard = z.object({
  id: HouseholdId,
  code: z.string(),
  householderName: z.string(),
  address: z.string(),
  areaName: z.string(),
  peopleCount: z.int(),
});
export type HouseholdCard = z.infer<typeof HouseholdCard>;

export const ElderCard = z.object({
  id: CardId,
  personId: PersonId,
  personName: z.string(),
  state: z.enum(['active', 'revoked']),
  madeAtMs: z.int(),
});

export const HouseholdFile = z.object({
  ...HouseholdCard.shape,
  areaId: AreaId,
  building: z.string(),
  unit: z.string(),
  room: z.string(),
  isLowIncome: z.boolean(),
  movedInOn: z.nullable(Day),
  note: z.string(),
  people: z.array(PersonCard),
  cards: z.array(ElderCard),
  hasBindCode: z.boolean(),
  /** 替户主投票的人: whom the householder named; the householder may always vote. */
  voterPersonId: z.nullable(PersonId),
});
export type HouseholdFile = z.infer<typeof HouseholdFile>;

export const FindHouseholds = endpoint({
  id: 'community/find-households',
  method: 'GET',
  path: '/community/households',
  summary: '找一户：户编号、姓名、拼音首字母、电话后四位或门牌',
  duty: 'households.read',
  scope: 'area',
  input: z.object({ search: words(1, 40) }),
  output: z.object({ households: z.array(HouseholdCard), more: z.boolean() }),
  refusals: [],
});

export const ReadHousehold = endpoint({
  id: 'community/read-household',
  method: 'GET',
  path: '/community/households/:householdId',
  summary: '看一户',
  duty: 'households.read',
  scope: 'area',
  input: z.object({ householdId: HouseholdId }),
  output: HouseholdFile,
  refusals: [],
});

export const ReadOwnHousehold = endpoint({
  id: 'community/read-own-household',
  method: 'GET',
  path: '/community/own-household',
  summary: '我家的登记',
  duty: 'household-member',
  scope: 'household',
  input: z.object({}),
  output: HouseholdFile,
  refusals: [],
});

export const NameVoter = endpoint({
  id: 'community/name-voter',
  method: 'POST',
  path: '/community/voters',
  summary: '户主请家里一位大人替自己投票，或者收回',
  duty: 'householder',
  scope: 'household',
  input: z.object({ requestId: RequestId, personId: z.nullable(PersonId) }),
  output: z.object({ voterPersonId: z.nullable(PersonId) }),
  refusals: ['community/not-an-adult-of-home', 'community/nothing-to-mend'],
});

export const MendHousehold = endpoint({
  id: 'community/mend-household',
  method: 'POST',
  path: '/community/household-mends',
  summary: '改一户的登记：楼栋、单元、房号、低保、备注',
  duty: 'households.mend',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    householdId: HouseholdId,
    building: words(0, 20),
    unit: words(0, 20),
    room: words(0, 20),
    isLowIncome: z.boolean(),
    note: words(0, 200),
  }),
  output: z.object({ changedFields: z.array(z.string()) }),
  refusals: ['community/nothing-to-mend'],
  secrets: ['note'],
});

export const MendPerson = endpoint({
  id: 'community/mend-person',
  method: 'POST',
  path: '/community/person-mends',
  summary: '改一个人的登记：姓名、关系、电话',
  duty: 'households.mend',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    personId: PersonId,
    name: PersonName,
    relation: words(1, 20),
    /** Absent keeps what is registered; null strikes it out. */
    phone: z.optional(z.nullable(Phone)),
  }),
  output: z.object({ changedFields: z.array(z.string()) }),
  refusals: ['community/nothing-to-mend', 'community/second-householder'],
  secrets: ['name', 'phone'],
});

/** A sheet to print: the bytes travel once and are kept nowhere, since they carry codes. */
export const PrintedSheet = z.object({
  pdfBase64: z.optional(z.string()),
  fileName: z.string(),
  count: z.int(),
  /** Names with a character that the print font lacks: printed by code only, so write them by hand. */
  unprintableNames: z.optional(z.array(z.string())),
});

export const PrintBindCodes = endpoint({
  id: 'community/print-bind-codes',
  method: 'POST',
  path: '/community/bind-code-sheets',
  summary: '打印一片住户的绑定码（旧码作废）',
  duty: 'households.issue-bind-codes',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    areaId: z.optional(AreaId),
    householdId: z.optional(HouseholdId),
  }),
  output: PrintedSheet,
  refusals: ['community/nothing-to-print', 'community/too-many-to-print'],
});

export const PrintElderCard = endpoint({
  id: 'community/print-elder-cards',
  method: 'POST',
  path: '/community/elder-card-sheets',
  summary: '给老人绑定并打印纸卡；补办时旧卡作废',
  duty: 'cards.bind',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    personIds: z.array(PersonId).check(z.minLength(1), z.maxLength(100)),
  }),
  output: PrintedSheet,
  refusals: ['community/people-in-two-areas'],
});

export const RevokeElderCard = endpoint({
  id: 'community/revoke-elder-card',
  method: 'POST',
  path: '/community/elder-card-revocations',
  summary: '纸卡丢了：马上作废',
  duty: 'cards.bind',
  scope: 'area',
  input: z.object({ requestId: RequestId, cardId: CardId }),
  output: z.object({ state: z.enum(['active', 'revoked']) }),
  refusals: ['community/card-revoked'],
});

export const communityProblems = {
  'community/not-an-adult-of-home': {
    status: 409,
    title: '要请家里的大人',
    detail: (facts: { yearsMin: number }) =>
      `只能请自家满 ${facts.yearsMin} 岁的大人替您投。年纪登记得不对，请找网格员改`,
  },
  'community/nothing-to-mend': {
    status: 409,
    title: '没有改动',
    detail: () => '填的和登记的一样，没有要改的',
  },
  'community/second-householder': {
    status: 409,
    title: '一户只有一位户主',
    detail: () => '这一户已经有户主，先把原来的户主改成别的关系',
  },
  'community/nothing-to-print': {
    status: 409,
    title: '没有可打印的住户',
    detail: () => '这一片没有在住的住户，请换一片',
  },
  'community/too-many-to-print': {
    status: 422,
    title: '一次打印太多',
    detail: (facts: { count: number; countMax: number }) =>
      `这一片有 ${facts.count} 户，一次最多打印 ${facts.countMax} 户，请按网格或联户来打`,
  },
  'community/people-in-two-areas': {
    status: 422,
    title: '这几位不在一个安置点',
    detail: () => '一次只能给同一个安置点的老人办卡，请分开来办',
  },
  'community/card-revoked': {
    status: 409,
    title: '这张卡已经作废',
    detail: () => '这张卡已经作废了，请给老人办一张新卡',
  },
} as const;
