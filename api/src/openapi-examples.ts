import type { Endpoint } from '@bank/shared/endpoint';

/**
 * What a reader of the API document can try, by the name of the field: the same word means the same
 * thing in every promise. People, homes and numbers are invented.
 */
const FIELDS: Readonly<Record<string, unknown>> = {
  requestId: '7wS0FFpsFOnDOL72vg8WrG_5',
  areaId: 'area_chunhui',
  branchId: 'branch_chunhui',
  siteId: 'area_chunhui',
  householdId: 'home_tian',
  householdCode: '01010001',
  personId: 'person_tian',
  personIds: ['person_tian'],
  collectedByPersonId: 'person_xiang',
  cardId: 'card_1',
  grantId: 'grant_1',
  orderId: 'order_1',
  itemId: 'item_oil',
  eventId: 'event_1',
  occasionId: 'occasion_1',
  serviceId: 'service_1',
  campaignId: 'campaign_1',
  candidateId: 'candidate_1',
  search: '田秀英',
  name: '田秀英',
  relation: '户主',
  phone: '15400000000',
  pin: '246810',
  building: '3栋',
  unit: '2单元',
  room: '301',
  isLowIncome: false,
  note: '',
  isCareMode: true,
  everywhere: false,
  role: 'event-helper',
  fromOn: '2026-04-01',
  toOn: null,
  quantity: 1,
  cardCode: 'C1-4T8K2-M6R0W',
  secondLook: 'name',
  reason: 'other',
  sourceKind: 'firm',
  sourceName: '雾岭茶业',
  isNamedInPublic: true,
  title: '清洁家园志愿服务',
  kind: 'volunteering',
  place: '3 栋楼下集合',
  description: '一起打扫楼道和花坛，工具社区准备。',
  contactName: '罗社区',
  contactPhone: '15400000001',
  ruleCode: 'JF01',
  countedBy: 'check-in',
  countsHours: true,
  occasions: [
    {
      startsAtMs: Date.UTC(2026, 3, 4, 0),
      endsAtMs: Date.UTC(2026, 3, 4, 2),
      capacity: 30,
      signUp: { opensAtMs: Date.UTC(2026, 3, 1, 0), closesAtMs: Date.UTC(2026, 3, 4, 0) },
      takesWalkIns: true,
    },
  ],
  startsAtMs: Date.UTC(2026, 3, 4, 0),
  endsAtMs: Date.UTC(2026, 3, 4, 2),
  scannedAtMs: Date.UTC(2026, 3, 4, 0, 6),
  nonce: 'n0nce-of-one-scan',
  intent: 'in',
  isAccepted: true,
  helped: 'elders',
  words: '陪邻居老人去卫生室',
  story: '老人摔了腿，她每天送两顿饭，送了三个月。',
  candidates: [
    { householdId: 'home_tian', story: '每天给邻居老人送饭。' },
    { householdId: 'home_ran', story: '带着楼上楼下一起扫楼道。' },
  ],
  seats: 3,
  nominateUntil: '2026-04-10',
  voteFrom: '2026-04-12',
  voteUntil: '2026-04-18',
  publicityDays: 5,
  file: 'UEsDBBQAAAAI',
  seen: 'the mark that came with the preview',
  code: 'E1-4T8K2M6R0W',
};

/** Where one promise means something narrower by a word than the others do. */
const NARROWER: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'access/bind-household': { code: 'B1-7G3XK-9Q2MA' },
  'access/choose-pin': { code: '4T8K2M6R' },
  'access/sign-in-by-wechat': { code: '0a1Zq7000abc' },
  'redemption/find-order': { code: '125946' },
  'redemption/reverse-hand-over': { reason: 'damaged' },
  'events/cancel-occasion': { reason: 'weather' },
  'events/undo-check-in': { reason: 'wrong-person' },
  'volunteering/return-service': { reason: 'wrong-time' },
  'selection/open-campaign': { title: '2026 年最美家庭', kind: 'model-family' },
  'intake/preview': { kind: 'roster' },
  'intake/take-in': { kind: 'roster' },
};

/** An example for one field of a promise, or undefined where nothing needs saying. */
export function exampleFor({ id }: Endpoint, field: string): unknown {
  return NARROWER[id]?.[field] ?? FIELDS[field];
}

/** An example of all that a promise must be told. Throws for a field that has none. */
export function exampleInput(endpoint: Endpoint, required: readonly string[]): object {
  return Object.fromEntries(
    required.map((field) => {
      const value = exampleFor(endpoint, field);
      if (value === undefined) throw new Error(`${endpoint.id} has no example for ${field}`);
      return [field, value];
    }),
  );
}
