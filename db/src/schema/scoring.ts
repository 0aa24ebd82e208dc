import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** 积分细则. A change is a new version: what was earned keeps the version it was earned by. */
export const scoringRules = sqliteTable(
  'scoring_rules',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    ruleVersion: integer('rule_version').notNull(),
    kind: text({ enum: ['earning', 'deduction'] }).notNull(),
    category: text().notNull(),
    title: text().notNull(),
    points: integer().notNull(),
    unit: text().notNull(),
    period: text({ enum: ['week', 'month', 'quarter', 'year'] }).notNull(),
    periodCap: integer('period_cap').notNull(),
    evidence: text().notNull(),
    reviewPath: text('review_path').notNull(),
    publicityWorkingDays: integer('publicity_working_days').notNull(),
    isRemediable: integer('is_remediable', { mode: 'boolean' }).notNull(),
    remedy: text().notNull(),
    effectiveOn: text('effective_on').notNull(),
    note: text().notNull(),
  },
  (rule) => [
    uniqueIndex('scoring_rules_by_code').on(rule.code, rule.ruleVersion),
    check(
      'an_earning_adds_and_a_deduction_takes',
      sql`(${rule.kind} = 'earning' AND ${rule.points} > 0) OR (${rule.kind} = 'deduction' AND ${rule.points} < 0)`,
    ),
  ],
);

/** 总则: one row a setting, by its Chinese name in the county's workbook. */
export const scoringSettings = sqliteTable('scoring_settings', {
  id: text().primaryKey(),
  version: integer().notNull(),
  value: text().notNull(),
  unit: text().notNull(),
  note: text().notNull(),
});

/**
 * What one household has earned by one rule in one period, in points. The row that two awards of
 * the same period both write, so that together they cannot pass the cap.
 */
export const scoringPeriods = sqliteTable('scoring_periods', {
  /** `household|rule code|period`, such as `home_…|JF03|2026-03`. */
  id: text().primaryKey(),
  version: integer().notNull(),
  points: integer().notNull(),
});

/** 入账依据: why a household was given points, by whom and by which rule and version. */
export const scoringAwards = sqliteTable(
  'scoring_awards',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    householdId: text('household_id').notNull(),
    personId: text('person_id').notNull(),
    ruleCode: text('rule_code').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    /** What it was earned at: an attendance, a service. */
    subjectId: text('subject_id').notNull().unique(),
    /** A name that the public may read, such as the event's. */
    title: text().notNull(),
    points: integer().notNull(),
    /** Why fewer points than asked: `cap`, `once-a-household`; null when all of it. */
    cutBy: text('cut_by'),
    state: text({ enum: ['pending', 'posted', 'dropped'] }).notNull(),
    recordedBy: text('recorded_by').notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (award) => [
    index('scoring_awards_by_household').on(award.householdId, award.state),
    check('an_award_is_never_negative', sql`${award.points} >= 0`),
  ],
);
