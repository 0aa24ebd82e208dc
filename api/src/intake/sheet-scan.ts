import { serialToText } from './serial-dates';
import { PackageDamaged } from './workbook-package';
import type { Cell, MergedRange, SheetRow } from './workbook-shape';
import { columnNumberOf } from './workbook-shape';
import { attribute, decodeEntities, decodeEscapes, scanXml, type XmlListener } from './xml-scan';

/** What a sheet's cells refer to in the rest of the workbook. */
export interface SheetSurroundings {
  readonly sharedStrings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly datesFrom1904: boolean;
  /** Rows that may still be read in this workbook. */
  readonly rowsLeft: number;
}

export interface ScannedSheet {
  readonly rows: SheetRow[];
  readonly merges: MergedRange[];
  readonly lastRow: number;
}

/** Thrown when a sheet has more rows than are left. */
export class TooManyRows extends Error {}

const COLUMNS_MAX = 16_384;

interface OpenCell {
  columnNumber: number;
  type: string;
  style: number;
  value: string;
  inlineText: string;
  formula: string | null;
}

/** Reads the cells of one sheet, keeping what kind each is. Cells without a value are left out. */
export function scanSheet(xml: string, surroundings: SheetSurroundings): ScannedSheet {
  const scan = new SheetScan(surroundings);
  scanXml(xml, scan);
  return { rows: scan.rows, merges: scan.merges, lastRow: scan.lastRow };
}

class SheetScan implements XmlListener {
  readonly rows: SheetRow[] = [];
  readonly merges: MergedRange[] = [];
  lastRow = 0;
  private cells: (Cell | undefined)[] = [];
  private hidden = false;
  private cell: OpenCell | null = null;
  private nextColumn = 1;
  private listening: 'v' | 't' | 'f' | null = null;
  private phonetic = false;

  constructor(private readonly surroundings: SheetSurroundings) {}

  open(name: string, attributes: string): void {
    switch (name) {
      case 'c':
        this.cell = openCell(attributes, this.nextColumn);
        this.nextColumn = this.cell.columnNumber + 1;
        break;
      case 'v':
      case 't':
      case 'f':
        this.listening = name;
        if (name === 'f' && this.cell !== null) this.cell.formula = '';
        break;
      case 'rPh':
        this.phonetic = true;
        break;
      case 'row':
        this.openRow(attributes);
        break;
      case 'mergeCell':
        addMerge(this.merges, attribute(attributes, 'ref') ?? '');
        break;
      default:
    }
  }

  close(name: string): void {
    switch (name) {
      case 'v':
      case 't':
      case 'f':
        this.listening = null;
        break;
      case 'c':
        this.closeCell();
        break;
      case 'rPh':
        this.phonetic = false;
        break;
      case 'row':
        if (this.cells.length > 0) {
          this.rows.push({ row: this.lastRow, hidden: this.hidden, cells: this.cells });
        }
        break;
      default:
    }
  }

  text(raw: string): void {
    if (this.listening === null || this.cell === null || this.phonetic) return;
    if (this.listening === 'v') this.cell.value += raw;
    else if (this.listening === 'f') this.cell.formula += raw;
    else this.cell.inlineText += raw;
  }

  private openRow(attributes: string): void {
    const row = Number(attribute(attributes, 'r') ?? this.lastRow + 1);
    if (!Number.isSafeInteger(row) || row <= this.lastRow)
      throw new PackageDamaged('rows out of order');
    this.lastRow = row;
    if (this.rows.length >= this.surroundings.rowsLeft) throw new TooManyRows('rows');
    this.hidden = isOn(attribute(attributes, 'hidden'));
    this.cells = [];
    this.nextColumn = 1;
  }

  private closeCell(): void {
    if (this.cell === null) return;
    const read = readCell(this.cell, this.surroundings);
    if (read !== null && this.cell.columnNumber <= COLUMNS_MAX)
      this.cells[this.cell.columnNumber] = read;
    this.cell = null;
  }
}

function isOn(value: string | null): boolean {
  return value === '1' || value === 'true';
}

function openCell(attributes: string, nextColumn: number): OpenCell {
  const reference = attribute(attributes, 'r');
  return {
    columnNumber: (reference === null ? 0 : columnNumberOf(reference)) || nextColumn,
    type: attribute(attributes, 't') ?? 'n',
    style: Number(attribute(attributes, 's') ?? '0'),
    value: '',
    inlineText: '',
    formula: null,
  };
}

function readCell(open: OpenCell, surroundings: SheetSurroundings): Cell | null {
  const result = readResult(open, surroundings);
  if (result.kind === 'formula-error') {
    const formula = open.formula === null ? {} : { formula: decodeEntities(open.formula) };
    return { kind: 'formula-error', text: result.text, ...formula };
  }
  if (open.formula !== null) {
    const formula = decodeEntities(open.formula);
    return { kind: 'formula', resultKind: result.kind, text: result.text, formula };
  }
  if (result.text === '') return null;
  return result.kind === 'number' && surroundings.datesFrom1904
    ? { kind: 'number', text: result.text, from1904: true }
    : { kind: result.kind, text: result.text };
}

type Result = {
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'formula-error';
  readonly text: string;
};

function readResult(open: OpenCell, surroundings: SheetSurroundings): Result {
  const value = open.value.trim();
  switch (open.type) {
    case 's':
      return { kind: 'text', text: surroundings.sharedStrings[Number(value)] ?? '' };
    case 'inlineStr':
      return { kind: 'text', text: decodeEscapes(decodeEntities(open.inlineText)) };
    case 'str':
      return { kind: 'text', text: decodeEscapes(decodeEntities(open.value)) };
    case 'b':
      return { kind: 'boolean', text: value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { kind: 'formula-error', text: decodeEntities(value) };
    case 'd':
      return { kind: 'date', text: value.slice(0, 10) };
    default:
      return readNumber(
        value,
        surroundings.dateStyles[open.style] === true,
        surroundings.datesFrom1904,
      );
  }
}

function readNumber(value: string, isDate: boolean, datesFrom1904: boolean): Result {
  if (value === '') return { kind: 'text', text: '' };
  const number = Number(value);
  if (!Number.isFinite(number)) return { kind: 'text', text: value };
  const date = isDate ? serialToText(number, datesFrom1904) : null;
  if (date !== null) return { kind: 'date', text: date };
  // Fifteen digits are all that the office program keeps; the rest is noise of its arithmetic.
  return { kind: 'number', text: String(Number(number.toPrecision(15))) };
}

function addMerge(merges: MergedRange[], reference: string): void {
  const match = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(reference);
  if (match === null) return;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  merges.push({
    top: Number(top),
    left: columnNumberOf(left),
    bottom: Number(bottom),
    right: columnNumberOf(right),
  });
}
