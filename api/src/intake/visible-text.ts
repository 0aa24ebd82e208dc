const MARKS: readonly [RegExp, string][] = [
  [/\r?\n/g, '〔换行〕'],
  [/\t/g, '〔制表符〕'],
  [/\u3000/g, '〔全角空格〕'],
  [/^ +| +$|\u00a0/g, '〔空格〕'],
  [/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '〔看不见的字符〕'],
];

/** A value with what cannot be seen made visible, so that a terminal or page shows why it was mended. */
export function visibleText(text: string): string {
  return MARKS.reduce((shown, [pattern, mark]) => shown.replace(pattern, mark), text);
}
