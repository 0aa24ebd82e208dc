import { SAMPLE_HOMES } from './sample-homes';
import type { SampleCell, SampleSheet } from './write-workbook';

export const PEOPLE_HEADINGS = [
  '序号',
  '户编号',
  '人员编号',
  '安置点',
  '网格',
  '联户编号',
  '楼栋',
  '单元',
  '房号',
  '姓名',
  '与户主关系',
  '性别',
  '民族',
  '出生日期',
  '联系电话',
  '原住乡镇',
  '原住村',
  '低保',
  '留守儿童',
  '独居老人',
  '残疾',
  '党员',
  '入住日期',
  '备注',
];
const SITE_NAMES: Readonly<Record<string, string>> = { '01': '桂花坪安置点', '02': '河湾新村' };

/** The lines of people, in the order of the roster. */
export function peopleLines(): SampleCell[][] {
  const lines = SAMPLE_HOMES.flatMap(({ code, cluster, door, movedInOn, origin, members }) => {
    const site = SITE_NAMES[code.slice(0, 2)] ?? '';
    return members.map(([name, relation, gender, ethnicity, bornOn, phone, ticks = ''], index) => [
      code,
      `${code}${String(index + 1).padStart(2, '0')}`,
      site,
      `${site}网格`,
      cluster,
      ...door.map(orEmpty),
      name,
      relation,
      gender,
      ethnicity,
      { date: bornOn },
      orEmpty(phone),
      ...origin,
      ...['低', '留', '独', '残', '党'].map((tick) => (ticks.includes(tick) ? '是' : '否')),
      { date: movedInOn },
      null,
    ]);
  });
  return lines.map((line, index) => [index + 1, ...line]);
}

function orEmpty(text: string): string | null {
  return text === '' ? null : text;
}

function clusterLine(
  cluster: string,
  name: string,
  personCode: string,
  phone: string,
): SampleCell[] {
  const homes = SAMPLE_HOMES.filter((home) => home.cluster === cluster);
  const site = SITE_NAMES[cluster.slice(0, 2)] ?? '';
  const worker = cluster.startsWith('01') ? '冉启航' : '石光荣';
  const people = homes.reduce((count, { members }) => count + members.length, 0);
  return [
    cluster.slice(0, 2),
    site,
    cluster.slice(0, 4),
    `${site}网格`,
    worker,
    cluster,
    `${site.slice(0, 2)}联户${cluster.slice(5)}`,
    homes.length,
    people,
    name,
    personCode.slice(0, 8),
    personCode,
    phone,
    { date: '2025-03-08' },
    { date: '2028-03-07' },
  ];
}

const LEADS = [
  ['0101-01', '覃世良', '0101000101', '15400001001', '男'],
  ['0101-02', '吴㛃', '0101000501', '16300001014', '女'],
  ['0201-01', '张䶮', '0201000201', '16100002004', '男'],
  ['0201-02', '敖晓蓉', '0201000602', '16100002019', '女'],
] as const;

const STAFF: readonly (readonly [string, string, string, string, string, string, string])[] = [
  ['T001', '冉启航', '男', '网格员', '桂花坪安置点', '桂花坪安置点网格', '16300009001'],
  ['T002', '石光荣', '男', '网格员', '河湾新村', '河湾新村网格', '16300009002'],
  ['T003', '滕雪飞', '女', '储蓄所管理员', '桂花坪安置点', '', '15400009003'],
  ['T004', '粟明辉', '男', '储蓄所管理员', '河湾新村', '', '15400009004'],
  ['T005', '麻春燕', '女', '社区干部', '桂花坪安置点', '', '16100009005'],
  ['T006', '舒远志', '男', '社区干部', '河湾新村', '', '16100009006'],
  ['T007', '印小满', '女', '西部计划志愿者', '桂花坪安置点', '', '16300009007'],
  ['T008', '瞿正阳', '男', '县级管理员', '', '', '16400009008'],
  ['T009', '符佩兰', '女', '审计', '', '', '16400009009'],
];

/** The whole sample roster: people, clusters, posts, sites. */
export function rosterSample(): SampleSheet[] {
  const posts = STAFF.map(([number, name, gender, role, site, grid, phone]): SampleCell[] => [
    number,
    name,
    gender,
    role,
    site === '' ? '县民政局' : site,
    orEmpty(site),
    orEmpty(grid),
    null,
    null,
    phone,
    { date: '2025-01-01' },
    null,
    null,
  ]);
  const leadPosts = LEADS.map(([cluster, name, personCode, phone, gender], index): SampleCell[] => {
    const site = SITE_NAMES[cluster.slice(0, 2)] ?? '';
    return [
      `T01${index}`,
      name,
      gender,
      '联户长',
      site,
      site,
      `${site}网格`,
      cluster,
      personCode,
      phone,
      { date: '2025-03-08' },
      { date: '2028-03-07' },
      null,
    ];
  });
  const counts = (code: string) => {
    const homes = SAMPLE_HOMES.filter((home) => home.code.startsWith(code));
    return [1, 2, homes.length, homes.reduce((sum, { members }) => sum + members.length, 0)];
  };
  return [
    { name: '家庭花名册', rows: [PEOPLE_HEADINGS, ...peopleLines()] },
    {
      name: '网格与联户',
      rows: [
        [
          '安置点编号',
          '安置点',
          '网格编号',
          '网格',
          '网格员',
          '联户编号',
          '联户名称',
          '户数',
          '人数',
          '联户长',
          '联户长户编号',
          '联户长人员编号',
          '联系电话',
          '当选日期',
          '任期至',
        ],
        ...LEADS.map(([cluster, name, personCode, phone]) =>
          clusterLine(cluster, name, personCode, phone),
        ),
      ],
    },
    {
      name: '工作人员',
      rows: [
        [
          '工号',
          '姓名',
          '性别',
          '角色',
          '单位',
          '安置点',
          '网格',
          '联户编号',
          '人员编号',
          '联系电话',
          '任期自',
          '任期至',
          '备注',
        ],
        ...posts,
        ...leadPosts,
      ],
    },
    {
      name: '安置点',
      rows: [
        [
          '安置点编号',
          '安置点',
          '所在街道乡镇',
          '地址',
          '网格数',
          '联户数',
          '户数',
          '人数',
          '党组织组建方式',
          '储蓄所',
          '固定兑换日',
        ],
        [
          '01',
          '桂花坪安置点',
          '溪口乡',
          '溪口乡桂花坪路6号',
          ...counts('01'),
          '单独建',
          '桂花坪文明储蓄所',
          '每月8、18、28日',
        ],
        [
          '02',
          '河湾新村',
          '河湾镇',
          '河湾镇沿河街12号',
          ...counts('02'),
          '联合建',
          '河湾文明储蓄所',
          '每月9、19、29日',
        ],
      ],
    },
  ];
}
