import { accessGrants } from '@bank/db/schema/access';
import { communityAreas } from '@bank/db/schema/community';
import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import type { ArrangeEvent } from '@bank/shared/contracts/events-staff';
import type { InputOf } from '@bank/shared/endpoint';
import { AreaId, OccasionId, PersonId, RequestId } from '@bank/shared/ids';
import { eq } from 'drizzle-orm';
import { arrangeEvent } from '../events/arrange-commands.ts';
import { closeOccasion } from '../events/close-commands.ts';
import { signUp } from '../events/sign-up-commands.ts';
import { checkInPerson } from '../events/staff-commands.ts';
import type { Actor, Bank } from '../platform/context.ts';
import { confirmService, logService } from '../volunteering/service-commands.ts';
import { seeded } from './chance.ts';
import { at, type Home, readHomes, residentOf, staffOf } from './demo-history.ts';

const SEED = 1126;
const HOUR_MS = 3_600_000;
/** The event of today begins with the hour, lasts three, and ends the same day, at the latest just before midnight. */
const HOURS_LONG = 3;
const LAST_HOUR_TO_BEGIN = 21;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * HOUR_MS;

type Arranged = InputOf<typeof ArrangeEvent>;
type Times = readonly [startsAtMs: number, endsAtMs: number];

const requestIdOf = (bank: Bank) => RequestId.parse(bank.chance.newId('demo'));

/** A yes, or the end of the demonstration: its history must hold together. */
async function heard<Answer>(
  answer: Promise<{
    outcome: { ok: true; value: Answer } | { ok: false; problem: { code: string } };
  }>,
): Promise<Answer> {
  const { outcome } = await answer;
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value;
}

/**
 * An event of yesterday from arranging to the close, one that is open right now, and two entries of
 * volunteer time, one confirmed and one waiting: so that each desk has something on it.
 */
export async function liveToday(bank: Bank): Promise<void> {
  const random = seeded(SEED);
  const homes = await readHomes(bank);
  const [site] = await bank.reader
    .select()
    .from(communityAreas)
    .where(eq(communityAreas.level, 1))
    .orderBy(communityAreas.path);
  if (!site) return;
  const [steward] = await staffOf(bank, 'steward', site.path);
  if (!steward) return;
  const visitor = await visitorHome(bank, homes);
  const neighbours = homes.filter(({ path }) => path.startsWith(site.path));
  const some = (share: number) => [
    ...(visitor ? [visitor] : []),
    ...neighbours.filter((home) => home !== visitor && random() < share),
  ];
  await yesterday(bank, steward, site.id, some(0.3));
  await thisDay(bank, steward, site.id, some(0.25));
  const [other] = neighbours.filter((home) => home !== visitor);
  if (visitor && other) await giveTime(bank, steward, visitor, other);
}

/** The home of the resident who is walked in as: the first whose householder has a phone and no post. */
async function visitorHome(bank: Bank, homes: readonly Home[]): Promise<Home | undefined> {
  const grants = await bank.reader.select({ personId: accessGrants.personId }).from(accessGrants);
  const busy = new Set(grants.map(({ personId }) => personId));
  return homes.find(({ holder }) => holder.phone !== null && !busy.has(holder.id));
}

async function arranged(
  bank: Bank,
  by: Actor,
  wish: Omit<Arranged, 'requestId' | 'occasions'>,
  [startsAtMs, endsAtMs]: Times,
) {
  const occasion = {
    startsAtMs,
    endsAtMs,
    capacity: 60,
    signUp: { opensAtMs: bank.chance.nowMs(), closesAtMs: startsAtMs },
    takesWalkIns: true,
  };
  const { occasionIds } = await heard(
    arrangeEvent.give(bank, by, { ...wish, requestId: requestIdOf(bank), occasions: [occasion] }),
  );
  return OccasionId.parse(occasionIds[0]);
}

const CONTACT = { contactName: '罗丽华', contactPhone: '16400001005' } as const;

async function yesterday(bank: Bank, steward: Actor, siteId: string, comers: readonly Home[]) {
  const day = addDays(dayOf(bank.chance.nowMs()), -1);
  const before = at(bank, addDays(day, -4), 10);
  const midnightMs = startOfDayMs(day);
  const occasionId = await arranged(
    before,
    steward,
    {
      ...CONTACT,
      areaId: AreaId.parse(siteId),
      kind: 'lecture',
      title: '感恩教育宣讲',
      place: '社区大礼堂',
      description: '讲一讲这几年的变化，一家来一个人就好。',
      ruleCode: 'JF19',
      countedBy: 'check-in',
      countsHours: false,
    },
    [midnightMs + 15 * HOUR_MS, midnightMs + 17 * HOUR_MS],
  );
  await comeTogether(before, comers, occasionId);
  const there = at(bank, day, 15);
  await letIn(there, steward, comers.slice(0, -3), occasionId);
  // Closed now: the book is written in the order of time, and its last day is over.
  await heard(closeOccasion.give(bank, steward, { requestId: requestIdOf(bank), occasionId }));
}

async function thisDay(bank: Bank, steward: Actor, siteId: string, comers: readonly Home[]) {
  const today = dayOf(bank.chance.nowMs());
  const midnightMs = startOfDayMs(today);
  const hour = Math.floor((bank.chance.nowMs() - midnightMs) / HOUR_MS);
  const startsAtMs = midnightMs + Math.min(hour, LAST_HOUR_TO_BEGIN) * HOUR_MS;
  const before = at(bank, addDays(today, -3), 10);
  const occasionId = await arranged(
    before,
    steward,
    {
      ...CONTACT,
      areaId: AreaId.parse(siteId),
      kind: 'volunteering',
      title: '清洁家园志愿服务',
      place: '3 栋楼下集合',
      description: '一起打扫楼道和花坛，工具社区准备，来和走都扫一下屏幕上的码。',
      ruleCode: 'JF01',
      countedBy: 'check-in',
      countsHours: true,
    },
    [startsAtMs, Math.min(startsAtMs + HOURS_LONG * HOUR_MS, midnightMs + DAY_MS - MINUTE_MS)],
  );
  await comeTogether(before, comers, occasionId);
  // The first home is the visitor's own: its check-in is theirs to make.
  await letIn(bank, steward, comers.slice(1, 6), occasionId);
}

async function comeTogether(bank: Bank, homes: readonly Home[], occasionId: OccasionId) {
  for (const home of homes) {
    await heard(signUp.give(bank, residentOf(home), { requestId: requestIdOf(bank), occasionId }));
  }
}

async function letIn(bank: Bank, by: Actor, homes: readonly Home[], occasionId: OccasionId) {
  for (const { holder } of homes) {
    await heard(
      checkInPerson.give(bank, by, {
        requestId: requestIdOf(bank),
        occasionId,
        personId: PersonId.parse(holder.id),
        intent: 'in',
      }),
    );
  }
}

async function giveTime(bank: Bank, steward: Actor, own: Home, other: Home) {
  const today = dayOf(bank.chance.nowMs());
  const logged = async (home: Home, daysAgo: number, words: string) => {
    const midnightMs = startOfDayMs(addDays(today, -daysAgo));
    return heard(
      logService.give(bank, residentOf(home), {
        requestId: requestIdOf(bank),
        startsAtMs: midnightMs + 9 * HOUR_MS,
        endsAtMs: midnightMs + 11 * HOUR_MS,
        helped: 'elders',
        words,
      }),
    );
  };
  const { serviceId } = await logged(own, 9, '陪楼上老人去卫生室量血压');
  await heard(confirmService.give(bank, steward, { requestId: requestIdOf(bank), serviceId }));
  await logged(other, 2, '帮独居老人买米送上楼');
}
