import { endpoint } from '../endpoint.ts';
import { AreaId, EventId, HouseholdId, OccasionId, PersonId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import {
  ATTENDANCE_STATES,
  CANCEL_REASONS,
  CAPACITY_MAX,
  CHECK_IN_WAYS,
  CheckedIn,
  COUNTED_BY,
  EVENT_KINDS,
  INTENTS,
  OCCASIONS_MAX,
  Occasion,
  SIGN_UP_STATES,
  SignUpAnswer,
  UNDO_REASONS,
} from './events.ts';
import { Phone, words } from './shapes.ts';

/** 活动, the staff's half: arranging, the check-in desk, the roll, and the close. */

/** Null is no limit. */
const Capacity = z.nullable(z.int().check(z.minimum(1), z.maximum(CAPACITY_MAX)));

export const OccasionWish = z.object({
  startsAtMs: z.int(),
  endsAtMs: z.int(),
  capacity: Capacity,
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
  summary: '改地点、时间或名额，报了名的、补上的会收到消息',
  duty: 'events.arrange',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    occasionId: OccasionId,
    place: words(1, 60),
    startsAtMs: z.int(),
    endsAtMs: z.int(),
    /** Without it: as it is. */
    capacity: z.optional(Capacity),
  }),
  output: z.object({ toldCount: z.int() }),
  refusals: [
    'events/occasion-not-planned',
    'events/nothing-to-change',
    'events/times-wrong',
    'events/already-attended',
    'events/too-few-seats',
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

export const SignUpPerson = endpoint({
  id: 'events/sign-up-person',
  method: 'POST',
  path: '/events/staff-sign-ups',
  summary: '替没有手机的人报名；没有名额就排候补',
  duty: 'events.check-in',
  scope: 'area',
  input: z.object({ requestId: RequestId, occasionId: OccasionId, personId: PersonId }),
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

export const CancelPersonSignUp = endpoint({
  id: 'events/cancel-person-sign-up',
  method: 'POST',
  path: '/events/staff-sign-up-cancellations',
  summary: '替没有手机的人取消报名：名额让给候补的人',
  duty: 'events.check-in',
  scope: 'area',
  input: z.object({ requestId: RequestId, occasionId: OccasionId, personId: PersonId }),
  output: SignUpAnswer,
  refusals: ['events/not-signed-up', 'events/occasion-not-planned', 'events/already-begun'],
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
  refusals: ['events/occasion-not-closed', 'events/nothing-left', 'events/left-to-others'],
});
