import { describe, expect, test } from 'vitest';
import { messySample } from '../../../tests/samples/messy-sample';
import { PEOPLE_HEADINGS, peopleLines, rosterSample } from '../../../tests/samples/roster-sample';
import {
  type SampleCell,
  type SampleSheet,
  writeWorkbook,
} from '../../../tests/samples/write-workbook';
import { readRoster } from './roster';
import type { RosterReading } from './roster-shape';
import { readWorkbook } from './workbook';

const TODAY = '2026-01-08';

function read(sheets: readonly SampleSheet[]): RosterReading {
  const result = readWorkbook(writeWorkbook(sheets));
  if (!result.ok) throw new Error(result.why);
  return readRoster(result.workbook, TODAY);
}

/** The first two homes of the sample (rows 2–4 and row 5), with some cells changed. */
function twoHomes(
  changes: Readonly<Record<string, SampleCell>> = {},
  more: readonly SampleCell[][] = [],
): RosterReading {
  const lines = peopleLines()
    .slice(0, 4)
    .map((line) => [...line]);
  for (const [place, cell] of Object.entries(changes)) {
    const [row = '', heading = ''] = place.split(' ');
    const line = lines[Number(row) - 2];
    if (line !== undefined) line[PEOPLE_HEADINGS.indexOf(heading)] = cell;
  }
  return read([{ name: '家庭花名册', rows: [PEOPLE_HEADINGS, ...lines, ...more] }]);
}

const outcomes = (reading: RosterReading) => reading.linesRead.map(({ outcome }) => outcome);
const asked = (reading: RosterReading) =>
  reading.remarks
    .filter(({ kind }) => kind === 'asked')
    .map(({ row, heading }) => `${row} ${heading}`);

describe('a roster as it should be', () => {
  const reading = read(rosterSample());

  test('every person, home, area, lead and post is read without a single remark', () => {
    expect(reading.remarks).toEqual([]);
    expect(reading.people).toHaveLength(40);
    expect(reading.households).toHaveLength(12);
    expect(reading.clusterLeads.map(({ name }) => name)).toEqual([
      '覃世良',
      '吴㛃',
      '张䶮',
      '敖晓蓉',
    ]);
    expect(reading.posts).toHaveLength(13);
    expect(reading.areas.map(({ code }) => code)).toEqual([
      '01',
      '0101',
      '0101-01',
      '0101-02',
      '02',
      '0201',
      '0201-01',
      '0201-02',
    ]);
  });

  test('people keep their codes with leading zeros, their days and their marks', () => {
    expect(reading.people.find(({ personCode }) => personCode === '0101000601')).toMatchObject({
      householdCode: '01010006',
      name: '冉光明',
      relation: '户主',
      gender: '男',
      ethnicity: '土家族',
      bornOn: '1972-07-07',
      phone: '16400001017',
      isDisabled: true,
      isPartyMember: false,
      movedInOn: '2019-08-20',
    });
    expect(reading.households[5]).toMatchObject({
      householdCode: '01010006',
      clusterCode: '0101-02',
      hasSubsistenceAllowance: true,
    });
  });

  test('two people of one name in two homes stay two people', () => {
    expect(
      reading.people.filter(({ name }) => name === '覃小川').map(({ personCode }) => personCode),
    ).toEqual(['0101000103', '0201000402']);
  });

  test('other orders of columns and other words for headings read the same', () => {
    const words: Readonly<Record<string, string>> = {
      户编号: '户号',
      联系电话: '手机号码（必填）',
      与户主关系: '与户主\n的关系',
    };
    const order = PEOPLE_HEADINGS.map((_heading, index) => index).reverse();
    const rows = [PEOPLE_HEADINGS.map((heading) => words[heading] ?? heading), ...peopleLines()];
    const turned = read([
      {
        name: '表1',
        rows: [['一、名册'], ...rows.map((row) => order.map((index) => row[index] ?? null))],
      },
    ]);
    const people = ({ source: _source, ...facts }: RosterReading['people'][number]) => facts;
    expect(turned.people.map(people)).toEqual(reading.people.map(people));
  });
});

describe('what is asked and what is refused', () => {
  test.each([
    ['3 姓名', null],
    ['3 与户主关系', null],
    ['3 性别', null],
    ['3 民族', null],
    ['3 出生日期', null],
    ['3 人员编号', null],
    ['3 户编号', null],
    ['3 低保', null],
    ['3 联系电话', '1610000'],
    ['3 联系电话', { error: '#REF!' }],
    ['3 性别', '男'],
    ['3 人员编号', '0201000102'],
    ['3 出生日期', '70.11.2'],
    ['3 民族', '大家族'],
  ] as const)('%s as %j makes that one line wait', (place, cell) => {
    const reading = twoHomes({ [place]: cell });
    expect(outcomes(reading)).toEqual(['not-data', 'taken', 'asked', 'taken', 'taken']);
    expect(reading.people).toHaveLength(3);
  });

  test.each([['1970-02-30'], [{ date: '2026-01-09' }]] as const)(
    'a birth date that cannot be, %j, is refused',
    (cell) => {
      expect(outcomes(twoHomes({ '3 出生日期': cell }))[2]).toBe('refused');
    },
  );

  test.each([
    ['3 房号', '999'],
    ['3 低保', '是'],
    ['3 联户编号', '0101-02'],
    ['3 网格', '河湾网格'],
    ['4 与户主关系', '户主'],
    ['2 与户主关系', '配偶'],
    ['2 联系电话', '1540000'],
  ])('%s as %s makes the whole home wait and no other', (place, cell) => {
    const reading = twoHomes({ [place]: cell });
    expect(outcomes(reading)).toEqual(['not-data', 'asked', 'asked', 'asked', 'taken']);
    expect(reading.households.map(({ householdCode }) => householdCode)).toEqual(['01010002']);
    expect(reading.waiting.households).toContain('01010001');
  });

  test('a child older than its householder is asked about', () => {
    expect(asked(twoHomes({ '4 出生日期': { date: '1967-07-25' } }))).toEqual(['4 出生日期']);
  });

  test('children may be born after the home moved in, the householder may not', () => {
    expect(asked(twoHomes({ '4 出生日期': { date: '2024-07-25' } }))).toEqual([]);
    expect(asked(twoHomes({ '5 出生日期': { date: '2024-07-25' }, '5 独居老人': '否' }))).toEqual([
      '5 出生日期',
    ]);
  });

  test('a person on two equal lines is taken once, on two different lines not at all', () => {
    const [, line = []] = peopleLines();
    expect(outcomes(twoHomes({}, [[...line]]))).toEqual([
      'not-data',
      'taken',
      'taken',
      'taken',
      'taken',
      'not-data',
    ]);
    const other = [...line];
    other[PEOPLE_HEADINGS.indexOf('联系电话')] = '16100001999';
    const reading = twoHomes({}, [other]);
    expect(outcomes(reading)).toEqual(['not-data', 'taken', 'asked', 'taken', 'taken', 'asked']);
  });

  test('a lead or a post that names nobody, or somebody else, is asked about', () => {
    const sheets = rosterSample().map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => [...row]),
    }));
    const [, clusters, posts] = sheets;
    if (clusters?.rows[1] !== undefined) clusters.rows[1][11] = '0101000109';
    if (posts?.rows[11] !== undefined) posts.rows[11][1] = '覃二';
    const reading = read(sheets);
    expect(asked(reading)).toContain('2 联户长人员编号');
    expect(asked(reading)).toContain('12 人员编号');
    expect(reading.clusterLeads).toHaveLength(3);
  });

  test('an unknown sheet and an unknown column are said, not lost', () => {
    const reading = read([
      { name: '家庭花名册', rows: [[...PEOPLE_HEADINGS, '鞋码'], ...peopleLines()] },
      { name: '别的', rows: [['一'], ['二']] },
    ]);
    expect(reading.remarks.map(({ kind, sheet, column }) => [kind, sheet, column])).toEqual([
      ['set-aside', '家庭花名册', 'Y'],
      ['set-aside', '别的', ''],
    ]);
    expect(reading.linesRead).toHaveLength(43);
  });
});

describe('the messy sample', () => {
  const sheets = messySample();
  const reading = read(sheets);

  test('each line ends in exactly one place', () => {
    const rows = reading.linesRead.map(({ row }) => row);
    expect(rows).toEqual(
      Array.from({ length: sheets[0]?.rows.length ?? 0 }, (_, index) => index + 1),
    );
    const count = (outcome: string) => outcomes(reading).filter((one) => one === outcome).length;
    expect([count('taken'), count('asked'), count('refused'), count('not-data')]).toEqual([
      11, 11, 2, 11,
    ]);
    expect(reading.people).toHaveLength(11);
  });

  test('a heading repeated further down does not swallow the lines above it', () => {
    expect(reading.linesRead.find(({ row }) => row === 10)).toMatchObject({
      outcome: 'not-data',
      why: '又出现一次的栏目名',
    });
    expect(reading.people[0]).toMatchObject({
      name: '覃良',
      householdCode: '01010001',
      phone: '15400001001',
    });
  });

  test('merged cells and 同上 are filled down and say so', () => {
    expect(
      reading.people
        .filter(({ householdCode }) => householdCode === '01010003')
        .map(({ originVillage }) => originVillage),
    ).toEqual(['龙洞湾村', '龙洞湾村', '龙洞湾村']);
    expect(reading.remarks).toContainEqual(
      expect.objectContaining({
        row: 12,
        heading: '户编号',
        became: '01010003',
        why: '合并的格子，照第 11 行填',
      }),
    );
  });

  test('no identity number is anywhere in what was read', () => {
    expect(JSON.stringify(reading)).not.toContain('198001010011');
    expect(reading.people.find(({ name }) => name === '代松')?.note).toBe('身份证');
  });
});
