import { halfWidth, tidyText } from './characters';
import type { Sheet, SheetRow } from './workbook-shape';

/** A column that a table may have. */
export interface FieldShape {
  /** The heading as the project prints it. */
  readonly heading: string;
  /** Other headings that mean the same. */
  readonly also?: readonly string[];
  /** Whether merged cells and 同上 may carry the value down to other people. */
  readonly carriesDown?: boolean;
}

export interface TableShape<Field extends string> {
  readonly fields: Readonly<Record<Field, FieldShape>>;
  /** Headings without which this is another table. */
  readonly required: readonly NoInfer<Field>[];
  readonly knownMin: number;
}

export interface HeadedTable<Field extends string> {
  readonly sheet: Sheet;
  readonly shape: TableShape<Field>;
  readonly columns: ReadonlyMap<Field, number>;
  /** What is written over each column, known or not. */
  readonly headings: ReadonlyMap<number, string>;
  readonly firstHeadingRow: number;
  readonly lastHeadingRow: number;
}

const HEADING_ROWS_SEARCHED = 30;
/** The title right above may be taken for the upper row of the heading; the true heading is this near. */
const HEADING_ROWS_TOGETHER = 2;

/** A heading without spaces, line breaks, stars and bracketed hints: 联系电话（必填）* → 联系电话. */
export function plainHeading(raw: string): string {
  return halfWidth(tidyText(raw).text)
    .replace(/[（(【[].*?[)）\]】]/g, '')
    .replace(/[\s*:;,、。]/g, '');
}

/** Finds the heading row, or the two rows of a merged heading; null when the sheet is no such table. */
export function findTable<Field extends string>(
  sheet: Sheet,
  shape: TableShape<Field>,
): HeadedTable<Field> | null {
  const meanings = meaningsOf(shape);
  const tables = headingRows(sheet).flatMap(
    ([upper, lower]) => tableAt(sheet, shape, meanings, upper, lower) ?? [],
  );
  // A heading repeated further down must not win: what stands above it would be taken for titles.
  const earliest = Math.min(...tables.map(({ firstHeadingRow }) => firstHeadingRow));
  return tables
    .filter(({ firstHeadingRow }) => firstHeadingRow <= earliest + HEADING_ROWS_TOGETHER)
    .reduce<HeadedTable<Field> | null>((best, table) => {
      return table.columns.size > (best?.columns.size ?? 0) ? table : best;
    }, null);
}

/** Each of the first rows alone, then each with the row right below it. */
function headingRows(sheet: Sheet): [SheetRow, SheetRow | null][] {
  const rows = sheet.rows.filter(({ row }) => row <= HEADING_ROWS_SEARCHED);
  const pairs: [SheetRow, SheetRow | null][] = rows.map((row) => [row, null]);
  rows.forEach((row, index) => {
    const below = rows[index + 1];
    if (below?.row === row.row + 1) pairs.push([row, below]);
  });
  return pairs;
}

function meaningsOf<Field extends string>(shape: TableShape<Field>): Map<string, Field> {
  const meanings = new Map<string, Field>();
  for (const [field, { heading, also }] of Object.entries<FieldShape>(shape.fields)) {
    for (const word of [heading, ...(also ?? [])]) meanings.set(plainHeading(word), field as Field);
  }
  return meanings;
}

function tableAt<Field extends string>(
  sheet: Sheet,
  shape: TableShape<Field>,
  meanings: ReadonlyMap<string, Field>,
  upper: SheetRow,
  lower: SheetRow | null,
): HeadedTable<Field> | null {
  const headings = new Map<number, string>();
  const columns = new Map<Field, number>();
  const width = Math.max(upper.cells.length, lower?.cells.length ?? 0);
  for (let columnNumber = 1; columnNumber < width; columnNumber += 1) {
    const heading = lower?.cells[columnNumber]?.text ?? upper.cells[columnNumber]?.text;
    if (heading === undefined || heading.trim() === '') continue;
    headings.set(columnNumber, plainHeading(heading));
    const field = meanings.get(plainHeading(heading));
    if (field !== undefined && !columns.has(field)) columns.set(field, columnNumber);
  }
  const complete = shape.required.every((field) => columns.has(field));
  if (!complete || columns.size < shape.knownMin) return null;
  return {
    sheet,
    shape,
    columns,
    headings,
    firstHeadingRow: upper.row,
    lastHeadingRow: (lower ?? upper).row,
  };
}
