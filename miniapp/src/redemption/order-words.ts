import type { Order } from '@bank/shared/contracts/redemption';
import type { TagTone } from '@/ui/tag';

interface StateWords {
  words: string;
  tone: TagTone;
}

/** What became of an order, in words for a tag. */
export const ORDER_STATE: Record<Order['state'], StateWords> = {
  reserved: { words: '等您来领', tone: 'ochre' },
  collected: { words: '领好了', tone: 'green' },
  cancelled: { words: '不要了，已退回', tone: 'plain' },
  lapsed: { words: '过期，已退回', tone: 'plain' },
  reversed: { words: '发错，已退回', tone: 'plain' },
};

/** 山茶油 5 升 × 1 桶 */
export function goodsWords(order: Pick<Order, 'itemName' | 'specification' | 'quantity' | 'unit'>) {
  const name = [order.itemName, order.specification].filter(Boolean).join(' ');
  return `${name} × ${order.quantity} ${order.unit}`;
}
