import { expect, test } from 'vitest';
import { basisOf, type LineFacts, titleOf } from './line.ts';

const blank: LineFacts = {
  kind: 'move',
  code: '',
  change: 5,
  itemName: null,
  quantity: null,
  unit: null,
  orderNumber: null,
  awardTitle: null,
  ruleCode: null,
  ruleVersion: null,
  ruleTitle: null,
};
const order = { ...blank, itemName: '茶油', quantity: 1, unit: '桶', orderNumber: '兑 0317-4826' };

test.each([
  [{ ...order, kind: 'hold' as const, change: -60 }, '兑换 茶油 1 桶'],
  [{ ...order, kind: 'release' as const }, '退回：茶油 1 桶'],
  [{ ...order, kind: 'reverse' as const }, '冲正退回：茶油 1 桶'],
  [{ ...blank, awardTitle: '院坝会' }, '院坝会'],
  [{ ...blank, kind: 'reverse' as const, awardTitle: '院坝会', change: -2 }, '冲正：院坝会'],
  [{ ...blank, kind: 'reverse' as const, change: -2 }, '冲正：记错的一笔'],
  [{ ...blank, code: 'opening/base' }, '开户基础分'],
  [{ ...blank, code: 'opening/carried' }, '上年结转'],
  [blank, '存入'],
  [{ ...blank, change: -5 }, '支出'],
])('a line says what it is for: %#', (facts, title) => {
  expect(titleOf(facts)).toBe(title);
});

test('a line says what it rests on: the order, or the rule and its version', () => {
  expect(basisOf(order)).toBe('兑 0317-4826');
  expect(basisOf({ ...blank, ruleCode: 'JF20', ruleVersion: 2, ruleTitle: '参加院坝会' })).toBe(
    '参加院坝会（JF20 第 2 版）',
  );
  expect(basisOf(blank)).toBe('');
});
