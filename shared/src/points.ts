import * as z from './zod.ts';

/** Far above any real balance and far below the integers JSON and SQLite agree on. */
export const AMOUNT_MAX = 1_000_000_000;

/** 积分: whole and positive. What moves in one transfer. */
export const Points = z.int().check(z.minimum(1), z.maximum(AMOUNT_MAX)).brand<'Points'>();
export type Points = z.infer<typeof Points>;
