import type { SampleCell, SampleSheet } from './write-workbook';

type Rule = readonly [string, string, number, string, string, number, string];
const EARNINGS: readonly Rule[] = [
  ['志愿服务', '跟着志愿队出一次工', 3, '次', '月', 12, '签到记录'],
  ['志愿服务', '陪邻居老人看病取药', 4, '次', '月', 12, '老人确认'],
  ['环境卫生', '房前屋后周周干净', 2, '周', '周', 2, '巡查照片'],
  ['环境卫生', '打扫公共楼道', 2, '次', '月', 6, '前后照片'],
  ['家庭和睦', '一年里全家和和气气', 10, '年', '年', 10, '联户评议'],
  ['家庭和睦', '劝好一桩邻里口角', 5, '件', '季', 15, '调解记录'],
  ['学习教育', '来听一场宣讲', 2, '场', '月', 6, '签到记录'],
  ['学习教育', '来开院坝会', 2, '次', '月', 4, '签到记录'],
  ['就业创业', '学会一门手艺并结业', 6, '期', '年', 12, '结业证'],
  ['公益互助', '献一次血', 10, '次', '年', 20, '献血证'],
  ['移风易俗', '红白喜事简办', 10, '次', '年', 20, '理事会证明'],
  ['荣誉奖励', '评上社区的最美家庭', 8, '次', '年', 16, '表彰文件'],
];
const DEDUCTIONS: readonly Rule[] = [
  ['环境卫生', '垃圾乱丢', -2, '次', '月', -6, '照片'],
  ['安全秩序', '楼道堆东西', -4, '次', '季', -12, '照片'],
  ['安全秩序', '从高处往下扔东西', -10, '次', '年', -20, '照片'],
  ['移风易俗', '大操大办酒席', -15, '次', '年', -30, '理事会记录'],
  ['诚信守约', '申报的事不真', -8, '次', '年', -16, '核查记录'],
];
const SETTINGS: readonly SampleCell[][] = [
  ['计分对象', '户', null, '分记在一家人的存折上'],
  ['开户基础分', 60, '分', '开户就有，不能拿来兑换'],
  ['起兑分', 61, '分', '总分到了这个数才能兑换'],
  ['积分折算参考', 1, '元/分', '只换东西，不换钱'],
  ['申报期限', 30, '天', '过了期限不补'],
  ['初审时限', 3, '工作日', '联户长先看'],
  ['加分公示', 5, '工作日', '名字只写一部分'],
  ['异议答复', 7, '工作日', '评议小组答复'],
  ['扣分底线', 0, '分', '扣到零为止'],
  ['跨年结转', 100, '%', '全部转到下一年'],
  ['预留期限', 15, '天', '过期没领，分和东西都退回'],
  ['回避', null, null, '自己家的事自己不审'],
];

function ruleLine(rule: Rule, index: number, isEarning: boolean): SampleCell[] {
  const [category, title, points, unit, period, cap, evidence] = rule;
  const code = `${isEarning ? 'JF' : 'KF'}${String(index + 1).padStart(2, '0')}`;
  return [
    code,
    isEarning ? '加分' : '扣分',
    category,
    title,
    points,
    unit,
    period,
    cap,
    evidence,
    isEarning ? '联户长先看→网格员复看→公示' : '网格员发现→本户说明→评议小组定',
    isEarning ? 5 : 0,
    isEarning ? null : index < 2 ? '是' : '否',
    !isEarning && index < 2 ? '当天收拾好就不扣' : null,
    { date: '2026-01-01' },
    null,
  ];
}

/** The sample rulebook: twelve earnings, five deductions, the settings. */
export function rulesSample(): SampleSheet[] {
  return [
    {
      name: '积分细则',
      rows: [
        [
          '编号',
          '类型',
          '类别',
          '事项',
          '分值',
          '计分单位',
          '周期',
          '周期上限分',
          '佐证材料',
          '审核路径',
          '公示工作日',
          '可整改',
          '整改办法',
          '生效日期',
          '备注',
        ],
        ...EARNINGS.map((rule, index) => ruleLine(rule, index, true)),
        ...DEDUCTIONS.map((rule, index) => ruleLine(rule, index, false)),
      ],
    },
    { name: '总则', rows: [['项目', '数值', '单位', '说明'], ...SETTINGS] },
  ];
}
