/**
 * The community's day. All communities keep UTC+8 all year, so a day is arithmetic here:
 * mini-program engines cannot be trusted to have Intl or time zones.
 */
const DAY_MS = 86_400_000;
const COMMUNITY_OFFSET_MS = 8 * 3_600_000;

/** A calendar day, `YYYY-MM-DD`, as neighbours would say it. */
export type Day = string;

export const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** Community wall-clock parts of an instant. `month` is 1 to 12, `weekday` 0 is Sunday. */
export function communityTime(atMs: number) {
  const local = new Date(atMs + COMMUNITY_OFFSET_MS);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    weekday: local.getUTCDay(),
  };
}

/** The community day an instant falls on. */
export function dayOf(atMs: number): Day {
  return new Date(atMs + COMMUNITY_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first instant of a community day. */
export function startOfDayMs(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`) - COMMUNITY_OFFSET_MS;
}

/** The day that lies `count` days later (negative: earlier). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * DAY_MS).toISOString().slice(0, 10);
}

/** `YYYY-MM` of an instant. */
export function monthOf(atMs: number): string {
  return dayOf(atMs).slice(0, 7);
}

/** Whether a text is a day that exists, such as 2028-02-29 but not 2026-02-30. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const atMs = Date.parse(`${text}T00:00:00.000Z`);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}

/** 周一 to 周日 for a day. */
export function weekdayOf(day: Day): string {
  return WEEKDAYS[new Date(`${day}T00:00:00.000Z`).getUTCDay()] ?? '';
}

const twoDigits = (value: number) => String(value).padStart(2, '0');

/** `3 月 20 日 周五`, as the design writes a day. */
export function sayDay(day: Day): string {
  return `${Number(day.slice(5, 7))} 月 ${Number(day.slice(8, 10))} 日 ${weekdayOf(day)}`;
}

/** `09:05`, 24-hour. */
export function sayClock(atMs: number): string {
  const { hour, minute } = communityTime(atMs);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** `3 月 20 日 09:05`. */
export function sayMoment(atMs: number): string {
  const { month, day } = communityTime(atMs);
  return `${month} 月 ${day} 日 ${sayClock(atMs)}`;
}
