import { scoringRules } from '@bank/db/schema/scoring';
import { dayOf } from '@bank/shared/calendar';
import { ReadRulebook } from '@bank/shared/contracts/scoring';
import { RuleId } from '@bank/shared/ids';
import { accept } from '@bank/shared/outcome';
import { and, asc, lte, sql } from 'drizzle-orm';
import { query } from '../platform/query.ts';
import { settings } from './store.ts';

/** 积分细则: the version of each rule that holds today. */
export const readRulebook = query(ReadRulebook, async (window) => {
  const today = dayOf(window.nowMs);
  const newest = sql`${scoringRules.ruleVersion} = (SELECT max(x.rule_version) FROM scoring_rules x
    WHERE x.code = ${scoringRules.code} AND x.effective_on <= ${today})`;
  const rules = await window.reader
    .select()
    .from(scoringRules)
    .where(and(lte(scoringRules.effectiveOn, today), newest))
    .orderBy(asc(scoringRules.code));
  return accept({
    rules: rules.map(({ ruleVersion, isRemediable: _, remedy: __, ...rule }) => ({
      ...rule,
      id: RuleId.parse(rule.id),
      version: ruleVersion,
    })),
    settings: await window.lookout.look(settings, 'county'),
  });
});
