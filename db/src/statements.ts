import { getTableColumns, getTableName } from 'drizzle-orm';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';

/** One statement that records every row of one table, from one JSON argument. */
export interface TableStatement {
  readonly name: string;
  /** Property names of the rows, in the order of the JSON arrays. */
  readonly properties: readonly string[];
  readonly versioned: boolean;
  readonly sql: string;
}

const built = new WeakMap<SQLiteTable, TableStatement>();

/**
 * New and changed rows alike. A stale version yields NULL in a NOT NULL column, so the batch is
 * refused and never skips a row: `WHERE version = …` that matches nothing would be no error.
 */
export function statementFor(table: SQLiteTable): TableStatement {
  const known = built.get(table);
  if (known) return known;
  const statement = build(table);
  built.set(table, statement);
  return statement;
}

function build(table: SQLiteTable): TableStatement {
  const name = getTableName(table);
  const columns = Object.entries(getTableColumns(table));
  const properties = columns.map(([property]) => property);
  const names = columns.map(([, column]) => column.name);
  const versioned = properties.includes('version');
  const list = names.map((column) => `"${column}"`).join(', ');
  const read = names.map((_, at) => `value->>${at}`).join(', ');
  const insert = `INSERT INTO "${name}" (${list}) SELECT ${read} FROM json_each(?) WHERE true ORDER BY key`;
  if (!versioned) return { name, properties, versioned, sql: insert };

  const changes = names
    .filter((column) => column !== 'id' && column !== 'version')
    .map((column) => `"${column}" = excluded."${column}"`);
  const step = `version = CASE WHEN "${name}".version = excluded.version - 1 THEN excluded.version END`;
  const upsert = `${insert} ON CONFLICT (id) DO UPDATE SET ${[...changes, step].join(', ')}`;
  return { name, properties, versioned, sql: upsert };
}

/** The rows as the JSON text that the statement reads. Absent properties take the column's default. */
export function rowsAsJson(
  table: SQLiteTable,
  rows: readonly Readonly<Record<string, unknown>>[],
): string {
  const columns = Object.values(getTableColumns(table));
  const { properties } = statementFor(table);
  const cells = rows.map((values) =>
    properties.map((property, at) => values[property] ?? columns[at]?.default ?? null),
  );
  return JSON.stringify(cells);
}

/** Tables whose rows this one refers to: they must be recorded before it. */
export function refersTo(table: SQLiteTable): SQLiteTable[] {
  return getTableConfig(table).foreignKeys.map(
    (key) => key.reference().foreignTable as SQLiteTable,
  );
}
