import { redemptionItems, redemptionOrders } from '@bank/db/schema/redemption';
import { sayMoment } from '@bank/shared/calendar';
import type { OrderState } from '@bank/shared/contracts/redemption';
import { desc, eq } from 'drizzle-orm';
import type { Keeper } from '../access/kept.ts';

const LINES_MAX = 200;
const STATE_WORDS: Record<OrderState, string> = {
  reserved: '待领',
  collected: '领走了',
  cancelled: '取消了',
  lapsed: '过期退回了',
  reversed: '发错，退回了',
};

/** 兑换: the orders of one's home. */
export const keptByRedemption: Keeper = async ({ reader }, { householdId }) => {
  const orders = await reader
    .select({
      name: redemptionItems.name,
      quantity: redemptionOrders.quantity,
      points: redemptionOrders.points,
      state: redemptionOrders.state,
      atMs: redemptionOrders.reservedAtMs,
    })
    .from(redemptionOrders)
    .innerJoin(redemptionItems, eq(redemptionItems.id, redemptionOrders.itemId))
    .where(eq(redemptionOrders.householdId, householdId ?? ''))
    .orderBy(desc(redemptionOrders.reservedAtMs))
    .limit(LINES_MAX);
  return {
    title: '您家的兑换',
    why: '货品和积分都有账，发给谁了要查得到',
    lines: orders.map(({ name, quantity, points, state, atMs }) => ({
      label: sayMoment(atMs),
      value: `${name} × ${quantity}，${points} 分，${STATE_WORDS[state]}`,
    })),
  };
};
