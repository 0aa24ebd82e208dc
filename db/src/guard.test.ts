import { createClient } from '@libsql/client';
import { expect, test } from 'vitest';
import { guard, readOnly, whyUnbindable } from './guard.ts';

const unbindable: readonly [string, unknown][] = [
  ['a boolean, which ends the process', true],
  ['a fraction', 1.5],
  ['a number past 2^53', 2 ** 53],
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['undefined', undefined],
  ['an object', {}],
  ['a list, which would be spread into other places', ['x']],
  ['a big integer', 1n],
  ['text with NUL, which is read back cut', 'a\0b'],
  ['a lone high surrogate', 'a\ud83d'],
  ['a lone low surrogate', '\ude00a'],
  ['two surrogates in the wrong order', '\ude00\ud83d'],
];

const bindable: readonly unknown[] = [
  '',
  '田秀英',
  '😀𠮷',
  0,
  -1,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  null,
  new Uint8Array([0, 255]),
];

test.each(unbindable)('%s is refused before it reaches a bind', async (_, value) => {
  expect(whyUnbindable(value)).not.toBeNull();
  const client = guard(createClient({ url: ':memory:' }));
  const positional = { sql: 'SELECT ?', args: [value as string] };
  const named = { sql: 'SELECT :it', args: { it: value as string } };
  await expect(client.execute(positional)).rejects.toThrow(TypeError);
  await expect(client.execute(named)).rejects.toThrow(TypeError);
  await expect(client.batch(['SELECT 1', positional], 'write')).rejects.toThrow(TypeError);
  client.close();
});

test('well-formed text, safe integers, bytes and null come back as they went', async () => {
  const client = guard(createClient({ url: ':memory:' }));
  for (const value of bindable) {
    expect(whyUnbindable(value)).toBeNull();
    const { rows } = await client.execute({ sql: 'SELECT ? AS it', args: [value as string] });
    const found = rows[0]?.it;
    expect(found instanceof ArrayBuffer ? new Uint8Array(found) : found).toEqual(value);
  }
  client.close();
});

test('a reader lets questions through and refuses whatever else, one by one or in a batch', async () => {
  const both = guard(createClient({ url: ':memory:' }));
  await both.execute('CREATE TABLE lines (id TEXT)');
  const reader = readOnly(both);
  await expect(reader.execute(' select 1')).resolves.toBeDefined();
  await expect(reader.execute('WITH one AS (SELECT 1) SELECT * FROM one')).resolves.toBeDefined();
  for (const sql of [
    `INSERT INTO lines VALUES ('a')`,
    'UPDATE lines SET id = 1',
    'DELETE FROM lines',
    'DROP TABLE lines',
    'PRAGMA query_only = OFF',
    'ATTACH ? AS other',
    'BEGIN IMMEDIATE',
  ]) {
    await expect(reader.execute(sql)).rejects.toThrow('a reader cannot write');
    await expect(reader.batch(['SELECT 1', sql], 'read')).rejects.toThrow('a reader cannot write');
  }
  both.close();
});

test('a change that hides behind WITH is a change', async () => {
  const both = guard(createClient({ url: ':memory:' }));
  await both.execute('CREATE TABLE lines (id TEXT)');
  for (const change of [
    'INSERT INTO lines SELECT * FROM one',
    'REPLACE INTO lines SELECT * FROM one',
    'INSERT OR REPLACE INTO lines SELECT * FROM one',
    'UPDATE lines SET id = 1',
    'DELETE FROM lines',
  ]) {
    const hidden = `WITH one AS (SELECT 'a') ${change}`;
    await expect(readOnly(both).execute(hidden)).rejects.toThrow('a reader cannot write');
  }
  both.close();
});
