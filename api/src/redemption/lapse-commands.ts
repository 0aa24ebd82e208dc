import { endpoint } from '@bank/shared/endpoint';
import { OrderId, RequestId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import * as z from '@bank/shared/zod';
import { peopleOfHousehold } from '../community/store.ts';
import { command } from '../platform/command.ts';
import type { Bank } from '../platform/context.ts';
import { decideOpen } from './order.ts';
import { giveBack, loadOrder, tellHousehold } from './order-commands.ts';
import { lapsedOrders, orderById, unwarnedOrders, WARNING_PREFIX } from './store.ts';

const WARNING_MS = 2 * 86_400_000;

/** What falls due by the clock is a command like any other; no request can give it. */
const LapseOrder = endpoint({
  id: 'redemption/lapse-order',
  method: 'POST',
  path: '/-/lapse-order',
  summary: '过期没领：货和积分都退回',
  duty: 'clock',
  scope: 'public',
  input: z.object({ requestId: RequestId, orderId: OrderId }),
  output: z.object({}),
  refusals: ['redemption/order-not-open'],
});

export const lapseOrder = command(LapseOrder, {
  async load(desk, input) {
    const loaded = await loadOrder(desk, input.orderId);
    const householdId = loaded.file?.record.householdId ?? '';
    const people = await desk.lookout.look(peopleOfHousehold, householdId);
    return { ...loaded, people };
  },
  decide({ file, pointsHold, goodsHold, quota, people }, desk) {
    if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const open = decideOpen(file.record.state);
    if (!open.ok) return open;
    if (!pointsHold || !goodsHold) throw new Error(`${file.record.id} is open without its holds`);
    const back = giveBack(desk, file, { points: pointsHold, goods: goodsHold }, quota, 'lapsed');
    const facts = { title: file.itemName, points: file.record.points, subjectId: file.record.id };
    const householder = people.slice(0, 1).map((person) => person.id);
    return accept({
      subjectId: file.record.id,
      answer: {},
      transfers: back.transfers,
      rows: [...back.rows, ...tellHousehold(desk, householder, 'order-lapsed', facts)],
    });
  },
});

/** 快到期: told to the householder once, two days before the order lapses. */
const WarnOfLapse = endpoint({
  id: 'redemption/warn-of-lapse',
  method: 'POST',
  path: '/-/warn-of-lapse',
  summary: '兑换单快到期：提醒来领',
  duty: 'clock',
  scope: 'public',
  input: z.object({ requestId: RequestId, orderId: OrderId }),
  output: z.object({}),
  refusals: ['redemption/order-not-open'],
});

const warnOfLapse = command(WarnOfLapse, {
  async load(desk, input) {
    const file = await desk.lookout.look(orderById, input.orderId);
    const people = await desk.lookout.look(peopleOfHousehold, file?.record.householdId ?? '');
    return { file, people };
  },
  decide({ file, people }, desk) {
    if (!file) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const open = decideOpen(file.record.state);
    if (!open.ok) return open;
    const { itemName: title, record } = file;
    const facts = { title, atMs: record.lapseAtMs, subjectId: record.id };
    const householder = people.slice(0, 1).map((person) => person.id);
    return accept({
      subjectId: record.id,
      answer: {},
      rows: tellHousehold(desk, householder, 'order-soon-lapses', facts),
    });
  },
});

/** Warns of every order that lapses within two days and was not warned of yet; answers how many. */
export async function warnOfDueOrders(bank: Bank): Promise<number> {
  const nowMs = bank.chance.nowMs();
  const due = await bank.lookout.look(unwarnedOrders, [nowMs, nowMs + WARNING_MS] as const);
  const answers = await Promise.all(
    due.map((orderId) =>
      warnOfLapse.give(
        bank,
        { kind: 'clock' },
        {
          requestId: RequestId.parse(`${WARNING_PREFIX}${orderId}`),
          orderId: OrderId.parse(orderId),
        },
      ),
    ),
  );
  return answers.filter(({ outcome, isReplay }) => outcome.ok && !isReplay).length;
}

/** Gives back every order whose day has passed; answers how many. Asked by the clock each minute. */
export async function lapseDueOrders(bank: Bank): Promise<number> {
  const due = await bank.lookout.look(lapsedOrders, [bank.chance.nowMs()] as const);
  const answers = await Promise.all(
    due.map((orderId) =>
      lapseOrder.give(
        bank,
        { kind: 'clock' },
        {
          requestId: RequestId.parse(`lapse-${orderId}`),
          orderId: OrderId.parse(orderId),
        },
      ),
    ),
  );
  return answers.filter(({ outcome }) => outcome.ok).length;
}
