import { addDays, dayOf, startOfDayMs } from '@bank/shared/calendar';
import type { OrderState } from '@bank/shared/contracts/redemption';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { decideSpending } from '../ledger/transfer.ts';

/** What a paper card may spend in one day without the holder's phone. */
export const CARD_DAILY_CAP_POINTS = 100;
/** After this the counter cannot undo a hand-over by itself. */
export const REVERSAL_DAYS_MAX = 7;

/** An item at a branch, as a teller sees it. */
export interface Offer {
  readonly name: string;
  readonly unit: string;
  /** Points for one unit. */
  readonly price: number;
  readonly monthlyMax: number;
  readonly stock: number;
}

/** The household at the counter. `takenThisMonth`: units of this item. */
export interface Buyer {
  readonly base: number;
  readonly available: number;
  readonly takenThisMonth: number;
}

export type ReservationProblem = Problem<
  | 'redemption/below-redeem-from'
  | 'redemption/monthly-limit'
  | 'redemption/out-of-stock'
  | 'ledger/insufficient-points'
>;

/**
 * 兑换: in the order a teller would ask. May this home redeem yet, has it had its share this month,
 * can it pay, is it there.
 */
export function decideReservation(
  offer: Offer,
  buyer: Buyer,
  quantity: number,
  redeemFrom: number,
): Outcome<{ readonly points: number; readonly availableAfter: number }, ReservationProblem> {
  const { name: itemName, unit, monthlyMax } = offer;
  const total = buyer.base + buyer.available;
  if (total < redeemFrom) {
    return refuse({ code: 'redemption/below-redeem-from', facts: { total, redeemFrom } });
  }
  if (buyer.takenThisMonth + quantity > monthlyMax) {
    const facts = { itemName, unit, monthlyMax, taken: buyer.takenThisMonth };
    return refuse({ code: 'redemption/monthly-limit', facts });
  }
  const points = offer.price * quantity;
  const spending = decideSpending(buyer.available, points);
  if (!spending.ok) return spending;
  if (offer.stock < quantity) {
    const facts = { itemName, unit, left: Math.max(0, offer.stock) };
    return refuse({ code: 'redemption/out-of-stock', facts });
  }
  return accept({ points, availableAfter: spending.value });
}

/** A card spends so much a day and no more: it can be found on the stairs. */
export function decideCardSpending(
  usedPoints: number,
  points: number,
): Outcome<number, Problem<'redemption/card-daily-cap'>> {
  if (usedPoints + points > CARD_DAILY_CAP_POINTS) {
    const facts = { capPoints: CARD_DAILY_CAP_POINTS, usedPoints };
    return refuse({ code: 'redemption/card-daily-cap', facts });
  }
  return accept(usedPoints + points);
}

const STATE_WORDS: Record<OrderState, string> = {
  reserved: '还在待领',
  collected: '已经领走了',
  cancelled: '已经取消了',
  lapsed: '过了期限，积分已退回',
  reversed: '已经冲正了',
};

/** Only an order that still waits can be handed over, cancelled, or lapse. */
export function decideOpen(
  state: OrderState,
): Outcome<'open', Problem<'redemption/order-not-open'>> {
  if (state === 'reserved') return accept('open');
  return refuse({ code: 'redemption/order-not-open', facts: { stateWords: STATE_WORDS[state] } });
}

/** Nobody hands goods to the own home. */
export function decideHands(
  tellerHouseholdId: string | null,
  householdId: string,
): Outcome<'other', Problem<'redemption/own-household'>> {
  if (tellerHouseholdId === householdId) {
    return refuse({ code: 'redemption/own-household', facts: NO_FACTS });
  }
  return accept('other');
}

/** 发错了: what was handed over can be answered for some days, once. */
export function decideUndoing(
  order: { readonly state: OrderState; readonly endedAtMs: number | null },
  nowMs: number,
): Outcome<'undo', Problem<'redemption/order-not-collected' | 'redemption/reversal-too-late'>> {
  if (order.state !== 'collected' || order.endedAtMs === null) {
    return refuse({ code: 'redemption/order-not-collected', facts: NO_FACTS });
  }
  if (nowMs - order.endedAtMs > REVERSAL_DAYS_MAX * 86_400_000) {
    const facts = { daysMax: REVERSAL_DAYS_MAX };
    return refuse({ code: 'redemption/reversal-too-late', facts });
  }
  return accept('undo');
}

/** The last moment of the day `reserveDays` after today: a deadline that people can say. */
export function lapseMoment(nowMs: number, reserveDays: number): number {
  return startOfDayMs(addDays(dayOf(nowMs), reserveDays + 1)) - 1;
}

/** 兑 0317-4826: day and figures, for talking about an order; it opens nothing. */
export function orderNumber(nowMs: number, figures: number): string {
  const day = dayOf(nowMs);
  return `兑 ${day.slice(5, 7)}${day.slice(8, 10)}-${String(figures % 10_000).padStart(4, '0')}`;
}
