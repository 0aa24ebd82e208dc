import { createHash, randomUUID } from 'node:crypto';
import { linkOf } from '@bank/db/chain';
import { ledgerAccounts, ledgerTip, ledgerTransfers } from '@bank/db/schema/ledger';
import { answeredRequests, auditEntries } from '@bank/db/schema/platform';
import { redemptionItems, redemptionOrders, redemptionQuotas } from '@bank/db/schema/redemption';
import type { ChainedTransfer } from '@bank/shared/chain';
import { createClient } from '@libsql/client';
import { eq, inArray } from 'drizzle-orm';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { PRICE, seatAccount } from './ground.ts';
import type { Does, Wish } from './wish.ts';

/**
 * The yardstick (a): the same schema with the same triggers and the same rows, as it is usually
 * written: one drizzle transaction a request, requests in line, as durable as ours.
 */
export interface Naive {
  readonly does: Does;
  readonly db: LibSQLDatabase;
  close(): void;
}

type Transaction = Parameters<Parameters<LibSQLDatabase['transaction']>[0]>[0];
type Draft = Pick<
  ChainedTransfer,
  'id' | 'book' | 'kind' | 'sourceId' | 'targetId' | 'amount' | 'code' | 'subjectId'
> & {
  lapseAtMs?: number;
};

export async function openNaive(url: string): Promise<Naive> {
  const client = createClient({ url, concurrency: 1, timeout: 5000 });
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'recursive_triggers = ON',
    'wal_autocheckpoint = 16000',
    'cache_size = -64000',
  ]) {
    await client.execute(`PRAGMA ${pragma}`);
  }
  const db = drizzle(client);
  let last: Promise<unknown> = Promise.resolve();
  const inLine = <Answer>(work: (tx: Transaction) => Promise<Answer>): Promise<Answer> => {
    const turn = last.then(() => db.transaction(work, { behavior: 'immediate' }));
    last = turn.catch(() => undefined);
    return turn;
  };
  return {
    db,
    does: {
      award: (wish) => inLine((tx) => award(tx, wish)),
      'sign-up': (wish) => inLine((tx) => signUp(tx, wish)),
      redeem: (wish) => inLine((tx) => redeem(tx, wish)),
    },
    close: () => client.close(),
  };
}

async function balanceOf(tx: Transaction, id: string): Promise<number> {
  const [found] = await tx.select().from(ledgerAccounts).where(eq(ledgerAccounts.id, id));
  return found?.balance ?? 0;
}

async function award(tx: Transaction, wish: Wish) {
  await refuseReplay(tx, wish);
  const target = `${wish.householdId}.points`;
  const available = await balanceOf(tx, target);
  await post(tx, wish, [move('points', 'points.issue', target, 1, wish.householdId)]);
  await answer(tx, wish, 'bench/award');
  return { availableAfter: available + 1 };
}

async function signUp(tx: Transaction, wish: Wish) {
  await refuseReplay(tx, wish);
  const [free, taken] = [seatAccount(wish.occasion, 'free'), seatAccount(wish.occasion, 'taken')];
  const left = await balanceOf(tx, free.id);
  if (left < 1) throw new Error('no seat');
  await post(tx, wish, [move(free.book, free.id, taken.id, 1, wish.requestId)]);
  await tx.insert(redemptionQuotas).values({ id: `seat|${wish.requestId}`, version: 1, used: 1 });
  await answer(tx, wish, 'bench/sign-up');
  return { left: left - 1 };
}

async function redeem(tx: Transaction, wish: Wish) {
  await refuseReplay(tx, wish);
  const { householdId, branchId, itemId } = wish;
  const [item] = await tx.select().from(redemptionItems).where(eq(redemptionItems.id, itemId));
  const passbook = `${householdId}.points`;
  const shelf = `${itemId}.${branchId}.shelf`;
  const balances = await tx
    .select()
    .from(ledgerAccounts)
    .where(inArray(ledgerAccounts.id, [passbook, `${householdId}.base`, shelf]));
  const quotaId = `${householdId}|${itemId}|month`;
  const [quota] = await tx.select().from(redemptionQuotas).where(eq(redemptionQuotas.id, quotaId));
  const poorest = balances.some((account) => account.balance < PRICE);
  if (!item || poorest) throw new Error('refused');
  const orderId = `order_${randomUUID()}`;
  const hold = { kind: 'hold' as const, lapseAtMs: Date.now() + 1e9, code: 'redemption/order' };
  const points = { ...move('points', passbook, `${branchId}.held`, PRICE, orderId), ...hold };
  const goods = {
    ...move(`goods.${itemId}`, shelf, `${itemId}.${branchId}.held`, 1, orderId),
    ...hold,
  };
  await post(tx, wish, [points, goods]);
  await tx.insert(redemptionOrders).values({
    id: orderId,
    version: 1,
    number: '兑 0317-0001',
    householdId,
    branchId,
    itemId,
    quantity: 1,
    points: PRICE,
    state: 'reserved',
    pointsHoldId: points.id,
    goodsHoldId: goods.id,
    digits: orderId.slice(-12),
    pickupHash: createHash('sha256').update(orderId).digest('hex'),
    reservedAtMs: Date.now(),
    lapseAtMs: hold.lapseAtMs,
  });
  const used = (quota?.used ?? 0) + 1;
  if (quota) {
    await tx
      .update(redemptionQuotas)
      .set({ used, version: quota.version + 1 })
      .where(eq(redemptionQuotas.id, quotaId));
  } else {
    await tx.insert(redemptionQuotas).values({ id: quotaId, version: 1, used });
  }
  await answer(tx, wish, 'bench/redeem');
  return { orderId, availableAfter: 0 };
}

function move(
  book: string,
  sourceId: string,
  targetId: string,
  amount: number,
  subjectId: string,
): Draft {
  return {
    id: `transfer_${randomUUID()}`,
    book,
    kind: 'move',
    sourceId,
    targetId,
    amount,
    code: 'bench',
    subjectId,
  };
}

async function refuseReplay(tx: Transaction, { requestId }: Wish): Promise<void> {
  const [earlier] = await tx
    .select()
    .from(answeredRequests)
    .where(eq(answeredRequests.requestId, requestId));
  if (earlier) throw new Error('answered already');
}

async function post(tx: Transaction, { requestId }: Wish, drafts: readonly Draft[]): Promise<void> {
  const [tip] = await tx.select().from(ledgerTip);
  let [seq, hash] = [tip?.seq ?? 0, tip?.hash ?? 'opening'];
  for (const draft of drafts) {
    seq += 1;
    const transfer: ChainedTransfer = {
      ...draft,
      seq,
      holdId: null,
      lapseAtMs: draft.lapseAtMs ?? null,
      reversesId: null,
      memoDigest: null,
      requestId,
      atMs: Date.now(),
    };
    const prev = hash;
    hash = linkOf(prev, transfer);
    await tx.insert(ledgerTransfers).values({ ...transfer, prev, hash });
  }
  await tx
    .update(ledgerTip)
    .set({ seq, hash, groupNo: (tip?.groupNo ?? 0) + 1 })
    .where(eq(ledgerTip.id, 1));
}

async function answer(tx: Transaction, { requestId }: Wish, command: string): Promise<void> {
  const atMs = Date.now();
  await tx.insert(auditEntries).values({
    requestId,
    command,
    actorId: 'person_1',
    actingAs: 'resident',
    areaPath: null,
    subjectId: requestId,
    outcome: 'done',
    atMs,
  });
  await tx.insert(answeredRequests).values({
    requestId,
    fingerprint: createHash('sha256').update(requestId).digest('hex'),
    answer: '{"ok":true,"answer":{}}',
    atMs,
  });
}
