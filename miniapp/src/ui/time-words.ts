import {
  addDays,
  communityTime,
  type Day,
  dayOf,
  isDay,
  sayDay,
  startOfDayMs,
} from '@bank/shared/calendar';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Full-width figures and signs, as Chinese keyboards type them, made plain; spaces go. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '');
}

const twoDigits = (text: string) => text.padStart(2, '0');

function dayIn(year: string | number, month: string, day: string): Day | undefined {
  const text = `${year}-${twoDigits(month)}-${twoDigits(day)}`;
  return isDay(text) ? text : undefined;
}

/**
 * A day as people write it: 2026-03-17, 2026/3/17, 3-17, 3月17日. Without a year it is the nearest
 * such day on the asked side of today.
 */
export function readDay(text: string, today: Day, side: 'ahead' | 'behind'): Day | undefined {
  const typed = plain(text);
  const whole = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  if (whole) return dayIn(whole[1] ?? '', whole[2] ?? '', whole[3] ?? '');
  const short = /^(\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed);
  if (!short) return undefined;
  const [, month = '', day = ''] = short;
  const thisYear = Number(today.slice(0, 4));
  const found = dayIn(thisYear, month, day);
  const isWrongSide = found !== undefined && (side === 'ahead' ? found < today : found > today);
  return isWrongSide ? dayIn(thisYear + (side === 'ahead' ? 1 : -1), month, day) : found;
}

/** A time of the day in minutes: 9:00, 09：30, 0930, 9点, 9点半. 24:00 is no time of this day. */
export function readClock(text: string): number | undefined {
  const found = /^(\d{1,2})(?:[:.点时]?(\d{2}|半)?分?)$/.exec(plain(text));
  if (!found) return undefined;
  const [, hour = '', minute = '0'] = found;
  const minutes = Number(hour) * HOUR_MINUTES + (minute === '半' ? 30 : Number(minute));
  return minutes < DAY_MINUTES && (minute === '半' || Number(minute) < HOUR_MINUTES)
    ? minutes
    : undefined;
}

/** The instant of a time on a day of the community. */
export const momentOn = (day: Day, minutes: number): number =>
  startOfDayMs(day) + minutes * MINUTE_MS;

/** 2 小时, 1 小时 30 分, 45 分钟. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / HOUR_MINUTES);
  const rest = minutes % HOUR_MINUTES;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

const AHEAD = ['今天', '明天', '后天'];
const PARTS_OF_DAY = [
  { untilHour: 6, words: '凌晨' },
  { untilHour: 12, words: '上午' },
  { untilHour: 13, words: '中午' },
  { untilHour: 18, words: '下午' },
];
const BEHIND = ['今天', '昨天', '前天'];

/** The three nearest days by the names neighbours give them. */
export function nearDays(today: Day, side: 'ahead' | 'behind'): { value: Day; words: string }[] {
  const names = side === 'ahead' ? AHEAD : BEHIND;
  return names.map((words, at) => ({ value: addDays(today, side === 'ahead' ? at : -at), words }));
}

/** 今天, 明天, 后天; a day further off by its date. */
export function sayNearDay(atMs: number, nowMs: number): string {
  const day = dayOf(atMs);
  return nearDays(dayOf(nowMs), 'ahead').find(({ value }) => value === day)?.words ?? sayDay(day);
}

/** 上午 9 点, 下午 2 点半: the time as it is said aloud. */
export function sayHour(atMs: number): string {
  const { hour, minute } = communityTime(atMs);
  const part = PARTS_OF_DAY.find(({ untilHour }) => hour < untilHour)?.words ?? '晚上';
  const clock = hour > 12 ? hour - 12 : hour;
  if (minute === 0) return `${part} ${clock} 点`;
  return minute === 30 ? `${part} ${clock} 点半` : `${part} ${clock} 点 ${minute} 分`;
}

/** What somebody typed for one stretch of time on one day. */
export interface TypedTime {
  readonly day: string;
  readonly from: string;
  readonly until: string;
}

export interface TimeErrors {
  readonly day?: string;
  readonly from?: string;
  readonly until?: string;
}

export type ReadTime =
  | { readonly ok: true; readonly startsAtMs: number; readonly endsAtMs: number }
  | { readonly ok: false; readonly errors: TimeErrors };

const CLOCK_ERROR = '时间要写成 9:00 这样';

/** The stretch that was meant, or what is wrong with each field. */
export function readTime(typed: TypedTime, today: Day, side: 'ahead' | 'behind'): ReadTime {
  const day = readDay(typed.day, today, side);
  const [from, until] = [readClock(typed.from), readClock(typed.until)];
  if (day !== undefined && from !== undefined && until !== undefined && until > from) {
    return { ok: true, startsAtMs: momentOn(day, from), endsAtMs: momentOn(day, until) };
  }
  const late = from !== undefined && until !== undefined && until <= from;
  return {
    ok: false,
    errors: {
      ...(day === undefined && { day: '日期要写成 2026-03-17 这样' }),
      ...(from === undefined && { from: CLOCK_ERROR }),
      ...(until === undefined && { until: CLOCK_ERROR }),
      ...(late && { until: '结束要晚于开始' }),
    },
  };
}
