import type { Client } from '@libsql/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { templateFile } from '../template.ts';
import { type BookCopy, copyBook } from './book-copy.ts';
import { NOW_MS } from './desk.ts';

/**
 * Each guard of the book alone, by SQL that no code of ours would send: a floor that is only kept
 * by the decision in front of it would go unnoticed in any other test.
 */
let template: string;
let copy: BookCopy;
let client: Client;

beforeAll(async () => {
  template = `file:${await templateFile('county', NOW_MS)}`;
});
beforeEach(async () => {
  copy = await copyBook(template);
  client = copy.client;
  await client.batch(
    [
      `INSERT INTO ledger_books VALUES ('points', 'points'), ('rice', 'goods')`,
      account('issue', 'points', 'issue', null),
      account('home', 'points', 'passbook', 0),
      account('other', 'points', 'passbook', 0),
      account('held', 'points', 'held', 0),
      account('spent', 'points', 'spent', 0),
      account('sack', 'rice', 'shelf', 0),
    ],
    'write',
  );
  await send({ id: 't1', source: 'issue', target: 'home', amount: 100 });
});
afterEach(() => copy.close());

function account(id: string, book: string, kind: string, floor: number | null): string {
  return `INSERT INTO ledger_accounts (id, book, kind, floor) VALUES ('${id}', '${book}', '${kind}', ${floor})`;
}

interface Wish {
  id: string;
  source: string;
  target: string;
  amount: number | string;
  kind?: string;
  book?: string;
  holdId?: string;
  lapseAtMs?: number;
  reversesId?: string;
  seq?: number;
  prev?: string;
}

/** Puts a transfer behind the last one, with links that need not be hashes to be in line. */
async function send(wish: Wish, verb = 'INSERT'): Promise<void> {
  const last = await client.execute(
    'SELECT seq, hash FROM ledger_transfers ORDER BY seq DESC LIMIT 1',
  );
  const seq = wish.seq ?? Number(last.rows[0]?.seq ?? 0) + 1;
  await client.execute({
    sql: `${verb} INTO ledger_transfers (seq, id, book, kind, source_id, target_id, amount, hold_id,
            lapse_at_ms, reverses_id, code, request_id, at_ms, prev, hash)
          VALUES (CAST(? AS INTEGER), ?, ?, ?, ?, ?, ${wish.amount}, ?, CAST(? AS INTEGER), ?, 'test', 'r', 0, ?, ?)`,
    args: [
      seq,
      wish.id,
      wish.book ?? 'points',
      wish.kind ?? 'move',
      wish.source,
      wish.target,
      wish.holdId ?? null,
      wish.lapseAtMs ?? null,
      wish.reversesId ?? null,
      wish.prev ?? String(last.rows[0]?.hash ?? 'opening'),
      `hash ${seq}`,
    ],
  });
}

const balanceOf = async (id: string) =>
  (await client.execute({ sql: 'SELECT balance FROM ledger_accounts WHERE id = ?', args: [id] }))
    .rows[0]?.balance;
const hold = (id: string, amount: number) =>
  send({ id, source: 'home', target: 'held', amount, kind: 'hold', lapseAtMs: 5 });

describe('transfers', () => {
  test('a transfer moves both balances and writes both postings with the balance after', async () => {
    await send({ id: 't2', source: 'home', target: 'other', amount: 30 });
    expect([await balanceOf('home'), await balanceOf('other')]).toEqual([70, 30]);
    const { rows } = await client.execute(
      'SELECT * FROM ledger_postings WHERE seq = 2 ORDER BY change',
    );
    expect(rows.map((row) => [row.account_id, row.change, row.balance_after])).toEqual([
      ['home', -30, 70],
      ['other', 30, 30],
    ]);
  });

  test('a transfer is never edited, erased or replaced, and neither are its postings', async () => {
    await expect(client.execute('UPDATE ledger_transfers SET amount = 1')).rejects.toThrow(
      'never_edited',
    );
    await expect(client.execute('DELETE FROM ledger_transfers')).rejects.toThrow('never_erased');
    await expect(client.execute('UPDATE ledger_postings SET change = 1')).rejects.toThrow(
      'never_edited',
    );
    await expect(client.execute('DELETE FROM ledger_postings')).rejects.toThrow('never_erased');
    for (const same of [
      { seq: 1, id: 'x' },
      { seq: 2, id: 't1' },
    ]) {
      const wish = { ...same, source: 'issue', target: 'other', amount: 7 };
      await expect(send(wish, 'INSERT OR REPLACE')).rejects.toThrow(
        /follows_the_last|never_erased/,
      );
    }
    expect(await balanceOf('home')).toBe(100);
    const { rows } = await client.execute('SELECT id, amount FROM ledger_transfers');
    expect(rows.map((row) => [row.id, row.amount])).toEqual([['t1', 100]]);
  });

  test.each([
    ['a gap', { seq: 3 }, 'follows_the_last'],
    ['a number that was given', { seq: 1 }, 'follows_the_last'],
    ['a wrong link to the one before', { prev: 'hash 7' }, 'follows_the_last'],
    ['the opening in the middle of the line', { prev: 'opening' }, 'follows_the_last'],
    ['an id that was given', { id: 't1' }, 'follows_the_last'],
    ['an account of another book', { target: 'sack' }, 'one_book'],
    ['a book of its own', { book: 'rice' }, 'one_book'],
    ['an account that is not there', { target: 'nobody' }, 'one_book'],
    ['a transfer to itself', { target: 'home' }, /one_book|two_accounts/],
    ['more than there is', { amount: 101 }, 'within_floor'],
    ['nothing', { amount: 0 }, 'whole_positive'],
    ['less than nothing', { amount: -5 }, 'whole_positive'],
    ['half a point', { amount: 0.5 }, /cannot store REAL|whole_positive/],
    ['a word', { amount: `'five'` }, 'cannot store TEXT'],
    ['a move that names a hold', { holdId: 'h' }, 'names_its_hold'],
    ['a move that lapses', { lapseAtMs: 5 }, 'a_hold_lapses'],
    ['a hold that never lapses', { kind: 'hold', target: 'held' }, 'a_hold_lapses'],
    ['a move that names what it reverses', { reversesId: 't1' }, 'names_what_it_reverses'],
    ['a reversal of nothing', { kind: 'reverse' }, 'reversal_answers_one_transfer'],
  ])('%s is refused', async (_, wrong, why) => {
    const right = { id: 't2', source: 'home', target: 'other', amount: 30 };
    await expect(send({ ...right, ...wrong })).rejects.toThrow(why);
    expect([await balanceOf('home'), await balanceOf('other')]).toEqual([100, 0]);
    await send(right);
  });

  test('only a source without a floor may go below zero', async () => {
    expect(await balanceOf('issue')).toBe(-100);
    await expect(send({ id: 't2', source: 'other', target: 'home', amount: 1 })).rejects.toThrow(
      'within_floor',
    );
  });
});

describe('holds', () => {
  const end = (kind: 'collect' | 'release', wrong: Partial<Wish> = {}) =>
    send({
      id: 't3',
      kind,
      source: 'held',
      target: kind === 'collect' ? 'spent' : 'home',
      amount: 40,
      holdId: 'h1',
      ...wrong,
    });
  const stateOf = async (id: string) =>
    (await client.execute({ sql: 'SELECT state FROM ledger_holds WHERE id = ?', args: [id] }))
      .rows[0]?.state;

  beforeEach(() => hold('h1', 40));

  test('a hold opens with its transfer and is collected once', async () => {
    expect(await stateOf('h1')).toBe('pending');
    await end('collect');
    expect(await stateOf('h1')).toBe('collected');
    await hold('h2', 40);
    await expect(end('collect', { id: 't5' })).rejects.toThrow('hold_ends_once');
    await expect(end('release', { id: 't5' })).rejects.toThrow('hold_ends_once');
  });

  test('a release goes back where the hold came from, and nowhere else', async () => {
    await expect(end('release', { target: 'other' })).rejects.toThrow('hold_ends_once');
    await end('release');
    expect([await stateOf('h1'), await balanceOf('home'), await balanceOf('held')]).toEqual([
      'released',
      100,
      0,
    ]);
  });

  test.each([
    ['another amount', { amount: 39 }],
    ['a hold that is not there', { holdId: 'h9' }],
    ['another account than the one that holds', { source: 'home' }],
  ])('an ending with %s is refused', async (_, wrong) => {
    await expect(end('collect', wrong)).rejects.toThrow('hold_ends_once');
    expect(await stateOf('h1')).toBe('pending');
  });

  test('what is held leaves by its hold only: no move, no other hold, no reversal takes it', async () => {
    await expect(send({ id: 'm', source: 'held', target: 'other', amount: 40 })).rejects.toThrow(
      'by_its_hold',
    );
    await expect(
      send({ id: 'm', source: 'held', target: 'spent', amount: 40, kind: 'hold', lapseAtMs: 5 }),
    ).rejects.toThrow('by_its_hold');
    await expect(
      send({
        id: 'm',
        source: 'held',
        target: 'home',
        amount: 40,
        kind: 'reverse',
        reversesId: 'h1',
      }),
    ).rejects.toThrow(/by_its_hold|reversal_answers/);
  });

  test('a hold is not reversed; what was collected goes back to where the hold came from, once', async () => {
    await end('collect');
    const back = { kind: 'reverse', source: 'spent', amount: 40, reversesId: 't3' };
    await expect(send({ ...back, id: 'x', target: 'held' })).rejects.toThrow('reversal_answers');
    await expect(send({ ...back, id: 'x', target: 'other' })).rejects.toThrow('reversal_answers');
    await send({ ...back, id: 'back', target: 'home' });
    expect([await balanceOf('home'), await balanceOf('spent')]).toEqual([100, 0]);
    await send({ id: 'more', source: 'home', target: 'spent', amount: 40 });
    await expect(send({ ...back, id: 'again', target: 'home' })).rejects.toThrow(/reverses_id/);
  });
});

describe('reversals', () => {
  const back = {
    id: 'r1',
    kind: 'reverse',
    source: 'other',
    target: 'home',
    amount: 30,
    reversesId: 't2',
  };
  beforeEach(() => send({ id: 't2', source: 'home', target: 'other', amount: 30 }));

  test('a move is reversed once, in its whole amount, the way it came', async () => {
    await expect(send({ ...back, amount: 29 })).rejects.toThrow('reversal_answers');
    await expect(send({ ...back, target: 'spent' })).rejects.toThrow('reversal_answers');
    await expect(send({ ...back, reversesId: 't9' })).rejects.toThrow('reversal_answers');
    await send(back);
    await send({ id: 't4', source: 'home', target: 'other', amount: 30 });
    await expect(send({ ...back, id: 'r2' })).rejects.toThrow(/reverses_id/);
  });

  test('a reversal is never reversed', async () => {
    await send(back);
    const again = {
      id: 'r2',
      kind: 'reverse',
      source: 'home',
      target: 'other',
      amount: 30,
      reversesId: 'r1',
    };
    await expect(send(again)).rejects.toThrow('reversal_answers');
  });
});

describe('accounts', () => {
  test('an account opens empty, is born once and stays', async () => {
    await expect(
      client.execute(
        `INSERT INTO ledger_accounts (id, book, kind, floor, balance) VALUES ('rich', 'points', 'passbook', 0, 5)`,
      ),
    ).rejects.toThrow('opens_empty');
    await expect(client.execute(account('home', 'points', 'passbook', 0))).rejects.toThrow(
      'born_once',
    );
    await expect(
      client.execute(
        account('home', 'points', 'passbook', 0).replace('INSERT', 'INSERT OR REPLACE'),
      ),
    ).rejects.toThrow('born_once');
    await expect(client.execute(`DELETE FROM ledger_accounts WHERE id = 'other'`)).rejects.toThrow(
      'account_stays',
    );
  });

  test.each(['id', 'book', 'kind', 'owner_id', 'floor'])(
    'an account keeps its %s',
    async (column) => {
      const value = column === 'floor' ? '-1000' : `'rice'`;
      await expect(
        client.execute(`UPDATE ledger_accounts SET ${column} = ${value} WHERE id = 'other'`),
      ).rejects.toThrow('keeps_its_terms');
    },
  );
});
