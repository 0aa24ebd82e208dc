import { type Row, row } from '@bank/db/plan';
import {
  redemptionBatches as batches,
  type redemptionBatches,
  redemptionItems,
  redemptionOrders,
  redemptionQuotas,
} from '@bank/db/schema/redemption';
import { type ViewRow, view } from '@bank/db/view';
import type { Order } from '@bank/shared/contracts/redemption';
import { BranchId, ITEM_PICTURES, ORDER_STATES } from '@bank/shared/contracts/redemption';
import { ItemId, OrderId } from '@bank/shared/ids';

export type OrderRecord = typeof redemptionOrders.$inferSelect;
export type ItemRecord = typeof redemptionItems.$inferSelect;

/** An item as a branch offers it, with the units that are free there. */
export interface OfferedItem {
  readonly id: string;
  readonly name: string;
  readonly specification: string;
  readonly unit: string;
  readonly price: number;
  readonly monthlyMax: number;
  readonly category: string;
  readonly isOnShelf: boolean;
  readonly stock: number;
  readonly branchName: string;
  readonly branchPath: string;
}

/** Keyed by [item id, branch id]. Null when the item was never opened at that branch. */
export const offeredItem = view(
  `SELECT j.key, i.*, a.balance AS stock, b.name AS branch_name, site.path AS branch_path
     FROM json_each(?) j CROSS JOIN redemption_items i ON i.id = j.value->>0
     JOIN redemption_branches b ON b.id = j.value->>1
     JOIN community_areas site ON site.id = b.area_id
     JOIN ledger_accounts a ON a.id = i.id || '.' || b.id || '.shelf'`,
  ([found], _key: readonly [string, string]): OfferedItem | null =>
    found
      ? {
          id: String(found.id),
          name: String(found.name),
          specification: String(found.specification),
          unit: String(found.unit),
          price: Number(found.price),
          monthlyMax: Number(found.monthly_max),
          category: String(found.category),
          isOnShelf: found.is_on_shelf === 1,
          stock: Number(found.stock),
          branchName: String(found.branch_name),
          branchPath: String(found.branch_path),
        }
      : null,
);

/** The site of a branch, as a path. */
export const branchPath = view(
  `SELECT j.key, a.path, b.name FROM json_each(?) j CROSS JOIN redemption_branches b ON b.id = j.value
     JOIN community_areas a ON a.id = b.area_id`,
  ([found]) => (found ? { path: String(found.path), name: String(found.name) } : null),
);

const wordOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

function recordOf(found: ViewRow): OrderRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    number: String(found.number),
    householdId: String(found.household_id),
    branchId: String(found.branch_id),
    itemId: String(found.item_id),
    quantity: Number(found.quantity),
    points: Number(found.points),
    state: ORDER_STATES.find((state) => state === found.state) ?? 'cancelled',
    pointsHoldId: wordOrNull(found.points_hold_id),
    goodsHoldId: wordOrNull(found.goods_hold_id),
    pointsMoveId: wordOrNull(found.points_move_id),
    goodsMoveId: wordOrNull(found.goods_move_id),
    digits: wordOrNull(found.digits),
    pickupHash: wordOrNull(found.pickup_hash),
    cardId: wordOrNull(found.card_id),
    secondLook: wordOrNull(found.second_look),
    collectedByPersonId: wordOrNull(found.collected_by_person_id),
    reversalReason: wordOrNull(found.reversal_reason),
    reservedAtMs: Number(found.reserved_at_ms),
    lapseAtMs: Number(found.lapse_at_ms),
    endedAtMs: found.ended_at_ms === null ? null : Number(found.ended_at_ms),
  };
}

/** An order with the names that a page shows. */
export interface OrderFile {
  readonly record: OrderRecord;
  readonly itemName: string;
  readonly specification: string;
  readonly category: string;
  readonly unit: string;
  readonly branchName: string;
  readonly branchPath: string;
}

const FILE_COLUMNS = `o.*, i.name AS item_name, i.specification, i.category, i.unit,
  b.name AS branch_name, site.path AS branch_path`;
const FILE_JOINS = `JOIN redemption_items i ON i.id = o.item_id
     JOIN redemption_branches b ON b.id = o.branch_id
     JOIN community_areas site ON site.id = b.area_id`;

export function fileOf(found: ViewRow): OrderFile {
  return {
    record: recordOf(found),
    itemName: String(found.item_name),
    specification: String(found.specification),
    category: String(found.category),
    unit: String(found.unit),
    branchName: String(found.branch_name),
    branchPath: String(found.branch_path),
  };
}

export const orderById = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.id = j.value ${FILE_JOINS}`,
  ([found]) => (found ? fileOf(found) : null),
);

/** The open order of six figures at a branch. Keyed by [branch id, figures]. */
export const openOrderByDigits = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.branch_id = j.value->>0 AND o.digits = j.value->>1
      AND o.state = 'reserved' ${FILE_JOINS}`,
  ([found], _key: readonly [string, string]) => (found ? fileOf(found) : null),
);

/** The order of a QR, by the keyed hash of its code. */
export const orderByPickup = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.pickup_hash = j.value ${FILE_JOINS}`,
  ([found]) => (found ? fileOf(found) : null),
);

/** Which of some six figures open orders of a branch already have. Keyed by [branch id, figures]. */
export const digitsTaken = view(
  `SELECT j.key, o.digits FROM json_each(?) j CROSS JOIN json_each(j.value->1) drawn
     CROSS JOIN redemption_orders o ON o.branch_id = j.value->>0 AND o.digits = drawn.value
      AND o.state = 'reserved'`,
  (rows, _key: readonly [string, readonly string[]]) =>
    new Set(rows.map((found) => String(found.digits))),
);

/** Orders that were not fetched in time. Keyed by [now in ms, how many at most]. */
export const lapsedOrders = view(
  `SELECT j.key, o.id FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.state = 'reserved' AND o.lapse_at_ms < j.value->>0
    ORDER BY o.lapse_at_ms LIMIT 200`,
  (rows, _key: readonly [number]) => rows.map((found) => String(found.id)),
);

/** The request id of a warning is made from the order: so it is given once. */
export const WARNING_PREFIX = 'soon-lapses-';

/** Orders that lapse between two moments and were not warned of. Keyed by [now, until] in ms. */
export const unwarnedOrders = view(
  `SELECT j.key, o.id FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.state = 'reserved'
      AND o.lapse_at_ms >= j.value->>0 AND o.lapse_at_ms < j.value->>1
     LEFT JOIN answered_requests a ON a.request_id = '${WARNING_PREFIX}' || o.id
    WHERE a.request_id IS NULL ORDER BY o.lapse_at_ms LIMIT 200`,
  (rows, _key: readonly [number, number]) => rows.map((found) => String(found.id)),
);

/** Orders that one page shows; one more is asked, to know whether there are older ones. */
export const ORDERS_PAGE = 30;

/** A page of a household's orders, newest first. Keyed by [household, before which moment in ms]. */
export const ordersOfHousehold = view(
  `SELECT j.key, ${FILE_COLUMNS} FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.household_id = j.value->>0 AND o.id IN (
       SELECT id FROM redemption_orders WHERE household_id = j.value->>0
          AND reserved_at_ms < j.value->>1 ORDER BY reserved_at_ms DESC LIMIT ${ORDERS_PAGE + 1})
     ${FILE_JOINS} ORDER BY j.key, o.reserved_at_ms DESC`,
  (rows, _key: readonly [string, number]) => rows.map(fileOf),
);

export interface Quota {
  readonly id: string;
  readonly version: number;
  readonly used: number;
}

/** A counted limit, such as units of one item in one month. */
export const quotaOf = view(
  `SELECT j.key, q.version, q.used FROM json_each(?) j CROSS JOIN redemption_quotas q ON q.id = j.value`,
  ([found], id: string): Quota =>
    found
      ? { id, version: Number(found.version), used: Number(found.used) }
      : { id, version: 0, used: 0 },
);

/** The row that every order under this limit writes, so that two at once cannot both pass it. */
export function recordQuota(before: Quota, used: number): Row {
  return row(redemptionQuotas, { id: before.id, version: before.version + 1, used });
}

export function recordOrder(order: OrderRecord): Row {
  return row(redemptionOrders, order);
}

export function recordItem(item: ItemRecord): Row {
  return row(redemptionItems, item);
}

export function recordBatch(batch: typeof redemptionBatches.$inferSelect): Row {
  return row(batches, batch);
}

/** Which drawing stands in for goods of a name and a category. */
export function pictureOf(name: string, category: string): Order['picture'] {
  const drawings: readonly [RegExp, Order['picture']][] = [
    [/米/, 'rice'],
    [/油/, 'oil'],
    [/盐/, 'salt'],
    [/纸/, 'paper'],
    [/毛巾|洗碗布|拖把/, 'towel'],
    [/皂|洗|牙|清洁/, 'soap'],
  ];
  const found = drawings.find(([word]) => word.test(name));
  return found?.[1] ?? (category.includes('清洁') ? 'soap' : (ITEM_PICTURES[6] ?? 'gift'));
}

/** An order as the contract shows it. */
export function showOrder(file: OrderFile, change: Partial<OrderRecord> = {}): Order {
  const order = { ...file.record, ...change };
  return {
    id: OrderId.parse(order.id),
    number: order.number,
    itemId: ItemId.parse(order.itemId),
    itemName: file.itemName,
    specification: file.specification,
    unit: file.unit,
    picture: pictureOf(file.itemName, file.category),
    quantity: order.quantity,
    points: order.points,
    branchId: BranchId.parse(order.branchId),
    branchName: file.branchName,
    state: order.state,
    reservedAtMs: order.reservedAtMs,
    lapseAtMs: order.lapseAtMs,
    endedAtMs: order.endedAtMs,
  };
}
