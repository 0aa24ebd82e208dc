import { sayClock, sayMoment } from '../calendar.ts';
import { endpoint } from '../endpoint.ts';
import { PersonId, RequestId, ServiceId } from '../ids.ts';
import * as z from '../zod.ts';
import { Done, words } from './shapes.ts';

/** 志愿服务: time given, from events and from one's own log, and what confirms it. */

/** 七助, and service to the community at large. */
export const HELPED = [
  'elders',
  'children',
  'disabled',
  'orphans',
  'sick',
  'living-alone',
  'special',
  'community',
] as const;
export type Helped = (typeof HELPED)[number];
export const HELPED_WORDS: Record<Helped, string> = {
  elders: '助老',
  children: '助幼',
  disabled: '助残',
  orphans: '助孤',
  sick: '助病',
  'living-alone': '助独',
  special: '助特',
  community: '社区公益',
};

export const SERVICE_STATES = ['pending', 'confirmed', 'returned', 'withdrawn'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

export const RETURN_REASONS = ['not-known', 'wrong-time', 'not-service', 'twice'] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
export const RETURN_REASON_WORDS: Record<ReturnReason, string> = {
  'not-known': '受助的人说没有这回事，请来当面说一说',
  'wrong-time': '时间对不上，请改好再报',
  'not-service': '这是自家的事或有报酬的，不算志愿服务',
  twice: '这次已经记过了',
};

/** 不满半小时不计. */
export const SERVICE_MINUTES_MIN = 30;
export const SERVICE_MINUTES_A_DAY_MAX = 720;
/** 行为发生后 30 天内申报. */
export const LOG_DAYS_MAX = 30;
export const HOURS_LINES_MAX = 50;
export const WAITING_SERVICES_MAX = 100;
/** 一星 to 五星, in hours. */
export const STAR_HOURS = [100, 300, 600, 1_000, 1_500] as const;

/** One stretch of service, at an event or logged. Own words only to oneself and the team leader. */
export const HoursLine = z.object({
  /** The service's id; null for time at an event, which nobody logs. */
  serviceId: z.nullable(ServiceId),
  title: z.string(),
  helped: z.nullable(z.enum(HELPED)),
  startsAtMs: z.int(),
  endsAtMs: z.int(),
  minutes: z.int(),
  state: z.enum(SERVICE_STATES),
  returnReason: z.nullable(z.enum(RETURN_REASONS)),
});
export type HoursLine = z.infer<typeof HoursLine>;

export const ReadHours = endpoint({
  id: 'volunteering/read-hours',
  method: 'GET',
  path: '/volunteering/hours',
  summary: '我的志愿时长',
  duty: 'household-member',
  scope: 'self',
  input: z.object({}),
  output: z.object({
    name: z.string(),
    confirmedMinutes: z.int(),
    pendingMinutes: z.int(),
    /** 0 to 5. */
    stars: z.int(),
    /** Minutes to the next star; null at five. */
    minutesToNextStar: z.nullable(z.int()),
    /** The last twelve months, oldest first, `YYYY-MM`. */
    months: z.array(z.object({ month: z.string(), minutes: z.int() })),
    lines: z.array(HoursLine),
  }),
  refusals: [],
});

export const LogService = endpoint({
  id: 'volunteering/log-service',
  method: 'POST',
  path: '/volunteering/services',
  summary: '记一次自己做的志愿服务，等队长认定',
  duty: 'household-member',
  scope: 'self',
  input: z.object({
    requestId: RequestId,
    /** Whole minutes of one community day. */
    startsAtMs: z.int(),
    endsAtMs: z.int(),
    helped: z.enum(HELPED),
    words: words(1, 100),
  }),
  output: z.object({ serviceId: ServiceId, minutes: z.int(), state: z.enum(SERVICE_STATES) }),
  refusals: [
    'volunteering/times-wrong',
    'volunteering/too-short',
    'volunteering/in-the-future',
    'volunteering/too-long-ago',
    'volunteering/overlap',
    'volunteering/day-is-full',
  ],
  secrets: ['words'],
});

export const WithdrawService = endpoint({
  id: 'volunteering/withdraw-service',
  method: 'POST',
  path: '/volunteering/withdrawals',
  summary: '记错了：撤回还没认定的一次',
  duty: 'household-member',
  scope: 'self',
  input: z.object({ requestId: RequestId, serviceId: ServiceId }),
  output: Done,
  refusals: ['volunteering/not-pending'],
});

export const WaitingService = z.object({
  serviceId: ServiceId,
  personId: PersonId,
  name: z.string(),
  householdCode: z.string(),
  address: z.string(),
  startsAtMs: z.int(),
  endsAtMs: z.int(),
  minutes: z.int(),
  helped: z.enum(HELPED),
  words: z.string(),
  loggedAtMs: z.int(),
  /** The reader's own home: another has to decide. */
  isOwnHousehold: z.boolean(),
});
export type WaitingService = z.infer<typeof WaitingService>;

export const ListWaitingServices = endpoint({
  id: 'volunteering/list-waiting-services',
  method: 'GET',
  path: '/volunteering/waiting-services',
  summary: '等我认定的志愿服务',
  duty: 'service.confirm',
  scope: 'area',
  input: z.object({}),
  output: z.object({ services: z.array(WaitingService), more: z.boolean() }),
  refusals: [],
});

export const ConfirmService = endpoint({
  id: 'volunteering/confirm-service',
  method: 'POST',
  path: '/volunteering/confirmations',
  summary: '认定：时长记上，积分入账',
  duty: 'service.confirm',
  scope: 'area',
  input: z.object({ requestId: RequestId, serviceId: ServiceId }),
  output: z.object({ minutes: z.int(), points: z.int(), isCut: z.boolean() }),
  refusals: ['volunteering/not-pending', 'volunteering/own-household'],
});

export const ReturnService = endpoint({
  id: 'volunteering/return-service',
  method: 'POST',
  path: '/volunteering/returns',
  summary: '退回，说明原因',
  duty: 'service.confirm',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    serviceId: ServiceId,
    reason: z.enum(RETURN_REASONS),
  }),
  output: Done,
  refusals: ['volunteering/not-pending', 'volunteering/own-household'],
});

export const volunteeringProblems = {
  'volunteering/times-wrong': {
    status: 422,
    title: '时间要改',
    detail: () => '开始要早于结束，写到整分钟，而且在同一天里',
  },
  'volunteering/too-short': {
    status: 422,
    title: '不满半小时',
    detail: (facts: { minutesMin: number }) => `不满 ${facts.minutesMin} 分钟的不计时长`,
  },
  'volunteering/in-the-future': {
    status: 422,
    title: '还没做完',
    detail: () => '结束时间还没到，做完了再来记',
  },
  'volunteering/too-long-ago': {
    status: 409,
    title: '过了能记的时间',
    detail: (facts: { daysMax: number }) => `做完 ${facts.daysMax} 天内可以记，过了就不能补了`,
  },
  'volunteering/overlap': {
    status: 409,
    title: '这段时间记过了',
    detail: (facts: { fromMs: number; untilMs: number }) =>
      `${sayMoment(facts.fromMs)} 到 ${sayClock(facts.untilMs)} 已经有别的记录，同一段时间不能记两次`,
  },
  'volunteering/day-is-full': {
    status: 409,
    title: '这一天记满了',
    detail: (facts: { minutesMax: number; minutesTaken: number }) =>
      `一天最多记 ${facts.minutesMax / 60} 小时，这天已经记了 ${facts.minutesTaken} 分钟，您也要注意休息`,
  },
  'volunteering/not-pending': {
    status: 409,
    title: '这次不在等认定',
    detail: (facts: { stateWords: string }) => `这次服务${facts.stateWords}，不用再办`,
  },
  'volunteering/own-household': {
    status: 403,
    title: '自家的请别人办',
    detail: () => '这是您自己家的，请另一位队长或社区干部来认定',
  },
} as const;
