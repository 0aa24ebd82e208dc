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
import { lapsedOrders } from './store.ts';

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
