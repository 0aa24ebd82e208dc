import { getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { GuardedClient } from './guard.ts';
import type { Draft, Plan, Row } from './plan.ts';
import { ledgerAccounts } from './schema/ledger.ts';
import { statementFor } from './statements.ts';

/** What a refused group leans on, read once. Knows balances, holds, versions; knows no room. */
interface Ground {
  readonly accounts: Map<string, { balance: number; floor: number | null }>;
  readonly pendingHolds: Map<string, { targetId: string; amount: number }>;
  readonly answered: Set<string>;
  readonly versions: Map<string, number>;
}

/** Names one row of one table that has versions. */
export const versionKey = (table: SQLiteTable, id: unknown) =>
  `${getTableName(table)}|${String(id)}`;

/**
 * Which plans of a refused group could stand, taken in order: each that stands has its effects
 * counted for the next. An optimisation only; the constraints have the last word.
 */
export async function standing(reading: GuardedClient, plans: readonly Plan[]): Promise<Set<Plan>> {
  const ground = await read(reading, plans);
  return new Set(plans.filter((plan) => stands(ground, plan)));
}

async function read(reading: GuardedClient, plans: readonly Plan[]): Promise<Ground> {
  const drafts = plans.flatMap((plan) => plan.transfers);
  const versioned = versionedRows(plans);
  const asked = [
    {
      sql: `SELECT id, balance, floor FROM ledger_accounts WHERE id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(drafts.flatMap((draft) => [draft.sourceId, draft.targetId]))],
    },
    {
      sql: `SELECT id, target_id, amount FROM ledger_holds WHERE state = 'pending' AND id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(drafts.flatMap((draft) => draft.holdId ?? []))],
    },
    {
      sql: `SELECT request_id FROM answered_requests WHERE request_id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(plans.map((plan) => plan.requestId))],
    },
    ...[...versioned].map(([table, ids]) => ({
      sql: `SELECT id, version FROM "${getTableName(table)}" WHERE id IN (SELECT value FROM json_each(?))`,
      args: [JSON.stringify(ids)],
    })),
  ];
  const [accounts, holds, answered, ...rows] = await reading.batch(asked, 'read');
  const versions = new Map<string, number>();
  [...versioned.keys()].forEach((table, at) => {
    for (const row of rows[at]?.rows ?? []) {
      versions.set(versionKey(table, row.id), Number(row.version));
    }
  });
  return {
    accounts: new Map(
      accounts?.rows.map((row) => [
        String(row.id),
        { balance: Number(row.balance), floor: row.floor === null ? null : Number(row.floor) },
      ]),
    ),
    pendingHolds: new Map(
      holds?.rows.map((row) => [
        String(row.id),
        { targetId: String(row.target_id), amount: Number(row.amount) },
      ]),
    ),
    answered: new Set(answered?.rows.map((row) => String(row.request_id))),
    versions,
  };
}

function versionedRows(plans: readonly Plan[]): Map<SQLiteTable, unknown[]> {
  const found = new Map<SQLiteTable, unknown[]>();
  for (const row of plans.flatMap((plan) => plan.rows)) {
    if (!statementFor(row.table).versioned) continue;
    const ids = found.get(row.table) ?? [];
    ids.push(row.values.id);
    found.set(row.table, ids);
  }
  return found;
}

function stands(ground: Ground, plan: Plan): boolean {
  if (ground.answered.has(plan.requestId)) return false;
  if (!plan.rows.every((row) => versionFits(ground, row))) return false;
  const trial = openTrial(ground, plan.rows);
  for (const draft of plan.transfers) if (!moves(trial, draft)) return false;

  for (const [id, balance] of trial.balances) {
    const account = ground.accounts.get(id);
    ground.accounts.set(id, { balance, floor: account?.floor ?? trial.floors.get(id) ?? null });
  }
  for (const id of trial.ended) ground.pendingHolds.delete(id);
  for (const [id, hold] of trial.opened) ground.pendingHolds.set(id, hold);
  for (const row of plan.rows) {
    if (statementFor(row.table).versioned) {
      ground.versions.set(versionKey(row.table, row.values.id), Number(row.values.version));
    }
  }
  ground.answered.add(plan.requestId);
  return true;
}

function versionFits(ground: Ground, { table, values }: Row): boolean {
  if (!statementFor(table).versioned) return true;
  const present = ground.versions.get(versionKey(table, values.id));
  return Number(values.version) === (present ?? 0) + 1;
}

interface Trial {
  readonly ground: Ground;
  readonly balances: Map<string, number>;
  readonly floors: Map<string, number | null>;
  readonly ended: Set<string>;
  readonly opened: Map<string, { targetId: string; amount: number }>;
}

function openTrial(ground: Ground, rows: readonly Row[]): Trial {
  const floors = new Map<string, number | null>();
  const balances = new Map<string, number>();
  for (const { table, values } of rows) {
    if (table !== ledgerAccounts) continue;
    const floor = values.floor;
    floors.set(String(values.id), typeof floor === 'number' ? floor : null);
    balances.set(String(values.id), 0);
  }
  return { ground, balances, floors, ended: new Set(), opened: new Map() };
}

function moves(trial: Trial, draft: Draft): boolean {
  if (draft.holdId !== undefined && !endsHold(trial, draft.holdId, draft)) return false;
  if (draft.kind === 'hold') {
    trial.opened.set(draft.id, { targetId: draft.targetId, amount: draft.amount });
  }
  return (
    change(trial, draft.sourceId, -draft.amount) && change(trial, draft.targetId, draft.amount)
  );
}

function endsHold(trial: Trial, holdId: string, draft: Draft): boolean {
  if (trial.ended.has(holdId)) return false;
  const hold = trial.opened.get(holdId) ?? trial.ground.pendingHolds.get(holdId);
  if (!hold || hold.amount !== draft.amount || hold.targetId !== draft.sourceId) return false;
  trial.ended.add(holdId);
  trial.opened.delete(holdId);
  return true;
}

function change(trial: Trial, id: string, by: number): boolean {
  const account = trial.ground.accounts.get(id);
  const before = trial.balances.get(id) ?? account?.balance;
  if (before === undefined) return false;
  const floor = trial.floors.has(id) ? trial.floors.get(id) : account?.floor;
  const after = before + by;
  if (by < 0 && typeof floor === 'number' && after < floor) return false;
  trial.balances.set(id, after);
  return true;
}

/**
 * Of plans that read one row at one version and change it, only the first can stand: the version is
 * gone when it is in the book. Sent along, the others would have the whole group refused.
 */
export function apart<One extends { readonly plan: Plan }>(
  waiting: readonly One[],
): { group: One[]; rivals: One[] } {
  const claimed = new Set<string>();
  const group: One[] = [];
  const rivals: One[] = [];
  for (const one of waiting) {
    const rows = one.plan.rows.filter(({ values }) => values.version !== undefined);
    const keys = rows.map(({ table, values }) => {
      return `${versionKey(table, values.id)}|${String(values.version)}`;
    });
    const isRival = keys.some((key) => claimed.has(key));
    (isRival ? rivals : group).push(one);
    if (!isRival) for (const key of keys) claimed.add(key);
  }
  return { group, rivals };
}
