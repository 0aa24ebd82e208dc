import { inflateSync } from 'node:zlib';
import { printBindSlips } from '@bank/api/community/bind-sheet';
import { printElderCards } from '@bank/api/community/card-sheet';
import { cardCode, newBindCode } from '@bank/api/platform/code-keys';
import { codeLink } from '@bank/shared/codes';
import jsQR from 'jsqr';
import { expect, test } from 'vitest';

/** About 150 dots an inch: an office printer has more. */
const PIXELS_PER_MM = 6;
const POINTS_PER_MM = 72 / 25.4;
const PAGE = { width: 210 * PIXELS_PER_MM, height: 297 * PIXELS_PER_MM };
/** The ink of the codes, as the file writes it (#241F19). */
const INK = /^0\.1411\d* 0\.1215\d* 0\.0980\d* (?:scn|rg)$/;

type Rows = { topMm: number; heightMm: number };
type Square = { x: number; y: number; width: number; height: number };

/** The drawing orders of each page, read from the file and not from the code that wrote it. */
function pagesOf(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)]
    .map((found) => {
      const start = found.index + found[0].length;
      const end = text.indexOf('\nendstream', start);
      try {
        return inflateSync(pdf.subarray(start, end)).toString('latin1');
      } catch {
        return '';
      }
    })
    .filter((content) => content.startsWith('1 0 0 -1 0 841.89 cm'));
}

/** The rectangles filled with ink, in pixels. */
function inkSquares(content: string): Square[] {
  const squares: Square[] = [];
  let waiting: Square[] = [];
  let inInk = false;
  for (const order of content.split('\n')) {
    if (/ (?:scn|rg)$/.test(order)) inInk = INK.test(order);
    const rectangle = /^(\S+) (\S+) (\S+) (\S+) re$/.exec(order);
    if (rectangle !== null) {
      const [x = 0, y = 0, width = 0, height = 0] = rectangle
        .slice(1)
        .map((part) => (Number(part) / POINTS_PER_MM) * PIXELS_PER_MM);
      waiting.push({ x, y, width, height });
    }
    if (/^(?:f|f\*|S|n|W n)$/.test(order)) {
      if (inInk && order === 'f') squares.push(...waiting);
      waiting = [];
    }
  }
  return squares;
}

function raster(squares: Square[]): Uint8ClampedArray {
  const pixels = new Uint8ClampedArray(PAGE.width * PAGE.height * 4).fill(255);
  for (const square of squares) {
    for (let y = Math.round(square.y); y < Math.round(square.y + square.height); y += 1) {
      const start = (y * PAGE.width + Math.round(square.x)) * 4;
      const end = (y * PAGE.width + Math.round(square.x + square.width)) * 4;
      for (let at = start; at < end; at += 4) pixels.fill(0, at, at + 3);
    }
  }
  return pixels;
}

/** What a reader sees in each of the ten fields of a page: two columns, five rows. */
function readTen(pixels: Uint8ClampedArray, rows: Rows): (string | undefined)[] {
  const width = PAGE.width / 2;
  const height = Math.round(rows.heightMm * PIXELS_PER_MM);
  return Array.from({ length: 10 }, (_, field) => {
    const left = (field % 2) * width;
    const top = Math.round((rows.topMm + Math.floor(field / 2) * rows.heightMm) * PIXELS_PER_MM);
    const crop = new Uint8ClampedArray(width * height * 4);
    for (let row = 0; row < height; row += 1) {
      const from = ((top + row) * PAGE.width + left) * 4;
      crop.set(pixels.subarray(from, from + width * 4), row * width * 4);
    }
    return jsQR(crop, width, height)?.data;
  });
}

function sideMm(squares: Square[], field: { left: number; right: number; bottom: number }): number {
  const inside = squares.filter(
    (one) => one.x >= field.left && one.x < field.right && one.y < field.bottom,
  );
  const right = Math.max(...inside.map((one) => one.x + one.width));
  return (right - Math.min(...inside.map((one) => one.x))) / PIXELS_PER_MM;
}

const CARD_ROWS: Rows = { topMm: 13.5, heightMm: 54 };
const SLIP_ROWS: Rows = { topMm: 15, heightMm: 53.4 };
const MASTER = new Uint8Array(32).fill(7);
const firstField = { left: 0, right: PAGE.width / 2, bottom: PAGE.height / 5 };

test('every code on a sheet of elder cards reads back, and is 25 mm wide', async () => {
  const cards = Array.from({ length: 10 }, (_, index) => ({
    name: '田秀英',
    place: '春晖社区 3 栋',
    householdNumber: `0101000${index}`,
    code: cardCode(MASTER, `CARD000${index}`, index),
  }));
  const helper = { name: '向明', phone: '0000-1234567' };
  const { pdf } = await printElderCards({ cards, bankName: '储蓄所', helper, atMs: 0 });
  const [front = '', back = ''] = pagesOf(pdf);
  const squares = inkSquares(front);
  expect(readTen(raster(squares), CARD_ROWS).sort()).toEqual(cards.map((card) => card.code).sort());
  expect(sideMm(squares, firstField)).toBeCloseTo(25, 1);
  expect(readTen(raster(inkSquares(back)), CARD_ROWS)).toEqual(
    Array.from({ length: 10 }, () => undefined),
  );
});

test('every code on a sheet of bind slips reads back as its link, and is over 16 mm wide', async () => {
  const slips = Array.from({ length: 10 }, (_, index) => {
    const code = newBindCode((size) =>
      Uint8Array.from({ length: size }, (_, at) => at * 7 + index),
    );
    const link = codeLink('https://bank.yunxi.gov.cn', code);
    return { maskedName: '田*英', place: '3 栋', householdNumber: `0101000${index}`, code, link };
  });
  const { pdf } = await printBindSlips({
    slips,
    bankName: '储蓄所',
    until: '12 月 31 日',
    atMs: 0,
  });
  const squares = inkSquares(pagesOf(pdf)[0] ?? '');
  expect(readTen(raster(squares), SLIP_ROWS).sort()).toEqual(slips.map((slip) => slip.link).sort());
  expect(sideMm(squares, firstField)).toBeGreaterThanOrEqual(16);
});
