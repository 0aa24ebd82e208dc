import type { LineAccount, Read, Remark } from './roster-shape';

export interface RuleFacts {
  readonly ruleCode: string;
  readonly kind: 'earning' | 'deduction';
  readonly category: string;
  readonly title: string;
  /** Whole points for one counting unit; negative for a deduction. */
  readonly points: number;
  readonly countingUnit: string;
  readonly period: 'week' | 'month' | 'quarter' | 'year';
  /** The most (for a deduction: the least) points of one home in one period. */
  readonly periodCapPoints: number;
  readonly evidence: string | null;
  readonly reviewPath: string | null;
  /** Working days; 0 means that it is not made public. */
  readonly publicityWorkingDays: number;
  readonly isRectifiable: boolean;
  readonly rectification: string | null;
  /** 2026-01-01 */
  readonly effectiveFrom: string;
  readonly note: string | null;
}

/** A line of 总则 as it is written; numbers are given as well where the value is one. */
export interface SettingFacts {
  readonly name: string;
  readonly value: string | null;
  readonly unit: string | null;
  readonly explanation: string | null;
}

/** The settings that the bank itself obeys; null where the file does not state them. */
export interface BankSettings {
  readonly basePoints: number | null;
  readonly redeemFromPoints: number | null;
  readonly yuanPerPoint: number | null;
  readonly claimWithinDays: number | null;
  readonly firstReviewWorkingDays: number | null;
  readonly publicityWorkingDays: number | null;
  readonly objectionAnswerWorkingDays: number | null;
  readonly deductionFloorPoints: number | null;
  readonly carryOverPercent: number | null;
  readonly reserveDays: number | null;
}

export interface RulesReading {
  readonly rules: readonly Read<RuleFacts>[];
  readonly settings: readonly Read<SettingFacts>[];
  readonly bankSettings: BankSettings;
  readonly remarks: readonly Remark[];
  readonly linesRead: readonly LineAccount[];
  /** Rule codes and setting names on lines that wait or were refused. */
  readonly waiting: { readonly rules: readonly string[]; readonly settings: readonly string[] };
}
