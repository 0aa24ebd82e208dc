import { deriveEventKey, eventCode } from '@bank/api/platform/code-keys';
import { eventsOccasions } from '@bank/db/schema/events';
import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import { eq } from 'drizzle-orm';
import type { Browser } from 'playwright-core';
import { ask, tell } from './asking.ts';
import type { Town } from './town.ts';
import { arrive, signInBy, type Visitor } from './visitor.ts';

const MINUTE_MS = 60_000;

/** Begins in a moment and ends on the same day, however near midnight is: check-in is open at once. */
export function hoursFrom(nowMs: number): { startsAtMs: number; endsAtMs: number } {
  const soonMs = nowMs + 2 * MINUTE_MS;
  const midnightMs = startOfDayMs(addDays(dayOf(soonMs), 1));
  const startsAtMs = midnightMs - soonMs > 5 * MINUTE_MS ? soonMs : midnightMs + MINUTE_MS;
  const lastMs = startOfDayMs(addDays(dayOf(startsAtMs), 1)) - MINUTE_MS;
  return { startsAtMs, endsAtMs: Math.min(startsAtMs + 60 * MINUTE_MS, lastMs) };
}

/** An occasion whose door is open, and the steward who arranged it. */
export interface OpenOccasion {
  readonly title: string;
  readonly eventId: string;
  readonly occasionId: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
  /** What the screen at the door shows next: fresh for the half minute to come. */
  screen(): Promise<{ qrText: string; digits: string }>;
  /** A code that was on the screen two minutes ago. */
  oldCode(): Promise<string>;
  /** The line of the roll of whoever has this name. */
  lineOf(name: string): Promise<{ attendance: { state: string; way: string } | null } | undefined>;
}

/** A steward's window. */
export async function arriveAsSteward(browser: Browser, town: Town): Promise<Visitor> {
  const steward = await arrive(browser, town, { width: 1280, care: false });
  await signInBy(steward, '社区干部');
  return steward;
}

/** Arranges an occasion that begins in a moment, at the steward's site. */
export async function openOccasion(
  town: Town,
  steward: Visitor,
  title: string,
  more: Record<string, unknown> = {},
): Promise<OpenOccasion> {
  const { site } = await ask(steward, '/events/programme');
  const nowMs = town.bank.chance.nowMs();
  const hours = hoursFrom(nowMs);
  const { eventId, occasionIds } = await tell(steward, '/events/arranged', {
    areaId: site.id,
    kind: 'clinic',
    title,
    place: '社区文化广场',
    description: '',
    contactName: '网格员',
    contactPhone: '16400001000',
    ruleCode: 'JF21',
    countedBy: 'check-in',
    countsHours: false,
    occasions: [
      {
        ...hours,
        capacity: 20,
        signUp: { opensAtMs: nowMs - MINUTE_MS, closesAtMs: hours.startsAtMs },
        takesWalkIns: true,
      },
    ],
    ...more,
  });
  const [occasionId] = occasionIds;
  return {
    title,
    eventId,
    occasionId,
    ...hours,
    async screen() {
      const { codes } = await ask(steward, `/events/occasions/${occasionId}/console`);
      return codes[1];
    },
    async oldCode() {
      const [found] = await town.bank.reader
        .select({ publicKey: eventsOccasions.publicKey })
        .from(eventsOccasions)
        .where(eq(eventsOccasions.id, occasionId));
      if (!found) throw new Error('no such occasion');
      const key = deriveEventKey(town.bank.keys.master, found.publicKey);
      return eventCode(key, found.publicKey, '0', town.bank.chance.nowMs() - 2 * MINUTE_MS);
    },
    async lineOf(name) {
      const { lines } = await ask(steward, `/events/occasions/${occasionId}/roll`);
      return lines.find((line: { name: string }) => line.name === name);
    },
  };
}
