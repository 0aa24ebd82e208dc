import type { HeadedTable } from './headings';
import type { LineAccount, Remark } from './roster-shape';
import { columnLetters, type Sheet, type Workbook } from './workbook-shape';

/** The column that a marked copy adds; it is not read when the copy comes back. */
export const MARKED_COLUMN = '处理说明';

/** Columns whose heading means nothing here, and second columns of one meaning: said once, never silently dropped. */
export function remarkUnusedColumns<Field extends string>(
  table: HeadedTable<Field>,
  remarks: Remark[],
): void {
  const used = new Set(table.columns.values());
  for (const [columnNumber, heading] of table.headings) {
    if (used.has(columnNumber) || heading.startsWith(MARKED_COLUMN)) continue;
    remarks.push({
      kind: 'set-aside',
      sheet: table.sheet.name,
      row: table.lastHeadingRow,
      column: columnLetters(columnNumber),
      heading,
      read: heading,
      why: '不认识这一栏，或前面已有同样的一栏；这一栏没有收',
    });
  }
}

/** A sheet that is none of the known tables: every line of it is accounted for as not data. */
export function setSheetAside(sheet: Sheet, remarks: Remark[]): LineAccount[] {
  const why = sheet.lastRow === 0 ? '这张表是空的' : '不认识这张表的栏目，整张没有收';
  remarks.push({
    kind: 'set-aside',
    sheet: sheet.name,
    row: 1,
    column: '',
    heading: '整张表',
    read: '',
    why,
  });
  return Array.from({ length: sheet.lastRow }, (_unused, index) => ({
    sheet: sheet.name,
    row: index + 1,
    outcome: 'not-data' as const,
    why: '不认识这张表',
  }));
}

/** Identity numbers that were dropped while the file was read. */
export function remarkIdentities(workbook: Workbook, remarks: Remark[]): void {
  for (const { sheet, row, columnNumber, masked } of workbook.identitiesDropped) {
    remarks.push({
      kind: 'set-aside',
      sheet,
      row,
      column: columnLetters(columnNumber),
      heading: '身份证号',
      read: masked,
      why: '像身份证号。身份证号一律不收、不存',
    });
  }
}

/** Columns of the shape that the sheet does not have. */
export function missingFields<Field extends string>(table: HeadedTable<Field>): Field[] {
  const fields = Object.keys(table.shape.fields) as Field[];
  return fields.filter((field) => !table.columns.has(field));
}

const RANK: Record<Remark['kind'], number> = { refused: 0, asked: 1, corrected: 2, 'set-aside': 3 };

/** Remarks in the order of the workbook: sheet, row, then the weightiest first. */
export function inFileOrder(remarks: readonly Remark[], sheets: readonly Sheet[]): Remark[] {
  const place = new Map(sheets.map(({ name }, index) => [name, index]));
  return [...remarks].sort(
    (left, right) =>
      (place.get(left.sheet) ?? 0) - (place.get(right.sheet) ?? 0) ||
      left.row - right.row ||
      RANK[left.kind] - RANK[right.kind] ||
      left.column.length - right.column.length ||
      (left.column < right.column ? -1 : 1),
  );
}
