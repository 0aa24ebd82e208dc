/**
 * For calls that answer by callbacks. Some of them hand back a promise as well, which says a failure
 * a second time; some hand back nothing. Either way the callbacks have the word.
 */
export function quietly(alsoSaid: unknown): void {
  Promise.resolve(alsoSaid).catch(() => undefined);
}
