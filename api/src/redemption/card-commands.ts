import type { Row } from '@bank/db/plan';
import { dayOf } from '@bank/shared/calendar';
import { parseScanned } from '@bank/shared/codes';
import { FindCardHolder, RedeemByCard } from '@bank/shared/contracts/redemption';
import { HouseholdId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { recordTries, triesOf } from '../access/store.ts';
import { afterWrongTry, COUNTER_TRIES, decideTry } from '../access/tries.ts';
import { addressOf } from '../community/household.ts';
import { cardBySerial, householdById, peopleOfHousehold } from '../community/store.ts';
import { passbookAccount, SPENT_ACCOUNT } from '../ledger/account.ts';
import { balanceOf } from '../ledger/store.ts';
import { draftMove } from '../ledger/transfer.ts';
import { readCardCode } from '../platform/code-keys.ts';
import { command, type Desk } from '../platform/command.ts';
import { counterTries, tellerHome } from './counter-commands.ts';
import { itemAccounts } from './goods.ts';
import { decideCardSpending, decideHands, lapseMoment, orderNumber } from './order.ts';
import { BLANK_ORDER, decidePurchase, fileFrom, loadPurchase } from './order-commands.ts';
import {
  branchPath,
  type OrderRecord,
  quotaOf,
  recordOrder,
  recordQuota,
  showOrder,
} from './store.ts';

async function loadCard(desk: Desk, input: { cardCode: string; branchId: string }) {
  const scanned = parseScanned(input.cardCode);
  const reading =
    scanned.kind === 'card'
      ? readCardCode(desk.keys.master, scanned.code)
      : { state: 'forged' as const };
  const triesId = counterTries(desk, input.branchId);
  const [branch, counted, found] = await Promise.all([
    desk.lookout.look(branchPath, input.branchId),
    desk.lookout.look(triesOf, triesId),
    reading.state === 'genuine' ? desk.lookout.look(cardBySerial, reading.cardKey) : null,
  ]);
  const isGood = found?.card.state === 'active' && found.person.state === 'here';
  return {
    areaPath: branch?.path ?? null,
    sitePath: branch?.path ?? '/',
    triesId,
    counted,
    holder: isGood ? found : null,
  };
}

type LoadedCard = Awaited<ReturnType<typeof loadCard>>;

/** A card that opens nothing is a wrong try; a card of another site is not for this counter. */
function decideCard({ triesId, counted, holder, sitePath }: LoadedCard, desk: Desk) {
  const may = decideTry(counted, COUNTER_TRIES, desk.nowMs);
  if (!may.ok) return refuse({ code: 'redemption/counter-paused' as const, facts: may.problem });
  if (holder?.areaPath.startsWith(sitePath) && holder.person.householdId !== null) {
    return accept({ ...holder, householdId: holder.person.householdId });
  }
  const rows: Row[] = [recordTries(triesId, counted, afterWrongTry(may.value))];
  return {
    ok: false as const,
    problem: { code: 'redemption/wrong-card' as const, facts: NO_FACTS },
    rows,
  };
}

export const findCardHolder = command(FindCardHolder, {
  async load(desk, input) {
    const card = await loadCard(desk, input);
    const householdId = card.holder?.person.householdId ?? '';
    const [home, people, available] = await Promise.all([
      desk.lookout.look(householdById, householdId),
      desk.lookout.look(peopleOfHousehold, householdId),
      desk.lookout.look(balanceOf, passbookAccount(householdId).id),
    ]);
    return { ...card, home, people, available };
  },
  decide(seen, desk) {
    const card = decideCard(seen, desk);
    if (!card.ok) return card;
    const { householdId, person } = card.value;
    const holder = {
      householdId: HouseholdId.parse(householdId),
      householdCode: seen.home?.household.code ?? '',
      householderName: seen.people[0]?.name ?? '',
      holderName: person.name,
      address: seen.home ? addressOf(seen.home.household) : '',
      available: seen.available ?? 0,
    };
    return accept({ subjectId: card.value.card.id, answer: {}, once: { holder } });
  },
});

/** 替老人兑换: paid and handed over at once, after a second look at who holds the card. */
export const redeemByCard = command(RedeemByCard, {
  async load(desk, input) {
    const card = await loadCard(desk, input);
    const householdId = card.holder?.person.householdId ?? '';
    const [purchase, spent] = await Promise.all([
      loadPurchase(desk, householdId, input),
      desk.lookout.look(quotaOf, `${card.holder?.card.id ?? ''}|${dayOf(desk.nowMs)}`),
    ]);
    return { ...card, purchase, spent };
  },
  decide(seen, desk, { branchId, itemId, quantity, secondLook }) {
    const card = decideCard(seen, desk);
    if (!card.ok) return card;
    const { householdId } = card.value;
    const hands = decideHands(tellerHome(desk), householdId);
    if (!hands.ok) return hands;
    const decision = decidePurchase(seen.purchase, quantity);
    if (!decision.ok) return decision;
    const { item, points, availableAfter, quotaRow } = decision.value;
    const spending = decideCardSpending(seen.spent.used, points);
    if (!spending.ok) return spending;

    const id = desk.chance.newId('order');
    const goods = itemAccounts(itemId, branchId);
    const wish = { code: 'redemption/card', subjectId: id };
    const pay = draftMove({
      ...wish,
      id: desk.chance.newId('transfer'),
      source: passbookAccount(householdId),
      target: SPENT_ACCOUNT,
      amount: points,
    });
    const give = draftMove({
      ...wish,
      id: desk.chance.newId('transfer'),
      source: goods.shelf,
      target: goods.handed,
      amount: quantity,
    });
    const figures = Buffer.from(desk.chance.randomBytes(2)).readUInt16BE();
    const record: OrderRecord = {
      ...BLANK_ORDER,
      id,
      version: 1,
      number: orderNumber(desk.nowMs, figures),
      householdId,
      branchId,
      itemId,
      quantity,
      points,
      state: 'collected',
      pointsMoveId: pay.id,
      goodsMoveId: give.id,
      cardId: card.value.card.id,
      secondLook,
      collectedByPersonId: card.value.person.id,
      reservedAtMs: desk.nowMs,
      lapseAtMs: lapseMoment(desk.nowMs, 0),
      endedAtMs: desk.nowMs,
    };
    return accept({
      subjectId: id,
      answer: { order: showOrder(fileFrom(record, item)), availableAfter },
      transfers: [pay, give],
      rows: [recordOrder(record), quotaRow, recordQuota(seen.spent, spending.value)],
    });
  },
});
