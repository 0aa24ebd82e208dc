import type { Problem } from './problem.ts';

/** A yes with what it brings, or a no with words. Only our own mistakes are thrown. */
export type Outcome<Value, No = Problem> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: No };

export function accept<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<No>(problem: No): { readonly ok: false; readonly problem: No } {
  return { ok: false, problem };
}
