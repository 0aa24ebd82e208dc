import type { Client, InStatement, ResultSet, TransactionMode } from '@libsql/client';

/**
 * What may reach a bind. The native binding ends the whole process on a boolean, cuts text at NUL
 * and loses precision above 2^53, so nothing passes that is not one of these.
 */
export type Bindable = string | number | Uint8Array | null;

/** Why a value must not be bound, or null when it may. */
export function whyUnbindable(value: unknown): string | null {
  if (value === null || value instanceof Uint8Array) return null;
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? null : 'not a safe integer';
  }
  if (typeof value !== 'string') return `a ${typeof value}`;
  if (value.includes('\0')) return 'text with NUL';
  return value.isWellFormed() ? null : 'text with a lone surrogate';
}

/** A value that may not be bound: our mistake, and nothing left this process. */
export class Unbindable extends TypeError {}

function inspect(statement: InStatement): void {
  if (typeof statement === 'string') return;
  const bound = statement.args ?? [];
  for (const value of Array.isArray(bound) ? bound : Object.values(bound)) {
    const why = whyUnbindable(value);
    if (why !== null) throw new Unbindable(`refused to bind ${why}`);
  }
}

/** The only form in which rooms and writer ever hold a database connection. */
export interface GuardedClient {
  execute(statement: InStatement): Promise<ResultSet>;
  batch(statements: InStatement[], mode: TransactionMode): Promise<ResultSet[]>;
  reconnect(): void;
  close(): void;
}

/** Lets through well-formed strings, safe integers, bytes and null; anything else is our mistake. */
export function guard(client: Client): GuardedClient {
  return {
    async execute(statement) {
      inspect(statement);
      return client.execute(statement);
    },
    async batch(statements, mode) {
      statements.forEach(inspect);
      return client.batch(statements, mode);
    },
    reconnect: () => client.reconnect(),
    close: () => client.close(),
  };
}

const READING = /^\s*(SELECT|WITH|EXPLAIN)\b/i;

/** A statement that begins with WITH may still end in a change. */
const CHANGING =
  /\b((INSERT|REPLACE)\s+(OR\s+\w+\s+)?INTO|DELETE\s+FROM|UPDATE\s+\S+\s+(SET|AS))\b/i;

/** Statements found harmless and asked again all day; there are a few hundred. */
const KNOWN_MAX = 2_000;

/** A connection that cannot write, also where `query_only` is not to be had (a remote server). */
export function readOnly(client: GuardedClient): GuardedClient {
  const known = new Set<string>();
  const look = (statement: InStatement) => {
    const sql = typeof statement === 'string' ? statement : statement.sql;
    if (known.has(sql)) return;
    if (!READING.test(sql) || CHANGING.test(sql)) throw new TypeError('a reader cannot write');
    if (known.size < KNOWN_MAX) known.add(sql);
  };
  return {
    ...client,
    async execute(statement) {
      look(statement);
      return client.execute(statement);
    },
    async batch(statements) {
      statements.forEach(look);
      return client.batch(statements, 'read');
    },
  };
}
