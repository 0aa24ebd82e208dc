import { tidyText } from './characters';
import { type HeadedTable, plainHeading } from './headings';
import type { Cell, SheetRow } from './workbook-shape';

/** One line under the headings: either data, with merged cells and ditto marks filled in, or not data and why. */
export interface TableLine {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  /** Chinese; null for a line of data. */
  readonly notData: string | null;
}

/** Why a line is no data, where others need to know which. */
export const EMPTY_LINE = '空行';
export const HEADING_LINE = '栏目名';

const SUBTOTAL = /^(小计|合计|总计|共计|累计|本页|本联户)/;
const COUNTED = /共\s*\d+\s*(人|户|项|件|种)/;
const CLOSING_NOTE =
  /^(填表|制表|审核|说明|备注|注\s*[:：\d]|填报|报送|单位|联系人|负责人|日期|签字|盖章)/;
/** The ways of writing that a cell repeats the one above. */
export const DITTO = /^(同上|〃|″|"|“|”|'')$/;
const NOTE_CELLS_MAX = 3;
/** A fuller line above the headings is read as data, so that it is asked about rather than lost. */
const TITLE_CELLS_MAX = 6;

/** Every line of the sheet in order, those above the headings and the blank ones included. */
export function linesOf<Field extends string>(table: HeadedTable<Field>): TableLine[] {
  const byRow = new Map(table.sheet.rows.map((row) => [row.row, row]));
  const merged = mergedValues(table);
  const carrying = carryingColumns(table);
  const lines: TableLine[] = [];
  let above: TableLine | null = null;
  for (let row = 1; row <= table.sheet.lastRow; row += 1) {
    const line = lineAt(table, byRow.get(row), row);
    if (line.notData !== null) {
      lines.push(line);
      continue;
    }
    const filled = fill(line, merged.get(row), above, carrying);
    lines.push(filled);
    above = filled;
  }
  return lines;
}

function lineAt<Field extends string>(
  table: HeadedTable<Field>,
  source: SheetRow | undefined,
  row: number,
): TableLine {
  const cells = source?.cells ?? [];
  const written = writtenCells(cells);
  if (written.length === 0) return { row, cells, notData: EMPTY_LINE };
  if (row < table.firstHeadingRow && written.length <= TITLE_CELLS_MAX) {
    return { row, cells, notData: '表名或填表信息' };
  }
  if (row >= table.firstHeadingRow && row <= table.lastHeadingRow)
    return { row, cells, notData: HEADING_LINE };
  return { row, cells, notData: whyNotData(table, cells, written) };
}

interface WrittenCell {
  readonly columnNumber: number;
  readonly text: string;
}

function writtenCells(cells: readonly (Cell | undefined)[]): WrittenCell[] {
  const written: WrittenCell[] = [];
  cells.forEach((cell, columnNumber) => {
    if (cell === undefined) return;
    const text = /^\s|\s$|[\u200b\u3000]/.test(cell.text) ? tidyText(cell.text).text : cell.text;
    if (text !== '' || cell.kind === 'formula-error') written.push({ columnNumber, text });
  });
  return written;
}

function whyNotData<Field extends string>(
  table: HeadedTable<Field>,
  cells: readonly (Cell | undefined)[],
  written: readonly WrittenCell[],
): string | null {
  if (isHeadingAgain(table, written)) return '又出现一次的栏目名';
  const few = written.length <= NOTE_CELLS_MAX;
  if (few && written.some(({ text }) => SUBTOTAL.test(text) || COUNTED.test(text)))
    return '小计或合计';
  const first = written[0];
  if (few && first !== undefined && CLOSING_NOTE.test(first.text)) return '填表说明';
  const sequence = table.columns.get('sequence' as Field);
  if (
    written.length === 1 &&
    first !== undefined &&
    first.columnNumber === sequence &&
    /^\d+$/.test(first.text)
  ) {
    return '只有序号，没有内容';
  }
  if (written.length === 1 && !isInRequired(table, cells)) return '说明文字';
  return null;
}

function isInRequired<Field extends string>(
  table: HeadedTable<Field>,
  cells: readonly (Cell | undefined)[],
): boolean {
  return table.shape.required.some((field) => cells[table.columns.get(field) ?? 0] !== undefined);
}

function isHeadingAgain<Field extends string>(
  table: HeadedTable<Field>,
  written: readonly WrittenCell[],
): boolean {
  if (written.length < 3) return false;
  const same = written.filter(
    ({ columnNumber, text }) => table.headings.get(columnNumber) === plainHeading(text),
  );
  return same.length * 2 > written.length;
}

/** Values of cells merged downwards, by row and column. */
function mergedValues<Field extends string>(
  table: HeadedTable<Field>,
): Map<number, Map<number, Cell>> {
  const values = new Map<number, Map<number, Cell>>();
  const byRow = new Map(table.sheet.rows.map((row) => [row.row, row]));
  for (const { top, left, bottom, right } of table.sheet.merges) {
    if (top <= table.lastHeadingRow || left !== right) continue;
    const cell = byRow.get(top)?.cells[left];
    if (cell === undefined) continue;
    for (let row = top + 1; row <= Math.min(bottom, table.sheet.lastRow); row += 1) {
      const inRow = values.get(row) ?? new Map<number, Cell>();
      inRow.set(left, { ...cell, filledFrom: { by: 'merge', row: top } });
      values.set(row, inRow);
    }
  }
  return values;
}

function carryingColumns<Field extends string>(table: HeadedTable<Field>): ReadonlySet<number> {
  const carrying = new Set<number>();
  for (const [field, columnNumber] of table.columns) {
    if (table.shape.fields[field].carriesDown === true) carrying.add(columnNumber);
  }
  return carrying;
}

function fill(
  line: TableLine,
  merged: ReadonlyMap<number, Cell> | undefined,
  above: TableLine | null,
  carrying: ReadonlySet<number>,
): TableLine {
  const cells = [...line.cells];
  for (const [columnNumber, cell] of merged ?? []) {
    if (carrying.has(columnNumber) && cells[columnNumber] === undefined) cells[columnNumber] = cell;
  }
  cells.forEach((cell, columnNumber) => {
    if (cell === undefined || cell.kind !== 'text' || !DITTO.test(cell.text.trim())) return;
    const source = above?.cells[columnNumber];
    if (source === undefined || above === null || !carrying.has(columnNumber)) return;
    cells[columnNumber] = { ...source, filledFrom: { by: 'ditto', row: above.row } };
  });
  return { ...line, cells };
}
