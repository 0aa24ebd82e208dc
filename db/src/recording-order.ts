import { getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { refersTo } from './statements.ts';

const depths = new Map<SQLiteTable, number>();

/**
 * How deep a table leans on others by foreign key. A group records shallow tables first, so that
 * what a row refers to is always there before it.
 */
export function recordingOrder(table: SQLiteTable): number {
  const known = depths.get(table);
  if (known !== undefined) return known;
  const others = refersTo(table).filter((other) => getTableName(other) !== getTableName(table));
  const depth = others.length === 0 ? 0 : 1 + Math.max(...others.map(recordingOrder));
  depths.set(table, depth);
  return depth;
}
