import type { Draft, Row } from '@bank/db/plan';
import { monthOf } from '@bank/shared/calendar';
import { CancelOrder, PlaceOrder } from '@bank/shared/contracts/redemption';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { heldPointsAccount, passbookAccount } from '../ledger/account.ts';
import { householdPoints, pendingHold } from '../ledger/store.ts';
import { draftHold, draftRelease, type PendingHold } from '../ledger/transfer.ts';
import { recordNotice } from '../notices/store.ts';
import { command, type Desk } from '../platform/command.ts';
import type { Bank } from '../platform/context.ts';
import { settings } from '../scoring/store.ts';
import { itemAccounts } from './goods.ts';
import {
  decideOpen,
  decideReservation,
  lapseMoment,
  type Offer,
  orderNumber,
  type ReservationProblem,
} from './order.ts';
import { drawDigits, pickupCodeOf, pickupHash } from './pickup.ts';
import {
  digitsTaken,
  type OfferedItem,
  type OrderFile,
  type OrderRecord,
  offeredItem,
  orderById,
  type Quota,
  quotaOf,
  recordOrder,
  recordQuota,
  showOrder,
} from './store.ts';

/** The home of whoever asks; empty for somebody who has none, which finds nothing. */
const homeOf = ({ actor }: Desk) => (actor.kind === 'person' ? (actor.householdId ?? '') : '');

/** What every redemption looks at, at a phone or at the counter. */
export async function loadPurchase(
  { lookout, nowMs }: Pick<Desk, 'lookout' | 'nowMs'>,
  householdId: string,
  input: { itemId: string; branchId: string },
) {
  const [item, points, quota, county] = await Promise.all([
    lookout.look(offeredItem, [input.itemId, input.branchId] as const),
    lookout.look(householdPoints, householdId),
    lookout.look(quotaOf, `${householdId}|${input.itemId}|${monthOf(nowMs)}`),
    lookout.look(settings, 'county'),
  ]);
  return { item, points, quota, county };
}

export type Purchase = Awaited<ReturnType<typeof loadPurchase>>;

/** Whether this home may take so many of this item, and what it costs. */
export function decidePurchase(
  { item, points, quota, county }: Purchase,
  quantity: number,
): Outcome<
  { item: OfferedItem; points: number; availableAfter: number; quotaRow: Row },
  ReservationProblem | Problem<'redemption/no-such-item' | 'request/not-found'>
> {
  if (!points) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  if (!item?.isOnShelf) return refuse({ code: 'redemption/no-such-item', facts: NO_FACTS });
  const offer: Offer = item;
  const buyer = { ...points, takenThisMonth: quota.used };
  const decision = decideReservation(offer, buyer, quantity, county.redeemFrom);
  if (!decision.ok) return decision;
  return accept({ item, ...decision.value, quotaRow: recordQuota(quota, quota.used + quantity) });
}

/** 兑换: points and goods are held together, in one plan, until the day the order lapses. */
export const placeOrder = command(PlaceOrder, {
  async load(desk, input) {
    const drawn = drawDigits((length) => desk.chance.randomBytes(length));
    const [purchase, taken] = await Promise.all([
      loadPurchase(desk, homeOf(desk), input),
      desk.lookout.look(digitsTaken, [input.branchId, drawn] as const),
    ]);
    return { purchase, digits: drawn.find((one) => !taken.has(one)) };
  },
  decide({ purchase, digits }, desk, { branchId, itemId, quantity }) {
    const decision = decidePurchase(purchase, quantity);
    if (!decision.ok) return decision;
    if (digits === undefined) return refuse({ code: 'request/busy', facts: NO_FACTS });
    const { item, points, availableAfter, quotaRow } = decision.value;
    const id = desk.chance.newId('order');
    const lapseAtMs = lapseMoment(desk.nowMs, purchase.county.reserveDays);
    const holds = holdBoth(desk, id, { branchId, itemId, quantity, points, lapseAtMs });
    const record: OrderRecord = {
      ...BLANK_ORDER,
      id,
      version: 1,
      number: orderNumber(desk.nowMs, Number(digits)),
      householdId: homeOf(desk),
      branchId,
      itemId,
      quantity,
      points,
      state: 'reserved',
      pointsHoldId: holds.points.id,
      goodsHoldId: holds.goods.id,
      digits,
      pickupHash: pickupHash(desk.keys, pickupCodeOf(desk.keys, id)),
      reservedAtMs: desk.nowMs,
      lapseAtMs,
    };
    return accept({
      subjectId: id,
      answer: { order: showOrder(fileFrom(record, item)), availableAfter },
      transfers: [holds.points, holds.goods],
      rows: [recordOrder(record), quotaRow],
    });
  },
});

export const BLANK_ORDER = {
  pointsHoldId: null,
  goodsHoldId: null,
  pointsMoveId: null,
  goodsMoveId: null,
  digits: null,
  pickupHash: null,
  cardId: null,
  secondLook: null,
  collectedByPersonId: null,
  reversalReason: null,
  endedAtMs: null,
} satisfies Partial<OrderRecord>;

export function fileFrom(record: OrderRecord, item: OfferedItem): OrderFile {
  const { name, specification, category, unit, branchName, branchPath } = item;
  return { record, itemName: name, specification, category, unit, branchName, branchPath };
}

function holdBoth(
  desk: Desk,
  orderId: string,
  order: { branchId: string; itemId: string; quantity: number; points: number; lapseAtMs: number },
): { points: Draft; goods: Draft } {
  const { branchId, itemId, quantity, points, lapseAtMs } = order;
  const goods = itemAccounts(itemId, branchId);
  const common = { code: 'redemption/order', subjectId: orderId };
  return {
    points: draftHold(
      {
        ...common,
        id: desk.chance.newId('transfer'),
        source: passbookAccount(homeOf(desk)),
        target: heldPointsAccount(branchId),
        amount: points,
      },
      lapseAtMs,
    ),
    goods: draftHold(
      {
        ...common,
        id: desk.chance.newId('transfer'),
        source: goods.shelf,
        target: goods.held,
        amount: quantity,
      },
      lapseAtMs,
    ),
  };
}

/** An order with its two holds, if they still wait, and the quota it counted against. */
export async function loadOrder({ lookout }: Pick<Bank, 'lookout'>, orderId: string) {
  const file = await lookout.look(orderById, orderId);
  if (!file) return { file: null, pointsHold: null, goodsHold: null, quota: null, points: null };
  const { record } = file;
  const quotaId = `${record.householdId}|${record.itemId}|${monthOf(record.reservedAtMs)}`;
  const [pointsHold, goodsHold, quota, points] = await Promise.all([
    lookout.look(pendingHold, record.pointsHoldId ?? ''),
    lookout.look(pendingHold, record.goodsHoldId ?? ''),
    lookout.look(quotaOf, quotaId),
    lookout.look(householdPoints, record.householdId),
  ]);
  return { file, pointsHold, goodsHold, quota, points };
}

export type LoadedOrder = Awaited<ReturnType<typeof loadOrder>>;

/** What giving an order back changes: both holds go back, and the month's share with them. */
export function giveBack(
  desk: Pick<Desk, 'chance' | 'nowMs'>,
  file: OrderFile,
  holds: { points: PendingHold; goods: PendingHold },
  quota: Quota | null,
  state: 'cancelled' | 'lapsed',
): { record: OrderRecord; transfers: Draft[]; rows: Row[] } {
  const ending = () => ({
    id: desk.chance.newId('transfer'),
    code: `redemption/${state}`,
    subjectId: file.record.id,
  });
  const record: OrderRecord = {
    ...file.record,
    version: file.record.version + 1,
    state,
    digits: null,
    endedAtMs: desk.nowMs,
  };
  const quotaRows = quota
    ? [recordQuota(quota, Math.max(0, quota.used - file.record.quantity))]
    : [];
  return {
    record,
    transfers: [draftRelease(holds.points, ending()), draftRelease(holds.goods, ending())],
    rows: [recordOrder(record), ...quotaRows],
  };
}

/** 不要了: by anyone of the home, while it still waits. */
export const cancelOrder = command(CancelOrder, {
  load: (desk, input) => loadOrder(desk, input.orderId),
  decide({ file, pointsHold, goodsHold, quota, points }, desk) {
    if (!file || file.record.householdId !== homeOf(desk)) {
      return refuse({ code: 'request/not-found', facts: NO_FACTS });
    }
    const open = decideOpen(file.record.state);
    if (!open.ok) return open;
    if (!pointsHold || !goodsHold) throw new Error(`${file.record.id} is open without its holds`);
    const holds = { points: pointsHold, goods: goodsHold };
    const back = giveBack(desk, file, holds, quota, 'cancelled');
    return accept({
      subjectId: file.record.id,
      answer: {
        order: showOrder(file, back.record),
        availableAfter: (points?.available ?? 0) + file.record.points,
      },
      transfers: back.transfers,
      rows: back.rows,
    });
  },
});

/** A message to the householder of a home, when there is one. */
export function tellHousehold(
  desk: Pick<Desk, 'chance' | 'nowMs'>,
  personIds: readonly string[],
  kind: Parameters<typeof recordNotice>[2],
  facts: Parameters<typeof recordNotice>[3],
): Row[] {
  return personIds.map((personId) => recordNotice(desk.chance, personId, kind, facts, desk.nowMs));
}
