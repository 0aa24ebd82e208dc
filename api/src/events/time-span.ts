import { accept, type Outcome, refuse } from '@bank/shared/outcome';

/** A stretch of one person's time. `outAtMs` is null while nobody checked out. */
export interface TimeSpan {
  readonly kind: 'service' | 'attendance';
  /** The service's id, or the occasion's. */
  readonly id: string;
  readonly fromMs: number;
  readonly outAtMs: number | null;
  /** Until when it is taken: the end, or what the occasion says. */
  readonly untilMs: number;
  readonly minutes: number;
  readonly countsHours: boolean;
}

const MINUTE_MS = 60_000;

/** Touching ends do not overlap. */
function overlaps(one: TimeSpan, fromMs: number, untilMs: number): boolean {
  return one.fromMs < untilMs && fromMs < one.untilMs;
}

/** Whether nothing else takes this time; otherwise the first that does. */
export function decideTimeFree(
  spans: readonly TimeSpan[],
  fromMs: number,
  untilMs: number,
): Outcome<'free', { readonly fromMs: number; readonly untilMs: number }> {
  const taken = spans.find((span) => overlaps(span, fromMs, untilMs));
  return taken ? refuse({ fromMs: taken.fromMs, untilMs: taken.untilMs }) : accept('free' as const);
}

/**
 * Whole minutes between in and out that no other ended service has: a later start, an earlier end.
 * Who never checked out elsewhere took no time there.
 */
export function serviceMinutes(
  spans: readonly TimeSpan[],
  inAtMs: number,
  outAtMs: number,
): number {
  let [start, end] = [inAtMs, outAtMs];
  const ended = spans
    .filter((span) => span.countsHours && span.outAtMs !== null && overlaps(span, start, end))
    .sort((one, other) => one.fromMs - other.fromMs);
  for (const span of ended) {
    if (span.fromMs <= start) start = Math.max(start, span.untilMs);
    else end = Math.min(end, span.fromMs);
  }
  return Math.max(0, Math.floor((end - start) / MINUTE_MS));
}

/** Minutes that spans beginning in a stretch, such as a day, already count. */
export function minutesWithin(spans: readonly TimeSpan[], fromMs: number, untilMs: number): number {
  return spans
    .filter((span) => span.countsHours && span.fromMs >= fromMs && span.fromMs < untilMs)
    .reduce((sum, span) => sum + span.minutes, 0);
}
