import { type OccasionState, WAITING_MAX } from '@bank/shared/contracts/events';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { decidePlanned } from './event.ts';

/** What signing up looks at. `openSeats` may be any number where there is no limit. */
export interface SignUpTerms {
  readonly state: OccasionState;
  readonly signUpOpensAtMs: number | null;
  readonly signUpClosesAtMs: number | null;
  readonly startsAtMs: number;
  readonly sitePath: string;
  readonly siteName: string;
  readonly openSeats: number;
  readonly waitingCount: number;
}

type SignUpProblem = Problem<
  | 'events/occasion-not-planned'
  | 'events/no-sign-up-needed'
  | 'events/sign-up-not-open'
  | 'events/sign-up-over'
  | 'events/not-your-area'
  | 'events/line-is-full'
>;

/** 报名: a seat when one is free, else a place in the line. */
export function decideSignUp(
  terms: SignUpTerms,
  homePath: string,
  nowMs: number,
): Outcome<'seated' | 'waiting', SignUpProblem> {
  const planned = decidePlanned(terms.state);
  if (!planned.ok) return planned;
  const { signUpOpensAtMs: opensAtMs, signUpClosesAtMs: closesAtMs } = terms;
  if (opensAtMs === null || closesAtMs === null) {
    return refuse({ code: 'events/no-sign-up-needed', facts: NO_FACTS });
  }
  if (nowMs < opensAtMs) return refuse({ code: 'events/sign-up-not-open', facts: { opensAtMs } });
  if (nowMs >= closesAtMs) return refuse({ code: 'events/sign-up-over', facts: { closesAtMs } });
  if (!homePath.startsWith(terms.sitePath)) {
    return refuse({ code: 'events/not-your-area', facts: { siteName: terms.siteName } });
  }
  if (terms.openSeats > 0) return accept('seated');
  if (terms.waitingCount >= WAITING_MAX) {
    return refuse({ code: 'events/line-is-full', facts: { waitingMax: WAITING_MAX } });
  }
  return accept('waiting');
}

/** 不去了: until it begins; a seat in use is not given back. `again` was cancelled before. */
export function decideCancelSignUp(
  terms: Pick<SignUpTerms, 'state' | 'startsAtMs'>,
  signUp: 'seated' | 'waiting' | 'cancelled' | null,
  isPresent: boolean,
  nowMs: number,
): Outcome<
  'seated' | 'waiting' | 'again',
  Problem<'events/not-signed-up' | 'events/occasion-not-planned' | 'events/already-begun'>
> {
  if (signUp === null) return refuse({ code: 'events/not-signed-up', facts: NO_FACTS });
  if (signUp === 'cancelled') return accept('again');
  const planned = decidePlanned(terms.state);
  if (!planned.ok) return planned;
  if (isPresent || nowMs >= terms.startsAtMs) {
    return refuse({ code: 'events/already-begun', facts: NO_FACTS });
  }
  return accept(signUp);
}
