import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';
import QRCode from 'qrcode';

/** What every printed sheet shares: paper, a font with rare name characters, codes, cut marks. */

export type Page = PDFKit.PDFDocument;
export type Box = { xMm: number; yMm: number; widthMm: number; heightMm: number };

/** PDF counts in points. */
const POINTS_PER_MM = 72 / 25.4;
export const INK = '#241F19';
export const INK_SOFT = '#574D40';
export const RED = '#AE2A20';
export const GREEN = '#2C6A48';
export const FOIL = '#F0D9A2';
export const ON_RED = '#FFF8EA';
export const RULE = '#DFD4BE';

/** A reader needs four empty modules round a code. */
const QUIET_MODULES = 4;
const CUT_MARK_MM = 5;
const CUT_MARK_GAP_MM = 3.5;

const fontsFrom = createRequire(import.meta.url);
const FONTS = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
};
export type Weight = keyof typeof FONTS;

/** Millimetres as points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}

/** An empty A4 document, upright, pages added by the caller. `atMs` is its date. */
export function openDocument(title: string, atMs: number): Page {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: title, CreationDate: new Date(atMs), ModDate: new Date(atMs) },
  });
  for (const [weight, path] of Object.entries(FONTS)) {
    document.registerFont(weight, fontsFrom.resolve(path));
  }
  return document;
}

/** Ends a document and gives its bytes. */
export async function bytesOf(document: Page): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
  });
  document.end();
  return whole;
}

/**
 * The characters of some texts that the font cannot draw, each once. Without this they would come
 * out as empty boxes and nobody would know.
 */
export function missingCharacters(document: Page, texts: readonly string[]): string[] {
  document.font('bold');
  // The type of the library stops short of the font it holds.
  const { font } = (
    document as unknown as { _font: { font: { hasGlyphForCodePoint(point: number): boolean } } }
  )._font;
  const characters = new Set(texts.flatMap((text) => Array.from(text)));
  return [...characters].filter(
    (character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
  );
}

/** One line of text with its top left corner at a place; `widthMm` shrinks it until it fits. */
export function writeLine(
  document: Page,
  text: string,
  at: {
    xMm: number;
    yMm: number;
    sizePt: number;
    weight?: Weight;
    colour?: string;
    widthMm?: number;
  },
): void {
  const { sizePt, weight = 'regular', colour = INK } = at;
  document.font(weight).fontSize(sizePt).fillColor(colour);
  if (at.widthMm !== undefined) {
    const needed = document.widthOfString(text);
    if (needed > mm(at.widthMm)) document.fontSize((sizePt * mm(at.widthMm)) / needed);
  }
  document.text(text, mm(at.xMm), mm(at.yMm), { lineBreak: false });
}

/**
 * A QR code at level M. `codeMm` is the side of the pattern itself; its white quiet zone is drawn
 * round it, and the side of the whole is returned in mm.
 */
export function drawQr(
  document: Page,
  text: string,
  at: { xMm: number; yMm: number; codeMm: number; cornerMm?: number },
): number {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const moduleMm = at.codeMm / modules.size;
  const wholeMm = at.codeMm + 2 * QUIET_MODULES * moduleMm;
  document
    .roundedRect(mm(at.xMm), mm(at.yMm), mm(wholeMm), mm(wholeMm), mm(at.cornerMm ?? 0))
    .fill('#FFFFFF');
  const side = mm(moduleMm);
  const left = mm(at.xMm + QUIET_MODULES * moduleMm);
  const top = mm(at.yMm + QUIET_MODULES * moduleMm);
  for (let row = 0; row < modules.size; row += 1) {
    for (const { start, length } of darkRuns(modules, row)) {
      document.rect(left + start * side, top + row * side, length * side, side);
    }
  }
  document.fill(INK);
  return wholeMm;
}

/** Marks outside a grid of boxes that show where to cut; nothing is drawn inside the grid. */
export function drawCutMarks(document: Page, grid: Box, columns: number, rows: number): void {
  document.lineWidth(0.4).strokeColor(INK);
  const rightMm = grid.xMm + grid.widthMm;
  const bottomMm = grid.yMm + grid.heightMm;
  for (let column = 0; column <= columns; column += 1) {
    const x = mm(grid.xMm + (grid.widthMm * column) / columns);
    line(document, x, mm(grid.yMm - CUT_MARK_GAP_MM), 0, -mm(CUT_MARK_MM));
    line(document, x, mm(bottomMm + CUT_MARK_GAP_MM), 0, mm(CUT_MARK_MM));
  }
  for (let row = 0; row <= rows; row += 1) {
    const y = mm(grid.yMm + (grid.heightMm * row) / rows);
    line(document, mm(grid.xMm - CUT_MARK_GAP_MM), y, -mm(CUT_MARK_MM), 0);
    line(document, mm(rightMm + CUT_MARK_GAP_MM), y, mm(CUT_MARK_MM), 0);
  }
}

/** A roster number of eight figures in two fours, as people read it out; any other as it is. */
export function spacedNumber(householdNumber: string): string {
  return householdNumber.replace(/^(\d{4})(\d{4})$/, '$1 $2');
}

function line(document: Page, x: number, y: number, across: number, down: number): void {
  document
    .moveTo(x, y)
    .lineTo(x + across, y + down)
    .stroke();
}

/** Neighbouring dark modules as one rectangle: no hairlines between them on any printer. */
function darkRuns(
  modules: { size: number; get(row: number, column: number): number | boolean },
  row: number,
): { start: number; length: number }[] {
  const runs: { start: number; length: number }[] = [];
  let start = -1;
  for (let column = 0; column <= modules.size; column += 1) {
    const dark = column < modules.size && Boolean(modules.get(row, column));
    if (dark && start < 0) start = column;
    if (!dark && start >= 0) {
      runs.push({ start, length: column - start });
      start = -1;
    }
  }
  return runs;
}
