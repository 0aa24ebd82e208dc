import type { SampleCell, SampleSheet } from './write-workbook';

/** Code, name, specification, category, unit, points, yuan, limit a month, then in/redeemed/lost/reserved at each site. */
type Good = readonly [
  string,
  string,
  string,
  string,
  string,
  number,
  number,
  number,
  Counts,
  Counts,
];
type Counts = readonly [number, number, number, number];

const GOODS: readonly Good[] = [
  ['D01', '大米', '5千克', '米面粮油', '袋', 30, 29.8, 2, [40, 12, 0, 1], [30, 8, 1, 0]],
  ['D02', '菜籽油', '1升', '米面粮油', '瓶', 16, 15.5, 2, [50, 20, 0, 2], [40, 15, 0, 0]],
  ['D03', '食盐', '400克', '米面粮油', '袋', 2, 2, 4, [100, 61, 0, 0], [80, 44, 0, 1]],
  ['D04', '洗衣粉', '1千克', '日用清洁', '袋', 10, 9.6, 2, [60, 25, 1, 0], [50, 22, 0, 0]],
  ['D05', '香皂', '1块', '日用清洁', '块', 3, 3.2, 4, [90, 40, 0, 1], [70, 33, 2, 0]],
  ['D06', '毛巾', '1条', '日用清洁', '条', 8, 7.9, 2, [45, 18, 0, 0], [35, 9, 0, 0]],
  ['D07', '练习本', '5本', '学习用品', '套', 5, 4.8, 3, [70, 31, 0, 0], [60, 28, 0, 2]],
  ['D08', '雨伞', '1把', '家居用品', '把', 22, 21, 1, [20, 6, 0, 0], [16, 3, 0, 0]],
];
const SITES = ['桂花坪安置点', '河湾新村'] as const;
const available = ([received, redeemed, lost, reserved]: Counts) =>
  received - redeemed - lost - reserved;
const sum = (one: Counts, other: Counts): Counts => [
  one[0] + other[0],
  one[1] + other[1],
  one[2] + other[2],
  one[3] + other[3],
];

/** The sample goods: eight of them, each in one batch shared out to two sites. */
export function goodsSample(): SampleSheet[] {
  const catalogue = GOODS.map(
    (
      [code, name, specification, category, unit, points, yuan, limit, one, other],
      index,
    ): SampleCell[] => {
      const total = sum(one, other);
      return [
        code,
        name,
        specification,
        category,
        unit,
        points,
        yuan,
        limit,
        ...total,
        available(total),
        `P2026-${String(index + 1).padStart(3, '0')}`,
        index % 2 === 0 ? '采购' : '溪口供销社',
        '上架',
      ];
    },
  );
  const batches = GOODS.flatMap(([code, name, , , , , yuan, , one, other], index) =>
    [one, other].map((counts, site): SampleCell[] => [
      `P2026-${String(index + 1).padStart(3, '0')}`,
      code,
      name,
      SITES[site] ?? '',
      { date: '2026-01-05' },
      index % 2 === 0 ? '采购' : '爱心企业',
      index % 2 === 0 ? '县城粮油店' : '溪口供销社',
      ...counts,
      available(counts),
      yuan,
    ]),
  );
  return [
    {
      name: '货品目录',
      rows: [
        [
          '货品编号',
          '名称',
          '规格',
          '类别',
          '单位',
          '所需积分',
          '参考价（元）',
          '每户每月限兑',
          '累计入库',
          '累计兑出',
          '盘点损耗',
          '已预留',
          '可兑库存',
          '最近批次',
          '最近批次来源',
          '状态',
        ],
        ...catalogue,
      ],
    },
    {
      name: '库存批次',
      rows: [
        [
          '批次编号',
          '货品编号',
          '名称',
          '安置点',
          '入库日期',
          '来源类别',
          '来源',
          '分配数量',
          '兑出数量',
          '损耗数量',
          '预留数量',
          '可兑结存',
          '入库单价（元）',
        ],
        ...batches,
      ],
    },
  ];
}
