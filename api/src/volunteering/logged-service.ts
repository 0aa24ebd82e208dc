import { addDays, dayOf } from '@bank/shared/calendar';
import {
  LOG_DAYS_MAX,
  SERVICE_MINUTES_A_DAY_MAX,
  SERVICE_MINUTES_MIN,
  type ServiceState,
  STAR_HOURS,
} from '@bank/shared/contracts/volunteering';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { decideTimeFree, minutesWithin, type TimeSpan } from '../events/time-span.ts';

/** 参加社区组织的志愿服务: by the hour, and what confirmed service earns by. */
export const SERVICE_RULE_CODE = 'JF01';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

type LogProblem = Problem<
  | 'volunteering/times-wrong'
  | 'volunteering/too-short'
  | 'volunteering/in-the-future'
  | 'volunteering/too-long-ago'
  | 'volunteering/overlap'
  | 'volunteering/day-is-full'
>;

/** The times of a log by themselves. Answers its minutes. */
export function decideLogTimes(
  { startsAtMs, endsAtMs }: { readonly startsAtMs: number; readonly endsAtMs: number },
  nowMs: number,
): Outcome<number, LogProblem> {
  const isWhole = startsAtMs % MINUTE_MS === 0 && endsAtMs % MINUTE_MS === 0;
  const isOneDay = dayOf(startsAtMs) === dayOf(endsAtMs);
  if (!isWhole || !isOneDay || endsAtMs <= startsAtMs) {
    return refuse({ code: 'volunteering/times-wrong', facts: NO_FACTS });
  }
  if (endsAtMs > nowMs) return refuse({ code: 'volunteering/in-the-future', facts: NO_FACTS });
  if (dayOf(startsAtMs) < addDays(dayOf(nowMs), -LOG_DAYS_MAX)) {
    return refuse({ code: 'volunteering/too-long-ago', facts: { daysMax: LOG_DAYS_MAX } });
  }
  const minutes = (endsAtMs - startsAtMs) / MINUTE_MS;
  if (minutes < SERVICE_MINUTES_MIN) {
    return refuse({ code: 'volunteering/too-short', facts: { minutesMin: SERVICE_MINUTES_MIN } });
  }
  return accept(minutes);
}

/** 记一次: nothing else takes that time, and a day has its limit. `spans`: all that touch the day. */
export function decideLog(
  log: { readonly startsAtMs: number; readonly endsAtMs: number },
  spans: readonly TimeSpan[],
  dayStartMs: number,
  nowMs: number,
): Outcome<number, LogProblem> {
  const times = decideLogTimes(log, nowMs);
  if (!times.ok) return times;
  const free = decideTimeFree(spans, log.startsAtMs, log.endsAtMs);
  if (!free.ok) return refuse({ code: 'volunteering/overlap', facts: free.problem });
  const minutesTaken = minutesWithin(spans, dayStartMs, dayStartMs + DAY_MS);
  if (minutesTaken + times.value > SERVICE_MINUTES_A_DAY_MAX) {
    const facts = { minutesMax: SERVICE_MINUTES_A_DAY_MAX, minutesTaken };
    return refuse({ code: 'volunteering/day-is-full', facts });
  }
  return times;
}

const STATE_WORDS: Record<ServiceState, string> = {
  pending: '还在等认定',
  confirmed: '已经认定了',
  returned: '已经退回了',
  withdrawn: '本人已经撤回了',
};

/** Only what still waits can be confirmed, returned or withdrawn. */
export function decidePending(
  state: ServiceState,
): Outcome<'pending', Problem<'volunteering/not-pending'>> {
  if (state === 'pending') return accept('pending');
  return refuse({ code: 'volunteering/not-pending', facts: { stateWords: STATE_WORDS[state] } });
}

/** Nobody confirms or returns service of the own home. */
export function decideConfirmer(
  confirmer: { readonly personId: string; readonly householdId: string | null },
  service: { readonly personId: string; readonly householdId: string },
): Outcome<'other', Problem<'volunteering/own-household'>> {
  const isOwn =
    confirmer.personId === service.personId || confirmer.householdId === service.householdId;
  return isOwn
    ? refuse({ code: 'volunteering/own-household', facts: NO_FACTS })
    : accept('other' as const);
}

/** 星级 by confirmed minutes, and how far the next star is. */
export function starsOf(confirmedMinutes: number): {
  readonly stars: number;
  readonly minutesToNextStar: number | null;
} {
  const stars = STAR_HOURS.filter((hours) => confirmedMinutes >= hours * 60).length;
  const next = STAR_HOURS[stars];
  return {
    stars,
    minutesToNextStar: next === undefined ? null : next * 60 - confirmedMinutes,
  };
}
