import { communityAreas } from '@bank/db/schema/community';
import { redemptionBranches } from '@bank/db/schema/redemption';
import { type ViewRow, view } from '@bank/db/view';
import { dayOf, startOfDayMs } from '@bank/shared/calendar';
import {
  type Branch,
  BranchId,
  ReadCounter,
  ReadItem,
  ReadOrder,
  ReadOrders,
  ReadShelf,
  ReadStock,
  type ShelfItem,
} from '@bank/shared/contracts/redemption';
import { AreaId, ItemId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { asc, eq } from 'drizzle-orm';
import { liesIn } from '../platform/duty.ts';
import { query, type Window } from '../platform/query.ts';
import { decideHands, decideUndoing } from './order.ts';
import { pickupCodeOf } from './pickup.ts';
import {
  fileOf,
  ORDERS_PAGE,
  orderById,
  ordersOfHousehold,
  pictureOf,
  showOrder,
} from './store.ts';

const RECENT_MAX = 20;

type PlacedBranch = Branch & { readonly path: string };

async function branchesOf({ reader }: Pick<Window, 'reader'>): Promise<PlacedBranch[]> {
  const rows = await reader
    .select()
    .from(redemptionBranches)
    .innerJoin(communityAreas, eq(communityAreas.id, redemptionBranches.areaId))
    .orderBy(asc(communityAreas.path));
  return rows.map(({ redemption_branches: branch, community_areas: site }) => ({
    id: BranchId.parse(branch.id),
    name: branch.name,
    siteId: AreaId.parse(site.id),
    siteName: site.name,
    address: site.address ?? '',
    openDays: site.openDays ?? '',
    path: site.path,
  }));
}

const withoutPath = ({ path: _, ...branch }: PlacedBranch): Branch => branch;

/** What stands on the shelf of a branch, with the newest donor who wished to be named. */
const shelfOf = view(
  `SELECT j.key, i.*, a.balance AS stock,
          (SELECT b.source_name FROM redemption_batches b WHERE b.branch_id = j.value
              AND b.item_id = i.id AND b.is_named_in_public = 1 ORDER BY b.at_ms DESC LIMIT 1) AS donor
     FROM json_each(?) j CROSS JOIN redemption_items i ON i.is_on_shelf = 1
     JOIN ledger_accounts a ON a.id = i.id || '.' || j.value || '.shelf'
    ORDER BY j.key, a.balance = 0, i.price, i.code`,
  (rows) => rows.map(shelfItem),
);

function shelfItem(row: ViewRow): ShelfItem {
  const [name, category] = [String(row.name), String(row.category)];
  return {
    id: ItemId.parse(String(row.id)),
    code: String(row.code),
    name,
    specification: String(row.specification),
    category,
    unit: String(row.unit),
    price: Number(row.price),
    stock: Number(row.stock),
    monthlyMax: Number(row.monthly_max),
    donor: row.donor === null ? null : String(row.donor),
    picture: pictureOf(name, category),
  };
}

/** The branch asked for, else the reader's own site's, else the first. */
function chosen(branches: PlacedBranch[], window: Window, branchId: string | undefined) {
  const { actor } = window;
  const home = actor.kind === 'person' ? (actor.householdPath ?? '') : '';
  return branchId === undefined
    ? (branches.find((branch) => liesIn(home, branch.path)) ?? branches[0])
    : branches.find((branch) => branch.id === branchId);
}

export const readShelf = query(ReadShelf, async (window, { branchId }) => {
  const branches = await branchesOf(window);
  const branch = chosen(branches, window, branchId);
  const items = branch ? await window.lookout.look(shelfOf, branch.id) : [];
  return accept({
    branch: branch ? withoutPath(branch) : null,
    branches: branches.map(withoutPath),
    categories: [...new Set(items.map((item) => item.category))],
    items,
  });
});

export const readItem = query(ReadItem, async (window, { branchId, itemId }) => {
  const branch = (await branchesOf(window)).find((one) => one.id === branchId);
  const items = branch ? await window.lookout.look(shelfOf, branch.id) : [];
  const item = items.find((one) => one.id === itemId);
  if (!branch || !item) return refuse({ code: 'redemption/no-such-item', facts: NO_FACTS });
  return accept({ item, branch: withoutPath(branch) });
});

const homeOf = ({ actor }: Window) => (actor.kind === 'person' ? (actor.householdId ?? '') : '');

export const readOrders = query(ReadOrders, async (window, { before }) => {
  const beforeMs = before ?? Number.MAX_SAFE_INTEGER;
  const key = [homeOf(window), beforeMs] as const;
  const files = await window.lookout.look(ordersOfHousehold, key);
  const shown = files.slice(0, ORDERS_PAGE);
  return accept({
    orders: shown.map((file) => showOrder(file)),
    older: files.length > ORDERS_PAGE ? (shown.at(-1)?.record.reservedAtMs ?? null) : null,
  });
});

export const readOrder = query(ReadOrder, async (window, { orderId }) => {
  const file = await window.lookout.look(orderById, orderId);
  if (!file || file.record.householdId !== homeOf(window)) {
    return refuse({ code: 'request/not-found', facts: NO_FACTS });
  }
  const { state, digits, id } = file.record;
  const pickup =
    state === 'reserved' && digits !== null
      ? { digits, qrText: pickupCodeOf(window.keys, id) }
      : null;
  return accept({ order: showOrder(file), pickup });
});

const counterOf = view(
  `SELECT j.key, o.*, i.name AS item_name, i.specification, i.category, i.unit,
          b.name AS branch_name, site.path AS branch_path,
          (SELECT p.name FROM community_people p WHERE p.household_id = o.household_id
              AND p.state = 'here' ORDER BY p.relation <> '户主', p.code LIMIT 1) AS householder
     FROM json_each(?) j CROSS JOIN redemption_orders o ON o.branch_id = j.value->>0
      AND o.state IN ('collected', 'reversed') AND o.ended_at_ms >= j.value->>1
     JOIN redemption_items i ON i.id = o.item_id JOIN redemption_branches b ON b.id = o.branch_id
     JOIN community_areas site ON site.id = b.area_id
    ORDER BY j.key, o.ended_at_ms DESC`,
  (rows, _key: readonly [string, number]) => rows,
);

const openCount = view(
  `SELECT j.key, count(*) AS open_count FROM json_each(?) j
     CROSS JOIN redemption_orders o ON o.branch_id = j.value AND o.state = 'reserved' GROUP BY j.key`,
  ([row]) => (row ? Number(row.open_count) : 0),
);

async function branchInReach(window: Window, branchId: string | undefined) {
  const all = await branchesOf(window);
  const branches = all.filter((branch) => window.areas.some((area) => liesIn(branch.path, area)));
  const branch = branchId === undefined ? branches[0] : branches.find((one) => one.id === branchId);
  return { branches, branch, isForeign: branchId !== undefined && !branch };
}

export const readCounter = query(ReadCounter, async (window, { branchId }) => {
  const { branches, branch, isForeign } = await branchInReach(window, branchId);
  if (isForeign) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const since = startOfDayMs(dayOf(window.nowMs));
  const [today, open] = branch
    ? await Promise.all([
        window.lookout.look(counterOf, [branch.id, since] as const),
        window.lookout.look(openCount, branch.id),
      ])
    : [[], 0];
  const tellerHome = window.actor.kind === 'person' ? window.actor.householdId : null;
  return accept({
    branches: branches.map(withoutPath),
    branch: branch ? withoutPath(branch) : null,
    openCount: open,
    handedToday: today.filter((row) => row.state === 'collected').length,
    recent: today.slice(0, RECENT_MAX).map((row) => {
      const file = fileOf(row);
      return {
        order: showOrder(file),
        householderName: String(row.householder ?? ''),
        canReverse:
          decideUndoing(file.record, window.nowMs).ok &&
          decideHands(tellerHome, file.record.householdId).ok,
      };
    }),
  });
});

const stockOf = view(
  `SELECT j.key, i.id, i.name, i.unit,
          (SELECT coalesce(sum(quantity), 0) FROM redemption_batches b
            WHERE b.branch_id = j.value AND b.item_id = i.id) AS received,
          max(iif(a.kind = 'handed', a.balance, 0)) AS handed,
          max(iif(a.kind = 'lost', a.balance, 0)) AS lost,
          max(iif(a.kind = 'held', a.balance, 0)) AS held,
          max(iif(a.kind = 'shelf', a.balance, 0)) AS free
     FROM json_each(?) j CROSS JOIN ledger_accounts a ON a.owner_id = j.value AND a.book LIKE 'goods.%'
     JOIN redemption_items i ON 'goods.' || i.id = a.book
    GROUP BY j.key, i.id ORDER BY j.key, i.code`,
  (rows) => rows,
);

export const readStock = query(ReadStock, async (window, { branchId }) => {
  const { branches, branch, isForeign } = await branchInReach(window, branchId);
  if (isForeign) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const rows = branch ? await window.lookout.look(stockOf, branch.id) : [];
  return accept({
    branches: branches.map(withoutPath),
    branch: branch ? withoutPath(branch) : null,
    rows: rows.map((row) => ({
      itemId: ItemId.parse(String(row.id)),
      name: String(row.name),
      unit: String(row.unit),
      received: Number(row.received),
      handed: Number(row.handed),
      lost: Number(row.lost),
      held: Number(row.held),
      free: Number(row.free),
    })),
  });
});
