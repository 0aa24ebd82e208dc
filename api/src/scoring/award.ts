import { addDays, type Day } from '@bank/shared/calendar';
import type { RulePeriod } from '@bank/shared/contracts/scoring';

/** A rule of the rulebook as something earns by it, in one version. */
export interface EarningRule {
  readonly code: string;
  readonly version: number;
  /** Points for one unit. */
  readonly points: number;
  readonly unit: string;
  readonly period: RulePeriod;
  /** The most one household may earn by it in one period, in points. */
  readonly periodCap: number;
}

/** What a household earned by one rule in one period so far. Version 0 is no row yet. */
export interface PeriodUse {
  readonly id: string;
  readonly version: number;
  readonly points: number;
}

const HOUR_UNIT = '小时';
const HALF_HOUR_MINUTES = 30;

/** Whether points follow from time, and so are unknown until somebody leaves. */
export function isByTheHour(rule: Pick<EarningRule, 'unit'>): boolean {
  return rule.unit === HOUR_UNIT;
}

/**
 * What one attendance or service earns before any cap. By the hour only whole half hours count
 * (不满半小时不计，满半小时计半小时), and half a point is not given.
 */
export function pointsFor(rule: Pick<EarningRule, 'points' | 'unit'>, minutes: number): number {
  if (!isByTheHour(rule)) return rule.points;
  return Math.floor((Math.floor(minutes / HALF_HOUR_MINUTES) * rule.points) / 2);
}

/** The period a day falls into: `2026-03-16` (the week's Monday), `2026-03`, `2026-Q1`, `2026`. */
export function periodName(period: RulePeriod, day: Day): string {
  switch (period) {
    case 'week': {
      const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
      return addDays(day, -((weekday + 6) % 7));
    }
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
    case 'year':
      return day.slice(0, 4);
  }
}

/** The row that all awards of one home, rule and period write: `home|rule|period`. */
export function periodId(
  householdId: string,
  rule: Pick<EarningRule, 'code' | 'period'>,
  day: Day,
): string {
  return `${householdId}|${rule.code}|${periodName(rule.period, day)}`;
}

/** What an award comes to. `cutBy` says why it is less than was asked, or null. */
export interface Posted<Award> {
  readonly award: Award;
  readonly points: number;
  readonly cutBy: 'cap' | null;
}

/**
 * 入账: awards of one rule and one day in their order, each under what is left of its home's cap.
 * Answers every award and each period that moved, once.
 */
export function decidePostings<
  Award extends { readonly householdId: string; readonly points: number },
>(
  awards: readonly Award[],
  rule: Pick<EarningRule, 'code' | 'period' | 'periodCap'>,
  day: Day,
  uses: ReadonlyMap<string, PeriodUse>,
): { readonly posted: readonly Posted<Award>[]; readonly periods: readonly PeriodUse[] } {
  const moved = new Map<string, PeriodUse>();
  const posted = awards.map((award): Posted<Award> => {
    const id = periodId(award.householdId, rule, day);
    const before = uses.get(id) ?? { id, version: 0, points: 0 };
    const used = moved.get(id)?.points ?? before.points;
    const points = Math.min(award.points, Math.max(0, rule.periodCap - used));
    if (points > 0) moved.set(id, { id, version: before.version + 1, points: used + points });
    return { award, points, cutBy: points < award.points ? 'cap' : null };
  });
  return { posted, periods: [...moved.values()] };
}
