import { seeded } from '@bank/api/founding/chance';
import { readWorkbook } from '@bank/api/intake/workbook';
import type { Cell } from '@bank/api/intake/workbook-shape';
import { type SampleCell, writeWorkbook } from '../samples/write-workbook.ts';

export interface Rewriting {
  /** Puts the rows below the headings into another order, by this seed. */
  readonly shuffle?: number;
  /** Gives the first person of the people's sheet another number. */
  readonly changePhoneTo?: string;
  /** Keeps only the lines of one site, and no staff. */
  readonly onlySite?: string;
}

const PEOPLE = '家庭花名册';
const STAFF = '工作人员';
const SITE_COLUMNS = ['户编号', '安置点编号'];

/** The same workbook as another program would save it, with what the test wants changed. */
export async function rewriteWorkbook(file: Buffer, wish: Rewriting): Promise<Buffer> {
  const opened = readWorkbook(file);
  if (!opened.ok) throw new Error(opened.why);
  const sheets = opened.workbook.sheets.map((sheet) => {
    const [head = [], ...body] = sheet.rows.map(({ cells }) =>
      Array.from({ length: cells.length - 1 }, (_, at) => cellOf(cells[at + 1])),
    );
    const kept = body.filter((row) => isOfSite(head, row, wish.onlySite, sheet.name));
    if (sheet.name === PEOPLE && wish.changePhoneTo !== undefined) {
      const first = kept.find((row) => row[head.indexOf('联系电话')] !== null);
      if (first) first[head.indexOf('联系电话')] = wish.changePhoneTo;
    }
    return { name: sheet.name, rows: [head, ...shuffled(kept, wish.shuffle)] };
  });
  return Buffer.from(writeWorkbook(sheets));
}

function isOfSite(
  head: readonly SampleCell[],
  row: readonly SampleCell[],
  site: string | undefined,
  sheet: string,
): boolean {
  if (site === undefined) return true;
  if (sheet === STAFF) return false;
  const at = head.findIndex((heading) => SITE_COLUMNS.includes(String(heading)));
  return String(row[at]).startsWith(site);
}

function cellOf(cell: Cell | undefined): SampleCell {
  if (!cell || cell.text === '') return null;
  if (cell.kind === 'date') return { date: cell.text };
  return cell.kind === 'number' ? Number(cell.text) : cell.text;
}

function shuffled<Row>(rows: readonly Row[], seed: number | undefined): Row[] {
  if (seed === undefined) return [...rows];
  const random = seeded(seed);
  return rows
    .map((row) => [random(), row] as const)
    .sort(([one], [other]) => one - other)
    .map(([, row]) => row);
}
