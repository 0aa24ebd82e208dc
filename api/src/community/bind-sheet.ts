import { spokenForm } from '@bank/shared/codes';
import type { PrintedSheet } from './card-sheet';
import {
  type Box,
  bytesOf,
  drawCutMarks,
  drawQr,
  INK,
  INK_SOFT,
  missingCharacters,
  mm,
  openDocument,
  type Page,
  RED,
  RULE,
  spacedNumber,
  writeLine,
} from './print-page';

/**
 * Slips that tie a household's phones to its passbook: ten to an A4. A slip shows the holder's name
 * masked, because the full name is what the phone asks for next: a slip found on the stairs is not
 * enough.
 */

export type BindSlip = {
  /** 田*英 */
  maskedName: string;
  /** 春晖社区 3 栋; never the door. */
  place: string;
  /** 户编号 as in the roster. */
  householdNumber: string;
  /** B1…, from `newBindCode`. */
  code: string;
  /** The link the QR carries, from `codeLink`. */
  link: string;
};

export type BindSheet = {
  slips: readonly BindSlip[];
  /** 云溪县春晖社区储蓄所 */
  bankName: string;
  /** Until when the codes work, as words: 12 月 31 日. */
  until: string;
  atMs: number;
};

const COLUMNS = 2;
const ROWS = 5;
const SLIPS_A_PAGE = COLUMNS * ROWS;
const CODE_MM = 22;
const PADDING_MM = 4;
const GRID: Box = { xMm: 15, yMm: 15, widthMm: 180, heightMm: 267 };

/** Prints bind slips. No slips make a document without pages, so ask before. */
export async function printBindSlips(sheet: BindSheet): Promise<PrintedSheet<BindSlip>> {
  const document = openDocument('绑定码', sheet.atMs);
  const judged = sheet.slips.map((item) => ({
    item,
    missing: missingCharacters(document, [item.maskedName, item.place, item.householdNumber]),
  }));
  const printable = judged.filter((one) => one.missing.length === 0).map((one) => one.item);
  let pageCount = 0;
  for (let first = 0; first < printable.length; first += SLIPS_A_PAGE) {
    document.addPage();
    pageCount += 1;
    drawCutMarks(document, GRID, COLUMNS, ROWS);
    for (const [index, slip] of printable.slice(first, first + SLIPS_A_PAGE).entries()) {
      drawSlip(document, boxAt(index), slip, sheet);
    }
  }
  return {
    pdf: await bytesOf(document),
    printedCount: printable.length,
    pageCount,
    unprintable: judged.filter((one) => one.missing.length > 0),
  };
}

function drawSlip(document: Page, box: Box, slip: BindSlip, sheet: BindSheet): void {
  document
    .lineWidth(0.4)
    .dash(2, { space: 2 })
    .rect(mm(box.xMm), mm(box.yMm), mm(box.widthMm), mm(box.heightMm))
    .stroke(RULE)
    .undash();
  const qrMm = drawQr(document, slip.link, {
    xMm: box.xMm + box.widthMm - PADDING_MM - 28,
    yMm: box.yMm + PADDING_MM,
    codeMm: CODE_MM,
  });
  const xMm = box.xMm + PADDING_MM;
  const beside = box.widthMm - qrMm - 2.5 * PADDING_MM;
  const write = (
    text: string,
    downMm: number,
    sizePt: number,
    style: { weight?: 'bold'; colour?: string; widthMm?: number } = {},
  ) => writeLine(document, text, { xMm, yMm: box.yMm + downMm, sizePt, widthMm: beside, ...style });
  write('把存折绑到手机上', 3.4, 13, { weight: 'bold', colour: RED });
  write(sheet.bankName, 10, 8.5, { colour: INK_SOFT });
  write(`${slip.maskedName}　${slip.place}`, 14.4, 11);
  write(`户编号 ${spacedNumber(slip.householdNumber)}`, 20, 11);
  write(spokenForm(slip.code), 26, 19, { weight: 'bold', colour: INK });
  const widthMm = box.widthMm - 2 * PADDING_MM;
  write('微信扫右边的码；或在“我的”里点“绑定”，', 35.4, 10.5, { widthMm });
  write('输上面十位码，0 是零，1 是一。', 40.4, 10.5, { widthMm });
  write(`${sheet.until}前有效。不会扫码？找网格员，或直接来。`, 45.4, 10.5, { widthMm });
}

function boxAt(index: number): Box {
  const widthMm = GRID.widthMm / COLUMNS;
  const heightMm = GRID.heightMm / ROWS;
  return {
    xMm: GRID.xMm + (index % COLUMNS) * widthMm,
    yMm: GRID.yMm + Math.floor(index / COLUMNS) * heightMm,
    widthMm,
    heightMm,
  };
}
