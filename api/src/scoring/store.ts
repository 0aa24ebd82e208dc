import { type Row, row } from '@bank/db/plan';
import { scoringAwards, scoringPeriods } from '@bank/db/schema/scoring';
import { type ViewRow, view } from '@bank/db/view';
import { RULE_PERIODS } from '@bank/shared/contracts/scoring';
import type { EarningRule, PeriodUse } from './award.ts';
import { settingsFrom } from './rulebook.ts';

export type AwardRecord = typeof scoringAwards.$inferSelect;

/** The county's settings as they stand. The key only gives the look its place in the group. */
export const settings = view(
  `SELECT j.key, s.id, s.value FROM json_each(?) j CROSS JOIN scoring_settings s`,
  (rows, _key: 'county') =>
    settingsFrom(new Map(rows.map((row) => [String(row.id), String(row.value)]))),
);

const ruleFrom = (found: ViewRow | undefined): EarningRule | null =>
  found
    ? {
        code: String(found.code),
        version: Number(found.rule_version),
        points: Number(found.points),
        unit: String(found.unit),
        period: RULE_PERIODS.find((period) => period === found.period) ?? 'year',
        periodCap: Number(found.period_cap),
      }
    : null;

/** The version of an earning rule that holds on a day. Keyed by [code, day]. */
export const earningRuleOn = view(
  `SELECT j.key, r.* FROM json_each(?) j
     CROSS JOIN scoring_rules r ON r.code = j.value->>0 AND r.kind = 'earning'
      AND r.rule_version = (SELECT max(x.rule_version) FROM scoring_rules x
            WHERE x.code = j.value->>0 AND x.effective_on <= j.value->>1)`,
  ([found], _key: readonly [string, string]) => ruleFrom(found),
);

/** A rule as something was earned by it. Keyed by [code, version]. */
export const earningRule = view(
  `SELECT j.key, r.* FROM json_each(?) j
     CROSS JOIN scoring_rules r ON r.code = j.value->>0 AND r.rule_version = j.value->>1
      AND r.kind = 'earning'`,
  ([found], _key: readonly [string, number]) => ruleFrom(found),
);

const awardFrom = (found: ViewRow): AwardRecord => ({
  id: String(found.id),
  version: Number(found.version),
  householdId: String(found.household_id),
  personId: String(found.person_id),
  ruleCode: String(found.rule_code),
  ruleVersion: Number(found.rule_version),
  subjectId: String(found.subject_id),
  title: String(found.title),
  points: Number(found.points),
  cutBy: found.cut_by === null ? null : String(found.cut_by),
  state: String(found.state) as AwardRecord['state'],
  recordedBy: String(found.recorded_by),
  atMs: Number(found.at_ms),
});

/** What was earned at one attendance or service, in whatever state. */
export const awardOf = view(
  `SELECT j.key, w.* FROM json_each(?) j CROSS JOIN scoring_awards w ON w.subject_id = j.value`,
  ([found]) => (found ? awardFrom(found) : null),
);

/** What still waits of everything earned at one occasion: subjects are `occasion|…`. */
export const pendingAwardsAt = view(
  `SELECT j.key, w.* FROM json_each(?) j
     CROSS JOIN scoring_awards w ON w.subject_id > j.value || '|' AND w.subject_id < j.value || '}'
      AND w.state = 'pending' ORDER BY j.key, w.at_ms, w.id`,
  (rows, _occasionId: string) => rows.map(awardFrom),
);

/** Several periods at once, by their ids; one that is not there has no row yet. */
export const periodUses = view(
  `SELECT j.key, p.* FROM json_each(?) j CROSS JOIN json_each(j.value) one
     JOIN scoring_periods p ON p.id = one.value`,
  (rows, _ids: readonly string[]): ReadonlyMap<string, PeriodUse> =>
    new Map(
      rows.map((found) => [
        String(found.id),
        { id: String(found.id), version: Number(found.version), points: Number(found.points) },
      ]),
    ),
);

export function recordAward(award: AwardRecord): Row {
  return row(scoringAwards, award);
}

export function recordPeriod(use: PeriodUse): Row {
  return row(scoringPeriods, { ...use });
}
