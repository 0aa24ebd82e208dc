import { Lookout, type View, type ViewRow } from '@bank/db/view';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let lookout: Lookout;
beforeEach(async () => {
  desk = await openDesk([]);
  lookout = new Lookout(desk.connections.reading);
});
afterEach(() => desk.close());

/** A view of these tests alone: not one of the bank's, whose plans are looked at elsewhere. */
const view = <Seen>(sql: string, see: (rows: readonly ViewRow[]) => Seen): View<unknown, Seen> => ({
  sql,
  see,
});

const all = view('SELECT j.key, j.value ->> 0 AS word FROM json_each(?) j', (rows) => rows);

describe('what a look shows', () => {
  const kinds = view(
    `SELECT j.key, 7 AS whole, 9007199254740991 AS largest, -1.5 AS part, NULL AS none,
            '它说“好”' || char(10) || '\\"' AS words, '' AS empty,
            json_array(1, 'two') AS list, json_object('a', json_array()) AS thing
       FROM json_each(?) j`,
    ([row]) => row,
  );

  test('is what the database holds, number by number and word by word', async () => {
    expect(await lookout.look(kinds, 'k')).toEqual({
      key: 0,
      whole: 7,
      largest: 9_007_199_254_740_991,
      part: -1.5,
      none: null,
      words: '它说“好”\n\\"',
      empty: '',
      list: '[1,"two"]',
      thing: '{"a":[]}',
    });
  });

  test('keeps the order in which the statement tells it', async () => {
    const downwards = view(
      `SELECT j.key, n.value AS n FROM json_each(?) j CROSS JOIN json_each(j.value) n
        ORDER BY j.key, n.value DESC`,
      (rows) => rows.map(({ n }) => n),
    );
    const numbers = Array.from({ length: 300 }, (_, at) => (at * 7919) % 1000);
    const wanted = [...numbers].sort((one, other) => other - one);
    const seen = await Promise.all(
      [1, 2].map((more) => lookout.look(downwards, [...numbers, more])),
    );
    expect(seen[0]?.length).toBe(301);
    expect(seen[0]?.slice(0, 200)).toEqual(wanted.slice(0, 200));
    expect(seen[1]?.slice(0, 200)).toEqual(wanted.slice(0, 200));
  });

  test('is nothing for a key that is not found, beside others that are', async () => {
    const some = view(
      'SELECT j.key, j.value AS found FROM json_each(?) j WHERE j.value > 1',
      (rows) => rows.length,
    );
    expect(await Promise.all([1, 2, 3, 2].map((key) => lookout.look(some, key)))).toEqual([
      0, 1, 1, 1,
    ]);
  });

  test('goes to who asked, whoever else asks in the same turn', async () => {
    const names = Array.from({ length: 50 }, (_, at) => `n${at % 20}`);
    const seen = await Promise.all(names.map((name) => lookout.look(all, [name])));
    expect(seen.map((rows) => rows[0]?.word)).toEqual(names);
  });

  test('fails for those who looked, and can be had again when the trouble is over', async () => {
    const later = view('SELECT j.key, t.n FROM json_each(?) j JOIN not_yet t', (rows) => rows);
    await expect(lookout.look(later, 1)).rejects.toThrow(/not_yet/);
    await desk.connections.writing.execute('CREATE TABLE not_yet (n INTEGER)');
    await desk.connections.writing.execute('INSERT INTO not_yet VALUES (5)');
    expect((await lookout.look(later, 1))[0]?.n).toBe(5);
  });
});
