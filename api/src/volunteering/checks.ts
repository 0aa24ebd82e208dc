import type { BookCheck } from '@bank/db/verify';

/** What volunteering promises about its own rows. */
export const volunteeringChecks: readonly BookCheck[] = [
  {
    name: '同一段时间只记一次服务',
    sql: `SELECT s.id AS fault FROM volunteering_services s JOIN volunteering_services x
              ON x.person_id = s.person_id AND x.id > s.id AND x.state IN ('pending', 'confirmed')
             AND x.starts_at_ms < s.ends_at_ms AND s.starts_at_ms < x.ends_at_ms
           WHERE s.state IN ('pending', 'confirmed') LIMIT 1`,
  },
  {
    name: '认定过的服务才有积分',
    sql: `SELECT w.id AS fault FROM scoring_awards w
            JOIN volunteering_services s ON s.id = w.subject_id
           WHERE w.state = 'posted' AND s.state <> 'confirmed' LIMIT 1`,
  },
];
