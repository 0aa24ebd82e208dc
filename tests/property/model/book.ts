/**
 * What redemption and the counter promise, written once more from the rules alone: plain values in
 * memory, no database, no code of the bank. Where the two disagree, one of them is wrong.
 */
const DAY_MS = 86_400_000;
const UTC8_MS = 8 * 3_600_000;

export const RULES = {
  baseOfAHome: 60,
  redeemFrom: 61,
  reserveDays: 15,
  reversalDays: 7,
  cardPointsADay: 100,
  wrongCodesInARow: 5,
  pauseMs: 60_000,
} as const;

export type OrderState = 'reserved' | 'collected' | 'cancelled' | 'lapsed' | 'reversed';
export type Answer =
  | { readonly ok: true; readonly availableAfter?: number; readonly stockAfter?: number }
  | { readonly ok: false; readonly code: string };

export interface ModelOrder {
  readonly home: number;
  readonly item: number;
  readonly quantity: number;
  readonly points: number;
  readonly month: string;
  readonly lapseAtMs: number;
  state: OrderState;
  endedAtMs: number;
}

export interface ModelItem {
  readonly price: number;
  readonly monthlyMax: number;
  received: number;
  shelf: number;
  held: number;
  handed: number;
}

/** A clerk; `home` is where the clerk lives, if here. */
export interface ModelClerk {
  readonly home: number | null;
  wrongCodes: number;
  firstWrongAtMs: number;
}

const no = (code: string): Answer => ({ ok: false, code });

export class ModelBook {
  nowMs: number;
  readonly openedAtMs: number;
  readonly points: number[];
  readonly items: ModelItem[];
  readonly clerks: ModelClerk[];
  readonly orders: ModelOrder[] = [];
  heldPoints = 0;
  spentPoints = 0;
  readonly #taken = new Map<string, number>();
  readonly #cardSpending = new Map<string, number>();

  constructor(
    nowMs: number,
    homeCount: number,
    items: readonly { price: number; monthlyMax: number; stock: number }[],
    clerkHomes: readonly (number | null)[],
  ) {
    this.nowMs = nowMs;
    this.openedAtMs = nowMs;
    this.points = Array.from({ length: homeCount }, () => 0);
    this.items = items.map(({ price, monthlyMax, stock }) => ({
      price,
      monthlyMax,
      received: stock,
      shelf: stock,
      held: 0,
      handed: 0,
    }));
    this.clerks = clerkHomes.map((home) => ({ home, wrongCodes: 0, firstWrongAtMs: 0 }));
  }

  give(home: number, amount: number): void {
    this.points[home] = this.#points(home) + amount;
  }

  place(home: number, item: number, quantity: number): Answer {
    const refusal = this.#whyNotBuy(home, item, quantity);
    if (refusal) return refusal;
    const goods = this.#item(item);
    const points = goods.price * quantity;
    this.points[home] = this.#points(home) - points;
    this.heldPoints += points;
    goods.shelf -= quantity;
    goods.held += quantity;
    this.#count(home, item, this.#month(), quantity);
    const lapseAtMs = this.#endOfDay(this.nowMs + RULES.reserveDays * DAY_MS);
    this.#file(home, item, quantity, 'reserved', lapseAtMs);
    return { ok: true, availableAfter: this.#points(home) };
  }

  redeemByCard(clerk: number, home: number | null, item: number, quantity: number): Answer {
    const paused = this.#paused(clerk);
    if (paused) return paused;
    if (home === null) return this.#wrongCode(clerk, 'redemption/wrong-card');
    if (this.clerks[clerk]?.home === home) return no('redemption/own-household');
    const refusal = this.#whyNotBuy(home, item, quantity);
    if (refusal) return refusal;
    const goods = this.#item(item);
    const points = goods.price * quantity;
    const day = `${home}|${this.#day()}`;
    const spent = this.#cardSpending.get(day) ?? 0;
    if (spent + points > RULES.cardPointsADay) return no('redemption/card-daily-cap');
    this.#cardSpending.set(day, spent + points);
    this.points[home] = this.#points(home) - points;
    this.spentPoints += points;
    goods.shelf -= quantity;
    goods.handed += quantity;
    this.#count(home, item, this.#month(), quantity);
    this.#file(home, item, quantity, 'collected', this.nowMs);
    return { ok: true, availableAfter: this.#points(home) };
  }

  cancel(home: number, order: ModelOrder): Answer {
    if (order.home !== home) return no('request/not-found');
    if (order.state !== 'reserved') return no('redemption/order-not-open');
    this.#giveBack(order, 'cancelled');
    return { ok: true, availableAfter: this.#points(home) };
  }

  /** A right code of an order, or a wrong one (null). */
  find(clerk: number, order: ModelOrder | null): Answer {
    const paused = this.#paused(clerk);
    if (paused) return paused;
    return order === null ? this.#wrongCode(clerk, 'redemption/wrong-pickup-code') : { ok: true };
  }

  handOver(
    clerk: number,
    order: ModelOrder,
    collector: 'householder' | 'member' | 'other',
  ): Answer {
    if (order.state !== 'reserved') return no('redemption/order-not-open');
    if (this.clerks[clerk]?.home === order.home) return no('redemption/own-household');
    if (collector === 'other') return no('redemption/not-of-household');
    const goods = this.#item(order.item);
    this.heldPoints -= order.points;
    this.spentPoints += order.points;
    goods.held -= order.quantity;
    goods.handed += order.quantity;
    this.#end(order, 'collected');
    return { ok: true };
  }

  reverse(clerk: number, order: ModelOrder): Answer {
    if (order.state !== 'collected') return no('redemption/order-not-collected');
    if (this.nowMs - order.endedAtMs > RULES.reversalDays * DAY_MS) {
      return no('redemption/reversal-too-late');
    }
    if (this.clerks[clerk]?.home === order.home) return no('redemption/own-household');
    const goods = this.#item(order.item);
    this.spentPoints -= order.points;
    this.give(order.home, order.points);
    goods.handed -= order.quantity;
    goods.shelf += order.quantity;
    this.#count(order.home, order.item, order.month, -order.quantity);
    order.state = 'reversed';
    return { ok: true };
  }

  receive(item: number, quantity: number): Answer {
    const goods = this.#item(item);
    goods.received += quantity;
    goods.shelf += quantity;
    return { ok: true, stockAfter: goods.shelf };
  }

  /** What the clock brings: orders whose last day is over. Answers how many. */
  lapse(): number {
    const due = this.orders.filter(
      (order) => order.state === 'reserved' && order.lapseAtMs < this.nowMs,
    );
    for (const order of due) this.#giveBack(order, 'lapsed');
    return due.length;
  }

  #whyNotBuy(home: number, item: number, quantity: number): Answer | null {
    const goods = this.#item(item);
    const taken = this.#taken.get(`${home}|${item}|${this.#month()}`) ?? 0;
    if (RULES.baseOfAHome + this.#points(home) < RULES.redeemFrom) {
      return no('redemption/below-redeem-from');
    }
    if (taken + quantity > goods.monthlyMax) return no('redemption/monthly-limit');
    if (this.#points(home) < goods.price * quantity) return no('ledger/insufficient-points');
    if (goods.shelf < quantity) return no('redemption/out-of-stock');
    return null;
  }

  #paused(clerk: number): Answer | null {
    const counter = this.#clerk(clerk);
    if (this.nowMs >= counter.firstWrongAtMs + RULES.pauseMs) counter.wrongCodes = 0;
    return counter.wrongCodes >= RULES.wrongCodesInARow ? no('redemption/counter-paused') : null;
  }

  #wrongCode(clerk: number, code: string): Answer {
    const counter = this.#clerk(clerk);
    if (counter.wrongCodes === 0) counter.firstWrongAtMs = this.nowMs;
    counter.wrongCodes += 1;
    return no(code);
  }

  #giveBack(order: ModelOrder, state: 'cancelled' | 'lapsed'): void {
    const goods = this.#item(order.item);
    this.heldPoints -= order.points;
    this.give(order.home, order.points);
    goods.held -= order.quantity;
    goods.shelf += order.quantity;
    this.#count(order.home, order.item, order.month, -order.quantity);
    this.#end(order, state);
  }

  #end(order: ModelOrder, state: OrderState): void {
    order.state = state;
    order.endedAtMs = this.nowMs;
  }

  #file(home: number, item: number, quantity: number, state: OrderState, lapseAtMs: number): void {
    const points = this.#item(item).price * quantity;
    const month = this.#month();
    this.orders.push({
      home,
      item,
      quantity,
      points,
      month,
      lapseAtMs,
      state,
      endedAtMs: this.nowMs,
    });
  }

  #count(home: number, item: number, month: string, by: number): void {
    const key = `${home}|${item}|${month}`;
    this.#taken.set(key, (this.#taken.get(key) ?? 0) + by);
  }

  #points(home: number): number {
    return this.points[home] ?? 0;
  }

  #item(item: number): ModelItem {
    const found = this.items[item];
    if (!found) throw new Error(`no item ${item}`);
    return found;
  }

  #clerk(clerk: number): ModelClerk {
    const found = this.clerks[clerk];
    if (!found) throw new Error(`no clerk ${clerk}`);
    return found;
  }

  #day(): string {
    return new Date(this.nowMs + UTC8_MS).toISOString().slice(0, 10);
  }

  #month(): string {
    return this.#day().slice(0, 7);
  }

  /** The last millisecond of the day in the community. */
  #endOfDay(atMs: number): number {
    return Math.floor((atMs + UTC8_MS) / DAY_MS) * DAY_MS + DAY_MS - 1 - UTC8_MS;
  }
}
