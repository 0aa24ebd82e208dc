import { LOW_STOCK, QUANTITY_MAX, type ShelfItem } from '@bank/shared/contracts/redemption';

/** What the household has, as far as redeeming asks; undefined before sign-in or while asking. */
export interface Means {
  available: number;
  total: number;
}

/** 剩 8 桶, and whether that is few. */
export function stockWords({ stock, unit }: Pick<ShelfItem, 'stock' | 'unit'>) {
  if (stock === 0) return { words: '兑完了', isFew: true };
  return { words: `剩 ${stock} ${unit}`, isFew: stock < LOW_STOCK };
}

/** Why it cannot be redeemed now, in words for the button; undefined when it can. */
export function whyNot(
  item: Pick<ShelfItem, 'stock' | 'price'>,
  means: Means,
  redeemFrom: number | undefined,
): string | undefined {
  if (item.stock === 0) return '兑完了';
  if (redeemFrom !== undefined && means.total < redeemFrom) return `总分到 ${redeemFrom} 分可以兑`;
  const short = item.price - means.available;
  return short > 0 ? `还差 ${short} 分` : undefined;
}

/** The most of it that one order can hold: by month, stock and points. Never below 1. */
export function quantityMax(
  { monthlyMax, stock, price }: Pick<ShelfItem, 'monthlyMax' | 'stock' | 'price'>,
  available: number,
): number {
  const affordable = price > 0 ? Math.floor(available / price) : QUANTITY_MAX;
  return Math.max(1, Math.min(QUANTITY_MAX, monthlyMax, stock, affordable));
}

export const itemWords = ({ name, specification }: Pick<ShelfItem, 'name' | 'specification'>) =>
  [name, specification].filter(Boolean).join(' ');
