import { sayClock, sayMoment } from '../calendar.ts';
import {
  TERMS_CLASH_WORDS,
  type TermsClash,
  TIMES_WRONG_WORDS,
  type TimesWrong,
} from './events.ts';

/** 活动: what may be refused, in words a family can read. */
export const eventsProblems = {
  'events/times-wrong': {
    status: 422,
    title: '时间要改',
    detail: (facts: { why: TimesWrong }) => TIMES_WRONG_WORDS[facts.why],
  },
  'events/terms-clash': {
    status: 422,
    title: '有两处对不上',
    detail: (facts: { why: TermsClash }) => TERMS_CLASH_WORDS[facts.why],
  },
  'events/nothing-to-change': {
    status: 422,
    title: '没有改动',
    detail: () => '时间、地点和名额都和原来一样，没有要改的',
  },
  'events/too-few-seats': {
    status: 409,
    title: '名额不够坐',
    detail: (facts: { takenCount: number }) =>
      `已经有 ${facts.takenCount} 人报上了，名额最少要 ${facts.takenCount} 个`,
  },
  'events/occasion-not-planned': {
    status: 409,
    title: '这场已经不在办',
    detail: (facts: { stateWords: string }) => `这场活动${facts.stateWords}`,
  },
  'events/occasion-not-closed': {
    status: 409,
    title: '这场还没结束',
    detail: () => '这场活动还没有结束签到，积分还不能入账',
  },
  'events/already-attended': {
    status: 409,
    title: '已经有人签到',
    detail: (facts: { attendedCount: number }) =>
      `已经有 ${facts.attendedCount} 人签到，不能再改或取消，办完请点结束签到`,
  },
  'events/no-sign-up-needed': {
    status: 409,
    title: '不用报名',
    detail: () => '这场不用报名，到时候直接来',
  },
  'events/sign-up-not-open': {
    status: 409,
    title: '还没到报名时间',
    detail: (facts: { opensAtMs: number }) => `${sayMoment(facts.opensAtMs)} 开始报名，到时候再来`,
  },
  'events/sign-up-over': {
    status: 409,
    title: '报名截止了',
    detail: (facts: { closesAtMs: number }) =>
      `${sayMoment(facts.closesAtMs)} 截止报名，想参加请给活动联系人打电话`,
  },
  'events/not-your-area': {
    status: 409,
    title: '这是别的安置点的活动',
    detail: (facts: { siteName: string }) =>
      `这场的名额是留给${facts.siteName}住户的，请看您自己安置点的活动`,
  },
  'events/line-is-full': {
    status: 409,
    title: '候补也排满了',
    detail: (facts: { waitingMax: number }) =>
      `候补已经排了 ${facts.waitingMax} 人，请看看别的场次`,
  },
  'events/not-signed-up': {
    status: 409,
    title: '没有报过名',
    detail: () => '这场没有报过名，不用取消',
  },
  'events/already-begun': {
    status: 409,
    title: '已经开始了',
    detail: () => '活动已经开始，不能再取消。去不了请给活动联系人打个电话',
  },
  'events/code-forged': {
    status: 422,
    title: '这不是签到码',
    detail: () => '这不是我们的签到码，请扫现场屏幕上的码',
  },
  'events/code-stale': {
    status: 409,
    title: '这个码过期了',
    detail: () => '这个码过期了，请扫屏幕上的新码',
  },
  'events/code-of-other-event': {
    status: 409,
    title: '这是别的活动的码',
    detail: (facts: { title: string }) =>
      `这是「${facts.title}」的码，不是您打开的这场，请看一下屏幕`,
  },
  'events/wrong-digits': {
    status: 404,
    title: '六位数字不对',
    detail: (facts: { triesLeft: number }) =>
      `六位数字不对或已经换新，请看屏幕再输一次，还可以试 ${facts.triesLeft} 次`,
  },
  'events/digits-paused': {
    status: 429,
    title: '先停一停',
    detail: (facts: { waitSeconds: number }) =>
      `输错的次数多了，请过 ${facts.waitSeconds} 秒再试，也可以直接扫码`,
  },
  'events/headcount-only': {
    status: 409,
    title: '这场不用签到',
    detail: () => '这场只数人数，不用一个一个签到',
  },
  'events/check-in-not-open': {
    status: 409,
    title: '签到还没开始',
    detail: (facts: { opensAtMs: number }) => `${sayMoment(facts.opensAtMs)} 开始签到，请到时再扫`,
  },
  'events/check-in-over': {
    status: 409,
    title: '签到时间过了',
    detail: (facts: { closedAtMs: number }) =>
      `${sayMoment(facts.closedAtMs)} 起不能自己签了，请找现场的工作人员`,
  },
  'events/taken-back': {
    status: 409,
    title: '签到被撤回过',
    detail: () => '工作人员撤回过您的签到，请找现场的工作人员再签',
  },
  'events/walk-ins-not-taken': {
    status: 409,
    title: '这场要先报名',
    detail: () => '这场只收报了名的人，您没有报上，请找现场的工作人员',
  },
  'events/full': {
    status: 409,
    title: '名额满了',
    detail: (facts: { capacity: number }) => `这场 ${facts.capacity} 个名额都有人了，没有空位`,
  },
  'events/not-checked-in': {
    status: 409,
    title: '还没有签到',
    detail: () => '这场没有签到的记录，请先签到',
  },
  'events/too-soon-to-leave': {
    status: 409,
    title: '刚刚才签到',
    detail: (facts: { inAtMs: number; minutesMin: number }) =>
      `${sayClock(facts.inAtMs)} 刚签到，满 ${facts.minutesMin} 分钟才能签退，走的时候再扫`,
  },
  'events/no-check-out': {
    status: 409,
    title: '这场不用签退',
    detail: () => '这场不计时长，签到一次就够了，走的时候不用再扫',
  },
  'events/person-code-forged': {
    status: 422,
    title: '这个码认不出来',
    detail: () => '这个码认不出来，或者卡已经作废。请报存折号找人',
  },
  'events/person-code-stale': {
    status: 409,
    title: '这个码过期了',
    detail: () => '这个码过期了，请居民把「我的码」重新打开再扫',
  },
  'events/own-household': {
    status: 403,
    title: '自家的请别人办',
    detail: () => '这是您自己家的人，请别的工作人员来办，或者自己扫屏幕上的码',
  },
  'events/left-to-others': {
    status: 403,
    title: '自家的请别人入账',
    detail: () => '剩下的是您自己家的，请别的社区干部来入账',
  },
  'events/late-scan-not-waiting': {
    status: 409,
    title: '这条不用再确认',
    detail: () => '这条补交的签到已经有人处理过了',
  },
  'events/time-taken': {
    status: 409,
    title: '这段时间记过别的服务',
    detail: (facts: { fromMs: number; untilMs: number }) =>
      `${sayMoment(facts.fromMs)} 到 ${sayClock(facts.untilMs)} 已经记了志愿服务，同一段时间不能记两次`,
  },
  'events/not-begun': {
    status: 409,
    title: '活动还没开始',
    detail: (facts: { startsAtMs: number }) =>
      `${sayMoment(facts.startsAtMs)} 才开始，开始以后才能结束签到`,
  },
  'events/late-scans-waiting': {
    status: 409,
    title: '还有签到没确认',
    detail: (facts: { lateCount: number }) =>
      `还有 ${facts.lateCount} 条补交的签到没确认，请先一条条确认，再结束`,
  },
  'events/headcount-missing': {
    status: 422,
    title: '请填到场人数',
    detail: () => '这场只数人数，请填好到场多少人再结束',
  },
  'events/nothing-left': {
    status: 409,
    title: '没有要入账的',
    detail: () => '这场的积分都入账了，没有留下的',
  },
} as const;
