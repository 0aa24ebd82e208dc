import { createRequire } from 'node:module';

/** One connection to a real libSQL file, spoken to in the JSON of the remote protocol (version 2 and 3). */

type SqlValue = null | bigint | number | string | Uint8Array;
type Statement = {
  raw(on: boolean): Statement;
  safeIntegers(on: boolean): Statement;
  columns(): { name: string; type: string | null }[];
  all(parameters: unknown): SqlValue[][];
  run(parameters: unknown): { changes: number; lastInsertRowid: number | bigint };
};
type Connection = {
  open: boolean;
  inTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): void;
  close(): void;
};
type ConnectionOpener = new (path: string, options?: { timeout?: number }) => Connection;

export type HranaValue = { type: string; value?: string | number; base64?: string };
export type HranaStatement = {
  sql?: string;
  sql_id?: number;
  args?: HranaValue[];
  named_args?: { name: string; value: HranaValue }[];
};
type Condition = { type: string; step?: number; cond?: Condition; conds?: Condition[] };
export type HranaRequest = {
  type: string;
  stmt?: HranaStatement;
  batch?: { steps: { stmt: HranaStatement; condition?: Condition }[] };
  sql?: string;
  sql_id?: number;
};
type HranaError = { message: string; code: string };
type StatementResult = {
  cols: { name: string; decltype: string | null }[];
  rows: HranaValue[][];
  affected_row_count: number;
  last_insert_rowid: string | null;
};
export type HranaResult = { type: 'ok'; response: object } | { type: 'error'; error: HranaError };

export type HranaStream = {
  answer(request: HranaRequest): HranaResult;
  /** Whether a transaction is open, so that no other stream may write. */
  holdsTheWriter(): boolean;
  close(): void;
};

// The binding comes with the client and is not a package of ours, so it is found from there.
const fromClient = createRequire(createRequire(import.meta.url).resolve('@libsql/client'));
const Database = fromClient('libsql') as ConnectionOpener;

/** A new connection to a file, with the PRAGMAs a server would set. */
export function openHranaStream(path: string): HranaStream {
  const connection = new Database(path, { timeout: 1_000 });
  connection.exec('PRAGMA foreign_keys = ON');
  const stored = new Map<number, string>();

  const textOf = (asked: { sql?: string; sql_id?: number }): string =>
    asked.sql ?? stored.get(asked.sql_id ?? -1) ?? '';
  const run = (stmt: HranaStatement): StatementResult =>
    execute(connection, textOf(stmt), parametersOf(stmt));

  const respond = (request: HranaRequest): object => {
    switch (request.type) {
      case 'execute':
        return { result: run(request.stmt ?? {}) };
      case 'batch':
        return { result: batch(connection, request.batch?.steps ?? [], run) };
      case 'sequence':
        connection.exec(textOf(request));
        return {};
      case 'describe':
        return { result: describe(connection, textOf(request)) };
      case 'store_sql':
        stored.set(request.sql_id ?? -1, request.sql ?? '');
        return {};
      case 'close_sql':
        stored.delete(request.sql_id ?? -1);
        return {};
      case 'get_autocommit':
        return { is_autocommit: !connection.inTransaction };
      case 'close':
        return {};
      default:
        throw new Error(`unknown request ${request.type}`);
    }
  };

  return {
    answer(request) {
      try {
        return { type: 'ok', response: { type: request.type, ...respond(request) } };
      } catch (error) {
        return { type: 'error', error: errorOf(error) };
      }
    },
    holdsTheWriter: () => connection.open && connection.inTransaction,
    close() {
      if (connection.open) connection.close();
    },
  };
}

function batch(
  connection: Connection,
  steps: { stmt: HranaStatement; condition?: Condition }[],
  run: (stmt: HranaStatement) => StatementResult,
): object {
  const results: (StatementResult | null)[] = steps.map(() => null);
  const errors: (HranaError | null)[] = steps.map(() => null);
  const holds = (condition: Condition): boolean => {
    const { step = -1, cond, conds = [] } = condition;
    switch (condition.type) {
      case 'ok':
        return results[step] != null;
      case 'error':
        return errors[step] != null;
      case 'not':
        return cond !== undefined && !holds(cond);
      case 'and':
        return conds.every(holds);
      case 'or':
        return conds.some(holds);
      default:
        return condition.type === 'is_autocommit' && !connection.inTransaction;
    }
  };
  for (const [index, step] of steps.entries()) {
    if (step.condition !== undefined && !holds(step.condition)) continue;
    try {
      results[index] = run(step.stmt);
    } catch (error) {
      errors[index] = errorOf(error);
    }
  }
  return { step_results: results, step_errors: errors };
}

function execute(connection: Connection, sql: string, parameters: unknown): StatementResult {
  const statement = connection.prepare(sql).safeIntegers(true);
  if (!returnsRows(statement)) {
    const { changes, lastInsertRowid } = statement.run(parameters);
    return {
      cols: [],
      rows: [],
      affected_row_count: changes,
      last_insert_rowid: String(lastInsertRowid),
    };
  }
  const cols = statement.columns().map(({ name, type }) => ({ name, decltype: type }));
  const rows = statement.all(parameters).map((row) => Array.from(row, toHrana));
  const changed = /^\s*(insert|update|delete|replace)\b/i.test(sql) ? changesOf(connection) : 0;
  return { cols, rows, affected_row_count: changed, last_insert_rowid: null };
}

function changesOf(connection: Connection): number {
  return Number(connection.prepare('SELECT changes()').raw(true).all([])[0]?.[0] ?? 0);
}

function describe(connection: Connection, sql: string): object {
  const statement = connection.prepare(sql);
  const cols = returnsRows(statement)
    ? statement.columns().map(({ name, type }) => ({ name, decltype: type }))
    : [];
  return {
    params: [],
    cols,
    is_explain: /^\s*explain\b/i.test(sql),
    is_readonly: /^\s*(select|explain)\b/i.test(sql),
  };
}

/** The binding refuses the raw form of a statement that returns nothing. */
function returnsRows(statement: Statement): boolean {
  try {
    statement.raw(true);
    return true;
  } catch {
    return false;
  }
}

function parametersOf(stmt: HranaStatement): unknown {
  const named = stmt.named_args ?? [];
  if (named.length === 0) return (stmt.args ?? []).map(fromHrana);
  return Object.fromEntries(
    named.map(({ name, value }) => [name.replace(/^[@$:]/, ''), fromHrana(value)]),
  );
}

function fromHrana(value: HranaValue): SqlValue {
  switch (value.type) {
    case 'integer':
      return BigInt(value.value ?? 0);
    case 'float':
      return Number(value.value);
    case 'text':
      return String(value.value ?? '');
    case 'blob':
      return Buffer.from(value.base64 ?? '', 'base64');
    default:
      return null;
  }
}

function toHrana(value: SqlValue): HranaValue {
  if (value === null) return { type: 'null' };
  if (typeof value === 'bigint') return { type: 'integer', value: value.toString() };
  if (typeof value === 'number') return { type: 'float', value };
  if (typeof value === 'string') return { type: 'text', value };
  // The protocol's base64 has no padding.
  return { type: 'blob', base64: Buffer.from(value).toString('base64').replace(/=+$/, '') };
}

/** Servers name the kind of failure only roughly: SQLITE_CONSTRAINT, not which constraint. */
function errorOf(error: unknown): HranaError {
  const { message, code } = error as { message?: string; code?: string };
  const rough = /^SQLITE_[A-Z]+/.exec(code ?? '')?.[0] ?? 'SQLITE_UNKNOWN';
  return { message: `SQLite error: ${message ?? 'unknown'}`, code: rough };
}
