import type { BookCheck } from '@bank/db/verify';

/** What an award promises about the book. */
export const scoringChecks: readonly BookCheck[] = [
  {
    name: '入账的积分一条对一笔',
    sql: `SELECT w.id AS fault FROM scoring_awards w
           WHERE iif(w.state = 'posted', w.points, 0) <> coalesce((SELECT sum(t.amount)
             FROM ledger_transfers t WHERE t.subject_id = w.id AND t.kind = 'move'), 0) LIMIT 1`,
  },
];
