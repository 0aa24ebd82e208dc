import type { ChainedTransfer } from '@bank/shared/chain';
import type { InStatement } from '@libsql/client';
import { linkOf } from './chain.ts';
import type { Plan, Row } from './plan.ts';
import { recordingOrder } from './recording-order.ts';
import { ledgerAccounts, ledgerBooks, ledgerTransfers } from './schema/ledger.ts';
import { answeredRequests, auditEntries } from './schema/platform.ts';
import { rowsAsJson, statementFor } from './statements.ts';
import { MOVE_TIP, type Tip } from './tip.ts';

/** The statements of one group, one a table, and the tip as it stands when they are in the book. */
export function buildGroup(
  tip: Tip,
  plans: readonly Plan[],
  sending: Pick<Tip, 'holder' | 'leaseUntilMs' | 'groupId'>,
): { statements: InStatement[]; next: Tip } {
  const { transfers, hash } = chained(tip, plans);
  const seq = tip.seq + transfers.length;
  // Told apart by what it holds too: the first group of a twin with our name must not pass for ours.
  const groupId = `${sending.groupId}:${plans[0]?.requestId ?? ''}:${hash.slice(0, 16)}`;
  const next: Tip = { ...sending, groupId, groupNo: tip.groupNo + 1, seq, hash };
  const fence: InStatement = {
    sql: MOVE_TIP,
    args: [next.holder, tip.groupNo, seq, hash, next.leaseUntilMs, next.groupId],
  };
  const rows = plans.flatMap((plan) => plan.rows);
  const statements = [
    fence,
    ...rowStatements(rows.filter(opens)),
    ...rowStatements(transfers),
    ...rowStatements(rows.filter((row) => !opens(row))),
    ...rowStatements(plans.map(auditOf)),
    ...rowStatements(plans.map(answerOf)),
  ];
  return { statements, next };
}

/** Books and accounts must stand before the transfers that move them. */
function opens(row: Row): boolean {
  return row.table === ledgerBooks || row.table === ledgerAccounts;
}

function rowStatements(rows: readonly Row[]): InStatement[] {
  const byTable = new Map<Row['table'], Row['values'][]>();
  for (const row of rows) {
    const values = byTable.get(row.table);
    if (values) values.push(row.values);
    else byTable.set(row.table, [row.values]);
  }
  return [...byTable]
    .sort(([one], [other]) => recordingOrder(one) - recordingOrder(other))
    .map(([table, values]) => ({
      sql: statementFor(table).sql,
      args: [rowsAsJson(table, values)],
    }));
}

function chained(tip: Tip, plans: readonly Plan[]) {
  let { seq, hash } = tip;
  const transfers: Row[] = [];
  for (const plan of plans) {
    for (const draft of plan.transfers) {
      seq += 1;
      const transfer: ChainedTransfer = {
        seq,
        id: draft.id,
        book: draft.book,
        kind: draft.kind,
        sourceId: draft.sourceId,
        targetId: draft.targetId,
        amount: draft.amount,
        holdId: draft.holdId ?? null,
        lapseAtMs: draft.lapseAtMs ?? null,
        reversesId: draft.reversesId ?? null,
        code: draft.code,
        subjectId: draft.subjectId ?? null,
        memoDigest: draft.memoDigest ?? null,
        requestId: plan.requestId,
        atMs: plan.atMs,
      };
      const prev = hash;
      hash = linkOf(prev, transfer);
      transfers.push({ table: ledgerTransfers, values: { ...transfer, prev, hash } });
    }
  }
  return { transfers, hash };
}

function auditOf(plan: Plan): Row {
  const { requestId, command, actorId, actingAs, areaPath, subjectId, outcome, atMs } = plan;
  return {
    table: auditEntries,
    values: { requestId, command, actorId, actingAs, areaPath, subjectId, outcome, atMs },
  };
}

function answerOf({ requestId, fingerprint, answer, atMs }: Plan): Row {
  return { table: answeredRequests, values: { requestId, fingerprint, answer, atMs } };
}
