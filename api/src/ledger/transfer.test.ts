import { expect, test } from 'vitest';
import { baseAccount, ISSUE_ACCOUNT, passbookAccount, SPENT_ACCOUNT } from './account.ts';
import {
  decideReversal,
  decideSpending,
  draftCollect,
  draftHold,
  draftMove,
  draftRelease,
} from './transfer.ts';

const wish = {
  id: 't1',
  source: ISSUE_ACCOUNT,
  target: passbookAccount('home_1'),
  amount: 5,
  code: 'x',
  subjectId: 's',
};
const hold = {
  id: 'h1',
  book: 'points',
  sourceId: 'home_1.points',
  targetId: 'branch_1.held',
  amount: 60,
};

test('a transfer moves within one book, or it is our mistake', () => {
  expect(draftMove(wish)).toMatchObject({
    kind: 'move',
    book: 'points',
    sourceId: 'points.issue',
    targetId: 'home_1.points',
  });
  const foreign = { ...SPENT_ACCOUNT, book: 'goods.item_1' };
  expect(() => draftMove({ ...wish, target: foreign })).toThrow('two books');
});

test('a hold says when it lapses; its two ends carry its amount and its name', () => {
  expect(draftHold(wish, 99)).toMatchObject({ kind: 'hold', lapseAtMs: 99 });
  const ending = { id: 't2', code: 'x', subjectId: 's' };
  expect(draftRelease(hold, ending)).toMatchObject({
    kind: 'release',
    sourceId: 'branch_1.held',
    targetId: 'home_1.points',
    amount: 60,
    holdId: 'h1',
  });
  expect(draftCollect(hold, { ...ending, target: SPENT_ACCOUNT })).toMatchObject({
    kind: 'collect',
    targetId: 'points.spent',
    amount: 60,
    holdId: 'h1',
  });
});

const posted = {
  id: 'p1',
  book: 'points',
  kind: 'move' as const,
  sourceId: 'a',
  targetId: 'b',
  amount: 7,
  originId: null,
  isReversed: false,
};
const reversal = { id: 'r1', code: 'x', subjectId: 's' };

test('a reversal goes back the way it came, and what was collected back to its origin', () => {
  expect(decideReversal(posted, reversal)).toMatchObject({
    value: { kind: 'reverse', sourceId: 'b', targetId: 'a', amount: 7, reversesId: 'p1' },
  });
  expect(
    decideReversal({ ...posted, kind: 'collect', originId: 'home_1.points' }, reversal),
  ).toMatchObject({ value: { targetId: 'home_1.points' } });
});

test.each(['hold', 'release', 'reverse'] as const)('a %s is not reversed', (kind) => {
  expect(decideReversal({ ...posted, kind }, reversal)).toMatchObject({
    problem: { code: 'ledger/not-reversible' },
  });
});

test('nothing is reversed twice', () => {
  expect(decideReversal({ ...posted, isReversed: true }, reversal)).toMatchObject({
    problem: { code: 'ledger/not-reversible' },
  });
});

test('a passbook pays to the last point and not beyond', () => {
  expect(decideSpending(60, 60)).toEqual({ ok: true, value: 0 });
  expect(decideSpending(59, 60)).toMatchObject({
    problem: { code: 'ledger/insufficient-points', facts: { available: 59, needed: 60 } },
  });
});

test('base points and earned points are two accounts', () => {
  expect(baseAccount('home_1').id).not.toBe(passbookAccount('home_1').id);
});
