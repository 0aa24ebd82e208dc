import type { BookCheck } from '@bank/db/verify';

/** What events promise about the book. */
export const eventsChecks: readonly BookCheck[] = [
  {
    name: '占的名额 = 报上的人',
    sql: `SELECT o.id || ' 占 ' || a.balance AS fault FROM events_occasions o
            JOIN ledger_accounts a ON a.id = o.id || '.taken'
           WHERE a.balance <> (SELECT count(*) FROM events_sign_ups s
             WHERE s.occasion_id = o.id AND s.state = 'seated') LIMIT 1`,
  },
  {
    name: '名额不多不少',
    sql: `SELECT o.id AS fault FROM events_occasions o
            JOIN ledger_accounts f ON f.id = o.id || '.open' JOIN ledger_accounts t ON t.id = o.id || '.taken'
           WHERE (o.capacity IS NOT NULL AND o.state = 'planned' AND f.balance + t.balance <> o.capacity)
              OR (o.state <> 'planned' AND f.balance <> 0) LIMIT 1`,
  },
  {
    name: '有空名额就没有人候补',
    sql: `SELECT o.id AS fault FROM events_occasions o JOIN ledger_accounts f ON f.id = o.id || '.open'
           WHERE o.state = 'planned' AND f.balance > 0 AND EXISTS (SELECT 1 FROM events_sign_ups s
             WHERE s.occasion_id = o.id AND s.state = 'waiting') LIMIT 1`,
  },
  {
    name: '签到的人都占着名额',
    sql: `SELECT t.id AS fault FROM events_attendances t LEFT JOIN events_sign_ups s ON s.id = t.id
           WHERE t.state = 'present' AND s.state IS NOT 'seated' LIMIT 1`,
  },
];
