import { recordHousehold } from '@bank/api/community/store';
import { baseAccount, openAccount, passbookAccount } from '@bank/api/ledger/account';
import { row } from '@bank/db/plan';
import { scoringRules } from '@bank/db/schema/scoring';
import { ArrangeEvent, ReadConsole } from '@bank/shared/contracts/events-staff';
import { type LooseInput, OPENING_MS, type TestBank } from '../bank.ts';
import { foundWorld, person, SITE, STAFF } from '../world.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
/** Two in the afternoon to four, on the day the tests open. */
export const STARTS_MS = OPENING_MS + 5 * HOUR_MS;
export const ENDS_MS = STARTS_MS + 2 * HOUR_MS;

type RuleWish = { points?: number; unit?: string; period?: 'week' | 'month'; periodCap?: number };

export function rule(code: string, wish: RuleWish = {}) {
  return row(scoringRules, {
    id: `rule_${code}`,
    code,
    ruleVersion: 1,
    kind: 'earning',
    category: '志愿服务',
    title: `细则 ${code}`,
    points: wish.points ?? 2,
    unit: wish.unit ?? '次',
    period: wish.period ?? 'month',
    periodCap: wish.periodCap ?? 8,
    evidence: '签到记录',
    reviewPath: '活动签到自动生成',
    publicityWorkingDays: 5,
    isRemediable: false,
    remedy: '',
    effectiveOn: '2026-01-01',
    note: '',
  });
}

/** The usual community with three rules: by the hour, by the time, and once a home. */
export async function foundProgramme(bank: TestBank): Promise<void> {
  await foundWorld(bank);
  await bank.given({
    rows: [
      rule('JF01', { unit: '小时', periodCap: 20 }),
      rule('JF03'),
      rule('JF19', { unit: '场', periodCap: 6 }),
    ],
  });
}

type Arranged = LooseInput<typeof ArrangeEvent>;
type OccasionMore = {
  startsAtMs?: number;
  endsAtMs?: number;
  capacity?: number | null;
  signUp?: { opensAtMs: number; closesAtMs: number } | null;
  takesWalkIns?: boolean;
};

export function wishFor(
  bank: TestBank,
  event: Partial<Arranged> = {},
  occasion: OccasionMore = {},
): Arranged {
  const startsAtMs = occasion.startsAtMs ?? STARTS_MS;
  return {
    requestId: bank.requestId(),
    areaId: SITE.area,
    kind: 'volunteering',
    title: '清洁家园志愿服务',
    place: '3栋楼下',
    description: '带上手套',
    contactName: '向明',
    contactPhone: '15413120000',
    ruleCode: 'JF03',
    countedBy: 'check-in',
    countsHours: false,
    occasions: [
      {
        startsAtMs,
        endsAtMs: occasion.endsAtMs ?? startsAtMs + 2 * HOUR_MS,
        capacity: occasion.capacity === undefined ? 2 : occasion.capacity,
        signUp:
          occasion.signUp === undefined
            ? { opensAtMs: OPENING_MS - HOUR_MS, closesAtMs: startsAtMs }
            : occasion.signUp,
        takesWalkIns: occasion.takesWalkIns ?? true,
      },
    ],
    ...event,
  };
}

/** A steward's event with one occasion. */
export async function arrange(
  bank: TestBank,
  event: Partial<Arranged> = {},
  occasion: OccasionMore = {},
  steward: string = STAFF.steward,
): Promise<{ eventId: string; occasionId: string }> {
  const answer = await bank.call(steward, ArrangeEvent, wishFor(bank, event, occasion));
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  const occasionId = answer.body.occasionIds[0];
  if (!occasionId) throw new Error('no occasion');
  return { eventId: answer.body.eventId, occasionId };
}

/** What the screen at the door shows now. */
export async function screen(bank: TestBank, occasionId: string) {
  const answer = await bank.call(STAFF.steward, ReadConsole, { occasionId });
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body;
}

export async function codeOnScreen(bank: TestBank, occasionId: string): Promise<string> {
  const [first] = (await screen(bank, occasionId)).codes;
  if (!first) throw new Error('no code on the screen');
  return first.qrText;
}

/** Homes of one person each, at the first site; answers the people. */
export async function addNeighbours(bank: TestBank, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await bank.given({
    rows: numbers.flatMap((number) => [
      recordHousehold({
        id: `home_n${number}`,
        version: 1,
        code: `0101${String(1000 + number)}`,
        areaId: 'area_cluster2',
        building: '7栋',
        unit: '1单元',
        room: String(number),
        isLowIncome: false,
        note: '',
        state: 'living',
      }),
      openAccount(baseAccount(`home_n${number}`)),
      openAccount(passbookAccount(`home_n${number}`)),
      person(`person_n${number}`, `home_n${number}`, `邻居${number}`),
    ]),
  });
  const people = numbers.map((number) => `person_n${number}`);
  for (const id of people) await bank.tokenOf(id);
  return people;
}

/** The sentence a family reads. */
export const wordsOf = (answer: unknown) =>
  (answer as { problem?: { detail: string } }).problem?.detail;
