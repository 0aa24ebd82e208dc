/** A browser may not touch the screen's light: nothing to raise, nothing to put back. */
export const raiseBrightness = (): (() => void) => () => undefined;
