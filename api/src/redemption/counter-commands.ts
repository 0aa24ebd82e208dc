import { monthOf } from '@bank/shared/calendar';
import { parseScanned, pickupCodeFrom } from '@bank/shared/codes';
import {
  type CounterOrder,
  FindOrder,
  HandOver,
  ReverseHandOver,
} from '@bank/shared/contracts/redemption';
import { PersonId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { recordTries, triesOf } from '../access/store.ts';
import { afterWrongTry, COUNTER_TRIES, decideTry, triesLeft } from '../access/tries.ts';
import { addressOf } from '../community/household.ts';
import { householdById, peopleOfHousehold } from '../community/store.ts';
import { SPENT_ACCOUNT } from '../ledger/account.ts';
import { balanceOf, postedTransfer } from '../ledger/store.ts';
import { decideReversal, draftCollect } from '../ledger/transfer.ts';
import { command, type Desk } from '../platform/command.ts';
import { itemAccounts } from './goods.ts';
import { decideHands, decideOpen, decideUndoing } from './order.ts';
import { loadOrder, tellHousehold } from './order-commands.ts';
import { pickupHash } from './pickup.ts';
import {
  branchPath,
  type OrderFile,
  type OrderRecord,
  openOrderByDigits,
  orderById,
  orderByPickup,
  quotaOf,
  recordOrder,
  recordQuota,
  showOrder,
} from './store.ts';

export const tellerHome = ({ actor }: Desk) => (actor.kind === 'person' ? actor.householdId : null);

/** Six figures count only at this branch; the QR's code is found anywhere, then compared. */
async function findByCode(desk: Desk, branchId: string, text: string): Promise<OrderFile | null> {
  const scanned = parseScanned(text);
  if (scanned.kind === 'six-digits') {
    return desk.lookout.look(openOrderByDigits, [branchId, scanned.digits] as const);
  }
  const code = pickupCodeFrom(text);
  if (code === undefined) return null;
  const file = await desk.lookout.look(orderByPickup, pickupHash(desk.keys, code));
  return file?.record.branchId === branchId ? file : null;
}

async function describeForCounter(desk: Desk, file: OrderFile): Promise<CounterOrder> {
  const { householdId, itemId, branchId } = file.record;
  const shelf = itemAccounts(itemId, branchId).shelf.id;
  const [home, people, stock] = await Promise.all([
    desk.lookout.look(householdById, householdId),
    desk.lookout.look(peopleOfHousehold, householdId),
    desk.lookout.look(balanceOf, shelf),
  ]);
  return {
    order: showOrder(file),
    householderName: people[0]?.name ?? '',
    householdCode: home?.household.code ?? '',
    address: home ? addressOf(home.household) : '',
    members: people.map((person) => ({
      personId: PersonId.parse(person.id),
      name: person.name,
      relation: person.relation,
    })),
    stockLeft: stock ?? 0,
  };
}

/** Wrong codes are counted by counter: five, then a minute's pause. */
export function counterTries(desk: Desk, branchId: string): string {
  return desk.keys.hash(
    'tries',
    `counter|${branchId}|${desk.actor.kind === 'person' ? desk.actor.personId : ''}`,
  );
}

/** 用取货码找单. A lookup is a command, since a wrong one must be counted. */
export const findOrder = command(FindOrder, {
  async load(desk, input) {
    const triesId = counterTries(desk, input.branchId);
    const [branch, counted, file] = await Promise.all([
      desk.lookout.look(branchPath, input.branchId),
      desk.lookout.look(triesOf, triesId),
      findByCode(desk, input.branchId, input.code),
    ]);
    const found = file ? await describeForCounter(desk, file) : null;
    return { areaPath: branch?.path ?? null, triesId, counted, file, found };
  },
  decide({ triesId, counted, file, found }, desk) {
    const may = decideTry(counted, COUNTER_TRIES, desk.nowMs);
    if (!may.ok) return refuse({ code: 'redemption/counter-paused', facts: may.problem });
    if (!file || !found) {
      const after = afterWrongTry(may.value);
      const facts = { triesLeft: triesLeft(after, COUNTER_TRIES) };
      const rows = [recordTries(triesId, counted, after)];
      return { ok: false, problem: { code: 'redemption/wrong-pickup-code', facts }, rows };
    }
    const open = decideOpen(file.record.state);
    if (!open.ok) return open;
    // Names are told to the clerk and kept in no answer.
    return accept({ subjectId: file.record.id, answer: {}, once: { found } });
  },
});

/** 已交到手上: what was held leaves for good. */
export const handOver = command(HandOver, {
  async load(desk, input) {
    const loaded = await loadOrder(desk, input.orderId);
    const people = loaded.file
      ? await desk.lookout.look(peopleOfHousehold, loaded.file.record.householdId)
      : [];
    return { areaPath: loaded.file?.branchPath ?? null, ...loaded, people };
  },
  decide({ file, pointsHold, goodsHold, people }, desk, { collectedByPersonId }) {
    if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { record } = file;
    const open = decideOpen(record.state);
    if (!open.ok) return open;
    const hands = decideHands(tellerHome(desk), record.householdId);
    if (!hands.ok) return hands;
    if (collectedByPersonId && !people.some((person) => person.id === collectedByPersonId)) {
      return refuse({ code: 'redemption/not-of-household', facts: NO_FACTS });
    }
    if (!pointsHold || !goodsHold) throw new Error(`${record.id} is open without its holds`);
    const goods = itemAccounts(record.itemId, record.branchId);
    const ending = (target: typeof SPENT_ACCOUNT) => ({
      id: desk.chance.newId('transfer'),
      target,
      code: 'redemption/hand-over',
      subjectId: record.id,
    });
    const transfers = [
      draftCollect(pointsHold, ending(SPENT_ACCOUNT)),
      draftCollect(goodsHold, ending(goods.handed)),
    ];
    const change: Partial<OrderRecord> = {
      version: record.version + 1,
      state: 'collected',
      digits: null,
      pointsMoveId: transfers[0]?.id ?? null,
      goodsMoveId: transfers[1]?.id ?? null,
      collectedByPersonId: collectedByPersonId ?? null,
      endedAtMs: desk.nowMs,
    };
    return accept({
      subjectId: record.id,
      answer: { order: showOrder(file, change) },
      transfers,
      rows: [recordOrder({ ...record, ...change })],
    });
  },
});

/** 发错了: both transfers are answered by reversals, and the home is told. */
export const reverseHandOver = command(ReverseHandOver, {
  async load(desk, input) {
    const file = await desk.lookout.look(orderById, input.orderId);
    const quotaId = file
      ? `${file.record.householdId}|${file.record.itemId}|${monthOf(file.record.reservedAtMs)}`
      : '';
    const [pointsMove, goodsMove, people, quota] = await Promise.all([
      desk.lookout.look(postedTransfer, file?.record.pointsMoveId ?? ''),
      desk.lookout.look(postedTransfer, file?.record.goodsMoveId ?? ''),
      desk.lookout.look(peopleOfHousehold, file?.record.householdId ?? ''),
      desk.lookout.look(quotaOf, quotaId),
    ]);
    return { areaPath: file?.branchPath ?? null, file, pointsMove, goodsMove, people, quota };
  },
  decide({ file, pointsMove, goodsMove, people, quota }, desk, { reason }) {
    if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const undoing = decideUndoing(file.record, desk.nowMs);
    if (!undoing.ok) return undoing;
    const hands = decideHands(tellerHome(desk), file.record.householdId);
    if (!hands.ok) return hands;
    if (!pointsMove || !goodsMove)
      throw new Error(`${file.record.id} was collected without a move`);
    const reversal = () => ({
      id: desk.chance.newId('transfer'),
      code: `redemption/reversal-${reason}`,
      subjectId: file.record.id,
    });
    const points = decideReversal(pointsMove, reversal());
    const goods = decideReversal(goodsMove, reversal());
    if (!points.ok) return points;
    if (!goods.ok) return goods;
    const change: Partial<OrderRecord> = {
      version: file.record.version + 1,
      state: 'reversed',
      reversalReason: reason,
    };
    const facts = { title: file.itemName, points: file.record.points, subjectId: file.record.id };
    const householder = people.slice(0, 1).map((person) => person.id);
    return accept({
      subjectId: file.record.id,
      answer: { order: showOrder(file, change) },
      transfers: [points.value, goods.value],
      rows: [
        recordOrder({ ...file.record, ...change }),
        // What was not kept does not count against the month.
        recordQuota(quota, Math.max(0, quota.used - file.record.quantity)),
        ...tellHousehold(desk, householder, 'order-reversed', facts),
      ],
    });
  },
});
