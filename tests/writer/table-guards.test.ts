import { statementFor } from '@bank/db/statements';
import { bankTables, withoutRowid } from '@bank/db/tables';
import { type Client, createClient } from '@libsql/client';
import { getTableName } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { templateFile } from '../template.ts';
import { type BookCopy, copyBook } from './book-copy.ts';
import { NOW_MS } from './desk.ts';

/** What every table promises, and the one way in which its rows change. */
let template: string;
let copy: BookCopy;
let client: Client;

beforeAll(async () => {
  template = `file:${await templateFile('county', NOW_MS)}`;
});
beforeEach(async () => {
  copy = await copyBook(template);
  client = copy.client;
});
afterEach(() => copy.close());

describe('tables', () => {
  const schema = createSchemaReader();
  afterAll(() => schema.close());

  test('every table of the bank is STRICT: a fraction or a word is refused by type', async () => {
    const found = await schema.read(
      `SELECT name, strict, wr FROM pragma_table_list WHERE type = 'table'`,
    );
    for (const table of bankTables) {
      const name = getTableName(table);
      const row = found.find((one) => one.name === name);
      expect([name, row?.strict, row?.wr]).toEqual([name, 1, withoutRowid.has(name) ? 1 : 0]);
    }
    expect(bankTables.length).toBeGreaterThan(15);
  });

  test('every table with a version has the trigger by which a changed row must exist', async () => {
    const found = await schema.read(
      `SELECT tbl_name AS name, sql FROM sqlite_master WHERE type = 'trigger'`,
    );
    for (const table of bankTables.filter((one) => statementFor(one).versioned)) {
      const name = getTableName(table);
      const guard = found.find(
        (one) => one.name === name && String(one.sql).includes('a_changed_row_exists'),
      );
      expect(guard, name).toBeDefined();
    }
  });
});

function createSchemaReader() {
  const opened: Client[] = [];
  return {
    async read(sql: string) {
      const reading = createClient({ url: template });
      opened.push(reading);
      return (await reading.execute(sql)).rows;
    },
    close() {
      for (const one of opened) one.close();
    },
  };
}

describe('versions', () => {
  const quota = (id: string, version: number, used: number) => ({
    sql: statementFor(
      bankTables.find((table) => getTableName(table) === 'redemption_quotas') ?? fail(),
    ).sql,
    args: [JSON.stringify([[id, version, used]])],
  });
  function fail(): never {
    throw new Error('no such table');
  }

  test('a new row is 1, a change is one more; anything else refuses the whole batch', async () => {
    await client.execute(quota('q', 1, 5));
    await client.execute(quota('q', 2, 6));
    for (const stale of [1, 2, 4]) {
      await expect(client.batch([quota('p', 1, 1), quota('q', stale, 9)], 'write')).rejects.toThrow(
        /NOT NULL/,
      );
    }
    const { rows } = await client.execute('SELECT id, version, used FROM redemption_quotas');
    expect(rows.map((row) => [row.id, row.version, row.used])).toEqual([['q', 2, 6]]);
  });

  test('a changed row that does not exist is refused, not born', async () => {
    await expect(client.execute(quota('q', 2, 5))).rejects.toThrow('a_changed_row_exists');
  });
});

test('audit entries and answers are never edited, and audit entries never erased', async () => {
  await client.execute(
    `INSERT INTO audit_entries (request_id, command, actor_id, acting_as, outcome, at_ms) VALUES ('r', 'c', 'a', 'b', 'done', 0)`,
  );
  await client.execute(`INSERT INTO answered_requests VALUES ('r', 'f', '{}', 0)`);
  await expect(client.execute(`UPDATE audit_entries SET actor_id = 'x'`)).rejects.toThrow(
    'never_edited',
  );
  await expect(client.execute('DELETE FROM audit_entries')).rejects.toThrow('never_erased');
  await expect(client.execute(`UPDATE answered_requests SET answer = 'x'`)).rejects.toThrow(
    'never_edited',
  );
});
