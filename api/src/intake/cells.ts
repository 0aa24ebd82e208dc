import { characterCount, halfWidth, isUnreadable, looksLikeFormula, tidyText } from './characters';
import { asked, type CellReader, type Finding, nothing, sound } from './finding';
import type { Cell } from './workbook-shape';

/** A cell's own text after tidying, before it is read as anything in particular. */
export type CellText =
  | {
      readonly state: 'sound';
      readonly text: string;
      readonly kind: 'text' | 'number' | 'date' | 'boolean';
      readonly done: readonly string[];
    }
  | { readonly state: 'asked'; readonly why: string };

/** Opens a cell: a formula gives its stored result, a formula error becomes a question. */
export function openCell(cell: Cell): CellText {
  if (cell.kind === 'formula-error') {
    return { state: 'asked', why: `公式出错（${cell.text}），请填上真正的内容` };
  }
  const tidy = tidyText(cell.text);
  if (isUnreadable(tidy.text)) {
    return { state: 'asked', why: '有读不出来的字，请重新填写' };
  }
  if (tidy.text === '同上' || tidy.text === '〃') {
    return { state: 'asked', why: '写的是「同上」，照不出是什么，请写全' };
  }
  if (cell.kind !== 'formula') {
    return { state: 'sound', text: tidy.text, kind: cell.kind, done: tidy.done };
  }
  const done = ['这一格是公式，收的是表里存着的结果', ...tidy.done];
  return { state: 'sound', text: tidy.text, kind: cell.resultKind ?? 'text', done };
}

export type OpenedCell = Extract<CellText, { state: 'sound' }>;

/** A reader of what a cell holds once it is open: an empty cell is null, a broken formula is asked about. */
export function openedBy<T>(read: (opened: OpenedCell) => Finding<T | null>): CellReader<T | null> {
  return (cell) => {
    if (cell === undefined) return nothing();
    const opened = openCell(cell);
    if (opened.state === 'asked') return opened;
    return opened.text === '' ? nothing() : read(opened);
  };
}

const MASKED_IDENTITY = /[0-9０-９]{4}\*{9,}[0-9XxＸｘ０-９]/g;
const TEXT_CHARACTERS_MAX = 500;

/** Free text such as a note or a village: kept as written, signs of a formula included. */
export const readText: CellReader<string | null> = (cell) => {
  if (cell === undefined) return nothing();
  const opened = openCell(cell);
  if (opened.state === 'asked') return opened;
  const text = opened.text.replace(MASKED_IDENTITY, '').trim();
  const done = [...opened.done];
  if (text !== opened.text) done.push('去掉像身份证号的数字');
  if (text === '') return nothing();
  if (opened.kind === 'number') done.push('数字格按文字收');
  if (looksLikeFormula(text)) done.push('开头像公式，按文字照收，不会计算');
  if (characterCount(text) > TEXT_CHARACTERS_MAX) {
    return asked(`太长了，最多 ${TEXT_CHARACTERS_MAX} 个字`);
  }
  return sound(text, done.length === 0 ? opened.done : done);
};

/** Text in which digits and letters count, such as 1栋 or 301: full width becomes half width. */
export const readDoorText: CellReader<string | null> = (cell) => {
  const finding = readText(cell);
  if (finding.state !== 'sound' || finding.value === null) return finding;
  const text = halfWidth(finding.value);
  if (text === finding.value) return finding;
  return sound(text, [...finding.done, '全角字符改成半角']);
};

/** A code of fixed writing. Digits lost from its front in a number cell are given back. */
export function readCode(what: string, digits: number): CellReader<string | null> {
  const exact = new RegExp(`^\\d{${digits}}$`);
  const short = new RegExp(`^[1-9]\\d{${digits - 2}}$`);
  return (cell) => {
    if (cell === undefined) return nothing();
    if (cell.kind === 'text' && exact.test(cell.text)) return sound(cell.text);
    return readOddCode(cell, what, digits, { exact, short });
  };
}

function readOddCode(
  cell: Cell,
  what: string,
  digits: number,
  shapes: { readonly exact: RegExp; readonly short: RegExp },
): Finding<string | null> {
  const opened = openCell(cell);
  if (opened.state === 'asked') return opened;
  if (opened.text === '') return nothing();
  const done = [...opened.done];
  const text = halfWidth(opened.text).replaceAll(' ', '');
  if (text !== opened.text) done.push('全角数字、空格改成半角数字');
  if (opened.kind === 'number') done.push('数字格按文字收');
  if (shapes.exact.test(text)) return sound(text, done);
  if (shapes.short.test(text)) return sound(`0${text}`, [...done, ZERO_GIVEN_BACK]);
  return asked(`${what}应是 ${digits} 位数字`);
}

/** Said when a leading zero was given back, so that other codes of the line are asked to agree. */
export const ZERO_GIVEN_BACK = '补上丢掉的开头的 0';

/** 0101-03: grid, dash, number of the 联户. Other dashes become the plain one. */
export const readClusterCode: CellReader<string | null> = (cell) => {
  if (cell === undefined) return nothing();
  if (cell.kind === 'text' && CLUSTER_CODE.test(cell.text)) return sound(cell.text);
  const opened = openCell(cell);
  if (opened.state === 'asked') return opened;
  if (opened.text === '') return nothing();
  const text = halfWidth(opened.text)
    .replaceAll(' ', '')
    .replace(/[‐-―−－_~—]/g, '-');
  if (!CLUSTER_CODE.test(text)) return asked('联户编号应写成 0101-03 这样');
  return sound(text, [
    ...opened.done,
    ...(text === opened.text ? [] : ['全角字符、横线改成统一写法']),
  ]);
};

const CLUSTER_CODE = /^\d{4}-\d{2}$/;

/** A short code of letters and digits, such as JF01, HP12, G0001 or CG2026-031. */
export function readLabelCode(what: string): CellReader<string | null> {
  return (cell) => {
    const finding = readDoorText(cell);
    if (finding.state !== 'sound' || finding.value === null) return finding;
    const text = finding.value.replaceAll(' ', '').toUpperCase();
    const done = text === finding.value ? finding.done : [...finding.done, '统一成大写、不带空格'];
    if (!/^[A-Z0-9][A-Z0-9_-]{0,23}$/.test(text)) return asked(`${what}只能用字母、数字和横线`);
    return sound(text, done);
  };
}
