import { endpoint } from '../endpoint.ts';
import { AreaId, EventId, OccasionId, PersonId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import { words } from './shapes.ts';

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
  /** 待入账 of one's own here: null when nothing waits, 0 by the hour until one leaves. */
  pendingPoints: z.nullable(z.int()),
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
  /** From when to when people may check themselves in. */
  checkIn: z.object({ opensAtMs: z.int(), closesAtMs: z.int() }),
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
        /** By the bank's clock: what the codes' times are measured with. */
        nowMs: z.int(),
        codes: z.array(z.object({ qrText: z.string(), fromMs: z.int(), untilMs: z.int() })),
      }),
    ),
  }),
  refusals: [],
});
