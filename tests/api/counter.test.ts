import { recordCard } from '@bank/api/community/store';
import { cardCode } from '@bank/api/platform/code-keys';
import { ReadInbox } from '@bank/shared/contracts/notices';
import {
  FindCardHolder,
  FindOrder,
  HandOver,
  PlaceOrder,
  ReadCounter,
  ReadStock,
  ReceiveStock,
  RedeemByCard,
  ReverseHandOver,
} from '@bank/shared/contracts/redemption';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { codeOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import {
  foundWorld,
  givePoints,
  OTHER_SITE,
  person,
  post,
  RAN,
  SITE,
  STAFF,
  stockShelf,
  TIAN,
} from '../world.ts';

const DAY_MS = 86_400_000;
let bank: TestBank;
let card: string;

beforeEach(async () => {
  bank = await openTestBank();
  await foundWorld(bank);
  await bank.given({
    rows: [
      recordCard({
        id: 'card_1',
        version: 1,
        serial: 'ABCDEFGH',
        personId: 'person_tian',
        state: 'active',
        madeAtMs: 0,
      }),
      recordCard({
        id: 'card_2',
        version: 1,
        serial: 'ABCDEFGJ',
        personId: 'person_ran',
        state: 'revoked',
        madeAtMs: 0,
      }),
    ],
  });
  card = cardCode(bank.bank.keys.master, 'ABCDEFGH', 0);
});
afterEach(() => bank.close());

function redeem(itemId: string, quantity: number, more: object = {}) {
  return bank.call(STAFF.teller, RedeemByCard, {
    requestId: bank.requestId(),
    branchId: SITE.branch,
    cardCode: card,
    itemId,
    quantity,
    secondLook: 'name',
    ...more,
  });
}

describe('the paper card', () => {
  test('a clerk scans it, looks again at who holds it, and hands the goods over at once', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const holder = await bank.call(STAFF.teller, FindCardHolder, {
      requestId: bank.requestId(),
      branchId: SITE.branch,
      cardCode: card,
    });
    expect(holder).toMatchObject({
      body: { holder: { holderName: '田秀英', householdCode: '01010001', available: 100 } },
    });
    expect(await redeem(oil, 1)).toMatchObject({
      body: { availableAfter: 40, order: { state: 'collected', points: 60 } },
    });
    expect(await bank.balance(`${TIAN}.points`)).toBe(40);
    expect(await bank.balance(`${oil}.${SITE.branch}.handed`)).toBe(1);
  });

  test('it spends so much a day and no more, also when two counters try at once', async () => {
    await givePoints(bank, TIAN, 500);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const answers = await Promise.all([redeem(oil, 1), redeem(oil, 1)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    expect(answers.map(codeOf)).toContain('redemption/card-daily-cap');
    bank.pass(DAY_MS);
    expect((await redeem(oil, 1)).status).toBe(200);
  });

  test('a revoked, forged or foreign card opens nothing and counts as a wrong try', async () => {
    const find = (cardText: string, branchId: string = SITE.branch, as: string = STAFF.teller) =>
      bank.call(as, FindCardHolder, { requestId: bank.requestId(), branchId, cardCode: cardText });
    expect(codeOf(await find(cardCode(bank.bank.keys.master, 'ABCDEFGJ', 0)))).toBe(
      'redemption/wrong-card',
    );
    expect(codeOf(await find(`${card.slice(0, -1)}${card.endsWith('0') ? '1' : '0'}`))).toBe(
      'redemption/wrong-card',
    );
    expect(codeOf(await find(card, OTHER_SITE.branch, STAFF.farTeller))).toBe(
      'redemption/wrong-card',
    );
  });
});

describe('whose hands', () => {
  test('no clerk hands goods to the own home, by order, by card, or back again', async () => {
    await givePoints(bank, RAN, 200);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    await bank.given({
      rows: [
        person('person_own', RAN, '冉小花', { relation: '女' }),
        post('person_own', 'teller', SITE.area),
      ],
    });
    const placed = await bank.call('person_ran', PlaceOrder, {
      requestId: bank.requestId(),
      branchId: SITE.branch,
      itemId: oil,
      quantity: 1,
    });
    if (!('body' in placed)) throw new Error('not placed');
    const orderId = placed.body.order.id;
    const own = await bank.call('person_own', HandOver, { requestId: bank.requestId(), orderId });
    expect(codeOf(own)).toBe('redemption/own-household');
    expect(
      (await bank.call(STAFF.teller, HandOver, { requestId: bank.requestId(), orderId })).status,
    ).toBe(200);
    const back = await bank.call('person_own', ReverseHandOver, {
      requestId: bank.requestId(),
      orderId,
      reason: 'damaged',
    });
    expect(codeOf(back)).toBe('redemption/own-household');
  });

  test('who came to fetch must be of the home', async () => {
    await givePoints(bank, TIAN, 100);
    const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
    const placed = await bank.call('person_tian', PlaceOrder, {
      requestId: bank.requestId(),
      branchId: SITE.branch,
      itemId: oil,
      quantity: 1,
    });
    if (!('body' in placed)) throw new Error('not placed');
    const give = (collectedByPersonId: string) =>
      bank.call(STAFF.teller, HandOver, {
        requestId: bank.requestId(),
        orderId: placed.body.order.id,
        collectedByPersonId,
      });
    expect(codeOf(await give('person_ran'))).toBe('redemption/not-of-household');
    expect((await give('person_tianson')).status).toBe(200);
  });
});

test('32 clerks on one pickup code: the goods leave once', async () => {
  await givePoints(bank, TIAN, 100);
  const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
  const placed = await bank.call('person_tian', PlaceOrder, {
    requestId: bank.requestId(),
    branchId: SITE.branch,
    itemId: oil,
    quantity: 1,
  });
  if (!('body' in placed)) throw new Error('not placed');
  const answers = await Promise.all(
    Array.from({ length: 32 }, () =>
      bank.call(STAFF.teller, HandOver, {
        requestId: bank.requestId(),
        orderId: placed.body.order.id,
      }),
    ),
  );
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
  expect(await bank.balance(`${oil}.${SITE.branch}.handed`)).toBe(1);
});

test('a hand-over can be undone for a week, and the family is told', async () => {
  await givePoints(bank, TIAN, 200);
  const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
  const orders = [];
  for (const _ of [1, 2]) {
    const placed = await bank.call('person_tian', PlaceOrder, {
      requestId: bank.requestId(),
      branchId: SITE.branch,
      itemId: oil,
      quantity: 1,
    });
    if (!('body' in placed)) throw new Error('not placed');
    orders.push(placed.body.order.id);
    await bank.call(STAFF.teller, HandOver, {
      requestId: bank.requestId(),
      orderId: placed.body.order.id,
    });
  }
  const undo = (orderId: string) =>
    bank.call(STAFF.teller, ReverseHandOver, {
      requestId: bank.requestId(),
      orderId,
      reason: 'not-taken',
    });
  bank.pass(7 * DAY_MS);
  expect((await undo(orders[0] ?? '')).status).toBe(200);
  bank.pass(1);
  expect(codeOf(await undo(orders[1] ?? ''))).toBe('redemption/reversal-too-late');
  const inbox = await bank.call('person_tian', ReadInbox, {});
  expect(inbox).toMatchObject({ body: { unreadCount: 1, lines: [{ kind: 'order-reversed' }] } });
});

test('what comes in stands on the shelf, and the stock book adds up', async () => {
  const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
  const received = await bank.call(STAFF.teller, ReceiveStock, {
    requestId: bank.requestId(),
    branchId: SITE.branch,
    itemId: oil,
    quantity: 5,
    sourceKind: 'person',
    sourceName: '热心人',
    isNamedInPublic: false,
  });
  expect(received).toMatchObject({ body: { stockAfter: 14 } });
  await givePoints(bank, TIAN, 100);
  await redeem(oil, 1);
  const book = await bank.call(STAFF.auditor, ReadStock, { branchId: SITE.branch });
  expect(book).toMatchObject({
    body: { rows: [{ received: 14, handed: 1, held: 0, lost: 0, free: 13 }] },
  });
  const counter = await bank.call(STAFF.teller, ReadCounter, {});
  expect(counter).toMatchObject({
    body: { handedToday: 1, openCount: 0, recent: [{ canReverse: true }] },
  });
});

test('six figures of another branch find nothing here', async () => {
  await givePoints(bank, TIAN, 100);
  const oil = await stockShelf(bank, { name: '茶油', price: 60, stock: 9 });
  await bank.call('person_tian', PlaceOrder, {
    requestId: bank.requestId(),
    branchId: SITE.branch,
    itemId: oil,
    quantity: 1,
  });
  const { rows } = await bank.opened.connections.reading.execute(
    'SELECT digits FROM redemption_orders',
  );
  const answer = await bank.call(STAFF.farTeller, FindOrder, {
    requestId: bank.requestId(),
    branchId: OTHER_SITE.branch,
    code: String(rows[0]?.digits),
  });
  expect(codeOf(answer)).toBe('redemption/wrong-pickup-code');
});
