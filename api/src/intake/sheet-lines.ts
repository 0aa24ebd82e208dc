import { findTable, type HeadedTable, type TableShape } from './headings';
import type { LineAccount, Remark } from './roster-shape';
import { remarkIdentities, remarkUnusedColumns, setSheetAside } from './sheet-remarks';
import { linesOf, type TableLine } from './table-lines';
import type { Sheet, Workbook } from './workbook-shape';

/** A recognised sheet with all its lines. */
export interface SheetOfLines<Field extends string> {
  readonly table: HeadedTable<Field>;
  readonly lines: readonly TableLine[];
}

/** A line's account is known only after all cross-checks, so it is asked for at the end. */
type PendingAccount = () => LineAccount;

/** Sorts the sheets of a workbook by what table they hold, and sees to it that no line is lost. */
export class WorkbookLines {
  private readonly pending = new Map<Sheet, PendingAccount[]>();
  private readonly kinds: ReadonlyMap<Sheet, string | null>;

  constructor(
    private readonly workbook: Workbook,
    shapes: Readonly<Record<string, TableShape<string>>>,
    private readonly remarks: Remark[],
  ) {
    this.kinds = new Map(workbook.sheets.map((sheet) => [sheet, kindOf(sheet, shapes)]));
    remarkIdentities(workbook, remarks);
  }

  /** The sheets of one kind. Lines that are no data have their account already. */
  open<Field extends string>(kind: string, shape: TableShape<Field>): SheetOfLines<Field>[] {
    return this.workbook.sheets
      .filter((sheet) => this.kinds.get(sheet) === kind)
      .flatMap((sheet) => {
        const table = findTable(sheet, shape);
        return table === null ? [] : [this.openTable(table)];
      });
  }

  private openTable<Field extends string>(table: HeadedTable<Field>): SheetOfLines<Field> {
    remarkUnusedColumns(table, this.remarks);
    const lines = linesOf(table);
    const notData = lines.flatMap(({ row, notData: why }): PendingAccount[] =>
      why === null ? [] : [() => ({ sheet: table.sheet.name, row, outcome: 'not-data', why })],
    );
    this.pending.set(table.sheet, notData);
    return { table, lines };
  }

  /** Reads every line of data of the sheets and remembers to ask for its account. */
  readEach<Field extends string, Draft extends AccountedDraft>(
    sheets: readonly SheetOfLines<Field>[],
    read: (line: TableLine, table: HeadedTable<Field>) => Draft,
  ): Draft[] {
    return sheets.flatMap(({ table, lines }) => {
      const drafts = lines
        .filter(({ notData }) => notData === null)
        .map((line) => read(line, table));
      this.pending.get(table.sheet)?.push(
        ...drafts.map(
          ({ reader }) =>
            () =>
              reader.account,
        ),
      );
      return drafts;
    });
  }

  /** One account for every line of every sheet, in the order of the file. */
  accounts(): LineAccount[] {
    return this.workbook.sheets.flatMap((sheet) => {
      if (this.kinds.get(sheet) === null) return setSheetAside(sheet, this.remarks);
      const lines = (this.pending.get(sheet) ?? []).map((account) => account());
      return lines.sort((left, right) => left.row - right.row);
    });
  }
}

export interface AccountedDraft {
  readonly reader: { readonly account: LineAccount };
}

/** Which table a sheet holds: the one of which it has most headings. */
function kindOf(sheet: Sheet, shapes: Readonly<Record<string, TableShape<string>>>): string | null {
  let best: { kind: string; columns: number } | null = null;
  for (const [kind, shape] of Object.entries(shapes)) {
    const columns = findTable(sheet, shape)?.columns.size ?? 0;
    if (columns > (best?.columns ?? 0)) best = { kind, columns };
  }
  return best?.kind ?? null;
}
