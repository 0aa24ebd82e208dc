import type { Passbook } from '@bank/shared/contracts/passbook';
import { sayPoints } from '@/ui/points';

/** What belongs to the household beside the points it can redeem, or undefined when there is nothing. */
export function aboutTheRest({ base, held }: Pick<Passbook, 'base' | 'held'>): string | undefined {
  const parts = [
    base > 0 && `基础分 ${sayPoints(base)}（不能兑换）`,
    held > 0 && `留货冻结 ${sayPoints(held)}`,
  ].filter(Boolean);
  return parts.length === 0 ? undefined : parts.join('，');
}
