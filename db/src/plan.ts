import type { TransferKind } from '@bank/shared/contracts/ledger';
import type { InferInsertModel } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { whyUnbindable } from './guard.ts';

/** A transfer as a decision draws it up: how much moves, never what a balance becomes. */
export interface Draft {
  readonly id: string;
  readonly book: string;
  readonly kind: TransferKind;
  readonly sourceId: string;
  readonly targetId: string;
  readonly amount: number;
  /** The hold that a collect or release ends. */
  readonly holdId?: string;
  /** Only on a hold: when it goes back by itself. */
  readonly lapseAtMs?: number;
  /** Only on a reversal: the transfer it answers. */
  readonly reversesId?: string;
  /** A code such as `redemption/order`, never a sentence. */
  readonly code: string;
  readonly subjectId?: string;
  readonly memoDigest?: string;
}

/**
 * The whole row as it should stand. In a table with a version, 1 is a new row and n says that the
 * row was read at n − 1; a table without a version is insert-only.
 */
export interface Row<Table extends SQLiteTable = SQLiteTable> {
  readonly table: Table;
  readonly values: Readonly<Record<string, unknown>>;
}

/** A row of a table, checked by the table's own type. */
export function row<Table extends SQLiteTable>(
  table: Table,
  values: InferInsertModel<Table>,
): Row<Table> {
  return { table, values: values as Record<string, unknown> };
}

/** Everything that one answered command changes, as data. A refusal is a plan too: it keeps its answer. */
export interface Plan {
  readonly requestId: string;
  readonly fingerprint: string;
  /** What a phone hears again when it asks again: JSON text without secrets. */
  readonly answer: string;
  readonly command: string;
  readonly actorId: string;
  readonly actingAs: string;
  readonly areaPath: string | null;
  readonly subjectId: string | null;
  /** `done`, or the code of the refusal. */
  readonly outcome: string;
  readonly atMs: number;
  readonly transfers: readonly Draft[];
  readonly rows: readonly Row[];
}

/** `stale`: a constraint refused it; load, decide and plan again on what is true now. */
export type Verdict = 'recorded' | 'stale';

/**
 * Why a plan cannot travel, or null when it can. Its values are sent as JSON, which hides NUL and
 * lone surrogates from the guard and turns NaN into null: so they are looked at here, one plan at
 * a time, and never spoil a group.
 */
export function whyUnrecordable({ transfers, rows, ...head }: Plan): string | null {
  for (const values of [head, ...transfers, ...rows.map((one) => one.values)]) {
    for (const [property, value] of Object.entries(values)) {
      const why = whyUntold(value);
      if (why !== null) return `${property} is ${why}`;
    }
  }
  return null;
}

function whyUntold(value: unknown): string | null {
  if (value === undefined || typeof value === 'boolean') return null;
  return value instanceof Uint8Array ? 'bytes' : whyUnbindable(value);
}
