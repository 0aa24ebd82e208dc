import { bookChecks } from '@bank/api/handlers';
import { lapseDueOrders } from '@bank/api/redemption/lapse-commands';
import type { GuardedClient } from '@bank/db/guard';
import { type BookCheck, verifyBook } from '@bank/db/verify';
import {
  CancelOrder,
  HandOver,
  PlaceOrder,
  ReverseHandOver,
} from '@bank/shared/contracts/redemption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';
import { foundWorld, givePoints, RAN, SITE, STAFF, stockShelf, TIAN } from '../world.ts';
import { type BookCopy, copyWithoutTriggers } from './book-copy.ts';
import { seeded } from './desk.ts';

/** A book with every kind of transfer and every state of an order, made through the front door. */
let bank: TestBank;
let copy: BookCopy;

beforeAll(async () => {
  bank = await openTestBank();
  await foundWorld(bank);
  await givePoints(bank, TIAN, 500);
  await givePoints(bank, RAN, 500);
  const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
  const reserve = async (as: string) => {
    const input = { requestId: bank.requestId(), branchId: SITE.branch, itemId: oil, quantity: 1 };
    const answer = await bank.call(as, PlaceOrder, input);
    if (!('body' in answer)) throw new Error(answer.problem.code);
    return { orderId: answer.body.order.id };
  };
  const change = () => ({ requestId: bank.requestId() });
  await bank.call(STAFF.teller, HandOver, { ...change(), ...(await reserve('person_tian')) });
  const wrong = await reserve('person_ran');
  await bank.call(STAFF.teller, HandOver, { ...change(), ...wrong });
  await bank.call(STAFF.teller, ReverseHandOver, { ...change(), ...wrong, reason: 'damaged' });
  await bank.call('person_tian', CancelOrder, { ...change(), ...(await reserve('person_tian')) });
  await reserve('person_ran');
  bank.pass(17 * 86_400_000);
  await lapseDueOrders(bank.bank);
  await reserve('person_tian');
  copy = await copyWithoutTriggers(bank.url);
});
afterAll(async () => {
  copy.close();
  await bank.close();
});

/** What 查账 says about a book in which somebody did this; the book is as before afterwards. */
async function faultAfter(...tampering: readonly string[]): Promise<string | null> {
  return faultIn(tampering, bookChecks);
}

/** The same, told by the ledger alone: no room looks over its shoulder. */
const ledgerFaultAfter = (tampering: string) => faultIn([tampering], []);

async function faultIn(
  tampering: readonly string[],
  checks: readonly BookCheck[],
): Promise<string | null> {
  const hand = await copy.client.transaction('write');
  try {
    for (const sql of tampering) await hand.execute(sql);
    const reading: GuardedClient = {
      execute: (statement) => hand.execute(statement),
      batch: (statements) => hand.batch(statements),
      reconnect: () => undefined,
      close: () => undefined,
    };
    return (await verifyBook(reading, checks)).fault;
  } finally {
    await hand.rollback();
  }
}

async function rowsOf(table: string) {
  const found = await copy.client.execute(`SELECT * FROM ${table}`);
  return { columns: found.columns, rows: found.rows };
}

type Tampered = Readonly<Record<string, unknown>>;

const literal = (value: unknown) => {
  if (value === null) return 'NULL';
  return typeof value === 'number' ? String(value) : `'${String(value)}'`;
};
const isCounted = (column: string) => /seq|amount|_ms$|change|balance|floor/.test(column);

/** Another value that the column would take. */
function another(column: string, value: unknown): string {
  if (column === 'state') return value === 'pending' ? `'collected'` : `'pending'`;
  return isCounted(column) ? literal(Number(value) + 1000) : literal(`${String(value ?? '')}x`);
}

const thatRow = (row: Tampered, columns: readonly string[]) =>
  columns.map((one) => `"${one}" IS ${literal(row[one])}`).join(' AND ');

/** Terms that no transfer leans on: the book alone cannot tell; triggers refuse to change them. */
const UNSEEN = new Set([
  'ledger_accounts.kind',
  'ledger_accounts.owner_id',
  'ledger_accounts.floor',
]);

test('the book as it was written is sound, also when nobody guards it any more', async () => {
  expect(await faultAfter()).toBeNull();
});

describe.each(['ledger_transfers', 'ledger_accounts', 'ledger_postings', 'ledger_holds'])(
  '%s',
  (table) => {
    test('a changed value in any column of any row is found', async () => {
      const chance = seeded(20_260_318);
      const { columns, rows } = await rowsOf(table);
      const told = columns.filter((one) => !UNSEEN.has(`${table}.${one}`));
      for (const column of [...told, ...told, ...told, ...told]) {
        const row: Tampered = rows[chance(rows.length)] ?? {};
        const fresh = another(column, row[column] ?? null);
        const tampering = `UPDATE ${table} SET "${column}" = ${fresh} WHERE ${thatRow(row, columns)}`;
        expect(await ledgerFaultAfter(tampering), tampering).not.toBeNull();
      }
    });

    test('a row that is gone is found', async () => {
      const { columns, rows } = await rowsOf(table);
      const touched = table === 'ledger_accounts' ? rows.filter((row) => row.balance !== 0) : rows;
      for (const row of touched.slice(0, 12)) {
        expect(
          await ledgerFaultAfter(`DELETE FROM ${table} WHERE ${thatRow(row, columns)}`),
        ).not.toBeNull();
      }
    });
  },
);

describe('the first wrong row is named', () => {
  test('by number and id for a transfer, whatever else follows from it', async () => {
    const { rows } = await rowsOf('ledger_transfers');
    const third = rows.find((row) => row.seq === 3);
    expect(await faultAfter('UPDATE ledger_transfers SET amount = amount + 1 WHERE seq >= 3')).toBe(
      `链断了：第 3 笔 ${String(third?.id)}`,
    );
    expect(await faultAfter('DELETE FROM ledger_transfers WHERE seq = 3')).toBe(
      '流水号断了：第 3 笔',
    );
  });

  test('by account for a balance, by account and number for a posting nobody made', async () => {
    expect(
      await faultAfter(
        `UPDATE ledger_accounts SET balance = balance + 1 WHERE id = '${TIAN}.points'`,
      ),
    ).toContain(`账户 ${TIAN}.points 余额`);
    expect(
      await faultAfter(`INSERT INTO ledger_postings VALUES ('${TIAN}.points', 999, 5, 5)`),
    ).toBe(`没有多出来的记账：账户 ${TIAN}.points 第 999 笔`);
  });

  test('two wrong balances that cancel out are still two wrong balances', async () => {
    const fault = await faultAfter(
      `UPDATE ledger_accounts SET balance = balance + 1 WHERE id = '${TIAN}.points'`,
      `UPDATE ledger_accounts SET balance = balance - 1 WHERE id = '${RAN}.points'`,
    );
    expect(fault).toContain(`账户 ${RAN}.points`);
  });

  test.each([
    [
      'a hold that no transfer opened',
      `INSERT INTO ledger_holds VALUES ('h', 'a', 'b', 1, 1, 'collected')`,
      '冻结都有来处：h',
    ],
    [
      'a hold that waits again',
      `UPDATE ledger_holds SET state = 'pending' WHERE state = 'collected'`,
      '冻结的状态和流水一致',
    ],
    [
      'an audit entry that is gone',
      'DELETE FROM audit_entries WHERE request_id = (SELECT request_id FROM ledger_transfers WHERE seq = 6)',
      '每件办成的事都有留痕和答复：第 ',
    ],
    ['a tip that is behind', 'UPDATE ledger_tip SET seq = seq - 1', '链尾和账不一致'],
    ['a tip with another hash', `UPDATE ledger_tip SET hash = 'x'`, '链尾和账不一致'],
    [
      'the last transfer cut off',
      'DELETE FROM ledger_transfers WHERE seq = (SELECT max(seq) FROM ledger_transfers)',
      '链尾和账不一致',
    ],
    [
      'a floor above the balance',
      `UPDATE ledger_accounts SET floor = 5000 WHERE id = '${TIAN}.points'`,
      '余额不低于底线',
    ],
    [
      'stock that no batch brought',
      'UPDATE redemption_batches SET quantity = quantity + 1',
      '库存 = 入库 − 出库',
    ],
    [
      'an order that says it waits',
      `UPDATE redemption_orders SET state = 'reserved' WHERE state = 'lapsed'`,
      '待领的单都冻结着积分和货',
    ],
    [
      'an order that says it was reversed',
      `UPDATE redemption_orders SET state = 'reversed' WHERE state = 'collected'`,
      '冲正的单两头都冲了',
    ],
  ])('%s', async (_, tampering, words) => {
    expect(await faultAfter(tampering)).toContain(words);
  });
});

test('a book that is written while it is checked is no fault', async () => {
  const writing = (async () => {
    for (let round = 0; round < 40; round++) await givePoints(bank, TIAN, 1);
  })();
  for (let round = 0; round < 10; round++) {
    const found = await verifyBook(bank.opened.connections.reading, bookChecks);
    expect(found.fault).toBeNull();
  }
  await writing;
});
