import { ISSUE_ACCOUNT, passbookAccount } from '@bank/api/ledger/account';
import { balanceOf, householdPoints } from '@bank/api/ledger/store';
import { draftMove } from '@bank/api/ledger/transfer';
import { command } from '@bank/api/platform/command';
import { row } from '@bank/db/plan';
import { redemptionQuotas } from '@bank/db/schema/redemption';
import { view } from '@bank/db/view';
import { endpoint } from '@bank/shared/endpoint';
import { HouseholdId, RequestId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import * as z from '@bank/shared/zod';
import { seatAccount } from './ground.ts';

/** The smallest command that is a whole one: duty at an area, a load, a decision, one transfer. */
export const Award = endpoint({
  id: 'bench/award',
  method: 'POST',
  path: '/bench/awards',
  summary: '记一笔',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({ requestId: RequestId, householdId: HouseholdId, amount: z.int() }),
  output: z.object({ availableAfter: z.int() }),
  refusals: [],
});

export const award = command(Award, {
  async load({ lookout }, { householdId }) {
    return { areaPath: '/01/', points: await lookout.look(householdPoints, householdId) };
  },
  decide({ points }, desk, { householdId, amount }) {
    if (!points) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    return accept({
      subjectId: householdId,
      answer: { availableAfter: points.available + amount },
      transfers: [
        draftMove({
          id: desk.chance.newId('transfer'),
          source: ISSUE_ACCOUNT,
          target: passbookAccount(householdId),
          amount,
          code: 'rule/JF03@1',
          subjectId: householdId,
        }),
      ],
    });
  },
});

/** A seat and a row that says whose it is. */
export const SignUp = endpoint({
  id: 'bench/sign-up',
  method: 'POST',
  path: '/bench/sign-ups',
  summary: '报名',
  duty: 'household-member',
  scope: 'household',
  input: z.object({ requestId: RequestId, occasion: z.int() }),
  output: z.object({ left: z.int() }),
  refusals: [],
});

const versionOf = view(
  `SELECT j.key, q.version FROM json_each(?) j CROSS JOIN redemption_quotas q ON q.id = j.value`,
  ([found]) => Number(found?.version ?? 0),
);

export const signUp = command(SignUp, {
  async load({ lookout, requestId }, { occasion }) {
    const [left, version] = await Promise.all([
      lookout.look(balanceOf, seatAccount(occasion, 'free').id),
      lookout.look(versionOf, `seat|${requestId}`),
    ]);
    return { left: left ?? 0, version };
  },
  decide({ left, version }, desk, { occasion }) {
    if (left < 1) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const id = `seat|${desk.requestId}`;
    return accept({
      subjectId: id,
      answer: { left: left - 1 },
      transfers: [
        draftMove({
          id: desk.chance.newId('transfer'),
          source: seatAccount(occasion, 'free'),
          target: seatAccount(occasion, 'taken'),
          amount: 1,
          code: 'bench/seat',
          subjectId: id,
        }),
      ],
      rows: [row(redemptionQuotas, { id, version: version + 1, used: 1 })],
    });
  },
});
