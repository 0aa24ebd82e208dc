import type { TransferKind } from '@bank/shared/contracts/ledger';

/** What the book and the rooms above it know of one line. Absent facts are null. */
export interface LineFacts {
  readonly kind: TransferKind;
  readonly code: string;
  readonly change: number;
  readonly itemName: string | null;
  readonly quantity: number | null;
  readonly unit: string | null;
  readonly orderNumber: string | null;
  readonly awardTitle: string | null;
  readonly ruleCode: string | null;
  readonly ruleVersion: number | null;
  readonly ruleTitle: string | null;
}

/** 事由: what the line is for, as a teller would say it. */
export function titleOf(line: LineFacts): string {
  if (line.itemName !== null) return orderTitle(line);
  if (line.kind === 'reverse') return `冲正：${line.awardTitle ?? '记错的一笔'}`;
  if (line.awardTitle !== null) return line.awardTitle;
  if (line.code === 'opening/base') return '开户基础分';
  if (line.code === 'opening/carried') return '上年结转';
  return line.change > 0 ? '存入' : '支出';
}

function orderTitle({ kind, itemName, quantity, unit }: LineFacts): string {
  const goods = `${itemName} ${quantity} ${unit}`;
  if (kind === 'release') return `退回：${goods}`;
  if (kind === 'reverse') return `冲正退回：${goods}`;
  return `兑换 ${goods}`;
}

/** 依据: the rule and its version, or the number of the order. */
export function basisOf(line: LineFacts): string {
  if (line.orderNumber !== null) return line.orderNumber;
  if (line.ruleCode === null) return '';
  return `${line.ruleTitle ?? ''}（${line.ruleCode} 第 ${line.ruleVersion} 版）`;
}
