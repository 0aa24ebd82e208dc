import { sayClock, sayMoment } from '@bank/shared/calendar';
import {
  HELPED_WORDS,
  type HoursLine,
  RETURN_REASON_WORDS,
  type ReturnReason,
  type ServiceState,
  STAR_HOURS,
} from '@bank/shared/contracts/volunteering';
import type { TagTone } from '@/ui/tag';

const HOUR_MINUTES = 60;
const STAR_NAMES = [
  '还没有星',
  '一星志愿者',
  '二星志愿者',
  '三星志愿者',
  '四星志愿者',
  '五星志愿者',
];

export const starName = (stars: number): string => STAR_NAMES[stars] ?? '';

/** 186, 2.5: hours with at most one place, rounded down, for nobody gets what was not given. */
export function sayHours(minutes: number): string {
  return String(Math.floor((minutes / HOUR_MINUTES) * 10) / 10);
}

/** How far one is between two stars, in minutes. */
export function wayToStar(stars: number, minutesToNext: number) {
  const fromMinutes = (STAR_HOURS[stars - 1] ?? 0) * HOUR_MINUTES;
  const toMinutes = (STAR_HOURS[stars] ?? 0) * HOUR_MINUTES;
  return { done: toMinutes - fromMinutes - minutesToNext, of: toMinutes - fromMinutes };
}

export const lineTitle = ({ title, helped }: HoursLine): string =>
  helped ? HELPED_WORDS[helped] : title;

export const lineTime = ({ startsAtMs, endsAtMs }: HoursLine): string =>
  `${sayMoment(startsAtMs)}–${sayClock(endsAtMs)}`;

const STATES: Record<ServiceState, { words: string; tone: TagTone } | undefined> = {
  pending: { words: '等认定', tone: 'ochre' },
  confirmed: undefined,
  returned: { words: '没通过', tone: 'red' },
  withdrawn: { words: '撤回了', tone: 'plain' },
};

/** The state in words; what stands on the record needs none. Time at an event waits for its close. */
export function lineState({ state, serviceId }: HoursLine) {
  if (state === 'pending' && serviceId === null) {
    return { words: '活动结束后记上', tone: 'ochre' as const };
  }
  return STATES[state];
}

export const returnWords = ({ returnReason }: HoursLine): string | undefined =>
  returnReason ? RETURN_REASON_WORDS[returnReason] : undefined;

/** Reasons after which the same service may be logged once more, put right. */
const MENDABLE: readonly ReturnReason[] = ['wrong-time', 'not-known'];

/** What a tap on a line does: take back what waits, mend what was returned, or nothing. */
export function lineWay({
  serviceId,
  state,
  returnReason,
}: Pick<HoursLine, 'serviceId' | 'state' | 'returnReason'>): 'withdraw' | 'mend' | undefined {
  if (serviceId === null) return undefined;
  if (state === 'pending') return 'withdraw';
  const mends = state === 'returned' && returnReason !== null && MENDABLE.includes(returnReason);
  return mends ? 'mend' : undefined;
}

export interface Month {
  readonly month: string;
  readonly minutes: number;
}

const monthNumber = (month: string) => Number(month.slice(5));

/** The top of the scale in whole hours: even, so that its half is whole too. */
export function scaleTop(months: readonly Month[]): number {
  const most = Math.max(0, ...months.map(({ minutes }) => minutes));
  return Math.max(2, Math.ceil(most / HOUR_MINUTES / 2) * 2);
}

/** The chart in one sentence, for whoever hears it. */
export function chartWords(months: readonly Month[]): string {
  const some = months.filter(({ minutes }) => minutes > 0);
  if (some.length === 0) return '近 12 个月还没有志愿小时';
  const parts = some.map(
    ({ month, minutes }) => `${monthNumber(month)} 月 ${sayHours(minutes)} 小时`,
  );
  return `近 12 个月志愿小时：${parts.join('，')}`;
}
