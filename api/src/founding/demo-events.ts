import { communityAreas } from '@bank/db/schema/community';
import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import type { EventKind } from '@bank/shared/contracts/events';
import { AreaId, OccasionId, RequestId } from '@bank/shared/ids';
import { eq } from 'drizzle-orm';
import { arrangeEvent } from '../events/arrange-commands.ts';
import { signUp } from '../events/sign-up-commands.ts';
import type { Bank } from '../platform/context.ts';
import { pick, seeded } from './chance.ts';
import { type Home, readHomes, residentOf, staffOf } from './demo-history.ts';

const SEED = 321;
const HOUR_MS = 3_600_000;

interface DemoEvent {
  readonly kind: EventKind;
  readonly title: string;
  readonly place: string;
  readonly description: string;
  readonly ruleCode: string | null;
  readonly countsHours: boolean;
  /** Days from today, and the hours of the day. */
  readonly inDays: number;
  readonly hours: readonly [number, number];
  readonly capacity: number | null;
  readonly needsSignUp: boolean;
  /** How much of the capacity is taken already. */
  readonly share: number;
}

const PROGRAMME: readonly DemoEvent[] = [
  {
    kind: 'clinic',
    title: '县医院专家义诊',
    place: '社区文化广场',
    description: '量血压、测血糖、看眼睛。请带上以前的病历，早上不要吃东西。',
    ruleCode: 'JF21',
    countsHours: false,
    inDays: 2,
    hours: [9, 12],
    capacity: 60,
    needsSignUp: true,
    share: 0.5,
  },
  {
    kind: 'volunteering',
    title: '清洁家园志愿服务',
    place: '3 栋楼下集合',
    description: '一起打扫楼道和花坛，工具社区准备。',
    ruleCode: 'JF01',
    countsHours: true,
    inDays: 3,
    hours: [8, 10],
    capacity: 30,
    needsSignUp: true,
    share: 0.4,
  },
  {
    kind: 'training',
    title: '家政技能培训',
    place: '就业帮扶车间二楼',
    description: '新生儿护理、月子餐、家庭保洁。学完考试合格发证书。',
    ruleCode: 'JF14',
    countsHours: false,
    inDays: 5,
    hours: [14, 17],
    capacity: 12,
    needsSignUp: true,
    share: 1,
  },
  {
    kind: 'culture',
    title: '广场舞展演',
    place: '社区文化广场',
    description: '不用报名，欢迎来看。',
    ruleCode: null,
    countsHours: false,
    inDays: 6,
    hours: [19, 21],
    capacity: null,
    needsSignUp: false,
    share: 0,
  },
];

/** The coming week at both sites: arranged by the stewards and signed up for by families, as commands. */
export async function arrangeDemoEvents(bank: Bank): Promise<void> {
  const random = seeded(SEED);
  const homes = await readHomes(bank);
  const sites = await bank.reader.select().from(communityAreas).where(eq(communityAreas.level, 1));
  for (const site of sites) {
    const [steward] = await staffOf(bank, 'steward', site.path);
    const neighbours = homes.filter(({ path }) => path.startsWith(site.path));
    if (!steward) continue;
    for (const event of PROGRAMME) {
      const { outcome } = await arrangeEvent.give(bank, steward, wishOf(bank, event, site.id));
      if (!outcome.ok) throw new Error(`${event.title}: ${outcome.problem.code}`);
      const [occasionId] = outcome.value.occasionIds;
      const comers = comersOf(event).map(() => pick(random, neighbours));
      await comeTogether(bank, new Set(comers), OccasionId.parse(occasionId));
    }
  }
}

/** As many as are to come; a full event has two more, who wait. */
function comersOf({ capacity, share }: DemoEvent): unknown[] {
  const taken = Math.floor((capacity ?? 0) * share);
  return Array.from({ length: share === 1 ? taken * 2 : taken });
}

async function comeTogether(
  bank: Bank,
  homes: ReadonlySet<Home>,
  occasionId: OccasionId,
): Promise<void> {
  for (const home of homes) {
    const requestId = RequestId.parse(bank.chance.newId('demo'));
    await signUp.give(bank, residentOf(home), { requestId, occasionId });
  }
}

function wishOf(bank: Bank, event: DemoEvent, areaId: string) {
  const { kind, title, place, description, ruleCode, countsHours, capacity, needsSignUp } = event;
  const midnightMs = startOfDayMs(addDays(dayOf(bank.chance.nowMs()), event.inDays));
  const [from, until] = event.hours;
  const startsAtMs = midnightMs + from * HOUR_MS;
  return {
    requestId: RequestId.parse(bank.chance.newId('demo')),
    areaId: AreaId.parse(areaId),
    kind,
    title,
    place,
    description,
    contactName: '网格员',
    contactPhone: '16400001000',
    ruleCode,
    countedBy: needsSignUp ? ('check-in' as const) : ('headcount' as const),
    countsHours,
    occasions: [
      {
        startsAtMs,
        endsAtMs: midnightMs + until * HOUR_MS,
        capacity,
        signUp: needsSignUp
          ? { opensAtMs: bank.chance.nowMs(), closesAtMs: startsAtMs - HOUR_MS }
          : null,
        takesWalkIns: true,
      },
    ],
  };
}
