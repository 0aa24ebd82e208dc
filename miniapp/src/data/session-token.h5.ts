/** A browser's session is a cookie that no script can read. */
export const sessionHeaders = (): Record<string, string> => ({});
export const keepSessionToken = (_token: string): void => undefined;
export const dropSessionToken = (): void => undefined;
