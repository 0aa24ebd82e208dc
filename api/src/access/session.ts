/** How long a session lives without being renewed. Staff at a shared desk are asked more often. */
export const SESSION_DAYS = 30;
export const STAFF_SESSION_HOURS = 12;

/** How long a 一次性码 waits for its person. */
export const ONE_TIME_CODE_HOURS = 72;

const HOUR_MS = 3_600_000;

/** When a session that opens now ends by itself. */
export function sessionExpiryMs(nowMs: number, holdsPost: boolean): number {
  return nowMs + (holdsPost ? STAFF_SESSION_HOURS : SESSION_DAYS * 24) * HOUR_MS;
}

/** When a one-time code issued now stops working. */
export function codeExpiryMs(nowMs: number): number {
  return nowMs + ONE_TIME_CODE_HOURS * HOUR_MS;
}

/** Six equal figures, a run up or down, or two alternating: what is tried first by others. */
export function isSimplePin(pin: string): boolean {
  const figures = [...pin].map(Number);
  const steps = figures.slice(1).map((figure, at) => figure - (figures[at] ?? 0));
  const isRun = steps.every((step) => step === steps[0] && Math.abs(step) <= 1);
  return isRun || new Set(figures).size <= 2;
}
