import { dayOf, sayDay, sayMoment } from '@bank/shared/calendar';
import type { InboxLine } from '@bank/shared/contracts/notices';

export type InboxKind = InboxLine['kind'];

/** What a message needs to be said; each kind brings its own. */
export interface InboxFacts {
  readonly title?: string;
  readonly points?: number;
  readonly quantity?: number;
  readonly unit?: string;
  readonly atMs?: number;
  /** The last moment of what begins at `atMs`. */
  readonly untilMs?: number;
  readonly isAccepted?: boolean;
  /** Public words for why, such as 天气不好. */
  readonly reason?: string;
  readonly subjectId?: string;
}

/** 3 月 19 日 周四到 3 月 20 日 周五; nothing of a time that is not known. */
function sayDays(fromMs: number | undefined, untilMs: number | undefined): string {
  if (fromMs === undefined || untilMs === undefined) return '';
  return `${sayDay(dayOf(fromMs))}到 ${sayDay(dayOf(untilMs))}`;
}

const WORDS: Record<InboxKind, (facts: InboxFacts) => readonly [string, string, string | null]> = {
  'place-came-free': ({ title, atMs, subjectId }) => [
    '有名额了，您已报上',
    `「${title}」有人退出，候补轮到您。${atMs ? `${sayMoment(atMs)} 开始` : ''}，去不了请早点取消`,
    `/events/detail/index?id=${subjectId}`,
  ],
  'points-posted': ({ title, points }) => [
    `到账 ${points} 分`,
    `「${title}」核对好了，积分已存进存折`,
    '/passbook/lines/index',
  ],
  'order-ready': ({ title, quantity, unit, atMs, subjectId }) => [
    '货留好了，请来领',
    `${title} ${quantity} ${unit}，${atMs ? `最晚 ${sayDay(dayOf(atMs))}` : ''}来领`,
    `/redemption/order/index?id=${subjectId}`,
  ],
  'order-soon-lapses': ({ title, atMs, subjectId }) => [
    '快到期了，请来领',
    `${title} 最晚 ${atMs ? sayDay(dayOf(atMs)) : '明天'}领，过期货和积分都退回`,
    `/redemption/order/index?id=${subjectId}`,
  ],
  'order-lapsed': ({ title, points }) => [
    '没来领，积分退回了',
    `${title} 过了期限，${points} 分已退回存折`,
    '/passbook/lines/index',
  ],
  'order-reversed': ({ title, points }) => [
    '发错的已冲正',
    `${title} 已冲正，${points} 分退回存折`,
    '/passbook/lines/index',
  ],
  'late-scan-decided': ({ title, isAccepted }) => [
    isAccepted ? '补的签到算上了' : '补的签到没算上',
    isAccepted ? `「${title}」的签到已确认` : `「${title}」的签到没通过，有疑问找网格员`,
    null,
  ],
  'service-decided': ({ title, isAccepted }) => [
    isAccepted ? '志愿时长认定了' : '志愿时长退回了',
    isAccepted ? `「${title}」已记进您的时长` : `「${title}」没认定，请看退回的原因`,
    '/volunteering/hours/index',
  ],
  'sign-in-code-reset': ({ atMs }) => [
    '登录密码要重设',
    `${atMs ? sayMoment(atMs) : ''} 工作人员给了您新的一次性码。不是您要的，请马上告诉社区`,
    null,
  ],
  'event-changed': ({ title, subjectId }) => [
    '活动有变动',
    `「${title}」有变动，请看一下时间和地点`,
    `/events/detail/index?id=${subjectId}`,
  ],
  'event-cancelled': ({ title, atMs, reason }) => [
    '活动不办了',
    `「${title}」${atMs ? `${sayMoment(atMs)} 那场` : ''}不办了：${reason ?? '另有安排'}。不用跑空`,
    '/pages/events/index',
  ],
  'ballot-open': ({ title, atMs, untilMs, subjectId }) => [
    '请替您家投一票',
    `「${title}」${sayDays(atMs, untilMs)}投票，一户一票，不记名`,
    `/selection/campaign/index?id=${subjectId}`,
  ],
  'honour-conferred': ({ title, subjectId }) => [
    '您家上了荣誉墙',
    `「${title}」公示期满，恭喜您家当选`,
    `/selection/campaign/index?id=${subjectId}`,
  ],
};

/** The sentence of a message and where a tap leads. */
export function sayNotice(
  kind: InboxKind,
  facts: InboxFacts,
): { title: string; text: string; page: string | null } {
  const [title, text, page] = WORDS[kind](facts);
  return { title, text, page };
}
