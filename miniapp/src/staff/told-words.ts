import type { Occasion } from '@bank/shared/contracts/events';

/** Who will hear of it, before it is done. */
export function tellsWhom({
  takenCount,
  waitingCount,
}: Pick<Occasion, 'takenCount' | 'waitingCount'>): string {
  const count = takenCount + waitingCount;
  return count === 0 ? '还没有人报名' : `报了名的 ${count} 人都会收到消息`;
}

/** Who heard of it, behind what was done. */
export const toldWords = (count: number) => (count === 0 ? '' : `，消息发给了 ${count} 人`);
