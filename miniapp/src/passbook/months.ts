import { communityTime, WEEKDAYS } from '@bank/shared/calendar';
import type { Passbook, PassbookLine, PendingLine } from '@bank/shared/contracts/passbook';

export type Wanted = 'all' | 'in' | 'out';

export interface EntryLine {
  key: string;
  day: string;
  weekday: string;
  reason: string;
  sub: string;
  change: number;
  balance: number | undefined;
}

export interface Month {
  title: string;
  /** Both as positive numbers; undefined while older lines of the month are not here yet. */
  sums: { earned: number; spent: number } | undefined;
  entries: EntryLine[];
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
const join = (...parts: (string | null | false)[]) => parts.filter(Boolean).join(' · ');

function dated(atMs: number) {
  const { year, month, day, weekday } = communityTime(atMs);
  return {
    title: `${year} 年 ${month} 月`,
    day: `${twoDigits(day)} 日`,
    weekday: WEEKDAYS[weekday] ?? '',
  };
}

function entryOf(line: PassbookLine): EntryLine {
  const { day, weekday } = dated(line.atMs);
  const sub = join(line.personName, line.basis, line.isReversed && '已更正');
  return {
    key: line.transferId,
    day,
    weekday,
    reason: line.title,
    sub,
    change: line.change,
    balance: line.balanceAfter,
  };
}

function waitingOf(line: PendingLine): EntryLine {
  const { day, weekday } = dated(line.atMs);
  const sub = join('还没到账', line.note);
  return {
    key: line.id,
    day,
    weekday,
    reason: line.title,
    sub,
    change: line.points,
    balance: undefined,
  };
}

const wantedBy = (wanted: Wanted) => (change: number) =>
  wanted === 'all' || (wanted === 'in' ? change > 0 : change < 0);

function sumsOf(lines: readonly PassbookLine[]) {
  const total = (sign: number) =>
    lines.reduce((sum, { change }) => sum + Math.max(0, change * sign), 0);
  return { earned: total(1), spent: total(-1) };
}

/**
 * The lines of all loaded pages by month, newest first. A month is summed only when all of it is
 * here; the running month's sums come from the bank.
 */
export function monthsOf(pages: readonly Passbook[], wanted: Wanted): Month[] {
  const newest = pages[0];
  if (!newest) return [];
  const lines = pages.flatMap((page) => page.lines);
  const complete = pages[pages.length - 1]?.older === null;
  const byMonth = new Map<string, PassbookLine[]>();
  for (const line of lines) {
    const { title } = dated(line.atMs);
    byMonth.set(title, [...(byMonth.get(title) ?? []), line]);
  }
  const running = dated(newest.asOfMs).title;
  const keep = wantedBy(wanted);
  const titles = [...byMonth.keys()];
  return titles
    .map((title, at): Month => {
      const own = byMonth.get(title) ?? [];
      const whole = complete || at < titles.length - 1;
      const fromBank = { earned: newest.monthIn, spent: newest.monthOut };
      return {
        title,
        sums: title === running ? fromBank : whole ? sumsOf(own) : undefined,
        entries: own.filter(({ change }) => keep(change)).map(entryOf),
      };
    })
    .filter(({ entries }) => entries.length > 0);
}

/** What is earned and not posted yet. */
export function waitingEntries(book: Passbook, wanted: Wanted): EntryLine[] {
  return wanted === 'out' ? [] : book.pending.map(waitingOf);
}
