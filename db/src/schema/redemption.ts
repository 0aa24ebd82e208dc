import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communityAreas, communityHouseholds } from './community.ts';

/** 储蓄所 of a site. */
export const redemptionBranches = sqliteTable('redemption_branches', {
  id: text().primaryKey(),
  version: integer().notNull(),
  areaId: text('area_id')
    .notNull()
    .unique()
    .references(() => communityAreas.id),
  name: text().notNull(),
});

/** 货品目录 of the county: what may stand on a shelf, and its price in points. */
export const redemptionItems = sqliteTable(
  'redemption_items',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    code: text().notNull().unique(),
    name: text().notNull(),
    specification: text().notNull(),
    category: text().notNull(),
    unit: text().notNull(),
    /** Points for one unit. */
    price: integer().notNull(),
    /** Reference price in fen. */
    valueFen: integer('value_fen').notNull(),
    monthlyMax: integer('monthly_max').notNull(),
    isOnShelf: integer('is_on_shelf', { mode: 'boolean' }).notNull(),
  },
  (item) => [
    check('goods_have_a_price', sql`${item.price} BETWEEN 1 AND 100000`),
    check('a_monthly_limit_lets_one_through', sql`${item.monthlyMax} >= 1`),
  ],
);

/** 库存批次: what came in, when, from whom. The units themselves are in the ledger. */
export const redemptionBatches = sqliteTable(
  'redemption_batches',
  {
    id: text().primaryKey(),
    code: text().notNull(),
    itemId: text('item_id')
      .notNull()
      .references(() => redemptionItems.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => redemptionBranches.id),
    quantity: integer().notNull(),
    sourceKind: text('source_kind').notNull(),
    sourceName: text('source_name').notNull(),
    isNamedInPublic: integer('is_named_in_public', { mode: 'boolean' }).notNull(),
    receivedOn: text('received_on').notNull(),
    unitValueFen: integer('unit_value_fen'),
    atMs: integer('at_ms').notNull(),
  },
  (batch) => [
    index('redemption_batches_by_item').on(batch.branchId, batch.itemId, batch.atMs),
    check('a_batch_is_not_empty', sql`${batch.quantity} >= 1`),
  ],
);

/** 兑换单. */
export const redemptionOrders = sqliteTable(
  'redemption_orders',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    number: text().notNull(),
    householdId: text('household_id')
      .notNull()
      .references(() => communityHouseholds.id),
    branchId: text('branch_id')
      .notNull()
      .references(() => redemptionBranches.id),
    itemId: text('item_id')
      .notNull()
      .references(() => redemptionItems.id),
    quantity: integer().notNull(),
    points: integer().notNull(),
    state: text({ enum: ['reserved', 'collected', 'cancelled', 'lapsed', 'reversed'] }).notNull(),
    /** The two holds of a reservation; null when it was handed over at once. */
    pointsHoldId: text('points_hold_id'),
    goodsHoldId: text('goods_hold_id'),
    /** The two transfers by which it was handed over: what a reversal answers. */
    pointsMoveId: text('points_move_id'),
    goodsMoveId: text('goods_move_id'),
    /** Six figures while it is open. */
    digits: text(),
    /** Keyed hash of the code in the QR; the code itself is made from a key when it is shown. */
    pickupHash: text('pickup_hash').unique(),
    /** The paper card it was redeemed by, and how the holder was known. */
    cardId: text('card_id'),
    secondLook: text('second_look'),
    collectedByPersonId: text('collected_by_person_id'),
    reversalReason: text('reversal_reason'),
    reservedAtMs: integer('reserved_at_ms').notNull(),
    lapseAtMs: integer('lapse_at_ms').notNull(),
    endedAtMs: integer('ended_at_ms'),
  },
  (order) => [
    index('redemption_orders_by_household').on(order.householdId, order.reservedAtMs),
    index('redemption_orders_by_branch').on(order.branchId, order.state, order.reservedAtMs),
    index('redemption_orders_by_lapse').on(order.state, order.lapseAtMs),
    uniqueIndex('six_figures_find_one_open_order')
      .on(order.branchId, order.digits)
      .where(sql`${order.state} = 'reserved'`),
    check(
      'an_open_order_holds_points_and_goods',
      sql`${order.state} <> 'reserved' OR (${order.pointsHoldId} IS NOT NULL AND ${order.goodsHoldId} IS NOT NULL AND ${order.digits} IS NOT NULL)`,
    ),
    check(
      'what_was_handed_over_can_be_answered',
      sql`${order.state} NOT IN ('collected', 'reversed') OR (${order.pointsMoveId} IS NOT NULL AND ${order.goodsMoveId} IS NOT NULL)`,
    ),
    check(
      'a_card_needs_a_second_look',
      sql`${order.cardId} IS NULL OR ${order.secondLook} IS NOT NULL`,
    ),
  ],
);

/**
 * How many units of one item a household took in one month, and how many points a card spent in
 * one day: the rows that two orders of one family both write, so that limits hold in a race.
 */
export const redemptionQuotas = sqliteTable('redemption_quotas', {
  /** `household|item|2026-03`, or `card|2026-03-17`. */
  id: text().primaryKey(),
  version: integer().notNull(),
  used: integer().notNull(),
});

/** A line of the goods workbook as it was last taken in: JSON, to tell a change from a repetition. */
export const redemptionImports = sqliteTable('redemption_imports', {
  id: text().primaryKey(),
  version: integer().notNull(),
  facts: text().notNull(),
});
