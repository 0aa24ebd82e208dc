/** What a cell is; a formula keeps the result that the office program had stored, and is never computed. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'formula' | 'formula-error';

export interface Cell {
  readonly kind: CellKind;
  /** What a person would read: dates as 1980-07-01, numbers in full digits, text unchanged. */
  readonly text: string;
  /** For a formula: what kind its stored result is. */
  readonly resultKind?: 'text' | 'number' | 'date' | 'boolean';
  /** For a formula: its text without the leading equals sign. */
  readonly formula?: string;
  /** A plain number of a workbook whose dates count from 1904: not to be taken for a date. */
  readonly from1904?: true;
  /** Set when the value was written in another row and holds here too. */
  readonly filledFrom?: { readonly by: 'merge' | 'ditto'; readonly row: number };
}

export interface SheetRow {
  /** Row number as the office program shows it, from 1. */
  readonly row: number;
  readonly hidden: boolean;
  /** Cells by column number, from 1; empty cells are holes. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedRange[];
  /** Last row that exists in the file, written or not. */
  readonly lastRow: number;
}

/** An identity number that was taken out before anything else saw it. */
export interface DroppedIdentity {
  readonly sheet: string;
  readonly row: number;
  readonly columnNumber: number;
  /** First four and last digit only. */
  readonly masked: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly identitiesDropped: readonly DroppedIdentity[];
}

export type WorkbookRefusalCode =
  | 'empty-file'
  | 'file-too-large'
  | 'not-a-workbook'
  | 'old-format'
  | 'binary-format'
  | 'locked'
  | 'unpacks-too-large'
  | 'damaged'
  | 'forbidden-markup'
  | 'too-many-rows'
  | 'no-sheets';

/** A file that cannot be taken, in words a clerk can act on. */
export interface WorkbookRefusal {
  readonly ok: false;
  readonly code: WorkbookRefusalCode;
  readonly why: string;
}

export type WorkbookResult = { readonly ok: true; readonly workbook: Workbook } | WorkbookRefusal;

/** Column number from 1 → A, B … Z, AA. */
export function columnLetters(columnNumber: number): string {
  let letters = '';
  for (let rest = columnNumber; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Reads the letters at the start of a reference such as AB12; 0 when there are none. */
export function columnNumberOf(reference: string): number {
  let columnNumber = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    columnNumber = columnNumber * 26 + (code - 64);
  }
  return columnNumber;
}
