import { dayOf } from '@bank/shared/calendar';
import {
  DAYS_AHEAD_MAX,
  type EventKind,
  type OccasionState,
  type TermsClash,
  type TimesWrong,
} from '@bank/shared/contracts/events';
import type { OccasionWish } from '@bank/shared/contracts/events-staff';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import type { Problem } from '@bank/shared/problem';
import { SEATS_WITHOUT_LIMIT } from './seats.ts';

const DAY_MS = 86_400_000;

/** 宣讲 and 会议 count once a home, whoever of it comes (积分细则 JF19, JF20). */
const ONCE_A_HOME: ReadonlySet<EventKind> = new Set(['lecture', 'meeting']);

/** What holds while a steward says nothing else. */
export function countsOncePerHousehold(kind: EventKind): boolean {
  return ONCE_A_HOME.has(kind);
}

type TimesProblem = Problem<'events/times-wrong'>;

function timesWrong(why: TimesWrong): { ok: false; problem: TimesProblem } {
  return refuse({ code: 'events/times-wrong' as const, facts: { why } });
}

/** From and to of one occasion: ahead of now, in order, within one day of the community. */
export function decideTimes(
  wish: { readonly startsAtMs: number; readonly endsAtMs: number },
  nowMs: number,
): Outcome<'fit', TimesProblem> {
  if (wish.startsAtMs <= nowMs) return timesWrong('past');
  if (wish.startsAtMs > nowMs + DAYS_AHEAD_MAX * DAY_MS) return timesWrong('too-far');
  if (wish.endsAtMs <= wish.startsAtMs) return timesWrong('order');
  if (dayOf(wish.endsAtMs) !== dayOf(wish.startsAtMs)) return timesWrong('two-days');
  return accept('fit');
}

/** One occasion of a new event: its times, and a window that ends before it starts. */
export function decideOccasionWish(
  wish: OccasionWish,
  nowMs: number,
): Outcome<'fit', TimesProblem | Problem<'events/terms-clash'>> {
  const times = decideTimes(wish, nowMs);
  if (!times.ok) return times;
  const { signUp } = wish;
  if (signUp === null) return wish.takesWalkIns ? accept('fit') : termsClash('nobody-can-come');
  const isInOrder = signUp.opensAtMs < signUp.closesAtMs && signUp.closesAtMs <= wish.startsAtMs;
  return isInOrder ? accept('fit') : timesWrong('window');
}

function termsClash(why: TermsClash): { ok: false; problem: Problem<'events/terms-clash'> } {
  return refuse({ code: 'events/terms-clash' as const, facts: { why } });
}

/** Whoever is only counted has no name to write points or hours under. */
export function decideTerms(wish: {
  readonly countedBy: 'check-in' | 'headcount';
  readonly ruleCode: string | null;
  readonly countsHours: boolean;
}): Outcome<'fit', Problem<'events/terms-clash'>> {
  const earns = wish.ruleCode !== null || wish.countsHours;
  return wish.countedBy === 'headcount' && earns ? termsClash('headcount-earns') : accept('fit');
}

const STATE_WORDS: Record<OccasionState, string> = {
  planned: '还没结束',
  closed: '已经结束，签到也收了',
  cancelled: '不办了',
};

/** Only an occasion that has not ended takes anything more. */
export function decidePlanned(
  state: OccasionState,
): Outcome<'planned', Problem<'events/occasion-not-planned'>> {
  if (state === 'planned') return accept('planned');
  return refuse({
    code: 'events/occasion-not-planned',
    facts: { stateWords: STATE_WORDS[state] },
  });
}

/** A move or a cancellation comes before anybody came. */
export function decideUnattended(
  attendedCount: number,
): Outcome<'unattended', Problem<'events/already-attended'>> {
  if (attendedCount === 0) return accept('unattended');
  return refuse({ code: 'events/already-attended', facts: { attendedCount } });
}

/** Where and when an occasion is, and when its sign-up ends. */
interface Whereabouts {
  readonly place: string;
  readonly startsAtMs: number;
  readonly endsAtMs: number;
}

/** 改时间地点: null when nothing of it changes. A beginning that moved forward takes the end of sign-up with it. */
export function decideMove(
  before: {
    readonly attendedCount: number;
    readonly record: Whereabouts & {
      readonly signUpOpensAtMs: number | null;
      readonly signUpClosesAtMs: number | null;
    };
  },
  { place, startsAtMs, endsAtMs }: Whereabouts,
  nowMs: number,
): Outcome<
  (Whereabouts & { readonly signUpClosesAtMs: number | null }) | null,
  TimesProblem | Problem<'events/already-attended'>
> {
  const { record } = before;
  const isSame =
    place === record.place && startsAtMs === record.startsAtMs && endsAtMs === record.endsAtMs;
  if (isSame) return accept(null);
  const unattended = decideUnattended(before.attendedCount);
  if (!unattended.ok) return unattended;
  const times = decideTimes({ startsAtMs, endsAtMs }, nowMs);
  if (!times.ok) return times;
  const { signUpOpensAtMs: opens, signUpClosesAtMs: closes } = record;
  const signUpClosesAtMs = closes === null ? null : Math.min(closes, startsAtMs);
  if (opens !== null && signUpClosesAtMs !== null && signUpClosesAtMs <= opens) {
    return timesWrong('window');
  }
  return accept({ place, startsAtMs, endsAtMs, signUpClosesAtMs });
}

/** 改名额: how many seats are put in (or, below nought, taken out), and how many who waited sit down. */
export function decideCapacity(
  capacity: number | null,
  seats: {
    readonly openSeats: number;
    readonly takenCount: number;
    readonly waitingCount: number;
  },
): Outcome<
  { readonly change: number; readonly seatedCount: number },
  Problem<'events/too-few-seats'>
> {
  const { openSeats, takenCount, waitingCount } = seats;
  const wanted = capacity ?? SEATS_WITHOUT_LIMIT;
  if (wanted < takenCount) return refuse({ code: 'events/too-few-seats', facts: { takenCount } });
  return accept({
    change: wanted - openSeats - takenCount,
    seatedCount: Math.min(wanted - takenCount, waitingCount),
  });
}

type CloseProblem = Problem<
  | 'events/occasion-not-planned'
  | 'events/not-begun'
  | 'events/late-scans-waiting'
  | 'events/headcount-missing'
>;

/** 结束签到: after it began, with every late scan decided, and heads counted where that is the way. */
export function decideClose(
  occasion: {
    readonly state: OccasionState;
    readonly startsAtMs: number;
    readonly countedBy: 'check-in' | 'headcount';
    readonly lateCount: number;
  },
  headcount: number | undefined,
  nowMs: number,
): Outcome<{ readonly headcount: number | null }, CloseProblem> {
  const planned = decidePlanned(occasion.state);
  if (!planned.ok) return planned;
  const { startsAtMs, lateCount } = occasion;
  if (nowMs < startsAtMs) return refuse({ code: 'events/not-begun', facts: { startsAtMs } });
  if (lateCount > 0) return refuse({ code: 'events/late-scans-waiting', facts: { lateCount } });
  if (occasion.countedBy === 'check-in') return accept({ headcount: null });
  if (headcount === undefined) return refuse({ code: 'events/headcount-missing', facts: {} });
  return accept({ headcount });
}
