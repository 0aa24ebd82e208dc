import { expect, test } from 'vitest';
import { CHAIN_OPENING, type ChainedTransfer, canonicalTransfer } from './chain.ts';

/**
 * The golden vectors of the chain, made by another program in another language. A book that was
 * written once must be checkable for ever: when one of these changes, every old book breaks.
 */
const bare = { holdId: null, lapseAtMs: null, reversesId: null, memoDigest: null, book: 'points' };
const move: ChainedTransfer = {
  ...bare,
  seq: 1,
  id: 'transfer_0001',
  kind: 'move',
  sourceId: 'points.issue',
  targetId: 'home_tian.points',
  amount: 42,
  code: 'rule/JF03@1',
  subjectId: 'award_1',
  requestId: 'request-000000000001',
  atMs: 1_773_709_200_000,
};
const hold: ChainedTransfer = {
  ...bare,
  seq: 2,
  id: 'transfer_0002',
  kind: 'hold',
  sourceId: 'home_tian.points',
  targetId: 'branch_1.held',
  amount: 30,
  lapseAtMs: 1_775_059_199_999,
  code: 'redemption/order',
  subjectId: 'order_1',
  requestId: 'request-000000000002',
  atMs: 1_773_709_201_000,
};

test('the chain begins after the word that stands for nothing', () => {
  expect(CHAIN_OPENING).toBe('opening');
});

test('the canonical text of a transfer is the one that was fixed when the first book opened', () => {
  expect(canonicalTransfer('opening', move)).toBe(
    '[1,"opening",1,"transfer_0001","points","move","points.issue","home_tian.points",42,null,null,null,"rule/JF03@1","award_1",null,"request-000000000001",1773709200000]',
  );
  expect(
    canonicalTransfer('ca417b81754679b75eb8514a7cdd06bb5d1641fe5c5e70982b5598534684e31b', hold),
  ).toBe(
    '[1,"ca417b81754679b75eb8514a7cdd06bb5d1641fe5c5e70982b5598534684e31b",2,"transfer_0002","points","hold","home_tian.points","branch_1.held",30,null,1775059199999,null,"redemption/order","order_1",null,"request-000000000002",1773709201000]',
  );
});

test('every fact of a transfer changes its canonical text, and so does the link before it', () => {
  const whole = canonicalTransfer('opening', hold);
  const others: Record<keyof ChainedTransfer, string | number> = {
    seq: 3,
    id: 'x',
    book: 'x',
    kind: 'move',
    sourceId: 'x',
    targetId: 'x',
    amount: 31,
    holdId: 'x',
    lapseAtMs: 5,
    reversesId: 'x',
    code: 'x',
    subjectId: 'x',
    memoDigest: 'x',
    requestId: 'x',
    atMs: 6,
  };
  const texts = Object.entries(others).map(([fact, value]) =>
    canonicalTransfer('opening', { ...hold, [fact]: value }),
  );
  expect(new Set([whole, canonicalTransfer('elsewhere', hold), ...texts]).size).toBe(17);
});
