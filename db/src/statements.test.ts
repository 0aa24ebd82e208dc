import { getTableColumns, getTableName } from 'drizzle-orm';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { describe, expect, test } from 'vitest';
import { recordingOrder } from './recording-order.ts';
import { ledgerAccounts, ledgerBooks } from './schema/ledger.ts';
import { rowsAsJson, statementFor } from './statements.ts';
import { bankTables } from './tables.ts';

const seats = sqliteTable('seats', {
  id: text().primaryKey(),
  version: integer().notNull(),
  state: text().notNull(),
  isKept: integer('is_kept', { mode: 'boolean' }).notNull().default(false),
  note: text(),
});
const lines = sqliteTable('lines', { id: text().primaryKey(), words: text().notNull() });

describe('the statement of a table', () => {
  test('one argument records any number of rows, new and changed alike', () => {
    expect(statementFor(seats).sql).toBe(
      'INSERT INTO "seats" ("id", "version", "state", "is_kept", "note")' +
        ' SELECT value->>0, value->>1, value->>2, value->>3, value->>4 FROM json_each(?) WHERE true ORDER BY key' +
        ' ON CONFLICT (id) DO UPDATE SET "state" = excluded."state", "is_kept" = excluded."is_kept",' +
        ' "note" = excluded."note",' +
        ' version = CASE WHEN "seats".version = excluded.version - 1 THEN excluded.version END',
    );
  });

  test('a table without a version is insert-only: nothing in it is ever overwritten', () => {
    expect(statementFor(lines).sql).not.toMatch(/CONFLICT|REPLACE|IGNORE/);
  });

  test('no statement of the bank replaces, ignores or skips a row', () => {
    for (const table of bankTables) {
      expect(statementFor(table).sql).not.toMatch(
        /OR REPLACE|OR IGNORE|DO NOTHING| WHERE (?!true)/,
      );
    }
  });

  test('rows travel in the order of the columns, with defaults for what was not said', () => {
    const rows = [
      { note: '靠窗', state: 'free', id: 's1', version: 1 },
      { id: 's2', version: 3, state: 'taken', isKept: true, note: null },
    ];
    expect(JSON.parse(rowsAsJson(seats, rows))).toEqual([
      ['s1', 1, 'free', false, '靠窗'],
      ['s2', 3, 'taken', true, null],
    ]);
  });
});

test('every table of the bank with a version is keyed by an id, so that its rows can be changed', () => {
  for (const table of bankTables.filter((one) => statementFor(one).versioned)) {
    const { id } = getTableColumns(table);
    expect(id?.primary, getTableName(table)).toBe(true);
  }
});

test('what a row refers to is recorded before it', () => {
  expect(recordingOrder(ledgerBooks)).toBeLessThan(recordingOrder(ledgerAccounts));
});
