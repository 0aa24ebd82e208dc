import { sound } from './finding';
import type { HeadedTable } from './headings';
import type { LineReader } from './line-reader';
import { readYesNo } from './list-values';
import type { Remark } from './roster-shape';
import type { PersonField } from './roster-tables';
import type { TableLine } from './table-lines';
import { columnLetters } from './workbook-shape';

export const TICK_FIELDS = [
  'hasSubsistenceAllowance',
  'isLeftBehindChild',
  'isElderLivingAlone',
  'isDisabled',
  'isPartyMember',
] as const;
export type TickField = (typeof TICK_FIELDS)[number];

/** The yes-or-no columns of a sheet in which only the yes is written, so that an empty cell is a no. */
export type TickColumns = ReadonlySet<TickField>;

/**
 * A column that never says 否 is a column of ticks: its empty cells say no. Where 否 is written out,
 * an empty cell was left out and has to be asked about. One remark a column says which it is.
 */
export function findTickColumns(
  table: HeadedTable<PersonField>,
  lines: readonly TableLine[],
  remarks: Remark[],
): TickColumns {
  const ticks = new Set<TickField>();
  for (const field of TICK_FIELDS) {
    const columnNumber = table.columns.get(field);
    if (columnNumber === undefined) continue;
    const findings = lines
      .filter(({ notData }) => notData === null)
      .map(({ cells }) => readYesNo(cells[columnNumber]));
    const values = findings.map((finding) =>
      finding.state === 'sound' ? finding.value : undefined,
    );
    if (values.includes(false)) continue;
    ticks.add(field);
    const emptyCount = values.filter((value) => value === null).length;
    if (emptyCount > 0) remarks.push(tickRemark(table, field, columnNumber, emptyCount));
  }
  return ticks;
}

function tickRemark(
  table: HeadedTable<PersonField>,
  field: TickField,
  columnNumber: number,
  emptyCount: number,
): Remark {
  return {
    kind: 'corrected',
    sheet: table.sheet.name,
    row: table.lastHeadingRow,
    column: columnLetters(columnNumber),
    heading: table.shape.fields[field].heading,
    read: '（空）',
    became: '否',
    why: `这一栏只写了「是」，没有写过「否」，空着的 ${emptyCount} 格都当作「否」`,
  };
}

/** A yes-or-no cell of a line; false when the sheet has no such column. */
export function readTicks(
  reader: LineReader<PersonField>,
  field: TickField,
  ticks: TickColumns,
): boolean | undefined {
  if (!reader.has(field)) return false;
  const value = reader.take(field, (cell) => {
    const finding = readYesNo(cell);
    return finding.state === 'sound' && finding.value === null && ticks.has(field)
      ? sound(false)
      : finding;
  });
  if (value === null) {
    reader.ask(field, '这一格空着，请填「是」或「否」');
    return undefined;
  }
  return value;
}
