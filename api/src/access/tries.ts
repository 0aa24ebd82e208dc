import { accept, type Outcome, refuse } from '@bank/shared/outcome';

/** Wrong tries within a window that starts with the first of them. */
export interface Tries {
  readonly windowStartMs: number;
  readonly wrongCount: number;
}

/** How many wrong tries, in how long, before a pause until the window ends. */
export interface TryLimit {
  readonly wrongMax: number;
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;

export const PIN_TRIES: TryLimit = { wrongMax: 5, windowMs: 15 * MINUTE_MS };
export const BIND_TRIES: TryLimit = { wrongMax: 5, windowMs: 60 * MINUTE_MS };
export const ONE_TIME_CODE_TRIES: TryLimit = { wrongMax: 5, windowMs: 15 * MINUTE_MS };
/** The counter pauses for a minute, not longer: a queue is waiting. */
export const COUNTER_TRIES: TryLimit = { wrongMax: 5, windowMs: MINUTE_MS };
export const EVENT_DIGITS_TRIES: TryLimit = { wrongMax: 5, windowMs: MINUTE_MS };

/** Whether one more try may be made now, or how many seconds to wait. */
export function decideTry(
  tries: Tries | null,
  limit: TryLimit,
  nowMs: number,
): Outcome<
  { readonly wrongCount: number; readonly windowStartMs: number },
  { waitSeconds: number }
> {
  if (!tries || nowMs >= tries.windowStartMs + limit.windowMs) {
    return accept({ wrongCount: 0, windowStartMs: nowMs });
  }
  if (tries.wrongCount < limit.wrongMax) return accept(tries);
  const waitMs = tries.windowStartMs + limit.windowMs - nowMs;
  return refuse({ waitSeconds: Math.max(1, Math.ceil(waitMs / 1000)) });
}

/** The tries after one more wrong one. */
export function afterWrongTry(before: Tries): Tries {
  return { windowStartMs: before.windowStartMs, wrongCount: before.wrongCount + 1 };
}

/** How many wrong tries are left after `tries`. */
export function triesLeft(tries: Tries, limit: TryLimit): number {
  return Math.max(0, limit.wrongMax - tries.wrongCount);
}
