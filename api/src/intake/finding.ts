import type { Cell } from './workbook-shape';

/** What became of one cell: a sound value with an account of what was done to it, or a question, or a no. */
export type Finding<T> =
  | { readonly state: 'sound'; readonly value: T; readonly done: readonly string[] }
  | { readonly state: 'asked' | 'refused'; readonly why: string };

export type CellReader<T> = (cell: Cell | undefined) => Finding<T>;

const NOTHING_DONE: readonly string[] = [];
const SOUND_NULL: Finding<null> = { state: 'sound', value: null, done: NOTHING_DONE };

export function sound<T>(value: T, done: readonly string[] = NOTHING_DONE): Finding<T> {
  return { state: 'sound', value, done };
}

/** An empty cell, which is a value of its own. */
export function nothing(): Finding<null> {
  return SOUND_NULL;
}

export function asked(why: string): Finding<never> {
  return { state: 'asked', why };
}

export function refused(why: string): Finding<never> {
  return { state: 'refused', why };
}

/** The same reader, which asks when the cell is empty. */
export function required<T>(reader: CellReader<T | null>, why: string): CellReader<T> {
  return (cell) => {
    const finding = reader(cell);
    if (finding.state !== 'sound') return finding;
    return finding.value === null ? asked(why) : sound(finding.value, finding.done);
  };
}
