/** A plain object for engines without `globalThis`: libraries only look for optional parts on it. */
export const globalObject: Record<string, unknown> = {};
