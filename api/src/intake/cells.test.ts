import { describe, expect, test } from 'vitest';
import { readWhole, readYuanAsFen } from './amounts';
import { readClusterCode, readCode, readText } from './cells';
import { readDay } from './dates';
import type { CellReader } from './finding';
import { readEthnicity, readGender, readRelation, readYesNo } from './list-values';
import { readName } from './names';
import { readPhone } from './phones';
import { serialToText } from './serial-dates';
import type { Cell } from './workbook-shape';

const text = (value: string): Cell => ({ kind: 'text', text: value });
const number = (value: number): Cell => ({ kind: 'number', text: String(value) });

/** The value, or the word for why there is none. */
function read<T>(reader: CellReader<T>, cell: Cell | undefined): T | string {
  const finding = reader(cell);
  return finding.state === 'sound' ? finding.value : finding.state;
}

describe('what a cell is read as', () => {
  test.each([
    ['2020.3.5', '2020-03-05'],
    ['2020年3月5日', '2020-03-05'],
    ['20200305', '2020-03-05'],
    ['2020/3/5', '2020-03-05'],
    ['２０２０－０３－０５', '2020-03-05'],
    ['43895', '2020-03-05'],
    ['2019-02-29', 'refused'],
    ['1983-13-08', 'refused'],
    ['88.2.2', 'asked'],
    ['3/5/2020', 'asked'],
    ['农历三月初五', 'asked'],
    ['2020-03', 'asked'],
  ])('the date %s is %s', (written, expected) => {
    expect(read(readDay, text(written))).toBe(expected);
  });

  test('date numbers count from 1900 with the leap day that never was, or from 1904', () => {
    expect(serialToText(1, false)).toBe('1900-01-01');
    expect(serialToText(59, false)).toBe('1900-02-28');
    expect(serialToText(61, false)).toBe('1900-03-01');
    expect(serialToText(43_895.5, false)).toBe('2020-03-05 12:00');
    expect(serialToText(42_433, true)).toBe('2020-03-05');
    expect(read(readDay, { kind: 'date', text: '1900-02-29' })).toBe('refused');
    expect(read(readDay, { kind: 'number', text: '42433', from1904: true })).toBe('asked');
  });

  test.each([
    ['161 0000 1002', '16100001002'],
    ['161-0000-1002', '16100001002'],
    ['+86 16100001002', '16100001002'],
    ['008616100001002', '16100001002'],
    ['１６１００００１００２', '16100001002'],
    ["'16100001002", '16100001002'],
    ['0855-1234567', '08551234567'],
    ['无', null],
    ['1610000100', 'asked'],
    ['161000010021', 'asked'],
    ['1.61E+10', 'asked'],
    ['16100001002/16100001003', 'asked'],
  ])('the telephone number %s is %s', (written, expected) => {
    expect(read(readPhone, text(written))).toBe(expected);
  });

  test('a telephone number in a number cell becomes text with an account of it', () => {
    expect(readPhone(number(16_100_001_002))).toEqual({
      state: 'sound',
      value: '16100001002',
      done: ['数字格按文字收'],
    });
  });

  test.each([
    ['是', true],
    ['√', true],
    ['有', true],
    ['Y', true],
    ['ｙ', true],
    ['否', false],
    ['无', false],
    ['×', false],
    ['?', 'asked'],
  ])('yes-or-no %s is %s', (written, expected) => {
    expect(read(readYesNo, text(written))).toBe(expected);
  });

  test('words of a list are read in the ways offices write them, and no further', () => {
    expect(read(readRelation, text('儿子'))).toBe('子');
    expect(read(readRelation, text('母'))).toBe('母亲');
    expect(read(readRelation, text('媳妇'))).toBe('asked');
    expect(read(readRelation, text('constructor'))).toBe('asked');
    expect(read(readGender, text('M'))).toBe('男');
    expect(read(readEthnicity, text('土家'))).toBe('土家族');
    expect(read(readEthnicity, text('土'))).toBe('土族');
    expect(read(readEthnicity, text('汉人'))).toBe('asked');
  });

  test.each([
    ['陈　平', '陈平'],
    ['代\n安友', '代安友'],
    ['覃松\u200b', '覃松'],
    ['\u202e覃松', '覃松'],
    ['=陈雪梅', '陈雪梅'],
    ['古丽娜尔.艾山', '古丽娜尔·艾山'],
    ['𬭎𫖯', '𬭎𫖯'],
    ['张䶮', '张䶮'],
    ['长㙍', '长㙍'],
    ['张', 'asked'],
    ['张三3', 'asked'],
    ['同上', 'asked'],
    ['张\ue000', 'asked'],
  ])('the name %j is %s', (written, expected) => {
    expect(read(readName, text(written))).toBe(expected);
  });

  test('codes get back a zero lost in a number cell and keep every zero they have', () => {
    const household = readCode('户编号', 8);
    expect(read(household, number(7_010_006))).toBe('07010006');
    expect(read(household, text('０７０１００１５'))).toBe('07010015');
    expect(read(household, text('0701 0006'))).toBe('07010006');
    expect(read(household, text('701006'))).toBe('asked');
    expect(read(readClusterCode, text('0701—03'))).toBe('0701-03');
    expect(read(readClusterCode, text('0701-3'))).toBe('asked');
  });

  test('text that looks like a formula stays text, and a broken formula is a question', () => {
    expect(readText(text('+外出务工'))).toMatchObject({ state: 'sound', value: '+外出务工' });
    expect(read(readText, { kind: 'formula-error', text: '#REF!' })).toBe('asked');
    expect(read(readText, { kind: 'formula', resultKind: 'text', text: '甲', formula: 'A1' })).toBe(
      '甲',
    );
  });

  test('amounts are whole points and whole fen', () => {
    expect(read(readWhole(['分']), text('１５分'))).toBe(15);
    expect(read(readWhole(), text('－5'))).toBe(-5);
    expect(read(readWhole(), text('1.5'))).toBe('refused');
    expect(read(readYuanAsFen, number(3.2))).toBe(320);
    expect(read(readYuanAsFen, text('￥7.05元'))).toBe(705);
    expect(read(readYuanAsFen, text('7.055'))).toBe('asked');
  });
});
