import { endpoint } from '../endpoint.ts';
import { AreaId, HouseholdId, ItemId, OrderId, PersonId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import { Cursor, words } from './shapes.ts';

/** 货架, 兑换单, 领取台: goods for points, at the community's bank. */

export const QUANTITY_MAX = 20;
export const LOW_STOCK = 10;

export const BranchId = z
  .string()
  .check(z.maxLength(64), z.regex(/^branch_[0-9A-Za-z]{1,50}$/))
  .brand<'BranchId'>();
export type BranchId = z.infer<typeof BranchId>;

export const Branch = z.object({
  id: BranchId,
  name: z.string(),
  siteId: AreaId,
  siteName: z.string(),
  address: z.string(),
  openDays: z.string(),
});
export type Branch = z.infer<typeof Branch>;

/** Which drawing stands in for the goods. */
export const ITEM_PICTURES = ['rice', 'oil', 'soap', 'paper', 'salt', 'towel', 'gift'] as const;

export const ShelfItem = z.object({
  id: ItemId,
  code: z.string(),
  name: z.string(),
  specification: z.string(),
  category: z.string(),
  unit: z.string(),
  /** Points for one unit. */
  price: z.int(),
  /** Units free to reserve at this branch. */
  stock: z.int(),
  monthlyMax: z.int(),
  donor: z.nullable(z.string()),
  picture: z.enum(ITEM_PICTURES),
});
export type ShelfItem = z.infer<typeof ShelfItem>;

export const ReadShelf = endpoint({
  id: 'redemption/read-shelf',
  method: 'GET',
  path: '/redemption/shelf',
  summary: '储蓄所的货架',
  duty: 'anyone',
  scope: 'public',
  /** Without a branch: the reader's own site, or the first one. */
  input: z.object({ branchId: z.optional(BranchId) }),
  output: z.object({
    branch: z.nullable(Branch),
    branches: z.array(Branch),
    categories: z.array(z.string()),
    items: z.array(ShelfItem),
  }),
  refusals: [],
});

export const ReadItem = endpoint({
  id: 'redemption/read-item',
  method: 'GET',
  path: '/redemption/branches/:branchId/items/:itemId',
  summary: '看一样货品',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ branchId: BranchId, itemId: ItemId }),
  output: z.object({ item: ShelfItem, branch: Branch }),
  refusals: ['redemption/no-such-item'],
});

export const ORDER_STATES = ['reserved', 'collected', 'cancelled', 'lapsed', 'reversed'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const Order = z.object({
  id: OrderId,
  /** Spoken number, such as 兑 0315-0037. */
  number: z.string(),
  itemId: ItemId,
  itemName: z.string(),
  specification: z.string(),
  unit: z.string(),
  picture: z.enum(ITEM_PICTURES),
  quantity: z.int(),
  points: z.int(),
  branchId: BranchId,
  branchName: z.string(),
  state: z.enum(ORDER_STATES),
  reservedAtMs: z.int(),
  lapseAtMs: z.int(),
  endedAtMs: z.nullable(z.int()),
});
export type Order = z.infer<typeof Order>;

/** What the resident shows at the counter. Made anew from keys when asked; kept in no answer. */
export const PickupCode = z.object({
  /** Six figures, valid only at this branch's counter. */
  digits: z.string(),
  /** The text of the QR: K1 and ten characters. */
  qrText: z.string(),
});
export type PickupCode = z.infer<typeof PickupCode>;

export const PlaceOrder = endpoint({
  id: 'redemption/place-order',
  method: 'POST',
  path: '/redemption/orders',
  summary: '兑换：先留货、冻结积分，再去领',
  duty: 'household-member',
  scope: 'household',
  input: z.object({
    requestId: RequestId,
    branchId: BranchId,
    itemId: ItemId,
    quantity: z.int().check(z.minimum(1), z.maximum(QUANTITY_MAX)),
  }),
  output: z.object({ order: Order, availableAfter: z.int() }),
  refusals: [
    'redemption/no-such-item',
    'redemption/out-of-stock',
    'redemption/monthly-limit',
    'redemption/below-redeem-from',
    'ledger/insufficient-points',
  ],
});

export const ReadOrders = endpoint({
  id: 'redemption/read-orders',
  method: 'GET',
  path: '/redemption/orders',
  summary: '我家的兑换单',
  duty: 'household-member',
  scope: 'household',
  input: z.object({ before: Cursor }),
  output: z.object({ orders: z.array(Order), older: z.nullable(z.int()) }),
  refusals: [],
});

export const ReadOrder = endpoint({
  id: 'redemption/read-order',
  method: 'GET',
  path: '/redemption/orders/:orderId',
  summary: '一张兑换单和它的取货码',
  duty: 'household-member',
  scope: 'household',
  input: z.object({ orderId: OrderId }),
  output: z.object({ order: Order, pickup: z.nullable(PickupCode) }),
  refusals: [],
});

export const CancelOrder = endpoint({
  id: 'redemption/cancel-order',
  method: 'POST',
  path: '/redemption/order-cancellations',
  summary: '不要了：货和积分都退回',
  duty: 'household-member',
  scope: 'household',
  input: z.object({ requestId: RequestId, orderId: OrderId }),
  output: z.object({ order: Order, availableAfter: z.int() }),
  refusals: ['redemption/order-not-open'],
});

/** What the clerk sees before handing over: enough to match goods and household, no phone. */
export const CounterOrder = z.object({
  order: Order,
  householderName: z.string(),
  householdCode: z.string(),
  address: z.string(),
  members: z.array(z.object({ personId: PersonId, name: z.string(), relation: z.string() })),
  stockLeft: z.int(),
});
export type CounterOrder = z.infer<typeof CounterOrder>;

export const FindOrder = endpoint({
  id: 'redemption/find-order',
  method: 'POST',
  path: '/redemption/counter/lookups',
  summary: '领取台：用取货码找兑换单',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({ requestId: RequestId, branchId: BranchId, code: words(4, 120) }),
  output: z.object({ found: z.optional(CounterOrder) }),
  refusals: [
    'redemption/wrong-pickup-code',
    'redemption/counter-paused',
    'redemption/order-not-open',
  ],
  secrets: ['code'],
});

export const HandOver = endpoint({
  id: 'redemption/hand-over',
  method: 'POST',
  path: '/redemption/counter/hand-overs',
  summary: '领取台：已交到手上',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    orderId: OrderId,
    /** Who came, when it is not the householder. */
    collectedByPersonId: z.optional(PersonId),
  }),
  output: z.object({ order: Order }),
  refusals: [
    'redemption/order-not-open',
    'redemption/own-household',
    'redemption/not-of-household',
  ],
});

/** A paper card at the counter: the household, and what it may redeem. */
export const CardHolder = z.object({
  householdId: HouseholdId,
  householdCode: z.string(),
  householderName: z.string(),
  holderName: z.string(),
  address: z.string(),
  available: z.int(),
});
export type CardHolder = z.infer<typeof CardHolder>;

export const FindCardHolder = endpoint({
  id: 'redemption/find-card-holder',
  method: 'POST',
  path: '/redemption/counter/card-lookups',
  summary: '领取台：扫老人的纸卡',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({ requestId: RequestId, branchId: BranchId, cardCode: words(4, 120) }),
  output: z.object({ holder: z.optional(CardHolder) }),
  refusals: ['redemption/wrong-card', 'redemption/counter-paused'],
  secrets: ['cardCode'],
});

export const SECOND_LOOKS = ['name', 'face', 'helper'] as const;

export const RedeemByCard = endpoint({
  id: 'redemption/redeem-by-card',
  method: 'POST',
  path: '/redemption/counter/card-redemptions',
  summary: '领取台：替拿纸卡的老人兑换，当面交给',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    branchId: BranchId,
    cardCode: words(4, 120),
    itemId: ItemId,
    quantity: z.int().check(z.minimum(1), z.maximum(QUANTITY_MAX)),
    /** 再认一次人: said the name, known by face, or a helper named himself. */
    secondLook: z.enum(SECOND_LOOKS),
  }),
  output: z.object({ order: Order, availableAfter: z.int() }),
  refusals: [
    'redemption/wrong-card',
    'redemption/counter-paused',
    'redemption/no-such-item',
    'redemption/out-of-stock',
    'redemption/monthly-limit',
    'redemption/below-redeem-from',
    'redemption/card-daily-cap',
    'redemption/own-household',
    'ledger/insufficient-points',
  ],
  secrets: ['cardCode'],
});

export const REVERSAL_REASONS = ['wrong-goods', 'wrong-household', 'damaged', 'not-taken'] as const;

export const ReverseHandOver = endpoint({
  id: 'redemption/reverse-hand-over',
  method: 'POST',
  path: '/redemption/counter/reversals',
  summary: '发错了：冲正，货和积分都退回',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    orderId: OrderId,
    reason: z.enum(REVERSAL_REASONS),
  }),
  output: z.object({ order: Order }),
  refusals: [
    'redemption/order-not-collected',
    'redemption/own-household',
    'redemption/reversal-too-late',
  ],
});

export const ReadCounter = endpoint({
  id: 'redemption/read-counter',
  method: 'GET',
  path: '/redemption/counter',
  summary: '领取台：待领的和今天发出的',
  duty: 'counter.hand-over',
  scope: 'area',
  input: z.object({ branchId: z.optional(BranchId) }),
  output: z.object({
    branches: z.array(Branch),
    branch: z.nullable(Branch),
    openCount: z.int(),
    handedToday: z.int(),
    recent: z.array(
      z.object({ order: Order, householderName: z.string(), canReverse: z.boolean() }),
    ),
  }),
  refusals: [],
});

export const SOURCE_KINDS = ['firm', 'person', 'team', 'collective', 'purchase'] as const;

export const ReceiveStock = endpoint({
  id: 'redemption/receive-stock',
  method: 'POST',
  path: '/redemption/stock-receipts',
  summary: '入库：什么货、多少、谁给的',
  duty: 'shelf.receive',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    branchId: BranchId,
    itemId: ItemId,
    quantity: z.int().check(z.minimum(1), z.maximum(100_000)),
    sourceKind: z.enum(SOURCE_KINDS),
    sourceName: words(1, 60),
    isNamedInPublic: z.boolean(),
  }),
  output: z.object({ stockAfter: z.int(), batchCode: z.string() }),
  refusals: ['redemption/no-such-item'],
  secrets: ['sourceName'],
});

export const ReadStock = endpoint({
  id: 'redemption/read-stock',
  method: 'GET',
  path: '/redemption/stock',
  summary: '库存账：进了多少、发了多少、还有多少',
  duty: 'shelf.read-stock',
  scope: 'area',
  input: z.object({ branchId: z.optional(BranchId) }),
  output: z.object({
    branches: z.array(Branch),
    branch: z.nullable(Branch),
    rows: z.array(
      z.object({
        itemId: ItemId,
        name: z.string(),
        unit: z.string(),
        received: z.int(),
        handed: z.int(),
        lost: z.int(),
        held: z.int(),
        free: z.int(),
      }),
    ),
  }),
  refusals: [],
});

export const redemptionProblems = {
  'redemption/no-such-item': {
    status: 404,
    title: '货架上没有',
    detail: () => '货架上没有这样货品，可能刚撤下，请回货架再看看',
  },
  'redemption/out-of-stock': {
    status: 409,
    title: '兑完了',
    detail: (facts: { itemName: string; left: number; unit: string }) =>
      facts.left === 0
        ? `「${facts.itemName}」刚刚兑完了，没有扣分`
        : `「${facts.itemName}」只剩 ${facts.left} ${facts.unit}，没有扣分`,
  },
  'redemption/monthly-limit': {
    status: 409,
    title: '这个月兑够了',
    detail: (facts: { itemName: string; monthlyMax: number; taken: number; unit: string }) =>
      `「${facts.itemName}」每户每月最多 ${facts.monthlyMax} ${facts.unit}，这个月已经兑了 ${facts.taken} ${facts.unit}`,
  },
  'redemption/below-redeem-from': {
    status: 409,
    title: '还没到起兑分',
    detail: (facts: { total: number; redeemFrom: number }) =>
      `总分到 ${facts.redeemFrom} 分可以兑换，现在是 ${facts.total} 分`,
  },
  'redemption/order-not-open': {
    status: 409,
    title: '这张单不在待领',
    detail: (facts: { stateWords: string }) => `这张兑换单${facts.stateWords}，不能再办`,
  },
  'redemption/order-not-collected': {
    status: 409,
    title: '这张单没有发出过',
    detail: () => '这张兑换单没有发出过，或已经冲正，不用再冲',
  },
  'redemption/reversal-too-late': {
    status: 409,
    title: '过了能冲正的时间',
    detail: (facts: { daysMax: number }) =>
      `发出超过 ${facts.daysMax} 天，领取台不能冲正了，请找社区干部`,
  },
  'redemption/wrong-pickup-code': {
    status: 404,
    title: '没找到这个取货码',
    detail: (facts: { triesLeft: number }) =>
      `没找到这个取货码。请对着居民的手机再输一次，还可以试 ${facts.triesLeft} 次`,
  },
  'redemption/wrong-card': {
    status: 404,
    title: '这张卡用不了',
    detail: () => '这张卡认不出来，或已经作废。请看看是不是最新的一张，卡丢了请找网格员补办',
  },
  'redemption/counter-paused': {
    status: 429,
    title: '领取台停一分钟',
    detail: (facts: { waitSeconds: number }) =>
      `输错的次数多了，领取台停一停，请过 ${facts.waitSeconds} 秒再试`,
  },
  'redemption/card-daily-cap': {
    status: 409,
    title: '纸卡今天用够了',
    detail: (facts: { capPoints: number; usedPoints: number }) =>
      `一张纸卡一天最多用 ${facts.capPoints} 分，今天已用 ${facts.usedPoints} 分，明天再来`,
  },
  'redemption/own-household': {
    status: 403,
    title: '自家的请别人办',
    detail: () => '这是您自己家的，请另一位储蓄所管理员来办',
  },
  'redemption/not-of-household': {
    status: 422,
    title: '来领的人不在这一户',
    detail: () => '来领的人不在这一户的名单里，请重新选',
  },
} as const;
