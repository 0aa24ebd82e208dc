import { sayClock, sayMoment } from '../calendar.ts';
import { endpoint } from '../endpoint.ts';
import { AreaId, EventId, HouseholdId, OccasionId, PersonId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import { Phone, words } from './shapes.ts';

/** 活动: occasions, sign-up with a line of those who wait, check-in, and points at the close. */

export const EVENT_KINDS = [
  'clinic',
  'lecture',
  'training',
  'job-fair',
  'volunteering',
  'culture',
  'meeting',
  'other',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_KIND_WORDS: Record<EventKind, string> = {
  clinic: '义诊',
  lecture: '感恩教育宣讲',
  training: '技能培训',
  'job-fair': '招聘会',
  volunteering: '志愿服务',
  culture: '文体',
  meeting: '会议',
  other: '其他',
};

/** 实名签到, or only a count of heads. */
export const COUNTED_BY = ['check-in', 'headcount'] as const;
export const OCCASION_STATES = ['planned', 'closed', 'cancelled'] as const;
export type OccasionState = (typeof OCCASION_STATES)[number];
export const SIGN_UP_STATES = ['seated', 'waiting', 'cancelled'] as const;
export const ATTENDANCE_STATES = ['waiting', 'present', 'refused', 'undone'] as const;
export const CHECK_IN_WAYS = [
  'event-code',
  'digits',
  'personal-code',
  'card',
  'roll',
  'late',
] as const;
export type CheckInWay = (typeof CHECK_IN_WAYS)[number];
export const INTENTS = ['in', 'out'] as const;

export const OCCASIONS_MAX = 30;
export const CAPACITY_MAX = 10_000;
/** The longest line of those who wait for a seat. */
export const WAITING_MAX = 200;
/** How far ahead the programme and the office look. */
export const DAYS_AHEAD_MAX = 366;
/** A second scan this soon is the same arrival, not a departure. */
export const STAY_MINUTES_MIN = 10;

export const CANCEL_REASONS = ['weather', 'speaker', 'few-people', 'place', 'other'] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];
export const CANCEL_REASON_WORDS: Record<CancelReason, string> = {
  weather: '天气不好',
  speaker: '来办活动的人有事',
  'few-people': '报名的人太少',
  place: '场地用不了',
  other: '另有安排',
};

export const UNDO_REASONS = ['wrong-person', 'not-here', 'left-at-once'] as const;
export const UNDO_REASON_WORDS: Record<(typeof UNDO_REASONS)[number], string> = {
  'wrong-person': '签错了人',
  'not-here': '人没有来',
  'left-at-once': '签了就走了',
};

/** Why a steward's times cannot be. */
export const TIMES_WRONG_WORDS = {
  past: '开始时间已经过了，请重新选',
  order: '结束时间要晚于开始时间',
  'two-days': '一场要在同一天里结束，几天的活动请分成几场',
  'too-far': '只能排一年以内的活动',
  window: '报名要在活动开始前截止，截止要晚于开始报名',
} as const;
export type TimesWrong = keyof typeof TIMES_WRONG_WORDS;

/** Which two wishes for an event exclude each other. */
export const TERMS_CLASH_WORDS = {
  'headcount-earns': '只数人数的活动分不清是谁来了，不能记积分和时长',
  'nobody-can-come': '不用报名的活动，要让没报名的人也能来',
} as const;
export type TermsClash = keyof typeof TERMS_CLASH_WORDS;

/** How the reader stands to an occasion. `position` counts from 1, only while waiting. */
export const Standing = z.object({
  state: z.enum(['seated', 'waiting', 'late', 'attended', 'left']),
  position: z.nullable(z.int()),
  inAtMs: z.nullable(z.int()),
  outAtMs: z.nullable(z.int()),
});
export type Standing = z.infer<typeof Standing>;

/** What a check-in earns: points for one unit (次, 场, 小时), or null for nothing. */
export const Earning = z.object({
  ruleCode: z.string(),
  points: z.int(),
  unit: z.string(),
});
export type Earning = z.infer<typeof Earning>;

/** 场次, as anybody may see it: counts, no names. */
export const Occasion = z.object({
  id: OccasionId,
  eventId: EventId,
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  siteName: z.string(),
  areaName: z.string(),
  place: z.string(),
  startsAtMs: z.int(),
  endsAtMs: z.int(),
  state: z.enum(OCCASION_STATES),
  /** Null is no limit. */
  capacity: z.nullable(z.int()),
  takenCount: z.int(),
  waitingCount: z.int(),
  /** Null when nobody needs to sign up: 不用报名，直接来. */
  signUp: z.nullable(z.object({ opensAtMs: z.int(), closesAtMs: z.int() })),
  takesWalkIns: z.boolean(),
  countedBy: z.enum(COUNTED_BY),
  countsHours: z.boolean(),
  earning: z.nullable(Earning),
  /** The reader's own; null for strangers and for who has nothing to do with it. */
  mine: z.nullable(Standing),
});
export type Occasion = z.infer<typeof Occasion>;

export const ListEvents = endpoint({
  id: 'events/list-events',
  method: 'GET',
  path: '/events/programme',
  summary: '这几天的活动',
  duty: 'anyone',
  scope: 'public',
  /** Without a site: the reader's own, or the first one. */
  input: z.object({
    siteId: z.optional(AreaId),
    kind: z.optional(z.enum(EVENT_KINDS)),
  }),
  output: z.object({
    site: z.nullable(z.object({ id: AreaId, name: z.string() })),
    sites: z.array(z.object({ id: AreaId, name: z.string() })),
    occasions: z.array(Occasion),
  }),
  refusals: [],
});

export const ReadEvent = endpoint({
  id: 'events/read-event',
  method: 'GET',
  path: '/events/programme/:eventId',
  summary: '看一个活动和它的场次',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ eventId: EventId }),
  output: z.object({
    id: EventId,
    title: z.string(),
    kind: z.enum(EVENT_KINDS),
    description: z.string(),
    contactName: z.string(),
    contactPhone: z.string(),
    siteName: z.string(),
    oncePerHousehold: z.boolean(),
    occasions: z.array(Occasion),
    /** The reader's own home, the reader first: whom one may sign up, and who already is. */
    family: z.array(
      z.object({
        personId: PersonId,
        name: z.string(),
        standings: z.array(z.object({ occasionId: OccasionId, standing: Standing })),
      }),
    ),
  }),
  refusals: [],
});

export const OWN_OCCASIONS_MAX = 50;

export const ListOwnOccasions = endpoint({
  id: 'events/list-own-occasions',
  method: 'GET',
  path: '/events/own-occasions',
  summary: '我报的和我参加过的',
  duty: 'household-member',
  scope: 'self',
  input: z.object({}),
  output: z.object({ coming: z.array(Occasion), past: z.array(Occasion) }),
  refusals: [],
});

export const SignUpAnswer = z.object({
  occasionId: OccasionId,
  personId: PersonId,
  state: z.enum(SIGN_UP_STATES),
  /** 候补第几位, from 1. */
  position: z.nullable(z.int()),
});
export type SignUpAnswer = z.infer<typeof SignUpAnswer>;

export const SignUp = endpoint({
  id: 'events/sign-up',
  method: 'POST',
  path: '/events/sign-ups',
  summary: '报名；没有名额就排候补',
  duty: 'household-member',
  scope: 'household',
  /** Without a person: for oneself. */
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    personId: z.optional(PersonId),
  }),
  output: SignUpAnswer,
  refusals: [
    'events/occasion-not-planned',
    'events/no-sign-up-needed',
    'events/sign-up-not-open',
    'events/sign-up-over',
    'events/not-your-area',
    'events/line-is-full',
  ],
});

export const CancelSignUp = endpoint({
  id: 'events/cancel-sign-up',
  method: 'POST',
  path: '/events/sign-up-cancellations',
  summary: '不去了：名额让给候补的人',
  duty: 'household-member',
  scope: 'household',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    personId: z.optional(PersonId),
  }),
  output: SignUpAnswer,
  refusals: ['events/not-signed-up', 'events/occasion-not-planned', 'events/already-begun'],
});

/** What the page of a check-in says. `isAgain`: it was done before, and this is the first time it was. */
export const CheckedIn = z.object({
  occasionId: OccasionId,
  eventId: EventId,
  title: z.string(),
  siteName: z.string(),
  inAtMs: z.int(),
  outAtMs: z.nullable(z.int()),
  isAgain: z.boolean(),
  /** 待入账 for this check-in as far as it is certain now; 0 until check-out when hours earn. */
  pendingPoints: z.int(),
  /** Somebody of the home already earned it, and it counts once a home. */
  isCountedForHome: z.boolean(),
  earning: z.nullable(Earning),
  countsHours: z.boolean(),
  serviceMinutes: z.int(),
});
export type CheckedIn = z.infer<typeof CheckedIn>;

export const CheckIn = endpoint({
  id: 'events/check-in',
  method: 'POST',
  path: '/events/check-ins',
  summary: '扫屏幕上的码，或输六位数字签到、签退',
  duty: 'household-member',
  scope: 'self',
  input: z.object({
    requestId: RequestId,
    /** What was scanned, or six figures. */
    code: words(6, 300),
    intent: z.enum(INTENTS),
    /** The occasion whose page is open, when one is. */
    occasionId: z.optional(OccasionId),
  }),
  output: CheckedIn,
  refusals: [
    'events/code-forged',
    'events/code-stale',
    'events/code-of-other-event',
    'events/wrong-digits',
    'events/digits-paused',
    'events/occasion-not-planned',
    'events/headcount-only',
    'events/check-in-not-open',
    'events/check-in-over',
    'events/taken-back',
    'events/walk-ins-not-taken',
    'events/full',
    'events/not-checked-in',
    'events/too-soon-to-leave',
    'events/no-check-out',
  ],
  secrets: ['code'],
});

export const BringLateScan = endpoint({
  id: 'events/bring-late-scan',
  method: 'POST',
  path: '/events/late-scans',
  summary: '没网时扫的码，有网后补交，等工作人员确认',
  duty: 'household-member',
  scope: 'self',
  input: z.object({
    requestId: RequestId,
    code: words(6, 300),
    /** By the phone's clock, which nobody trusts: staff see it beside the code's own time. */
    scannedAtMs: z.int(),
    /** The phone's own number for this scan. */
    nonce: z.string().check(z.regex(/^[0-9A-Za-z_-]{16,64}$/)),
  }),
  output: z.object({
    occasionId: OccasionId,
    title: z.string(),
    state: z.enum(ATTENDANCE_STATES),
    inAtMs: z.int(),
  }),
  refusals: [
    'events/code-forged',
    'events/occasion-not-planned',
    'events/headcount-only',
    'events/check-in-not-open',
    'events/check-in-over',
    'events/taken-back',
  ],
  secrets: ['code'],
});

export const ShowPersonalCode = endpoint({
  id: 'events/show-personal-code',
  method: 'POST',
  path: '/events/personal-codes',
  summary: '我的码：接下来两分钟的码，每个码都会过期',
  duty: 'household-member',
  scope: 'self',
  input: z.object({ requestId: RequestId }),
  /** Told once and kept nowhere: a phone that lost it asks anew. */
  output: z.object({
    card: z.optional(
      z.object({
        name: z.string(),
        /** 存折号, to be typed by staff when the phone has no signal. */
        householdCode: z.string(),
        codes: z.array(z.object({ qrText: z.string(), fromMs: z.int(), untilMs: z.int() })),
      }),
    ),
  }),
  refusals: [],
});

// ---- staff

export const OccasionWish = z.object({
  startsAtMs: z.int(),
  endsAtMs: z.int(),
  capacity: z.nullable(z.int().check(z.minimum(1), z.maximum(CAPACITY_MAX))),
  signUp: z.nullable(z.object({ opensAtMs: z.int(), closesAtMs: z.int() })),
  takesWalkIns: z.boolean(),
});
export type OccasionWish = z.infer<typeof OccasionWish>;

export const ArrangeEvent = endpoint({
  id: 'events/arrange-event',
  method: 'POST',
  path: '/events/arranged',
  summary: '办活动：什么事、在哪、几场、多少名额、怎么得分',
  duty: 'events.arrange',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    areaId: AreaId,
    kind: z.enum(EVENT_KINDS),
    title: words(2, 40),
    place: words(1, 60),
    description: words(0, 1_000),
    contactName: words(1, 20),
    contactPhone: Phone,
    ruleCode: z.nullable(words(1, 20)),
    countedBy: z.enum(COUNTED_BY),
    /** Without it: true for 宣讲 and 会议. */
    oncePerHousehold: z.optional(z.boolean()),
    countsHours: z.boolean(),
    occasions: z.array(OccasionWish).check(z.minLength(1), z.maxLength(OCCASIONS_MAX)),
  }),
  output: z.object({ eventId: EventId, occasionIds: z.array(OccasionId) }),
  refusals: ['events/times-wrong', 'events/terms-clash', 'scoring/no-such-rule'],
});

export const ChangeOccasion = endpoint({
  id: 'events/change-occasion',
  method: 'POST',
  path: '/events/occasion-changes',
  summary: '改地点或时间，报了名的都会收到消息',
  duty: 'events.arrange',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    place: words(1, 60),
    startsAtMs: z.int(),
    endsAtMs: z.int(),
  }),
  output: z.object({ toldCount: z.int() }),
  refusals: [
    'events/occasion-not-planned',
    'events/nothing-to-change',
    'events/times-wrong',
    'events/already-attended',
  ],
});

export const CancelOccasion = endpoint({
  id: 'events/cancel-occasion',
  method: 'POST',
  path: '/events/occasion-cancellations',
  summary: '这场不办了，报了名的都会收到消息',
  duty: 'events.arrange',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    reason: z.enum(CANCEL_REASONS),
  }),
  output: z.object({ toldCount: z.int() }),
  refusals: ['events/occasion-not-planned', 'events/already-attended'],
});

/** An occasion as the office sees it. */
export const OfficeOccasion = z.object({
  occasion: Occasion,
  attendedCount: z.int(),
  lateCount: z.int(),
  /** Awards that wait: before the close all of them, after it those of whoever closed it. */
  pendingAwards: z.int(),
});
export type OfficeOccasion = z.infer<typeof OfficeOccasion>;

export const ListOfficeOccasions = endpoint({
  id: 'events/list-office-occasions',
  method: 'GET',
  path: '/events/office-occasions',
  summary: '我管的场次：今天的、往后的、最近办过的',
  duty: 'events.read-roll',
  scope: 'area',
  input: z.object({}),
  output: z.object({ occasions: z.array(OfficeOccasion) }),
  refusals: [],
});

export const ReadConsole = endpoint({
  id: 'events/read-console',
  method: 'GET',
  path: '/events/occasions/:occasionId/console',
  summary: '签到台：换新的码、人数、刚刚签到的人（姓名隐去中间字）',
  duty: 'events.check-in',
  scope: 'area',
  input: z.object({ occasionId: OccasionId }),
  output: z.object({
    occasion: Occasion,
    /** Codes of this step and the next ones; empty while check-in is not open. */
    codes: z.array(
      z.object({ qrText: z.string(), digits: z.string(), fromMs: z.int(), untilMs: z.int() }),
    ),
    checkIn: z.object({ opensAtMs: z.int(), closesAtMs: z.int() }),
    signedUpCount: z.int(),
    attendedCount: z.int(),
    walkInCount: z.int(),
    leftCount: z.int(),
    lateCount: z.int(),
    latest: z.array(z.object({ maskedName: z.string(), building: z.string(), inAtMs: z.int() })),
    asOfMs: z.int(),
  }),
  refusals: [],
});

/** A line of the roll: whoever signed up or came. Full names, for staff alone. */
export const RollLine = z.object({
  personId: PersonId,
  name: z.string(),
  householdCode: z.string(),
  address: z.string(),
  signUp: z.nullable(z.enum(SIGN_UP_STATES)),
  position: z.nullable(z.int()),
  isWalkIn: z.boolean(),
  attendance: z.nullable(
    z.object({
      state: z.enum(ATTENDANCE_STATES),
      way: z.enum(CHECK_IN_WAYS),
      inAtMs: z.int(),
      outAtMs: z.nullable(z.int()),
      serviceMinutes: z.int(),
      scannedAtMs: z.nullable(z.int()),
      /** What it earned so far, waiting or posted. */
      points: z.int(),
    }),
  ),
});
export type RollLine = z.infer<typeof RollLine>;

export const ReadRoll = endpoint({
  id: 'events/read-roll',
  method: 'GET',
  path: '/events/occasions/:occasionId/roll',
  summary: '名册：谁报了名、谁来了、哪些签到待确认',
  duty: 'events.read-roll',
  scope: 'area',
  input: z.object({ occasionId: OccasionId }),
  output: z.object({ occasion: Occasion, lines: z.array(RollLine) }),
  refusals: [],
});

export const FindPeople = endpoint({
  id: 'events/find-people',
  method: 'GET',
  path: '/events/occasions/:occasionId/people',
  summary: '签到台：报存折号找人',
  duty: 'events.check-in',
  scope: 'area',
  input: z.object({
    occasionId: OccasionId,
    householdCode: z.string().check(z.trim(), z.regex(/^[0-9A-Za-z-]{4,20}$/)),
  }),
  output: z.object({
    householdId: z.nullable(HouseholdId),
    people: z.array(z.object({ personId: PersonId, name: z.string(), relation: z.string() })),
  }),
  refusals: [],
});

export const CheckInPerson = endpoint({
  id: 'events/check-in-person',
  method: 'POST',
  path: '/events/staff-check-ins',
  summary: '签到台：扫居民的码、老人的卡，或在名册上勾',
  duty: 'events.check-in',
  scope: 'area',
  /** A scanned code, or a person ticked on the roll: one of the two. */
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    code: z.optional(words(6, 300)),
    personId: z.optional(PersonId),
    intent: z.enum(INTENTS),
  }),
  output: z.object({
    checkedIn: CheckedIn,
    personId: PersonId,
    /** Told once, for the clerk's eyes. */
    name: z.optional(z.string()),
  }),
  refusals: [
    'events/person-code-forged',
    'events/person-code-stale',
    'events/own-household',
    'events/occasion-not-planned',
    'events/headcount-only',
    'events/check-in-not-open',
    'events/walk-ins-not-taken',
    'events/full',
    'events/not-checked-in',
    'events/too-soon-to-leave',
    'events/no-check-out',
  ],
  secrets: ['code'],
});

export const UndoCheckIn = endpoint({
  id: 'events/undo-check-in',
  method: 'POST',
  path: '/events/check-in-undoings',
  summary: '签错了：撤回这次签到',
  duty: 'events.check-in',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    personId: PersonId,
    reason: z.enum(UNDO_REASONS),
  }),
  output: z.object({ attendedCount: z.int() }),
  refusals: ['events/not-checked-in', 'events/occasion-not-planned', 'events/own-household'],
});

export const DecideLateScan = endpoint({
  id: 'events/decide-late-scan',
  method: 'POST',
  path: '/events/late-decisions',
  summary: '补交的签到：算，还是不算',
  duty: 'events.decide-late',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    personId: PersonId,
    isAccepted: z.boolean(),
  }),
  output: z.object({ state: z.enum(ATTENDANCE_STATES) }),
  refusals: [
    'events/late-scan-not-waiting',
    'events/occasion-not-planned',
    'events/own-household',
    'events/walk-ins-not-taken',
    'events/full',
    'events/time-taken',
  ],
});

/** What a close did. `leftForOthers`: awards of the closer's own home, for another steward to post. */
export const Posting = z.object({
  attendedCount: z.int(),
  postedCount: z.int(),
  postedPoints: z.int(),
  /** Awards that a cap made smaller, or to nothing. */
  cutCount: z.int(),
  leftForOthers: z.int(),
});
export type Posting = z.infer<typeof Posting>;

export const CloseOccasion = endpoint({
  id: 'events/close-occasion',
  method: 'POST',
  path: '/events/closings',
  summary: '这场结束：待入账的积分一起入账',
  duty: 'events.close',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    /** Only where heads are counted. */
    headcount: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
  }),
  output: Posting,
  refusals: [
    'events/occasion-not-planned',
    'events/not-begun',
    'events/late-scans-waiting',
    'events/headcount-missing',
  ],
});

export const PostLeftAwards = endpoint({
  id: 'events/post-left-awards',
  method: 'POST',
  path: '/events/left-postings',
  summary: '把同事自己家留下的积分入账',
  duty: 'events.close',
  scope: 'area',
  input: z.object({ requestId: RequestId, occasionId: OccasionId }),
  output: Posting,
  refusals: ['events/occasion-not-closed', 'events/nothing-left', 'events/own-household'],
});

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
    detail: () => '时间和地点都和原来一样，没有要改的',
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
