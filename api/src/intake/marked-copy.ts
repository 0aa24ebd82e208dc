import writeExcelFile, { type SheetData } from 'write-excel-file/node';
import { groupBy } from './repeated-lines';
import type { LineAccount, Remark } from './roster-shape';
import { MARKED_COLUMN } from './sheet-remarks';
import { EMPTY_LINE, HEADING_LINE } from './table-lines';
import { columnNumberOf, type Sheet, type Workbook } from './workbook-shape';

const COLOURS: Record<Remark['kind'], string> = {
  refused: '#F4B6AE',
  asked: '#FBE3A6',
  corrected: '#CDE8CF',
  'set-aside': '#DDDDDD',
};
const WEIGHT: Record<Remark['kind'], number> = {
  refused: 3,
  asked: 2,
  corrected: 1,
  'set-aside': 0,
};
const WORDS: Record<Remark['kind'], string> = {
  refused: '不能收',
  asked: '请确认',
  corrected: '已更正',
  'set-aside': '没有收',
};
/** What the office program lets one cell hold. */
const CELL_CHARACTERS_MAX = 32_000;

/**
 * The workbook as a marked copy: the same sheets, rows and columns, every value as text, cells with a remark
 * coloured, and in the column after the last one what was done with the line. Every cell is a string cell,
 * so nothing in it can run as a formula.
 */
export async function writeMarkedCopy(
  workbook: Workbook,
  {
    remarks,
    linesRead,
  }: { readonly remarks: readonly Remark[]; readonly linesRead: readonly LineAccount[] },
): Promise<Buffer> {
  const sheets = workbook.sheets.map((sheet) => ({
    sheet: sheetTitle(sheet.name),
    data: markedRows(
      sheet,
      remarks.filter((remark) => remark.sheet === sheet.name),
      linesRead.filter((line) => line.sheet === sheet.name),
    ),
  }));
  return writeExcelFile(sheets).toBuffer();
}

/** Signs that a sheet's name must not have. */
function sheetTitle(name: string): string {
  return name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);
}

function markedRows(
  sheet: Sheet,
  remarks: readonly Remark[],
  accounts: readonly LineAccount[],
): SheetData {
  const width = sheet.rows.reduce((widest, { cells }) => Math.max(widest, cells.length - 1), 0);
  const byRow = new Map(sheet.rows.map((row) => [row.row, row.cells]));
  const remarksByRow = new Map(
    groupBy(remarks, ({ row }) => String(row)).map((own) => [own[0]?.row, own]),
  );
  const merged = mergedTexts(sheet);
  const accountByRow = new Map(accounts.map((account) => [account.row, account]));
  return Array.from({ length: Math.max(1, sheet.lastRow) }, (_unused, index) => {
    const row = index + 1;
    const own = remarksByRow.get(row) ?? [];
    const cells = byRow.get(row) ?? [];
    const colours = coloursOf(own);
    const isHeading = accountByRow.get(row)?.why === HEADING_LINE;
    const line = Array.from({ length: width }, (_empty, at) => {
      const filled = isHeading ? undefined : merged.get(`${row} ${at + 1}`);
      return textCell(cells[at + 1]?.text ?? filled ?? '', colours.get(at + 1));
    });
    const said = saidOf(own, accountByRow.get(row));
    return [...line, textCell(said, undefined)];
  });
}

/** What cells merged downwards show in their lower rows; the copy has no merged cells, so it is written out. */
function mergedTexts(sheet: Sheet): Map<string, string> {
  const texts = new Map<string, string>();
  const byRow = new Map(sheet.rows.map((row) => [row.row, row.cells]));
  for (const { top, left, bottom, right } of sheet.merges) {
    const text = left === right ? byRow.get(top)?.[left]?.text : undefined;
    if (text === undefined) continue;
    for (let row = top + 1; row <= Math.min(bottom, sheet.lastRow); row += 1) {
      texts.set(`${row} ${left}`, text);
    }
  }
  return texts;
}

function coloursOf(remarks: readonly Remark[]): Map<number, Remark['kind']> {
  const colours = new Map<number, Remark['kind']>();
  for (const { column, kind } of remarks) {
    const columnNumber = columnNumberOf(column);
    const before = colours.get(columnNumber);
    if (before === undefined || WEIGHT[kind] > WEIGHT[before]) colours.set(columnNumber, kind);
  }
  return colours;
}

function textCell(value: string, kind: Remark['kind'] | undefined) {
  // Control characters cannot be written in a workbook at all; the remark says that they were there.
  const text = value.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '');
  if (text === '' && kind === undefined) return null;
  const shown = text.slice(0, CELL_CHARACTERS_MAX);
  return kind === undefined
    ? { value: shown, type: String }
    : { value: shown, type: String, backgroundColor: COLOURS[kind] };
}

function saidOf(remarks: readonly Remark[], account: LineAccount | undefined): string {
  const said = remarks.map(
    ({ kind, heading, became, why }) =>
      `${WORDS[kind]}：${heading}${became === undefined ? '' : ` →「${became}」`}，${why}`,
  );
  const { outcome, why } = account ?? { outcome: 'taken', why: '' };
  if (why === HEADING_LINE) said.unshift(MARKED_COLUMN);
  else if (outcome !== 'taken' && remarks.length === 0 && why !== EMPTY_LINE) {
    said.push(`${outcome === 'not-data' ? '不是数据' : '请确认'}：${why}`);
  }
  return said.join('\n');
}
