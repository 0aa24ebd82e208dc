import { isDay } from '../calendar.ts';
import * as z from '../zod.ts';

/** Shapes that several rooms promise. */

/** `YYYY-MM-DD`, a day that exists. */
export const Day = z.string().check(z.refine(isDay, '日期要写成 2026-03-17 这样，而且要有这一天'));

/** An area as a path of codes: `/` is the county, `/01/` a site, `/01/0101/` a grid. */
export const AreaPath = z.string().check(z.maxLength(80), z.regex(/^\/([0-9A-Za-z-]+\/)*$/));

const LETTERS_MAX = 40;

/** A person's name, counted in characters: rare ones take two UTF-16 units. */
export const PersonName = z.string().check(
  z.trim(),
  z.refine((name) => {
    const letters = [...name].length;
    return letters >= 1 && letters <= LETTERS_MAX;
  }, '姓名要填 1 到 40 个字'),
);

/** Free words of a clerk or a resident, trimmed, of `lengthMax` UTF-16 units at most. */
export function words(lengthMin: number, lengthMax: number) {
  return z.string().check(z.trim(), z.minLength(lengthMin), z.maxLength(lengthMax));
}

/** 11 digits of a mobile or up to 13 of a fixed line with its area code. */
export const Phone = z
  .string()
  .check(z.trim(), z.regex(/^[0-9]{3,4}-?[0-9]{7,8}$/, '电话要填数字，例如 15413123628'));

/** A number that came in a query string. */
export const QueryNumber = z.pipe(
  z.string().check(z.regex(/^-?[0-9]{1,15}$/, '这里要填整数')),
  z.transform((text: string) => Number(text)),
);

/** Where the next page begins: the sequence number of the last line that was seen. */
export const Cursor = z.optional(QueryNumber);

export const Done = z.object({});
