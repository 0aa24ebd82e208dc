/** WeChat fetches packages ahead by itself: see `preloadRule` in the app's config. */
export const keepScanAtHand = (): void => undefined;
