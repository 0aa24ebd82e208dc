import type { SampleCell, SampleSheet } from './write-workbook';

const HEADINGS = [
  '序号',
  '户编号',
  '人员编号',
  '网格',
  '联户',
  '楼栋',
  '单元',
  '房号',
  '姓名',
  '与户主关系',
  '性别',
  '民族',
  '出生日期',
  '联系电话',
  '原住村',
  '低保',
  '残疾',
  '党员',
  '备注',
];
const UPPER = [
  '序号',
  '户编号',
  '人员编号',
  '网格',
  '联户',
  '住址',
  null,
  null,
  '姓名',
  '与户主关系',
  '性别',
  '民族',
  '出生日期',
  '联系电话',
  '原住村',
  '人员类别',
  null,
  null,
  '备注',
];
const LOWER = HEADINGS.map((heading) =>
  ['楼栋', '单元', '房号', '低保', '残疾', '党员'].includes(heading) ? heading : null,
);

interface Line {
  readonly code?: SampleCell;
  readonly person?: SampleCell;
  readonly grid?: SampleCell;
  readonly cluster?: SampleCell;
  readonly room?: SampleCell;
  readonly name: SampleCell;
  readonly relation: SampleCell;
  readonly gender?: SampleCell;
  readonly ethnicity?: SampleCell;
  readonly born: SampleCell;
  readonly phone?: SampleCell;
  readonly village?: SampleCell;
  readonly allowance?: SampleCell;
  readonly disabled?: SampleCell;
  readonly party?: SampleCell;
  readonly note?: SampleCell;
}

const day = (date: string) => ({ date });

/** One of each kind of mistake; the comment says which. The number of a home is its place in the list. */
const HOMES: readonly (readonly Line[])[] = [
  [
    // full-width code, spaced name, short relation
    {
      code: '０１０１０００１',
      name: '覃　良',
      relation: '户主',
      born: day('1968-03-12'),
      phone: '154-0000-1001',
    },
    {
      name: '向腊梅',
      relation: '妻子',
      gender: '女性',
      ethnicity: '苗',
      born: '1970.11.2',
      phone: '+86 16100001002',
    },
    {
      name: '覃小川\u200b',
      relation: '儿子',
      born: '1994年7月25日',
      phone: 16300001003,
      party: '√',
    },
  ],
  [
    // leading zero lost, number for a date, tick as Y, note like a formula
    {
      code: 1010002,
      name: '彭桂枝',
      relation: '户主',
      gender: '女',
      born: 17440,
      allowance: 'Y',
      note: '=联户长代办',
    },
    {
      name: '=彭小满',
      relation: '子',
      born: '19720808',
      phone: '１６４００００１００５',
      allowance: 1,
    },
  ],
  [
    // merged code, ditto village, missing grid, formula, another writing of a date
    { name: '田兴隆', relation: '户主', born: day('1985-01-19'), village: '龙洞湾村' },
    {
      code: null,
      name: '石丽莎',
      relation: '配偶',
      gender: 'F',
      ethnicity: '侗族',
      born: '1987/5/8',
      village: '同上',
      phone: { formula: '"164"&"00001006"', result: '16400001006' },
    },
    {
      code: null,
      name: '田语桐',
      relation: '女',
      gender: '女',
      born: day('2012-10-11'),
      grid: null,
      village: '〃',
    },
  ],
  [
    // two householders
    { name: '黄秋菊', relation: '户主', gender: '女', ethnicity: '汉族', born: day('1961-08-14') },
    { name: '欧阳德福', relation: '户主', ethnicity: '汉族', born: day('1959-12-06') },
  ],
  [
    // no householder
    { name: '罗先进', relation: '配偶', ethnicity: '布依族', born: day('1976-10-05') },
    { name: '罗佳佳', relation: '女', gender: '女', ethnicity: '布依族', born: day('2003-03-17') },
  ],
  [
    // home facts that differ, and a person on two lines
    { name: '冉光明', relation: '户主', born: day('1972-07-07'), allowance: '是' },
    { name: '冉思敏', relation: '女', gender: '女', born: day('2009-01-28') },
  ],
  [
    // a day that is not, a broken formula, a short phone, a missing name, an identity number
    { name: '代松', relation: '户主', born: day('1980-01-01'), note: '身份证510000198001010011' },
    { name: '安欣', relation: '配偶', gender: '女', born: '1981-02-30' },
    {
      name: '代超',
      relation: '子',
      born: day('2005-05-05'),
      phone: { error: '#N/A', formula: 'VLOOKUP(I9,B:C,2,0)' },
    },
    { name: '代婷', relation: '女', gender: '女', born: day('2006-06-06'), phone: '1640000101' },
    { name: null, relation: '女', gender: '女', born: day('2008-08-08') },
    { name: '代丽', relation: '孙女', gender: '女', born: day('1979-12-31') },
  ],
  [
    // everything twice
    { name: '张旭', relation: '户主', ethnicity: '汉', born: day('1990-02-02') },
    { name: '王雪', relation: '配偶', gender: '女', ethnicity: '汉', born: day('1991-03-03') },
  ],
  [
    // a day still to come, a grid that is not
    { name: '任海', relation: '户主', born: day('2071-01-01') },
  ],
  [{ name: '敖群', relation: '户主', gender: '女', born: day('1977-07-07'), grid: '河湾网格' }],
];

/** The messy sample: one sheet of one site with a two-line heading, no two mistakes alike. */
export function messySample(): SampleSheet[] {
  const lines = HOMES.flatMap((home, index) =>
    home.map((line, at) => personCells(line, index, at)),
  );
  const repeated = HOMES.flatMap((home, index) =>
    index === 7 ? home.map((line, at) => personCells(line, index, at)) : [],
  );
  const body = [
    ...lines.slice(0, 5),
    HEADINGS,
    ...lines.slice(5),
    [null, '小计', null, null, null, null, null, null, '共21人'],
    ...repeated,
    [],
    [null, null, '　'],
    ['填表人：　　审核人：'],
  ];
  const rows: SampleCell[][] = [
    ['溪口乡桂花坪安置点搬迁群众花名册'],
    ['填报单位：桂花坪安置点　填报时间：2026年1月8日'],
    UPPER,
    LOWER,
    ...body,
  ];
  return [
    {
      name: '花名册',
      rows,
      merges: ['A1:S1', 'A2:S2', 'F3:H3', 'P3:R3', 'A3:A4', 'B3:B4', 'B11:B13'],
    },
  ];
}

function personCells(line: Line, home: number, at: number): SampleCell[] {
  const code = `0101${String(home + 1).padStart(4, '0')}`;
  const or = (cell: SampleCell | undefined, other: SampleCell) =>
    cell === undefined ? other : cell;
  return [
    home * 10 + at + 1,
    or(line.code, code),
    or(line.person, `${code}${String(at + 1).padStart(2, '0')}`),
    or(line.grid, '桂花坪安置点网格'),
    or(line.cluster, home < 5 ? '0101-01' : '0101-02'),
    '1栋',
    '1单元',
    or(line.room, `${home + 101}`),
    line.name,
    line.relation,
    or(line.gender, '男'),
    or(line.ethnicity, '土家族'),
    line.born,
    or(line.phone, null),
    or(line.village, '柏树垭村'),
    or(line.allowance, null),
    or(line.disabled, null),
    or(line.party, null),
    or(line.note, null),
  ];
}
