import type { Cell, DroppedIdentity, Sheet, SheetRow } from './workbook-shape';

const IDENTITY_NUMBER = /(?<![0-9０-９])[0-9０-９]{17}[0-9０-９XxＸｘ](?![0-9０-９])/g;
const IDENTITY_HEADING = /身份证|公民身份号码|证件号/;
const HEADING_ROWS_SEARCHED = 30;
/** A number cell this large has been an eighteen-digit number once. */
const IDENTITY_AS_NUMBER_MIN = 1e17;

/**
 * Takes identity numbers out of a sheet before any other part sees them: every value that looks like one,
 * and every value under a heading that says so. They are never kept, nor repeated in a remark.
 */
export function dropIdentityNumbers(sheet: Sheet): { sheet: Sheet; dropped: DroppedIdentity[] } {
  const columns = identityColumns(sheet);
  const dropped: DroppedIdentity[] = [];
  const rows = sheet.rows.map((row) => {
    const cells = dropFromRow(row, columns, (columnNumber, masked) =>
      dropped.push({ sheet: sheet.name, row: row.row, columnNumber, masked }),
    );
    return cells === null ? row : { ...row, cells };
  });
  return { sheet: dropped.length === 0 ? sheet : { ...sheet, rows }, dropped };
}

function identityColumns(sheet: Sheet): Map<number, number> {
  const columns = new Map<number, number>();
  for (const row of sheet.rows) {
    if (row.row > HEADING_ROWS_SEARCHED) break;
    row.cells.forEach((cell, columnNumber) => {
      if (cell !== undefined && cell.text.length <= 12 && IDENTITY_HEADING.test(cell.text)) {
        columns.set(columnNumber, row.row);
      }
    });
  }
  return columns;
}

function dropFromRow(
  row: SheetRow,
  columns: ReadonlyMap<number, number>,
  report: (columnNumber: number, masked: string) => void,
): (Cell | undefined)[] | null {
  let changed: (Cell | undefined)[] | null = null;
  row.cells.forEach((cell, columnNumber) => {
    if (cell === undefined) return;
    const headingRow = columns.get(columnNumber);
    const whole =
      headingRow !== undefined && row.row > headingRow && !IDENTITY_HEADING.test(cell.text);
    const replacement = whole
      ? { kind: 'text' as const, text: mask(cell.text) }
      : withoutNumber(cell);
    if (replacement === null) return;
    changed ??= [...row.cells];
    changed[columnNumber] = replacement;
    report(columnNumber, replacement.text);
  });
  return changed;
}

function withoutNumber(cell: Cell): Cell | null {
  if (cell.text.length < 18 && cell.kind !== 'formula') return null;
  if (cell.kind === 'number' && Number(cell.text) >= IDENTITY_AS_NUMBER_MIN) {
    return { kind: 'text', text: mask(cell.text) };
  }
  const inFormula = cell.formula !== undefined && cell.formula.search(IDENTITY_NUMBER) >= 0;
  if (!inFormula && cell.text.search(IDENTITY_NUMBER) < 0) return null;
  return { kind: 'text', text: cell.text.replace(IDENTITY_NUMBER, mask) };
}

function mask(value: string): string {
  const characters = [...value];
  if (characters.length <= 5) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - 5);
  return characters.slice(0, 4).join('') + hidden + characters.slice(-1).join('');
}
