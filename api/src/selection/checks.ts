import type { BookCheck } from '@bank/db/verify';

/** What a secret ballot promises about the book: as many choices as slips in the urn, for those who stood. */
export const selectionChecks: readonly BookCheck[] = [
  {
    name: '票箱里的票和投出的票一样多',
    sql: `SELECT a.owner_id || ' 票箱 ' || a.balance || '，选票 ' ||
             (SELECT count(*) FROM selection_choices c WHERE c.campaign_id = a.owner_id) AS fault
            FROM ledger_accounts a WHERE a.kind = 'urn' AND a.balance <>
             (SELECT count(*) FROM selection_choices c WHERE c.campaign_id = a.owner_id) LIMIT 1`,
  },
  {
    name: '选票都投给了候选',
    sql: `SELECT c.campaign_id AS fault FROM selection_choices c
            LEFT JOIN selection_candidates k ON k.id = c.candidate_id AND k.campaign_id = c.campaign_id
           WHERE k.id IS NULL LIMIT 1`,
  },
  {
    name: '一户最多一票',
    sql: `SELECT account_id AS fault FROM ledger_postings p
            JOIN ledger_accounts a ON a.id = p.account_id AND a.kind = 'slip'
           GROUP BY p.account_id HAVING sum(p.change < 0) > 1 LIMIT 1`,
  },
];
