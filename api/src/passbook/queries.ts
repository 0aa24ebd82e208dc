import { type ViewRow, view } from '@bank/db/view';
import { dayOf, startOfDayMs } from '@bank/shared/calendar';
import { TRANSFER_KINDS } from '@bank/shared/contracts/ledger';
import {
  PASSBOOK_LINES_MAX,
  type Passbook,
  type PassbookLine,
  ReadHouseholdPassbook,
  ReadPassbook,
} from '@bank/shared/contracts/passbook';
import { HouseholdId, TransferId } from '@bank/shared/ids';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { sitePathOf } from '../community/area-paths.ts';
import { liesIn } from '../platform/duty.ts';
import { query, type Window } from '../platform/query.ts';
import { basisOf, titleOf } from './line.ts';

/** [household id, before which seq, start of the month in ms] */
type Key = readonly [string, number, number];

const LAST = Number.MAX_SAFE_INTEGER;

/** Who the passbook belongs to and its balances. One row a household. */
const coverOf = view(
  `SELECT j.key, h.id, h.code, a.path,
          (SELECT p.name FROM community_people p WHERE p.household_id = h.id AND p.state = 'here'
            ORDER BY p.relation <> '户主', p.code LIMIT 1) AS householder,
          (SELECT s.name FROM community_areas s WHERE s.level = 1 AND s.path = ${sitePathOf('a.path')}) AS site,
          (SELECT balance FROM ledger_accounts WHERE id = h.id || '.base') AS base,
          (SELECT balance FROM ledger_accounts WHERE id = h.id || '.points') AS available,
          (SELECT sum(amount) FROM redemption_orders o JOIN ledger_holds d ON d.id = o.points_hold_id
            WHERE o.household_id = h.id AND +o.state = 'reserved') AS held,
          (SELECT json_group_array(json_array(w.id, w.points, w.title, w.at_ms)) FROM scoring_awards w
            WHERE w.household_id = h.id AND w.state = 'pending') AS pending,
          (SELECT json_array(sum(iif(t.kind = 'move' AND q.change > 0, q.change, 0)),
                             sum(iif(t.kind = 'move' AND q.change > 0, 0, -q.change)))
             FROM ledger_postings q JOIN ledger_transfers t ON t.seq = q.seq
            WHERE q.account_id = h.id || '.points' AND t.at_ms >= j.value->>2) AS month
     FROM json_each(?) j CROSS JOIN community_households h ON h.id = j.value->>0
     JOIN community_areas a ON a.id = h.area_id`,
  ([row], _key: Key) => row ?? null,
);

const linesOf = view(
  `SELECT j.key, q.seq, q.change, q.balance_after, t.id, t.kind, t.code, t.at_ms,
          o.number, o.quantity, i.name AS item_name, i.unit,
          w.title AS award_title, w.rule_code, w.rule_version, earner.name AS earner_name,
          r.title AS rule_title, clerk.name AS clerk_name, e.acting_as,
          EXISTS (SELECT 1 FROM ledger_transfers x WHERE x.reverses_id = t.id) AS is_reversed
     FROM json_each(?) j
     CROSS JOIN ledger_postings q ON q.account_id = j.value->>0 || '.points' AND q.seq IN (
       SELECT seq FROM ledger_postings WHERE account_id = j.value->>0 || '.points'
          AND seq < j.value->>1 ORDER BY seq DESC LIMIT ${PASSBOOK_LINES_MAX + 1})
     JOIN ledger_transfers t ON t.seq = q.seq
     LEFT JOIN redemption_orders o ON o.id = t.subject_id
     LEFT JOIN redemption_items i ON i.id = o.item_id
     LEFT JOIN scoring_awards w ON w.id = t.subject_id
     LEFT JOIN scoring_rules r ON r.code = w.rule_code AND r.rule_version = w.rule_version
     LEFT JOIN community_people earner ON earner.id = w.person_id
     LEFT JOIN audit_entries e ON e.request_id = t.request_id
     LEFT JOIN community_people clerk ON clerk.id = e.actor_id
    ORDER BY j.key, q.seq DESC`,
  (rows, _key: Key) => rows,
);

async function passbookOf(
  window: Window,
  householdId: string,
  before: number | undefined,
): Promise<{ passbook: Passbook; areaPath: string } | null> {
  const monthStartMs = startOfDayMs(`${dayOf(window.nowMs).slice(0, 7)}-01`);
  const key: Key = [householdId, before ?? LAST, monthStartMs];
  const [cover, lines] = await Promise.all([
    window.lookout.look(coverOf, key),
    window.lookout.look(linesOf, key),
  ]);
  if (!cover) return null;
  const { base, available, held } = balancesOf(cover);
  const [monthIn, monthOut] = JSON.parse(String(cover.month)) as [number | null, number | null];
  const shown = lines.slice(0, PASSBOOK_LINES_MAX);
  return {
    areaPath: String(cover.path),
    passbook: {
      householdId: HouseholdId.parse(householdId),
      householdCode: String(cover.code),
      householderName: String(cover.householder ?? ''),
      siteName: String(cover.site ?? ''),
      base,
      available,
      held,
      total: base + available + held,
      monthIn: monthIn ?? 0,
      monthOut: monthOut ?? 0,
      pending: before === undefined ? pendingOf(String(cover.pending)) : [],
      lines: shown.map(lineOf),
      older: lines.length > PASSBOOK_LINES_MAX ? Number(shown.at(-1)?.seq) : null,
      asOfMs: window.nowMs,
    },
  };
}

function balancesOf(cover: ViewRow) {
  const points = (value: ViewRow[string] | undefined) => Number(value ?? 0);
  return {
    base: points(cover.base),
    available: points(cover.available),
    held: points(cover.held),
  };
}

function pendingOf(json: string): Passbook['pending'] {
  const awards = JSON.parse(json) as [string, number, string, number][];
  return awards
    .sort((one, other) => other[3] - one[3])
    .map(([id, points, title, atMs]) => ({
      id,
      points,
      title,
      note: points === 0 ? '按时长算分，签退、核对后入账' : '活动结束、工作人员核对后入账',
      atMs,
    }));
}

const wordOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : String(value);
const countOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : Number(value);

function lineOf(row: ViewRow): PassbookLine {
  const facts = {
    kind: TRANSFER_KINDS.find((kind) => kind === row.kind) ?? 'move',
    code: String(row.code),
    change: Number(row.change),
    itemName: wordOrNull(row.item_name),
    quantity: countOrNull(row.quantity),
    unit: wordOrNull(row.unit),
    orderNumber: wordOrNull(row.number),
    awardTitle: wordOrNull(row.award_title),
    ruleCode: wordOrNull(row.rule_code),
    ruleVersion: countOrNull(row.rule_version),
    ruleTitle: wordOrNull(row.rule_title),
  };
  return {
    seq: Number(row.seq),
    transferId: TransferId.parse(String(row.id)),
    kind: facts.kind,
    change: facts.change,
    balanceAfter: Number(row.balance_after),
    title: titleOf(facts),
    basis: basisOf(facts),
    personName: wordOrNull(row.earner_name),
    recordedBy: wordOrNull(row.clerk_name) ?? '系统按规定自动办理',
    isReversed: row.is_reversed === 1,
    atMs: Number(row.at_ms),
  };
}

const missing = (): Outcome<never> => refuse({ code: 'request/not-found', facts: NO_FACTS });

export const readPassbook = query(ReadPassbook, async (window, { before }) => {
  const { actor } = window;
  if (actor.kind !== 'person' || actor.householdId === null) return missing();
  const found = await passbookOf(window, actor.householdId, before);
  return found ? accept(found.passbook) : missing();
});

export const readHouseholdPassbook = query(
  ReadHouseholdPassbook,
  async (window, { householdId, before }) => {
    const found = await passbookOf(window, householdId, before);
    const isMine = found && window.areas.some((area) => liesIn(found.areaPath, area));
    return isMine ? accept(found.passbook) : missing();
  },
);
