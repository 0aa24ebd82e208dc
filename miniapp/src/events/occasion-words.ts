import { dayOf, sayClock, sayDay } from '@bank/shared/calendar';
import type { EventKind, Occasion } from '@bank/shared/contracts/events';
import type { IconName } from '@/ui/icon';
import type { TagTone } from '@/ui/tag';

/** Each kind of event has its picture and colour; the words say it too. */
export const KIND_ICONS: Record<EventKind, { name: IconName; tone: TagTone }> = {
  clinic: { name: 'clinic', tone: 'red' },
  lecture: { name: 'lecture', tone: 'red' },
  training: { name: 'training', tone: 'ochre' },
  'job-fair': { name: 'jobfair', tone: 'indigo' },
  volunteering: { name: 'broom', tone: 'green' },
  culture: { name: 'dance', tone: 'gold' },
  meeting: { name: 'people', tone: 'indigo' },
  other: { name: 'events', tone: 'plain' },
};

/** 3 月 20 日 周五 09:00–11:30 */
export function whenWords({ startsAtMs, endsAtMs }: Occasion): string {
  return `${sayDay(dayOf(startsAtMs))} ${sayClock(startsAtMs)}–${sayClock(endsAtMs)}`;
}

/** +2 分, or +2 分/小时; nothing when it earns nothing. */
export function earningWords({ earning, countsHours }: Occasion): string | undefined {
  if (!earning) return undefined;
  return countsHours ? `+${earning.points} 分/${earning.unit}` : `+${earning.points} 分`;
}

/** 已报 46 / 60 人, 已满 30 / 30 人 · 候补 4 人, or that nobody needs to sign up. */
export function seatWords({ signUp, capacity, takenCount, waitingCount }: Occasion): string {
  if (!signUp) return '不用报名，直接来';
  if (capacity === null) return takenCount === 0 ? '还没有人报名' : `已报 ${takenCount} 人`;
  if (takenCount < capacity) {
    return takenCount === 0
      ? `还没有人报名，共 ${capacity} 个名额`
      : `已报 ${takenCount} / ${capacity} 人`;
  }
  const line = waitingCount > 0 ? ` · 候补 ${waitingCount} 人` : '';
  return `已满 ${takenCount} / ${capacity} 人${line}`;
}

/** 还剩 14 个名额, in a tag: what is left for whoever comes now. */
export function placesWords({ signUp, capacity, takenCount }: Occasion): string {
  if (!signUp) return '直接来';
  if (capacity === null) return '不限人数';
  return takenCount < capacity ? `还剩 ${capacity - takenCount} 个名额` : '满了，可排候补';
}

/** What an occasion lets one do now. */
export type Way =
  | { readonly kind: 'sign-up' | 'queue' | 'cancel' }
  | { readonly kind: 'none'; readonly words: string };

const none = (words: string): Way => ({ kind: 'none', words });

/** The one thing to do, or the reason why there is none. */
export function wayOf(occasion: Occasion, nowMs: number): Way {
  const { state, mine, capacity, takenCount, startsAtMs } = occasion;
  if (state === 'cancelled') return none('已取消');
  if (state === 'closed') return none('已结束');
  if (mine?.state === 'seated' || mine?.state === 'waiting') {
    return startsAtMs > nowMs ? { kind: 'cancel' } : none('已报名');
  }
  if (mine) return none(standingWords(occasion) ?? '已签到');
  const shut = whyShut(occasion, nowMs);
  if (shut !== undefined) return none(shut);
  return { kind: capacity !== null && takenCount >= capacity ? 'queue' : 'sign-up' };
}

function whyShut({ signUp }: Occasion, nowMs: number): string | undefined {
  if (!signUp) return '直接来';
  if (nowMs < signUp.opensAtMs) return '还没开始报名';
  return nowMs > signUp.closesAtMs ? '报名截止了' : undefined;
}

/** 已报名, 候补第 5 位, 已签到. */
export function standingWords({ mine }: Pick<Occasion, 'mine'>): string | undefined {
  if (!mine) return undefined;
  switch (mine.state) {
    case 'waiting':
      return `候补第 ${mine.position ?? 1} 位`;
    case 'seated':
      return '已报名';
    case 'late':
      return '签到待确认';
    case 'attended':
      return '已签到';
    case 'left':
      return '已签退';
  }
}

/** When one came and left, and what happens with the points; nothing before one came. */
export function attendanceWords(occasion: Pick<Occasion, 'mine'>): string | undefined {
  const { mine } = occasion;
  if (!mine || mine.inAtMs === null) return undefined;
  const came = sayClock(mine.inAtMs);
  if (mine.state === 'late') return `您 ${came} 扫的码，补交上来了，等工作人员确认`;
  const left = mine.outAtMs === null ? '' : `，${sayClock(mine.outAtMs)} 签退`;
  const points = waitingPointsWords(occasion);
  return `您 ${came} 签到${left}${points === undefined ? '' : `，${points}`}`;
}

/** 待入账 +2 分: what of one's own waits for the close; by the hour no number before one leaves. */
export function waitingPointsWords({ mine }: Pick<Occasion, 'mine'>): string | undefined {
  const points = mine?.pendingPoints ?? null;
  if (points === null) return undefined;
  return points > 0 ? `待入账 +${points} 分` : '积分待入账';
}

/** On its day, and as long as its door is open: that may be before or after midnight. */
const isNow = ({ startsAtMs, checkIn }: Occasion, nowMs: number) =>
  dayOf(startsAtMs) === dayOf(nowMs) || (nowMs >= checkIn.opensAtMs && nowMs < checkIn.closesAtMs);

/** What the door of an occasion is for: on its day, coming in, and going where hours count. */
export function doorOf(occasion: Occasion, nowMs: number): 'in' | 'out' | undefined {
  const { state, countedBy, checkIn, countsHours, takesWalkIns, mine } = occasion;
  if (state !== 'planned' || countedBy !== 'check-in') return undefined;
  if (!isNow(occasion, nowMs)) return undefined;
  if (mine?.state === 'attended') return countsHours ? 'out' : undefined;
  if (nowMs >= checkIn.closesAtMs) return undefined;
  if (mine?.state === 'seated') return 'in';
  // Who came without a seat may still find a free one.
  return (!mine || mine.state === 'waiting') && takesWalkIns ? 'in' : undefined;
}

/** 08:00 开始签到, until it has begun. Only words: the bank's clock decides at the door. */
export function doorOpensWords(
  { checkIn }: Pick<Occasion, 'checkIn'>,
  nowMs: number,
): string | undefined {
  return nowMs < checkIn.opensAtMs ? `${sayClock(checkIn.opensAtMs)} 开始签到` : undefined;
}

/** Own occasions of today first, then the order they came in. */
export function ownTodayFirst(occasions: readonly Occasion[], nowMs: number): Occasion[] {
  const isOwnToday = (occasion: Occasion) => occasion.mine !== null && isNow(occasion, nowMs);
  return [
    ...occasions.filter(isOwnToday),
    ...occasions.filter((occasion) => !isOwnToday(occasion)),
  ];
}
