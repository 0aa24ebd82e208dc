import { describe, expect, test } from 'vitest';
import { goodsSample } from '../../../tests/samples/goods-sample';
import { rulesSample } from '../../../tests/samples/rules-sample';
import {
  type SampleCell,
  type SampleSheet,
  writeWorkbook,
} from '../../../tests/samples/write-workbook';
import { compareGoods, readGoods } from './goods';
import { compareRules, readRules } from './rules';
import { readWorkbook } from './workbook';
import type { Workbook } from './workbook-shape';

function open(sheets: readonly SampleSheet[]): Workbook {
  const result = readWorkbook(writeWorkbook(sheets));
  if (!result.ok) throw new Error(result.why);
  return result.workbook;
}

/** The sample with one cell changed, addressed by sheet, line and column from 0. */
function changed(
  sheets: readonly SampleSheet[],
  at: readonly [number, number, number],
  cell: SampleCell,
): Workbook {
  const copy = sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
  const line = copy[at[0]]?.rows[at[1]];
  if (line !== undefined) line[at[2]] = cell;
  return open(copy);
}

describe('the rulebook', () => {
  const reading = readRules(open(rulesSample()));

  test('rules and settings are read without a remark, deductions negative', () => {
    expect(reading.remarks).toEqual([]);
    expect(reading.rules.filter(({ kind }) => kind === 'earning')).toHaveLength(12);
    expect(reading.rules.find(({ ruleCode }) => ruleCode === 'KF02')).toMatchObject({
      kind: 'deduction',
      points: -4,
      period: 'quarter',
      periodCapPoints: -12,
      publicityWorkingDays: 0,
      isRectifiable: true,
      effectiveFrom: '2026-01-01',
    });
    expect(reading.bankSettings).toEqual({
      basePoints: 60,
      redeemFromPoints: 61,
      yuanPerPoint: 1,
      claimWithinDays: 30,
      firstReviewWorkingDays: 3,
      publicityWorkingDays: 5,
      objectionAnswerWorkingDays: 7,
      deductionFloorPoints: 0,
      carryOverPercent: 100,
      reserveDays: 15,
    });
  });

  test.each([
    ['a deduction above zero', [0, 13, 4], 2],
    ['a cap below one award', [0, 1, 7], 1],
    ['a period nobody knows', [0, 1, 6], '旬'],
    ['a missing day of effect', [0, 1, 13], null],
    ['redeeming from within the base points', [1, 3, 1], 60],
    ['a setting in words', [1, 2, 1], '六十'],
  ] as const)('%s waits with a question', (_what, at, cell) => {
    const spoiled = readRules(changed(rulesSample(), at, cell));
    expect(spoiled.linesRead.filter(({ outcome }) => outcome === 'asked')).toHaveLength(1);
    expect(spoiled.rules.length + spoiled.settings.length).toBe(28);
  });

  test('half a point is refused', () => {
    expect(readRules(changed(rulesSample(), [0, 1, 4], 1.5)).linesRead[1]?.outcome).toBe('refused');
  });

  test('read again nothing changes, and one changed value is one change', () => {
    const again = compareRules(reading, reading);
    expect(
      [again.rules.changed, again.rules.added, again.settings.changed, again.rules.absent].flat(),
    ).toEqual([]);
    const other = compareRules(readRules(changed(rulesSample(), [1, 11, 1], 20)), reading);
    expect(other.settings.changed).toMatchObject([
      { key: '预留期限', changes: [{ before: '15', after: '20' }] },
    ]);
  });
});

describe('the goods', () => {
  const reading = readGoods(open(goodsSample()));

  test('goods and their batches add up and are read without a remark', () => {
    expect(reading.remarks).toEqual([]);
    expect(reading.goods).toHaveLength(8);
    expect(reading.batches).toHaveLength(16);
    expect(reading.goods[1]).toMatchObject({
      itemCode: 'D02',
      pointsEach: 16,
      referencePriceFen: 1550,
      householdMonthlyMax: 2,
      quantityIn: 90,
      quantityAvailable: 53,
    });
  });

  test('a line that does not add up waits', () => {
    const spoiled = readGoods(changed(goodsSample(), [1, 1, 11], 99));
    expect(
      spoiled.linesRead
        .filter(({ outcome }) => outcome === 'asked')
        .map(({ sheet, row }) => [sheet, row]),
    ).toEqual([['库存批次', 2]]);
  });

  test('a good whose batches do not add up to its own sums waits', () => {
    const copy = goodsSample().map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => [...row]),
    }));
    const line = copy[1]?.rows[1];
    if (line !== undefined) [line[7], line[11]] = [41, 28];
    const spoiled = readGoods(open(copy));
    expect(
      spoiled.linesRead
        .filter(({ outcome }) => outcome === 'asked')
        .map(({ sheet, row }) => [sheet, row]),
    ).toEqual([['货品目录', 2]]);
  });

  test('a batch of a good that is not in the catalogue waits', () => {
    expect(readGoods(changed(goodsSample(), [1, 1, 1], 'D99')).waiting.batches).toEqual([
      'P2026-001 D99 桂花坪安置点',
    ]);
  });

  test('read again nothing changes', () => {
    const again = compareGoods(reading, reading);
    expect(
      [again.goods.changed, again.goods.added, again.batches.changed, again.batches.added].flat(),
    ).toEqual([]);
    expect(again.batches.unchanged).toHaveLength(16);
  });
});
