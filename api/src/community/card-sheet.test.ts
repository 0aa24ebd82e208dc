import { describe, expect, test } from 'vitest';
import { type BindSlip, printBindSlips } from './bind-sheet';
import { type ElderCard, printElderCards } from './card-sheet';

const AT_MS = Date.UTC(2026, 10, 22);
const HELPER = { name: '向明', phone: '0000-1234567' };

function card(name: string): ElderCard {
  const code = 'C1CARD000134GEF864B59VWY3F1';
  return { name, place: '春晖社区 3 栋', householdNumber: '01010001', code };
}

function slip(maskedName: string): BindSlip {
  const code = 'B17G3XK9Q2MA';
  const link = `https://bank.example.cn/q/${code}`;
  return { maskedName, place: '春晖社区 3 栋', householdNumber: '01010001', code, link };
}

const printCards = (names: string[]) =>
  printElderCards({
    cards: names.map(card),
    bankName: '春晖社区储蓄所',
    helper: HELPER,
    atMs: AT_MS,
  });
const printSlips = (names: string[]) =>
  printBindSlips({
    slips: names.map(slip),
    bankName: '春晖社区储蓄所',
    until: '12 月 31 日',
    atMs: AT_MS,
  });

/** Pages as the file itself counts them, each A4 in points. */
function pagesIn(pdf: Buffer): number {
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  return pdf.toString('latin1').match(/\/MediaBox \[0 0 595\.28 841\.89\]/g)?.length ?? 0;
}

describe('elder cards', () => {
  test('ten make one sheet of paper, eleven make two, each with its backs', async () => {
    const ten = await printCards(Array.from({ length: 10 }, () => '田秀英'));
    const eleven = await printCards(Array.from({ length: 11 }, () => '田秀英'));
    expect([pagesIn(ten.pdf), ten.pageCount, ten.printedCount]).toEqual([2, 2, 10]);
    expect([pagesIn(eleven.pdf), eleven.pageCount, eleven.printedCount]).toEqual([4, 4, 11]);
  });

  test('rare, long and dotted names are printed', async () => {
    const names = ['龑䶮塆', '𬭎㙍', '阿卜杜热合曼·阿卜杜外力', '买买提·吐尔逊'];
    const printed = await printCards(names);
    expect(printed.unprintable).toEqual([]);
    expect(printed.printedCount).toBe(4);
  });

  test('a name the font cannot draw is reported with its characters and not printed blank', async () => {
    const printed = await printCards(['田秀英', '王\u{e123}\u{10ffff}']);
    expect(printed.printedCount).toBe(1);
    expect(printed.unprintable).toEqual([
      { item: card('王\u{e123}\u{10ffff}'), missing: ['\u{e123}', '\u{10ffff}'] },
    ]);
  });

  test('the same cards at the same moment make the same bytes', async () => {
    const [first, second] = [await printCards(['田秀英']), await printCards(['田秀英'])];
    expect(first.pdf.equals(second.pdf)).toBe(true);
  });
});

describe('bind slips', () => {
  test('ten make one page', async () => {
    const ten = await printSlips(Array.from({ length: 10 }, () => '田*英'));
    const eleven = await printSlips(Array.from({ length: 11 }, () => '田*英'));
    expect([pagesIn(ten.pdf), pagesIn(eleven.pdf), eleven.pageCount]).toEqual([1, 2, 2]);
  });

  test('a name the font cannot draw is reported', async () => {
    const printed = await printSlips(['\u{e123}*']);
    expect(printed.printedCount).toBe(0);
    expect(printed.unprintable.map((one) => one.missing)).toEqual([['\u{e123}']]);
  });
});
