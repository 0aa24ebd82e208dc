import {
  type Box,
  bytesOf,
  drawCutMarks,
  drawQr,
  FOIL,
  GREEN,
  INK_SOFT,
  missingCharacters,
  mm,
  ON_RED,
  openDocument,
  type Page,
  RED,
  RULE,
  spacedNumber,
  type Weight,
  writeLine,
} from './print-page';
import { SEAL_PATH } from './seal-drawing';

/**
 * The paper passbook of an elder without a phone: ten cards of 85.6 × 54 mm to an A4, a page of
 * fronts and its page of backs in mirrored columns, to be printed on both sides and cut.
 */

/** One card. `place` names the building and never the door. */
export type ElderCard = {
  name: string;
  /** 春晖社区 3 栋 */
  place: string;
  /** 户编号 as in the roster. */
  householdNumber: string;
  /** C1…, from `cardCode`. */
  code: string;
};

export type CardSheet = {
  cards: readonly ElderCard[];
  /** 云溪县春晖社区储蓄所 */
  bankName: string;
  /** Whom to ring when a card is lost. Without a number the back says whom to look for. */
  helper: { name: string; phone?: string };
  atMs: number;
};

/** `unprintable` cards hold characters the font lacks; they are left out and said so. */
export type PrintedSheet<Item> = {
  pdf: Buffer;
  printedCount: number;
  pageCount: number;
  unprintable: { item: Item; missing: string[] }[];
};

type Look = { weight?: Weight; colour?: string };

const COLUMNS = 2;
const ROWS = 5;
const CARDS_A_PAGE = COLUMNS * ROWS;
const CARD_MM = { width: 85.6, height: 54 };
const PAGE_MM = { width: 210, height: 297 };
const BLEED_MM = 3;
const MARGIN_MM = 4.8;
const CODE_MM = 25;
const BAND_TOP_MM = 13.6;
const BAND_TILE_MM = 4;
const NAME_PT = 27;
/** Below this a long name takes a second line rather than shrink further. */
const NAME_MIN_PT = 16;
/** One tile of the brocade, 20 × 11: a foil, b deep gold, c rose. */
const BAND_TILE = [
  'aaaaaaaaaaaaaaaaaaaa',
  '..........a.........',
  'baaa.....a.a.....aaa',
  '...a....a.b.a....a..',
  'c..a...a.b.b.a...a..',
  'cc....a.b.a.b.a....c',
  'c..a...a.b.b.a...a..',
  '...a....a.b.a....a..',
  'baaa.....a.a.....aaa',
  '..........a.........',
  'aaaaaaaaaaaaaaaaaaaa',
];
const STITCH_PT = mm(BAND_TILE_MM) / 20;
const COVER_BAND = bandOrders({ a: FOIL, b: '#E2B765', c: '#F6C9A8' });
const PAPER_BAND = bandOrders({ a: RED, b: '#8A641C', c: GREEN });

const GRID: Box = {
  xMm: (PAGE_MM.width - COLUMNS * CARD_MM.width) / 2,
  yMm: (PAGE_MM.height - ROWS * CARD_MM.height) / 2,
  widthMm: COLUMNS * CARD_MM.width,
  heightMm: ROWS * CARD_MM.height,
};

/** Prints elder cards. No cards make a document without pages, so ask before. */
export async function printElderCards(sheet: CardSheet): Promise<PrintedSheet<ElderCard>> {
  const document = openDocument('长辈存折卡', sheet.atMs);
  const judged = sheet.cards.map((item) => ({
    item,
    missing: missingCharacters(document, [item.name, item.place, item.householdNumber]),
  }));
  const printable = judged.filter((one) => one.missing.length === 0).map((one) => one.item);
  let pageCount = 0;
  for (let first = 0; first < printable.length; first += CARDS_A_PAGE) {
    const cards = printable.slice(first, first + CARDS_A_PAGE);
    drawFronts(document, cards, sheet.bankName);
    drawBacks(document, cards.length, sheet.helper);
    pageCount += 2;
  }
  return {
    pdf: await bytesOf(document),
    printedCount: printable.length,
    pageCount,
    unprintable: judged.filter((one) => one.missing.length > 0),
  };
}

function drawFronts(document: Page, cards: readonly ElderCard[], bankName: string): void {
  document.addPage();
  drawCutMarks(document, GRID, COLUMNS, ROWS);
  // All grounds first: the bleed of one card must not run over the next.
  for (const index of cards.keys()) fill(document, withBleed(boxAt(index)), RED);
  for (const [index, card] of cards.entries()) drawFront(document, boxAt(index), card, bankName);
}

function drawFront(document: Page, box: Box, card: ElderCard, bankName: string): void {
  const left = box.xMm + MARGIN_MM;
  drawSeal(document, left, box.yMm + 3.2, 8.2);
  writeLine(document, '文 明 存 折', {
    xMm: left + 10.6,
    yMm: box.yMm + 2,
    sizePt: 13,
    weight: 'bold',
    colour: FOIL,
  });
  writeLine(document, bankName, {
    xMm: left + 10.6,
    yMm: box.yMm + 7.6,
    sizePt: 8.5,
    colour: ON_RED,
    widthMm: CARD_MM.width - 2 * MARGIN_MM - 10.6,
  });
  drawBand(document, box.xMm, box.yMm + BAND_TOP_MM, COVER_BAND);
  const qrTop = box.yMm + BAND_TOP_MM + 3.7;
  const qrLeft = box.xMm + CARD_MM.width - 36.4;
  drawQr(document, card.code, { xMm: qrLeft, yMm: qrTop, codeMm: CODE_MM, cornerMm: 1.2 });
  const widthMm = qrLeft - left - 2;
  drawName(document, card.name, left, box.yMm + 20, widthMm);
  const lines = { xMm: left, widthMm, colour: ON_RED };
  writeLine(document, card.place, { ...lines, yMm: box.yMm + 36.2, sizePt: 12.5 });
  writeLine(document, spacedNumber(card.householdNumber), {
    ...lines,
    yMm: box.yMm + 43,
    sizePt: 12.5,
    colour: FOIL,
  });
}

/** The largest text on the card, whatever its length: up to two lines. */
function drawName(document: Page, name: string, xMm: number, yMm: number, widthMm: number): void {
  const style = { xMm, widthMm, weight: 'bold', colour: ON_RED } as const;
  const perLine = Math.floor(mm(widthMm) / NAME_MIN_PT);
  const characters = Array.from(name);
  if (characters.length <= perLine) {
    writeLine(document, name, { ...style, yMm, sizePt: NAME_PT });
    return;
  }
  // 阿卜杜·吾买尔 parts at its dot; other long names in the middle.
  const dot = characters.indexOf('·') + 1;
  const half = dot > 1 && dot <= perLine ? dot : Math.ceil(characters.length / 2);
  for (const [index, part] of [characters.slice(0, half), characters.slice(half)].entries()) {
    writeLine(document, part.join(''), { ...style, yMm: yMm + index * 7.4, sizePt: NAME_MIN_PT });
  }
}

function drawBacks(document: Page, count: number, helper: CardSheet['helper']): void {
  document.addPage();
  drawCutMarks(document, GRID, COLUMNS, ROWS);
  for (let index = 0; index < count; index += 1) drawBack(document, mirrored(boxAt(index)), helper);
}

function drawBack(document: Page, box: Box, helper: CardSheet['helper']): void {
  const left = box.xMm + MARGIN_MM;
  const widthMm = CARD_MM.width - 2 * MARGIN_MM;
  const write = (text: string, downMm: number, sizePt: number, look: Look = {}) =>
    writeLine(document, text, { xMm: left, yMm: box.yMm + downMm, sizePt, widthMm, ...look });
  write('把卡给工作人员扫', 4, 15, { weight: 'bold', colour: RED });
  drawBand(document, box.xMm, box.yMm + BAND_TOP_MM, PAPER_BAND);
  write('领东西、签到，都用它', 18.4, 12);
  write('家里人可以替您来', 25.2, 12);
  document
    .lineWidth(0.6)
    .moveTo(mm(left), mm(box.yMm + 33.6))
    .lineTo(mm(left + widthMm), mm(box.yMm + 33.6))
    .stroke(RULE);
  if (helper.phone === undefined) {
    write('卡丢了，找网格员', 35, 10.5, { colour: INK_SOFT });
    write(helper.name, 40.6, 18, { weight: 'bold' });
    return;
  }
  write(`卡丢了，打给网格员${helper.name}`, 35, 10.5, { colour: INK_SOFT });
  write(helper.phone, 40.6, 18, { weight: 'bold' });
}

function drawSeal(document: Page, xMm: number, yMm: number, sideMm: number): void {
  document.save();
  document.translate(mm(xMm), mm(yMm)).scale(mm(sideMm) / 100);
  document.path(SEAL_PATH).fill(FOIL, 'even-odd');
  document.restore();
}

/** The brocade across a card, its last tile cut off at the edge. */
function drawBand(document: Page, xMm: number, yMm: number, orders: string): void {
  document.save();
  document.rect(mm(xMm), mm(yMm), mm(CARD_MM.width), STITCH_PT * BAND_TILE.length).clip();
  document.translate(mm(xMm), mm(yMm));
  document.addContent(orders);
  document.restore();
}

/** The band's stitches as drawing orders, made once: drawn one by one they were most of a page's time. */
function bandOrders(threads: Record<'a' | 'b' | 'c', string>): string {
  const tiles = Math.ceil(CARD_MM.width / BAND_TILE_MM);
  return Object.entries(threads)
    .map(([thread, colour]) => {
      const runs = BAND_TILE.flatMap((pattern, row) =>
        [...pattern.repeat(tiles).matchAll(new RegExp(`${thread}+`, 'g'))].map(
          ({ index, 0: run }) =>
            [index, row, run.length, 1].map((count) => (count * STITCH_PT).toFixed(3)).join(' '),
        ),
      );
      return `${shares(colour)} rg\n${runs.map((run) => `${run} re`).join('\n')}\nf`;
    })
    .join('\n');
}

/** #RRGGBB as three shares of one. */
function shares(colour: string): string {
  return [1, 3, 5]
    .map((at) => (Number.parseInt(colour.slice(at, at + 2), 16) / 255).toFixed(4))
    .join(' ');
}

function boxAt(index: number): Box {
  return {
    xMm: GRID.xMm + (index % COLUMNS) * CARD_MM.width,
    yMm: GRID.yMm + Math.floor(index / COLUMNS) * CARD_MM.height,
    widthMm: CARD_MM.width,
    heightMm: CARD_MM.height,
  };
}

/** Turned over along its long edge, the left column of a page lies on the right. */
function mirrored(box: Box): Box {
  return { ...box, xMm: PAGE_MM.width - box.xMm - box.widthMm };
}

function withBleed(box: Box): Box {
  return {
    xMm: box.xMm - BLEED_MM,
    yMm: box.yMm - BLEED_MM,
    widthMm: box.widthMm + 2 * BLEED_MM,
    heightMm: box.heightMm + 2 * BLEED_MM,
  };
}

function fill(document: Page, box: Box, colour: string): void {
  document.rect(mm(box.xMm), mm(box.yMm), mm(box.widthMm), mm(box.heightMm)).fill(colour);
}
