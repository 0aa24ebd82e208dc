import { asOneText, views } from '@bank/db/view';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import '@bank/api/handlers';
import { openTestBank, type TestBank } from '../bank.ts';

let bank: TestBank;

beforeAll(async () => {
  bank = await openTestBank();
});
afterAll(() => bank.close());

/** The loops of a statement, outermost first, as the database will run them. */
async function planOf(sql: string): Promise<string[]> {
  const { reading } = bank.opened.connections;
  const { columns } = await reading.execute({ sql, args: ['[]'] });
  const { rows } = await reading.execute({
    sql: `EXPLAIN QUERY PLAN ${asOneText(sql, columns.length)}`,
    args: ['[]'],
  });
  return rows.map(({ detail }) => String(detail));
}

/** Short lists that are read whole on purpose: they do not grow with people or with time. */
const SHORT = ['scoring_settings', 'redemption_items', 'selection_campaigns', 'selection_honours'];

/** The tables a statement reads from end to end; what it made for itself on the way is none. */
function readWhole(sql: string, loops: readonly string[]): string[] {
  return loops.flatMap((line) => {
    const alias = /^SCAN (\w+)\b(?! VIRTUAL TABLE)/.exec(line)?.[1];
    const table = new RegExp(`\\b(\\w+_\\w+) ${alias}\\b`).exec(sql)?.[1];
    const isOwn = alias === 'seen' || new RegExp(`\\b${alias} AS \\(`).test(sql);
    return alias === undefined || isOwn ? [] : [table ?? alias];
  });
}

test('the views of all rooms are looked at', () => {
  expect(views.length).toBeGreaterThan(60);
});

/** Few at any time, and looked for because of their state: what waits to be confirmed. */
const WAITING = ['volunteering_services_by_state'];

/** Indexes entered by nothing but a state: they lead to all that are open, of everybody. */
function enteredByState(loops: readonly string[]): string[] {
  return loops.flatMap((line) => {
    const index = /USING (?:COVERING )?INDEX (\w+) \((?:state|kind|role)=\?\)/.exec(line)?.[1];
    return index === undefined || WAITING.includes(index) ? [] : [index];
  });
}

describe('what commands look at', () => {
  // The cost of a look must grow with what is asked for, never with what the book holds.
  test.each(views.map(({ sql }) => [sql.replace(/\s+/g, ' ').slice(0, 110), sql]))(
    'begins at its keys and reads no table from end to end: %s',
    async (_words, sql) => {
      const loops = (await planOf(sql)).filter((line) => /^(SCAN|SEARCH) /.test(line));
      expect(loops[0], loops.join('\n')).toMatch(/^SCAN j VIRTUAL TABLE/);
      const tables = readWhole(sql, loops).filter((table) => !SHORT.includes(table));
      expect(tables, loops.join('\n')).toEqual([]);
      expect(enteredByState(loops), loops.join('\n')).toEqual([]);
    },
  );
});
