/** The phone's clock, ms since 1970. The one place it is read; logic gets the time passed in. */
export const nowMs = (): number => Date.now();
