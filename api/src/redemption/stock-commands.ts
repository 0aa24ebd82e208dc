import { dayOf } from '@bank/shared/calendar';
import { ReceiveStock } from '@bank/shared/contracts/redemption';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { draftMove } from '../ledger/transfer.ts';
import { command } from '../platform/command.ts';
import { itemAccounts } from './goods.ts';
import { branchPath, offeredItem, recordBatch } from './store.ts';

/** 入库: units come onto the shelf from outside, with who gave them. */
export const receiveStock = command(ReceiveStock, {
  async load({ lookout }, { branchId, itemId }) {
    const [branch, item] = await Promise.all([
      lookout.look(branchPath, branchId),
      lookout.look(offeredItem, [itemId, branchId] as const),
    ]);
    return { areaPath: branch?.path ?? null, item };
  },
  decide({ item }, desk, input) {
    if (!item) return refuse({ code: 'redemption/no-such-item', facts: NO_FACTS });
    const { branchId, itemId, quantity } = input;
    const id = desk.chance.newId('batch');
    const goods = itemAccounts(itemId, branchId);
    const receivedOn = dayOf(desk.nowMs);
    const code = `RK${receivedOn.replaceAll('-', '')}-${id.slice(-4).toUpperCase()}`;
    return accept({
      subjectId: id,
      answer: { stockAfter: item.stock + quantity, batchCode: code },
      transfers: [
        draftMove({
          id: desk.chance.newId('transfer'),
          source: goods.supply,
          target: goods.shelf,
          amount: quantity,
          code: 'redemption/receipt',
          subjectId: id,
        }),
      ],
      rows: [
        recordBatch({
          id,
          code,
          itemId,
          branchId,
          quantity,
          sourceKind: input.sourceKind,
          sourceName: input.sourceName,
          isNamedInPublic: input.isNamedInPublic,
          receivedOn,
          unitValueFen: null,
          atMs: desk.nowMs,
        }),
      ],
    });
  },
});
