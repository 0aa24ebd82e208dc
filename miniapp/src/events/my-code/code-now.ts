/** A code and the time it is shown, by the bank's clock. */
export interface TimedCode {
  readonly qrText: string;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** New codes are asked for this long before the last one ends: a hall's network takes its time. */
const ASK_AHEAD_MS = 45_000;
const SECOND_MS = 1_000;

export interface CodeNow {
  /** Undefined once all have ended. */
  readonly qrText: string | undefined;
  /** Whole seconds until the next one. */
  readonly secondsLeft: number;
  readonly wantsMore: boolean;
}

/**
 * The code to show at a moment of the phone's clock, which may be wrong: the first code is the one of
 * the moment the answer came, so the difference of the clocks is known from it.
 */
export function codeNow(codes: readonly TimedCode[], cameAtMs: number, phoneMs: number): CodeNow {
  const [first] = codes;
  const last = codes[codes.length - 1];
  if (!first || !last) return { qrText: undefined, secondsLeft: 0, wantsMore: true };
  const isRight = cameAtMs >= first.fromMs && cameAtMs < first.untilMs;
  const atMs = isRight ? phoneMs : phoneMs + (first.fromMs - cameAtMs);
  const current = codes.find(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);
  return {
    qrText: current?.qrText,
    secondsLeft: current ? Math.ceil((current.untilMs - atMs) / SECOND_MS) : 0,
    wantsMore: atMs > last.untilMs - ASK_AHEAD_MS,
  };
}
