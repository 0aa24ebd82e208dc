/** Nothing to clean: printable ASCII without space, and the common Han block. */
const PLAIN = /^[\x21-\x26\x28-\x7e\u4e00-\u9fff]*$/;
/** Zero-width, direction and control characters; variation selectors stay, they belong to rare characters. */
const INVISIBLE =
  /[^\P{Cc}\t\n\r]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/gu;
const SPACES = /[\s\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]+/g;
const NOT_HAN = /[^\p{Script=Han}]+/gu;
const UNREADABLE = /[\ufffd\ue000-\uf8ff]|\p{Surrogate}/u;

export interface TidyText {
  readonly text: string;
  /** What was done, in Chinese; empty when nothing was. */
  readonly done: readonly string[];
}

const UNTOUCHED: readonly string[] = [];

/**
 * Removes what nobody sees: invisible characters, spaces at the ends, and unusual or doubled spaces inside.
 * Composes letters with their marks, but never touches a Han character.
 */
export function tidyText(raw: string): TidyText {
  if (PLAIN.test(raw)) return { text: raw, done: UNTOUCHED };
  const done: string[] = [];
  let text = step(raw, raw.replace(INVISIBLE, ''), '去掉看不见的字符', done);
  text = step(text, text.replace(SPACES, ' ').trim(), '去掉多余的空格', done);
  text = step(text, composed(text), '合并分开写的字符', done);
  text = step(text, text.replace(/^['‘’](?=[\d０-９+])/, ''), '去掉开头的撇号', done);
  return { text, done: done.length === 0 ? UNTOUCHED : done };
}

function composed(text: string): string {
  return text.normalize('NFC') === text
    ? text
    : text.replace(NOT_HAN, (part) => part.normalize('NFC'));
}

function step(before: string, after: string, what: string, done: string[]): string {
  if (after !== before) done.push(what);
  return after;
}

/** Full-width digits, letters and signs to half width: for codes, numbers, dates and telephone numbers. */
export function halfWidth(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(/[\uff01-\uff5e]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** A character that was lost or that only its own computer can show. */
export function isUnreadable(text: string): boolean {
  return !PLAIN.test(text) && UNREADABLE.test(text);
}

/** Length as people count it. */
export function characterCount(text: string): number {
  return [...text].length;
}

/** Text that an office program would take for a formula if it were written as anything but text. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]/.test(text);
}
