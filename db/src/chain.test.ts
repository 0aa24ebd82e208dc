import type { ChainedTransfer } from '@bank/shared/chain';
import { expect, test } from 'vitest';
import { linkOf, memoDigest } from './chain.ts';

const bare = {
  book: 'points',
  amount: 30,
  holdId: null,
  lapseAtMs: null,
  reversesId: null,
  subjectId: 'order_1',
  memoDigest: null,
};

/** Four transfers in line, one of each shape; their links were made by another program. */
const line: readonly [ChainedTransfer, string][] = [
  [
    {
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
    },
    'ca417b81754679b75eb8514a7cdd06bb5d1641fe5c5e70982b5598534684e31b',
  ],
  [
    {
      ...bare,
      seq: 2,
      id: 'transfer_0002',
      kind: 'hold',
      sourceId: 'home_tian.points',
      targetId: 'branch_1.held',
      lapseAtMs: 1_775_059_199_999,
      code: 'redemption/order',
      requestId: 'request-000000000002',
      atMs: 1_773_709_201_000,
    },
    'f00d5bb6cbd1f13de8cf55d23366019bb78d3a05758e77b8c758a10ee40fe31d',
  ],
  [
    {
      ...bare,
      seq: 3,
      id: 'transfer_0003',
      kind: 'collect',
      sourceId: 'branch_1.held',
      targetId: 'points.spent',
      holdId: 'transfer_0002',
      code: 'redemption/hand-over',
      requestId: 'request-000000000003',
      atMs: 1_773_709_202_000,
    },
    'c60475e5bfb70d81ea1781001cba734f81b34deb248d75a8705f6d84126583cf',
  ],
  [
    {
      ...bare,
      seq: 4,
      id: 'transfer_0004',
      kind: 'reverse',
      sourceId: 'points.spent',
      targetId: 'home_tian.points',
      reversesId: 'transfer_0003',
      code: 'redemption/reversal-wrong-goods',
      memoDigest: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      requestId: 'request-000000000004',
      atMs: 1_773_709_203_000,
    },
    '3b73158bf909c50696fc8b8a314ba116f29c1bfab11c6e3ec6fd67434b397fdb',
  ],
];

test('the links of the golden line are the ones another program computed', () => {
  let prev = 'opening';
  for (const [transfer, link] of line) {
    expect(linkOf(prev, transfer)).toBe(link);
    prev = link;
  }
});

test('the digest of a memo is SHA-256 over salt, a line break and the words', () => {
  // printf 'salt\n记错了一笔' | sha256sum
  expect(memoDigest('salt', '记错了一笔')).toBe(
    'cbaa7ced8ddddaf71e7bf654c0b290afa69a18f2bd71f5243be42d84e92508ee',
  );
  expect(memoDigest('other', '记错了一笔')).not.toBe(memoDigest('salt', '记错了一笔'));
});
