import { allHandlers } from '@bank/api/handlers';
import type { WeChat } from '@bank/api/platform/wechat';
import { ArrangeEvent } from '@bank/shared/contracts/events-staff';
import { OpenCampaign } from '@bank/shared/contracts/selection';
import { LogService } from '@bank/shared/contracts/volunteering';
import type { Endpoint } from '@bank/shared/endpoint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { OPENING_MS, openTestBank, type TestBank } from '../bank.ts';
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

/**
 * Who may do what, written by hand from what the county decided, not from the code: if a promise is
 * added, opened wider or closed, this table must be changed by somebody who means it.
 */
const LEAD = 'lead';
const GRID = 'grid';
const TELLER = 'teller';
const STEWARD = 'steward';
const OFFICER = 'officer';
const HELPER = 'helper';
const CAPTAIN = 'captain';
const ADMIN = 'admin';
const AUDITOR = 'auditor';

type Staff = keyof typeof STAFF;
type May = 'everyone' | 'signed-in' | 'resident' | 'householder' | 'voter' | readonly Staff[];

const MAY: Readonly<Record<string, May>> = {
  'community/list-areas': 'everyone',
  'community/find-households': [LEAD, GRID, OFFICER, TELLER, STEWARD, ADMIN, AUDITOR],
  'community/read-household': [LEAD, GRID, OFFICER, TELLER, STEWARD, ADMIN, AUDITOR],
  'community/read-own-household': 'resident',
  'community/name-voter': 'householder',
  'community/mend-household': [GRID, OFFICER, STEWARD],
  'community/mend-person': [GRID, OFFICER, STEWARD],
  'community/print-bind-codes': [GRID, OFFICER, STEWARD],
  'community/print-elder-cards': [GRID, OFFICER, STEWARD],
  'community/revoke-elder-card': [GRID, OFFICER, STEWARD],
  'access/read-me': 'signed-in',
  'access/sign-in-by-wechat': 'everyone',
  'access/sign-in-by-pin': 'everyone',
  'access/choose-pin': 'everyone',
  'access/list-demo-doors': 'everyone',
  'access/sign-in-to-demo': 'everyone',
  'access/sign-out': 'signed-in',
  'access/set-care-mode': 'signed-in',
  'access/bind-household': 'signed-in',
  'access/unbind': 'signed-in',
  'access/list-own-helpers': 'resident',
  'access/read-what-is-kept': 'signed-in',
  'access/issue-resident-code': [GRID, OFFICER, STEWARD],
  'access/issue-staff-code': [ADMIN],
  'access/list-posts': [ADMIN, AUDITOR],
  'access/give-post': [ADMIN],
  'access/approve-post': [ADMIN],
  'access/end-post': [ADMIN],
  'ledger/verify-book': [ADMIN, AUDITOR],
  'passbook/read-passbook': 'resident',
  'passbook/read-household-passbook': [LEAD, GRID, OFFICER, TELLER, STEWARD, ADMIN, AUDITOR],
  'scoring/read-rulebook': 'everyone',
  'notices/read-inbox': 'signed-in',
  'notices/mark-inbox-read': 'signed-in',
  'notices/read-board': 'everyone',
  'redemption/read-shelf': 'everyone',
  'redemption/read-item': 'everyone',
  'redemption/place-order': 'resident',
  'redemption/read-orders': 'resident',
  'redemption/read-order': 'resident',
  'redemption/cancel-order': 'resident',
  'redemption/find-order': [TELLER],
  'redemption/hand-over': [TELLER],
  'redemption/find-card-holder': [TELLER],
  'redemption/redeem-by-card': [TELLER],
  'redemption/reverse-hand-over': [TELLER],
  'redemption/read-counter': [TELLER],
  'redemption/receive-stock': [TELLER],
  'redemption/read-stock': [TELLER, STEWARD, ADMIN, AUDITOR],
  'selection/list-campaigns': 'everyone',
  'selection/read-campaign': 'everyone',
  'selection/read-honours': 'everyone',
  'selection/nominate': 'resident',
  'selection/cast-ballot': 'voter',
  'selection/open-campaign': [STEWARD],
  'selection/read-nominations': [STEWARD],
  'selection/open-voting': [STEWARD],
  'selection/read-turnout': [STEWARD],
  'selection/count-votes': [STEWARD],
  'selection/conclude': [STEWARD],
  'events/list-events': 'everyone',
  'events/read-event': 'everyone',
  'events/list-own-occasions': 'resident',
  'events/sign-up': 'resident',
  'events/cancel-sign-up': 'resident',
  'events/check-in': 'resident',
  'events/bring-late-scan': 'resident',
  'events/show-personal-code': 'resident',
  'events/arrange-event': [STEWARD],
  'events/change-occasion': [STEWARD],
  'events/cancel-occasion': [STEWARD],
  'events/list-office-occasions': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD, ADMIN, AUDITOR],
  'events/read-console': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/read-roll': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD, ADMIN, AUDITOR],
  'events/find-people': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/sign-up-person': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/cancel-person-sign-up': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/check-in-person': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/undo-check-in': [GRID, OFFICER, HELPER, CAPTAIN, STEWARD],
  'events/decide-late-scan': [GRID, OFFICER, STEWARD],
  'events/close-occasion': [STEWARD],
  'events/post-left-awards': [STEWARD],
  'volunteering/read-hours': 'resident',
  'volunteering/log-service': 'resident',
  'volunteering/withdraw-service': 'resident',
  'volunteering/list-waiting-services': [CAPTAIN, STEWARD],
  'volunteering/confirm-service': [CAPTAIN, STEWARD],
  'volunteering/return-service': [CAPTAIN, STEWARD],
  'intake/preview': [STEWARD, ADMIN],
  'intake/take-in': [STEWARD, ADMIN],
};

/** County posts reach both sites; everybody else stays at home. */
const COUNTY_WIDE = new Set<Staff>([ADMIN, AUDITOR]);
/** Their answer is a list of what lies in reach, so a foreign subject cannot be named. */
const NAMES_NO_SUBJECT = new Set([
  'community/find-households',
  'access/list-posts',
  'ledger/verify-book',
  'intake/preview',
  'intake/take-in',
  'events/list-office-occasions',
  'volunteering/list-waiting-services',
]);

let bank: TestBank;
let items: { own: string; other: string };
let campaigns: { own: string; other: string };
let occasions: { own: string; other: string };
let services: { own: string; other: string };

beforeAll(async () => {
  bank = await openTestBank({ wechat });
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
  items = {
    own: await stockShelf(bank, { name: '盐', price: 2, stock: 5 }),
    other: await stockShelf(bank, { name: '米', price: 2, stock: 5, branch: OTHER_SITE.branch }),
  };
  campaigns = {
    own: await openCampaign(STAFF.steward, SITE.area),
    other: await openCampaign(STAFF.farSteward, OTHER_SITE.area),
  };
  occasions = {
    own: await arrange(STAFF.steward, 'area_grid1'),
    other: await arrange(STAFF.farSteward, 'area_grid2'),
  };
  services = { own: await logService('person_plain'), other: await logService('person_far') };
});
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

async function arrange(as: string, areaId: string): Promise<string> {
  const answer = await bank.call(as, ArrangeEvent, {
    requestId: bank.requestId(),
    ...eventOf(areaId),
  });
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body.occasionIds[0] ?? '';
}

async function logService(as: string): Promise<string> {
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

async function openCampaign(as: string, areaId: string): Promise<string> {
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

afterAll(() => bank.close());

type Where = 'own' | 'other';

/** A subject of one of the two sites, for every promise that names one. */
function subject(id: string, where: Where): Record<string, unknown> {
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

/** Subjects that are not in the book: for these, even the right post hears that there is none. */
const HAS_NO_SUBJECT = new Set([
  'community/revoke-elder-card',
  'redemption/hand-over',
  'redemption/reverse-hand-over',
]);

async function statusFor(as: string | null, endpoint: Endpoint, where: Where): Promise<number> {
  const common = endpoint.method === 'POST' ? { requestId: bank.requestId() } : {};
  const answer = await bank.call(as, endpoint, {
    ...common,
    ...subject(endpoint.id, where),
  } as never);
  const isHidden = 'problem' in answer && answer.problem.code === 'request/not-found';
  return answer.status === 404 && !isHidden ? BUSINESS_NO : answer.status;
}

/** A 404 that speaks of codes and cards, not of a subject that is out of reach. */
const BUSINESS_NO = 409;

const wechat: WeChat = { codeToSession: async () => ({ state: 'code-spent' }) };
const endpoints = allHandlers(wechat).map((handler) => handler.endpoint);
type Reach = 'not allowed' | 'out of sight' | 'in reach';

function reachOf(status: number): Reach {
  if (!isPassed(status)) return 'not allowed';
  return status === 404 ? 'out of sight' : 'in reach';
}

function expectedReach(id: string, isInReach: boolean): Reach {
  return isInReach && !HAS_NO_SUBJECT.has(id) ? 'in reach' : 'out of sight';
}

const isPassed = (status: number) => ![401, 403].includes(status);

test('the table and the promises of the bank name the same things', () => {
  expect(endpoints.map(({ id }) => id).sort()).toEqual(Object.keys(MAY).sort());
});

describe.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s',
  (id, endpoint) => {
    const may = MAY[id];

    test('strangers come in only where everybody may', async () => {
      const status = await statusFor(null, endpoint, 'own');
      expect(status === 401).toBe(may !== 'everyone');
    });

    test('somebody without a home does only what needs none', async () => {
      const status = await statusFor('visitor', endpoint, 'own');
      expect(isPassed(status)).toBe(may === 'everyone' || may === 'signed-in');
    });

    test('a resident does what residents do and nothing of staff', async () => {
      const status = await statusFor('person_plain', endpoint, 'own');
      expect(isPassed(status)).toBe(
        typeof may === 'string' && may !== 'householder' && may !== 'voter',
      );
    });

    test.each(Object.keys(STAFF).filter((name) => !name.startsWith('far')) as Staff[])(
      'the post of %s reaches exactly as far as it should',
      async (name) => {
        if (typeof may === 'string') return;
        const isAllowed = may?.includes(name) ?? false;
        const own = await statusFor(STAFF[name], endpoint, 'own');
        expect(reachOf(own)).toBe(isAllowed ? expectedReach(id, true) : 'not allowed');
        if (NAMES_NO_SUBJECT.has(id)) return;
        const other = await statusFor(STAFF[name], endpoint, 'other');
        const isInReach = COUNTY_WIDE.has(name);
        expect(reachOf(other)).toBe(isAllowed ? expectedReach(id, isInReach) : 'not allowed');
      },
    );
  },
);
