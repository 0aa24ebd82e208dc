import { lapseDueOrders } from '@bank/api/redemption/lapse-commands';
import {
  CancelOrder,
  FindOrder,
  HandOver,
  PlaceOrder,
  ReceiveStock,
  RedeemByCard,
  ReverseHandOver,
} from '@bank/shared/contracts/redemption';
import type { Endpoint } from '@bank/shared/endpoint';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { givePoints } from '../../world.ts';
import { type Answer, type ModelBook, type ModelOrder, RULES } from './book.ts';
import { type Counter, HOME_COUNT } from './counter.ts';
import { type Wish, wishes } from './wishes.ts';

const MONTH_MS = 29 * 24 * 3_600_000;

type Heard = {
  status: number;
  code: string | null;
  body: Record<string, unknown> | null;
  isReplay: boolean;
};
type Sent = { as: string; endpoint: Endpoint; input: Record<string, unknown>; heard: Heard };

/** What was sent in this run, so that a phone can ask again. */
export interface Real {
  readonly counter: Counter;
  readonly sent: Sent[];
}

export class Step implements fc.AsyncCommand<ModelBook, Real> {
  constructor(
    readonly wish: Wish,
    private readonly counted: () => void,
  ) {}

  /** Sessions end after a month: nobody in a run waits that long. */
  check(model: Readonly<ModelBook>): boolean {
    const { nowMs, openedAtMs } = model;
    return this.wish.do !== 'pass' || nowMs + this.wish.ms - openedAtMs < MONTH_MS;
  }

  async run(model: ModelBook, real: Real): Promise<void> {
    this.counted();
    await act(this.wish, model, real);
    await compareBalances(model, real.counter);
  }

  toString(): string {
    return JSON.stringify(this.wish);
  }
}

/** Sequences of things that people do at the shelf and at the counter. */
export function sequences(counted: () => void) {
  const often = [wishes.place, wishes.place, wishes.give, wishes.handOver];
  const all = [...often, ...Object.values(wishes)] as fc.Arbitrary<Wish>[];
  return fc.commands(
    all.map((one) => one.map((told) => new Step(told, counted))),
    { maxCommands: 100, size: 'max' },
  );
}

async function send(real: Real, as: string, endpoint: Endpoint, input: object): Promise<Heard> {
  const told = { requestId: real.counter.bank.requestId(), ...input };
  const heard = await ask(real, as, endpoint, told);
  real.sent.push({ as, endpoint, input: told, heard });
  return heard;
}

async function ask(real: Real, as: string, endpoint: Endpoint, input: object): Promise<Heard> {
  const answer = await real.counter.bank.call(as, endpoint, input as never);
  return 'body' in answer
    ? { status: 200, code: null, body: answer.body as never, isReplay: answer.isReplay }
    : { status: answer.status, code: answer.problem.code, body: null, isReplay: false };
}

function compare(heard: Heard, expected: Answer): void {
  const { body, code } = heard;
  const availableAfter = body?.availableAfter as number | undefined;
  const stockAfter = body?.stockAfter as number | undefined;
  const said = body
    ? {
        ok: true,
        ...(availableAfter === undefined ? {} : { availableAfter }),
        ...(stockAfter === undefined ? {} : { stockAfter }),
      }
    : { ok: false, code };
  expect(said).toEqual(expected);
}

function orderAt(model: ModelBook, real: Real, place: number): [ModelOrder, string] | null {
  const at = model.orders.length - 1 - (place % Math.max(1, model.orders.length));
  const [found, id] = [model.orders[at], real.counter.orderIds[at]];
  return found && id ? [found, id] : null;
}

function keepOrder(real: Real, heard: Heard): void {
  const made = heard.body?.order as { id: string } | undefined;
  if (made) real.counter.orderIds.push(made.id);
}

type Acts = {
  [Kind in Wish['do']]: (
    told: Extract<Wish, { do: Kind }>,
    model: ModelBook,
    real: Real,
  ) => Promise<void>;
};

const acts: Acts = {
  async give(told, model, { counter }) {
    model.give(told.home, told.amount);
    await givePoints(counter.bank, homeOf(counter, told.home).id, told.amount);
  },
  async place(told, model, real) {
    const { counter } = real;
    const input = {
      branchId: counter.branchId,
      itemId: counter.itemIds[told.item],
      quantity: told.quantity,
    };
    const heard = await send(real, homeOf(counter, told.home).householder, PlaceOrder, input);
    compare(heard, model.place(told.home, told.item, told.quantity));
    keepOrder(real, heard);
  },
  async cancel(told, model, real) {
    const found = orderAt(model, real, told.order);
    if (!found) return;
    const [subject, orderId] = found;
    const by = told.isOwn ? subject.home : told.home;
    const heard = await send(real, homeOf(real.counter, by).householder, CancelOrder, { orderId });
    compare(heard, model.cancel(by, subject));
  },
  async find(told, model, real) {
    const found = orderAt(model, real, told.order);
    const isRight = told.isRight && found?.[0].state === 'reserved';
    const code = isRight ? await digitsOf(real.counter, found[1]) : 'K1WRONGWRONG';
    const input = { branchId: real.counter.branchId, code };
    const heard = await send(real, real.counter.clerks[told.clerk] ?? '', FindOrder, input);
    compare(heard, model.find(told.clerk, isRight ? found[0] : null));
  },
  async 'hand-over'(told, model, real) {
    const found = orderAt(model, real, told.order);
    if (!found) return;
    const [subject, orderId] = found;
    const ours = homeOf(real.counter, subject.home);
    const theirs = homeOf(real.counter, (subject.home + 1) % HOME_COUNT);
    const collector = {
      householder: {},
      member: { collectedByPersonId: ours.member },
      other: { collectedByPersonId: theirs.member },
    };
    const input = { orderId, ...collector[told.collector] };
    const heard = await send(real, real.counter.clerks[told.clerk] ?? '', HandOver, input);
    compare(heard, model.handOver(told.clerk, subject, told.collector));
  },
  async 'by-card'(told, model, real) {
    const { counter } = real;
    const { card } = homeOf(counter, told.home);
    const heard = await send(real, counter.clerks[told.clerk] ?? '', RedeemByCard, {
      branchId: counter.branchId,
      cardCode: told.isGood ? card : `${card.slice(0, -1)}${card.endsWith('0') ? '1' : '0'}`,
      itemId: counter.itemIds[told.item],
      quantity: told.quantity,
      secondLook: 'name',
    });
    compare(
      heard,
      model.redeemByCard(told.clerk, told.isGood ? told.home : null, told.item, told.quantity),
    );
    keepOrder(real, heard);
  },
  async reverse(told, model, real) {
    const found = orderAt(model, real, told.order);
    if (!found) return;
    const input = { orderId: found[1], reason: 'damaged' };
    const heard = await send(real, real.counter.clerks[told.clerk] ?? '', ReverseHandOver, input);
    compare(heard, model.reverse(told.clerk, found[0]));
  },
  async receive(told, model, real) {
    const { counter } = real;
    const heard = await send(real, counter.clerks[0] ?? '', ReceiveStock, {
      branchId: counter.branchId,
      itemId: counter.itemIds[told.item],
      quantity: told.quantity,
      sourceKind: 'firm',
      sourceName: '雾岭茶业',
      isNamedInPublic: true,
    });
    compare(heard, model.receive(told.item, told.quantity));
  },
  async lapse(_told, model, { counter }) {
    expect(await lapseDueOrders(counter.bank.bank)).toBe(model.lapse());
  },
  async pass(told, model, { counter }) {
    counter.bank.pass(told.ms);
    model.nowMs += told.ms;
  },
  /** A phone that asks again hears the same; another request under that id is refused. */
  async again(told, _model, real) {
    const earlier = real.sent.at(-1 - told.back);
    if (!earlier) return;
    const { as, endpoint, input, heard } = earlier;
    if (told.isOther) {
      const reused = await ask(real, as, endpoint, otherThan(input));
      expect(reused.code).toBe('request/reused-id');
      return;
    }
    const said = await ask(real, as, endpoint, input);
    if (endpoint === FindOrder && heard.status === 200) {
      expect(said.code).toBe('request/answer-not-kept');
      return;
    }
    expect(said).toEqual({ ...heard, isReplay: heard.status === 200 });
  },
};

function act(told: Wish, model: ModelBook, real: Real): Promise<void> {
  return (acts[told.do] as (told: Wish, model: ModelBook, real: Real) => Promise<void>)(
    told,
    model,
    real,
  );
}

/** The same request with another amount, reason or subject. */
function otherThan(input: Record<string, unknown>): Record<string, unknown> {
  if (typeof input.quantity === 'number') return { ...input, quantity: input.quantity + 1 };
  if (input.reason === 'damaged') return { ...input, reason: 'not-taken' };
  if (input.code !== undefined) return { ...input, branchId: 'branch_2' };
  return { ...input, orderId: 'order_other' };
}

function homeOf(counter: Counter, at: number) {
  const found = counter.homes[at];
  if (!found) throw new Error(`no home ${at}`);
  return found;
}

async function digitsOf(counter: Counter, orderId: string): Promise<string> {
  const { rows } = await counter.bank.opened.connections.reading.execute({
    sql: 'SELECT digits FROM redemption_orders WHERE id = ?',
    args: [orderId],
  });
  return String(rows[0]?.digits);
}

/** Every balance of the run: points of homes, held and spent, and where each unit of goods is. */
async function compareBalances(model: ModelBook, counter: Counter): Promise<void> {
  const expected = new Map<string, number>([
    [`${counter.branchId}.held`, counter.before.held + model.heldPoints],
    ['points.spent', counter.before.spent + model.spentPoints],
  ]);
  counter.homes.forEach((one, at) => {
    expected.set(`${one.id}.points`, model.points[at] ?? 0);
    expected.set(`${one.id}.base`, RULES.baseOfAHome);
  });
  counter.itemIds.forEach((id, at) => {
    const goods = model.items[at];
    for (const kind of ['shelf', 'held', 'handed'] as const) {
      expected.set(`${id}.${counter.branchId}.${kind}`, goods?.[kind] ?? 0);
    }
    expected.set(`${id}.supply`, -(goods?.received ?? 0));
  });
  const found = await counter.balances();
  for (const [id, balance] of expected) {
    if (found.get(id) !== balance) expect({ id, balance: found.get(id) }).toEqual({ id, balance });
  }
}
