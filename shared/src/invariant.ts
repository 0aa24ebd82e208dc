/** Stops the request when we, not the family, are wrong. The message is for the log only. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}
