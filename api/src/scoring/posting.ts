import type { Draft, Row } from '@bank/db/plan';
import type { Day } from '@bank/shared/calendar';
import { ISSUE_ACCOUNT, passbookAccount } from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';
import type { Chance } from '../platform/context.ts';
import { decidePostings, type EarningRule, type PeriodUse } from './award.ts';
import { type AwardRecord, recordAward, recordPeriod } from './store.ts';

/** What awards came to, and the plan that pays them. */
export interface Postings {
  readonly transfers: Draft[];
  readonly rows: Row[];
  readonly awards: readonly AwardRecord[];
}

/**
 * 入账: from the county to each home, under the cap. An award of nothing is dropped, one that a cap
 * cut to nothing stands with 0 points: neither moves anything. `version` of an award is the one read.
 */
export function planPostings(
  chance: Pick<Chance, 'newId'>,
  awards: readonly AwardRecord[],
  rule: EarningRule,
  day: Day,
  uses: ReadonlyMap<string, PeriodUse>,
): Postings {
  const { posted, periods } = decidePostings(awards, rule, day, uses);
  const settled = posted.map(
    ({ award, points, cutBy }): AwardRecord => ({
      ...award,
      version: award.version + 1,
      points,
      cutBy,
      state: award.points === 0 ? 'dropped' : 'posted',
    }),
  );
  const transfers = settled
    .filter((award) => award.points > 0)
    .map((award) =>
      draftMove({
        id: chance.newId('transfer'),
        source: ISSUE_ACCOUNT,
        target: passbookAccount(award.householdId),
        amount: award.points,
        code: `rule/${award.ruleCode}@${award.ruleVersion}`,
        subjectId: award.id,
      }),
    );
  return {
    transfers,
    rows: [...settled.map(recordAward), ...periods.map(recordPeriod)],
    awards: settled,
  };
}
