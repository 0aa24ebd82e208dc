import { dayOf } from '@bank/shared/calendar';
import type { OfficeOccasion } from '@bank/shared/contracts/events-staff';
import type { TagTone } from '@/ui/tag';

type State = { words: string; tone: TagTone };

/** Where an occasion is on its way, as the office says it. */
export function stateOf({ occasion }: OfficeOccasion, nowMs: number): State {
  if (occasion.state === 'cancelled') return { words: '不办了', tone: 'plain' };
  if (occasion.state === 'closed') return { words: '结束了', tone: 'plain' };
  if (nowMs < occasion.startsAtMs) return { words: '还没开始', tone: 'indigo' };
  if (nowMs < occasion.endsAtMs) return { words: '正在办', tone: 'red' };
  return { words: '等结束签到', tone: 'ochre' };
}

/** 名额 22 / 30 · 签到 18 · 待确认 2 · 待入账 15 笔: only what there is. */
export function countWords({
  occasion,
  attendedCount,
  lateCount,
  pendingAwards,
}: OfficeOccasion): string {
  const { signUp, takenCount, capacity, waitingCount, countedBy } = occasion;
  const seats = capacity === null ? `报名 ${takenCount} 人` : `名额 ${takenCount} / ${capacity}`;
  const came = countedBy === 'headcount' ? '到场' : '签到';
  return [
    signUp ? seats : '不用报名',
    waitingCount > 0 && `候补 ${waitingCount} 人`,
    (attendedCount > 0 || occasion.state === 'closed') && `${came} ${attendedCount} 人`,
    lateCount > 0 && `待确认 ${lateCount} 条`,
    pendingAwards > 0 && `待入账 ${pendingAwards} 笔`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Whether its day has come. The hour is the bank's to judge: this phone's clock may be wrong. */
export const isDue = ({ startsAtMs }: { startsAtMs: number }, nowMs: number): boolean =>
  dayOf(startsAtMs) <= dayOf(nowMs);

export interface ByDay {
  readonly today: readonly OfficeOccasion[];
  readonly coming: readonly OfficeOccasion[];
  readonly past: readonly OfficeOccasion[];
}

/** Today's, those to come, and the past ones with the newest first. */
export function byDay(occasions: readonly OfficeOccasion[], nowMs: number): ByDay {
  const today = dayOf(nowMs);
  const dayOfOne = ({ occasion }: OfficeOccasion) => dayOf(occasion.startsAtMs);
  return {
    today: occasions.filter((one) => dayOfOne(one) === today),
    coming: occasions.filter((one) => dayOfOne(one) > today),
    past: occasions.filter((one) => dayOfOne(one) < today).reverse(),
  };
}
