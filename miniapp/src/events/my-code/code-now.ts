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

/** The code to show at a moment of the bank's clock. */
export function codeNow(codes: readonly TimedCode[], atMs: number): CodeNow {
  const last = codes[codes.length - 1];
  if (!last) return { qrText: undefined, secondsLeft: 0, wantsMore: true };
  const current = codes.find(({ fromMs, untilMs }) => fromMs <= atMs && atMs < untilMs);
  return {
    qrText: current?.qrText,
    secondsLeft: current ? Math.ceil((current.untilMs - atMs) / SECOND_MS) : 0,
    wantsMore: atMs > last.untilMs - ASK_AHEAD_MS,
  };
}
