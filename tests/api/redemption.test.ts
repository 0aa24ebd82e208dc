import { lapseDueOrders, warnOfDueOrders } from '@bank/api/redemption/lapse-commands';
import { MarkInboxRead, ReadInbox } from '@bank/shared/contracts/notices';
import { ReadPassbook } from '@bank/shared/contracts/passbook';
import {
  CancelOrder,
  FindOrder,
  HandOver,
  PlaceOrder,
  ReadOrder,
  ReadOrders,
  ReadShelf,
  ReverseHandOver,
} from '@bank/shared/contracts/redemption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { foundWorld, givePoints, RAN, SITE, STAFF, stockShelf, TIAN } from '../world.ts';

const DAY_MS = 86_400_000;
let bank: TestBank;

beforeEach(async () => {
  bank = await openTestBank();
  await foundWorld(bank);
});
afterEach(() => bank.close());

async function reserve(itemId: string, quantity = 1, as = 'person_tian') {
  const answer = await bank.call(as, PlaceOrder, {
    requestId: bank.requestId(),
    branchId: SITE.branch,
    itemId,
    quantity,
  });
  if (answer.status !== 200 || !('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body;
}

describe('reserving', () => {
  test('a reservation sets points and goods aside together and says what is left', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const { order, availableAfter } = await reserve(oil);
    expect(availableAfter).toBe(40);
    expect(order).toMatchObject({ state: 'reserved', points: 60, itemName: '茶油', quantity: 1 });
    expect(await bank.balance(`${TIAN}.points`)).toBe(40);
    expect(await bank.balance(`${SITE.branch}.held`)).toBe(60);
    expect(await bank.balance(`${oil}.${SITE.branch}.shelf`)).toBe(8);
    expect(await bank.balance(`${oil}.${SITE.branch}.held`)).toBe(1);
  });

  test('a family racing itself cannot spend the same points twice', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const answers = await Promise.all(
      [1, 2, 3].map(() =>
        bank.call('person_tian', PlaceOrder, {
          requestId: bank.requestId(),
          branchId: SITE.branch,
          itemId: oil,
          quantity: 1,
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409]);
    expect(await bank.balance(`${TIAN}.points`)).toBe(40);
  });

  test('the same request heard again answers the same order and takes nothing more', async () => {
    await givePoints(bank, TIAN, 200);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const input = { requestId: bank.requestId(), branchId: SITE.branch, itemId: oil, quantity: 1 };
    const first = await bank.call('person_tian', PlaceOrder, input);
    const again = await bank.call('person_tian', PlaceOrder, input);
    expect(again).toEqual({ ...first, isReplay: true });
    expect(await bank.balance(`${TIAN}.points`)).toBe(140);
    const other = await bank.call('person_tian', PlaceOrder, { ...input, quantity: 2 });
    expect(codeOf(other)).toBe('request/reused-id');
  });

  test('too few points, too little stock, a full month and an unopened passbook are said in words', async () => {
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 1, monthlyMax: 2 });
    const ask = (quantity: number) =>
      bank.call('person_tian', PlaceOrder, {
        requestId: bank.requestId(),
        branchId: SITE.branch,
        itemId: oil,
        quantity,
      });
    expect(codeOf(await ask(1))).toBe('redemption/below-redeem-from');
    await givePoints(bank, TIAN, 36);
    const poor = await ask(1);
    expect(codeOf(poor)).toBe('ledger/insufficient-points');
    expect((poor as { problem: { detail: string } }).problem.detail).toContain('还差 24 分');
    await givePoints(bank, TIAN, 500);
    expect(codeOf(await ask(2))).toBe('redemption/out-of-stock');
    expect(codeOf(await ask(3))).toBe('redemption/monthly-limit');
    expect(
      codeOf(
        await bank.call('person_tian', PlaceOrder, {
          requestId: bank.requestId(),
          branchId: SITE.branch,
          itemId: 'item_nothere',
          quantity: 1,
        }),
      ),
    ).toBe('redemption/no-such-item');
  });

  test('cancelling gives points, goods and the month’s share back', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 1, monthlyMax: 1 });
    const { order } = await reserve(oil);
    const foreign = await bank.call('person_ran', CancelOrder, {
      requestId: bank.requestId(),
      orderId: order.id,
    });
    expect(foreign.status).toBe(404);
    const back = await bank.call('person_tian', CancelOrder, {
      requestId: bank.requestId(),
      orderId: order.id,
    });
    expect(back).toMatchObject({
      status: 200,
      body: { availableAfter: 100, order: { state: 'cancelled' } },
    });
    await reserve(oil);
  });
});

test('a home reads its orders, newest first and a page at a time, and nobody else’s', async () => {
  await givePoints(bank, TIAN, 400);
  await givePoints(bank, RAN, 100);
  const salt = await stockShelf(bank, { name: '盐', price: 2, stock: 99 });
  for (let at = 0; at < 31; at++) {
    bank.pass(1000);
    await reserve(salt);
  }
  await reserve(salt, 1, 'person_ran');
  const first = await bank.call('person_tian', ReadOrders, {});
  if (!('body' in first)) throw new Error(JSON.stringify(first));
  const { orders, older } = first.body;
  expect(orders).toHaveLength(30);
  expect(orders[0]?.reservedAtMs).toBeGreaterThan(orders[29]?.reservedAtMs ?? 0);
  const rest = await bank.call('person_tian', ReadOrders, { before: older ?? 0 });
  expect(rest).toMatchObject({ body: { older: null } });
  expect('body' in rest && rest.body.orders).toHaveLength(1);
});

describe('at the counter', () => {
  test('six figures find the order, the clerk confirms, and the goods leave for good', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const { order } = await reserve(oil);
    const mine = await bank.call('person_tianson', ReadOrder, { orderId: order.id });
    if (!('body' in mine) || !mine.body.pickup) throw new Error('no code');
    const { digits, qrText } = mine.body.pickup;
    expect(digits).toMatch(/^\d{6}$/);
    for (const code of [digits, qrText]) {
      const found = await bank.call(STAFF.teller, FindOrder, {
        requestId: bank.requestId(),
        branchId: SITE.branch,
        code,
      });
      expect(found).toMatchObject({
        status: 200,
        body: { found: { householderName: '田秀英', order: { id: order.id } } },
      });
    }
    const handed = await bank.call(STAFF.teller, HandOver, {
      requestId: bank.requestId(),
      orderId: order.id,
    });
    expect(handed).toMatchObject({ status: 200, body: { order: { state: 'collected' } } });
    expect(await bank.balance('points.spent')).toBe(60);
    expect(await bank.balance(`${oil}.${SITE.branch}.handed`)).toBe(1);
    const twice = await bank.call(STAFF.teller, HandOver, {
      requestId: bank.requestId(),
      orderId: order.id,
    });
    expect(codeOf(twice)).toBe('redemption/order-not-open');
  });

  test('five wrong codes pause the counter for a minute, and only that clerk', async () => {
    const wrong = () =>
      bank.call(STAFF.teller, FindOrder, {
        requestId: bank.requestId(),
        branchId: SITE.branch,
        code: '000000',
      });
    for (let left = 4; left >= 0; left--) {
      const answer = await wrong();
      expect(answer).toMatchObject({ status: 404, problem: { facts: { triesLeft: left } } });
    }
    expect(codeOf(await wrong())).toBe('redemption/counter-paused');
    bank.pass(60_001);
    expect(codeOf(await wrong())).toBe('redemption/wrong-pickup-code');
  });

  test('a wrong hand-over is reversed once, and goods, points and share are back', async () => {
    await givePoints(bank, RAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 1, monthlyMax: 1 });
    const { order } = await reserve(oil, 1, 'person_ran');
    await bank.call(STAFF.teller, HandOver, { requestId: bank.requestId(), orderId: order.id });
    const undo = () =>
      bank.call(STAFF.teller, ReverseHandOver, {
        requestId: bank.requestId(),
        orderId: order.id,
        reason: 'wrong-goods',
      });
    expect(await undo()).toMatchObject({ status: 200, body: { order: { state: 'reversed' } } });
    expect(await bank.balance(`${RAN}.points`)).toBe(100);
    expect(await bank.balance(`${oil}.${SITE.branch}.shelf`)).toBe(1);
    expect(codeOf(await undo())).toBe('redemption/order-not-collected');
    const book = await bank.call('person_ran', ReadPassbook, {});
    if (!('body' in book)) throw new Error('no passbook');
    expect(book.body.lines.map((line) => [line.change, line.balanceAfter])).toEqual([
      [60, 100],
      [-60, 40],
      [100, 100],
    ]);
    await reserve(oil, 1, 'person_ran');
  });

  test('an order nobody fetched lapses after its last day and gives both back, once', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const { order } = await reserve(oil);
    bank.pass(15 * DAY_MS);
    expect(await lapseDueOrders(bank.bank)).toBe(0);
    bank.pass(DAY_MS);
    expect(await lapseDueOrders(bank.bank)).toBe(1);
    expect(await lapseDueOrders(bank.bank)).toBe(0);
    expect(await bank.balance(`${TIAN}.points`)).toBe(100);
    const late = await bank.call(STAFF.teller, HandOver, {
      requestId: bank.requestId(),
      orderId: order.id,
    });
    expect(late.status).toBe(409);
  });

  test('the householder is told two days before an order lapses, once, and not of a fetched one', async () => {
    await givePoints(bank, TIAN, 200);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    await reserve(oil);
    const fetched = await reserve(oil);
    await bank.call(STAFF.teller, HandOver, {
      requestId: bank.requestId(),
      orderId: fetched.order.id,
    });
    expect(await warnOfDueOrders(bank.bank)).toBe(0);
    bank.pass(14 * DAY_MS);
    expect(await warnOfDueOrders(bank.bank)).toBe(1);
    expect(await warnOfDueOrders(bank.bank)).toBe(0);
    const inbox = await bank.call('person_tian', ReadInbox, {});
    expect(inbox).toMatchObject({
      body: { unreadCount: 1, lines: [{ kind: 'order-soon-lapses', isRead: false }] },
    });
    await bank.call('person_tian', MarkInboxRead, { requestId: bank.requestId() });
    expect(await bank.call('person_tian', ReadInbox, {})).toMatchObject({
      body: { unreadCount: 0 },
    });
  });

  test('64 families racing for the last unit: one gets it, nobody else loses a point', async () => {
    await givePoints(bank, TIAN, 64 * 60);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 1 });
    const answers = await Promise.all(
      Array.from({ length: 64 }, () =>
        bank.call('person_tian', PlaceOrder, {
          requestId: bank.requestId(),
          branchId: SITE.branch,
          itemId: oil,
          quantity: 1,
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(new Set(answers.filter((answer) => answer.status !== 200).map(codeOf))).toEqual(
      new Set(['redemption/out-of-stock']),
    );
    expect(await bank.balance(`${TIAN}.points`)).toBe(63 * 60);
  });
});

test('the shelf opens without login and hides nothing that is on it', async () => {
  await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
  const shelf = await bank.call(null, ReadShelf, {});
  expect(shelf).toMatchObject({
    status: 200,
    body: { items: [{ name: '茶油', stock: 9, donor: '雾岭茶业' }] },
  });
});
