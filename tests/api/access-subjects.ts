import { ArrangeEvent } from '@bank/shared/contracts/events-staff';
import { OpenCampaign } from '@bank/shared/contracts/selection';
import { LogService } from '@bank/shared/contracts/volunteering';
import { OPENING_MS, type TestBank } from '../bank.ts';
import {
  FAR,
  foundWorld,
  OTHER_SITE,
  person,
  post,
  RAN,
  SITE,
  STAFF,
  stockShelf,
} from '../world.ts';

type Pair = { own: string; other: string };

export interface Ground {
  readonly items: Pair;
  readonly campaigns: Pair;
  readonly occasions: Pair;
  readonly services: Pair;
}

/** What both sites have for the posts of both to reach for. */
export async function layGround(bank: TestBank): Promise<Ground> {
  await foundWorld(bank);
  await bank.given({
    rows: [
      person('person_plain', RAN, '普通人', { relation: '子' }),
      // Posts that may be ended without anybody here losing his own.
      person('person_given', null, '备用三'),
      person('person_givenfar', null, '备用四'),
      person('person_spare', null, '备用一'),
      person('person_sparefar', null, '备用二'),
      post('person_spare', 'event-helper', SITE.area),
      post('person_sparefar', 'event-helper', OTHER_SITE.area),
    ],
  });
  const items = {
    own: await stockShelf(bank, { name: '盐', price: 2, stock: 5 }),
    other: await stockShelf(bank, { name: '米', price: 2, stock: 5, branch: OTHER_SITE.branch }),
  };
  const campaigns = {
    own: await openCampaign(bank, STAFF.steward, SITE.area),
    other: await openCampaign(bank, STAFF.farSteward, OTHER_SITE.area),
  };
  const occasions = {
    own: await arrange(bank, STAFF.steward, 'area_grid1'),
    other: await arrange(bank, STAFF.farSteward, 'area_grid2'),
  };
  const services = {
    own: await logService(bank, 'person_plain'),
    other: await logService(bank, 'person_far'),
  };
  return { items, campaigns, occasions, services };
}

/** An event as its steward would arrange it, for a grid. */
const eventOf = (areaId: string) => ({
  areaId,
  kind: 'meeting' as const,
  title: '院坝会',
  place: '广场',
  description: '',
  contactName: '罗社区',
  contactPhone: '16400000000',
  ruleCode: null,
  countedBy: 'check-in' as const,
  countsHours: false,
  occasions: [
    {
      startsAtMs: OPENING_MS + 86_400_000,
      endsAtMs: OPENING_MS + 90_000_000,
      capacity: 10,
      signUp: { opensAtMs: OPENING_MS, closesAtMs: OPENING_MS + 80_000_000 },
      takesWalkIns: true,
    },
  ],
});

async function arrange(bank: TestBank, as: string, areaId: string): Promise<string> {
  const answer = await bank.call(as, ArrangeEvent, {
    requestId: bank.requestId(),
    ...eventOf(areaId),
  });
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body.occasionIds[0] ?? '';
}

async function logService(bank: TestBank, as: string): Promise<string> {
  const answer = await bank.call(as, LogService, {
    requestId: bank.requestId(),
    startsAtMs: OPENING_MS - 7_200_000,
    endsAtMs: OPENING_MS - 3_600_000,
    helped: 'elders',
    words: '陪邻居看病',
  });
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body.serviceId;
}

async function openCampaign(bank: TestBank, as: string, areaId: string): Promise<string> {
  const answer = await bank.call(as, OpenCampaign, {
    requestId: bank.requestId(),
    areaId,
    title: '评选',
    kind: 'model-family',
    seats: 1,
    nominateUntil: '2026-03-18',
    voteFrom: '2026-03-19',
    voteUntil: '2026-03-20',
    publicityDays: 5,
  });
  return 'body' in answer ? answer.body.campaignId : '';
}

export type Where = 'own' | 'other';

/** A subject of one of the two sites, for every promise that names one. */
export function subject(
  id: string,
  where: Where,
  { items, campaigns, occasions, services }: Ground,
): Record<string, unknown> {
  const isOwn = where === 'own';
  const household = isOwn ? RAN : FAR;
  const somebody = isOwn ? 'person_plain' : 'person_far';
  const branch = isOwn ? SITE.branch : OTHER_SITE.branch;
  const grant = isOwn ? 'grant_spareeventhelper' : 'grant_sparefareventhelper';
  const file = 'AAAA';
  const subjects: Record<string, Record<string, unknown>> = {
    'community/find-households': { search: '冉' },
    'community/read-household': { householdId: household },
    'community/mend-household': {
      householdId: household,
      building: '9栋',
      unit: '',
      room: '1',
      isLowIncome: false,
      note: '',
    },
    'community/mend-person': { personId: somebody, name: '新名字', relation: '子', phone: null },
    'community/name-voter': { personId: null },
    'community/print-bind-codes': { householdId: household },
    'community/print-elder-cards': { personIds: [somebody] },
    'community/revoke-elder-card': { cardId: `card_${where}` },
    'access/issue-resident-code': { personId: somebody },
    'access/issue-staff-code': { personId: isOwn ? STAFF.teller : STAFF.farTeller },
    'access/give-post': {
      personId: isOwn ? 'person_given' : 'person_givenfar',
      role: 'event-helper',
      areaId: isOwn ? SITE.area : OTHER_SITE.area,
      fromOn: '2026-03-01',
      toOn: null,
    },
    'access/approve-post': { grantId: grant },
    'access/end-post': { grantId: grant },
    'passbook/read-household-passbook': { householdId: household },
    'redemption/find-order': { branchId: branch, code: '123456' },
    'redemption/hand-over': { orderId: `order_${where}` },
    'redemption/find-card-holder': { branchId: branch, cardCode: 'C1NOTACARD' },
    'redemption/redeem-by-card': {
      branchId: branch,
      cardCode: 'C1NOTACARD',
      itemId: items[where],
      quantity: 1,
      secondLook: 'name',
    },
    'redemption/reverse-hand-over': { orderId: `order_${where}`, reason: 'damaged' },
    'redemption/read-counter': { branchId: branch },
    'redemption/receive-stock': {
      branchId: branch,
      itemId: items[where],
      quantity: 1,
      sourceKind: 'firm',
      sourceName: '某某',
      isNamedInPublic: false,
    },
    'redemption/read-stock': { branchId: branch },
    'events/read-event': { eventId: 'event_nothere' },
    'events/sign-up': { occasionId: occasions[where] },
    'events/cancel-sign-up': { occasionId: occasions[where] },
    'events/check-in': { code: '123456', intent: 'in' },
    'events/bring-late-scan': {
      code: 'E1NOTACODE',
      scannedAtMs: OPENING_MS,
      nonce: 'nonce-0123456789',
    },
    'events/arrange-event': eventOf(isOwn ? 'area_grid1' : 'area_grid2'),
    'events/change-occasion': {
      occasionId: occasions[where],
      place: '新地方',
      startsAtMs: OPENING_MS + 86_400_000,
      endsAtMs: OPENING_MS + 90_000_000,
    },
    'events/cancel-occasion': { occasionId: occasions[where], reason: 'weather' },
    'events/read-console': { occasionId: occasions[where] },
    'events/read-roll': { occasionId: occasions[where] },
    'events/find-people': { occasionId: occasions[where], householdCode: '01010001' },
    'events/sign-up-person': { occasionId: occasions[where], personId: somebody },
    'events/cancel-person-sign-up': { occasionId: occasions[where], personId: somebody },
    'events/check-in-person': { occasionId: occasions[where], personId: somebody, intent: 'in' },
    'events/undo-check-in': {
      occasionId: occasions[where],
      personId: somebody,
      reason: 'not-here',
    },
    'events/decide-late-scan': {
      occasionId: occasions[where],
      personId: somebody,
      isAccepted: true,
    },
    'events/close-occasion': { occasionId: occasions[where] },
    'events/post-left-awards': { occasionId: occasions[where] },
    'volunteering/log-service': {
      startsAtMs: OPENING_MS - 7_200_000,
      endsAtMs: OPENING_MS - 3_600_000,
      helped: 'elders',
      words: '陪邻居看病',
    },
    'volunteering/withdraw-service': { serviceId: 'service_nothere' },
    'volunteering/confirm-service': { serviceId: services[where] },
    'volunteering/return-service': { serviceId: services[where], reason: 'twice' },
    'selection/open-campaign': {
      areaId: isOwn ? SITE.area : OTHER_SITE.area,
      title: '评选',
      kind: 'model-family',
      seats: 1,
      nominateUntil: '2026-03-18',
      voteFrom: '2026-03-19',
      voteUntil: '2026-03-20',
      publicityDays: 5,
    },
    'selection/read-nominations': { campaignId: campaigns[where] },
    'selection/open-voting': {
      campaignId: campaigns[where],
      candidates: [
        { householdId: household, story: '照顾邻居老人' },
        { householdId: household, story: '照顾邻居老人' },
      ],
    },
    'selection/read-turnout': { campaignId: campaigns[where] },
    'selection/count-votes': { campaignId: campaigns[where] },
    'selection/conclude': { campaignId: campaigns[where] },
    'intake/preview': { kind: 'roster', file },
    'intake/take-in': { kind: 'roster', file, seen: '' },
  };
  return subjects[id] ?? {};
}
