import type { CellReader } from './finding';
import type { HeadedTable } from './headings';
import type { LineAccount, LineSource, Remark } from './roster-shape';
import type { TableLine } from './table-lines';
import { type Cell, columnLetters } from './workbook-shape';

/** Reads one line field by field, writes the remarks, and knows in the end where the line belongs. */
export class LineReader<Field extends string> {
  readonly source: LineSource;
  private outcome: LineAccount['outcome'] = 'taken';
  private why = '';

  constructor(
    private readonly table: HeadedTable<Field>,
    readonly line: TableLine,
    private readonly remarks: Remark[],
  ) {
    this.source = { sheet: table.sheet.name, row: line.row };
  }

  has(field: Field): boolean {
    return this.table.columns.has(field);
  }

  /** Where a field stands in the sheet and what is written over it. */
  placeOf(field: Field): { readonly columnNumber: number | undefined; readonly heading: string } {
    return {
      columnNumber: this.table.columns.get(field),
      heading: this.table.shape.fields[field].heading,
    };
  }

  /** The value of a field; undefined when it waits or was refused, which the remark explains. */
  take<T>(field: Field, reader: CellReader<T>): T | undefined {
    const cell = this.line.cells[this.table.columns.get(field) ?? 0];
    const finding = reader(cell);
    if (finding.state !== 'sound') {
      this.stop(finding.state, field, finding.why);
      return undefined;
    }
    if (cell !== undefined && (finding.done.length > 0 || cell.filledFrom !== undefined)) {
      const done = [...finding.done];
      if (cell.filledFrom?.by === 'merge')
        done.unshift(`合并的格子，照第 ${cell.filledFrom.row} 行填`);
      if (cell.filledFrom?.by === 'ditto')
        done.unshift(`写的是「同上」，照第 ${cell.filledFrom.row} 行填`);
      this.correct(field, showValue(finding.value), done.join('；'));
    }
    return finding.value;
  }

  /** Lists a correction that does not hold the line up. */
  correct(field: Field, became: string, why: string): void {
    this.remark('corrected', field, why, became);
  }

  ask(field: Field | null, why: string): void {
    this.stop('asked', field, why);
  }

  refuse(field: Field | null, why: string): void {
    this.stop('refused', field, why);
  }

  /** The line repeats another one, or waits for another one; it gets no remark of its own cell. */
  setAside(outcome: 'not-data' | 'asked', why: string): void {
    if (this.outcome !== 'taken') return;
    this.outcome = outcome;
    this.why = why;
    if (outcome === 'not-data') this.remark('set-aside', null, why);
  }

  get isTaken(): boolean {
    return this.outcome === 'taken';
  }

  get account(): LineAccount {
    return { ...this.source, outcome: this.outcome, why: this.why };
  }

  private stop(kind: 'asked' | 'refused', field: Field | null, why: string): void {
    this.remark(kind, field, why);
    if (this.outcome === 'taken' || (this.outcome === 'asked' && kind === 'refused')) {
      this.outcome = kind;
      this.why = field === null ? why : `${this.table.shape.fields[field].heading}：${why}`;
    }
  }

  private remark(kind: Remark['kind'], field: Field | null, why: string, became?: string): void {
    const columnNumber = field === null ? undefined : this.table.columns.get(field);
    const cell = this.line.cells[columnNumber ?? 0];
    this.remarks.push({
      kind,
      ...this.source,
      column: columnNumber === undefined ? '' : columnLetters(columnNumber),
      heading: field === null ? '整行' : this.table.shape.fields[field].heading,
      read: writtenText(cell),
      ...(became === undefined ? {} : { became }),
      why,
    });
  }
}

/** What stands in the cell itself, not what was filled in. */
function writtenText(cell: Cell | undefined): string {
  if (cell === undefined || cell.filledFrom?.by === 'merge') return '';
  return cell.filledFrom?.by === 'ditto' ? '同上' : cell.text;
}

/** A value as a clerk would write it. */
export function showValue(value: unknown): string {
  if (value === null || value === undefined) return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
}
