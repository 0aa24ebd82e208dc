import type { BatchFacts, GoodFacts } from '../intake/goods-shape.ts';
import type { RuleFacts, SettingFacts } from '../intake/rules-shape.ts';

type Good = readonly [string, string, string, string, string, number, number];

const GOODS: readonly Good[] = [
  ['HP01', '食用盐', '400 克', '米面粮油', '袋', 2, 4],
  ['HP02', '香皂', '110 克', '日用清洁', '块', 3, 4],
  ['HP03', '洗碗布', '5 片', '日用清洁', '包', 3, 4],
  ['HP04', '抽纸', '3 层 120 抽', '日用清洁', '提', 6, 4],
  ['HP05', '毛巾', '纯棉', '日用清洁', '条', 8, 4],
  ['HP06', '洗衣液', '2 千克', '日用清洁', '瓶', 15, 2],
  ['HP07', '挂面', '1 千克', '米面粮油', '把', 6, 4],
  ['HP08', '大米', '5 千克', '米面粮油', '袋', 30, 2],
  ['HP09', '菜籽油', '1.8 升', '米面粮油', '瓶', 28, 2],
  ['HP10', '山茶油', '5 升', '米面粮油', '桶', 60, 1],
  ['HP11', '作业本', '10 本', '学习用品', '套', 8, 4],
  ['HP12', '保温杯', '500 毫升', '生活用品', '个', 35, 1],
];

const DONORS = [
  ['爱心企业', '雾岭茶业'],
  ['爱心企业', '万家乐超市'],
  ['爱心人士', '匿名乡亲'],
  ['帮扶队伍注入', '县妇联帮扶队'],
] as const;

export interface DemoGoods {
  readonly goods: GoodFacts[];
  readonly batches: BatchFacts[];
}

/** A dozen goods, each in one batch at each site; one is nearly gone and one is out. */
export function demoGoods(siteNames: readonly string[], receivedOn: string): DemoGoods {
  const made: DemoGoods = { goods: [], batches: [] };
  GOODS.forEach(([itemCode, name, specification, category, unit, pointsEach, monthlyMax], at) => {
    const quantity = name === '保温杯' ? 3 : 40 + ((at * 13) % 50);
    const counts = {
      quantityIn: quantity,
      quantityRedeemed: 0,
      quantityLost: 0,
      quantityReserved: 0,
      quantityAvailable: quantity,
    };
    made.goods.push({
      ...counts,
      itemCode,
      name,
      specification,
      category,
      unit,
      pointsEach,
      referencePriceFen: pointsEach * 100,
      householdMonthlyMax: monthlyMax,
      isOnShelf: true,
    });
    for (const siteName of siteNames) {
      const [sourceKind, sourceName] = DONORS[at % DONORS.length] ?? DONORS[0];
      made.batches.push({
        ...counts,
        batchCode: `YS-${itemCode}`,
        itemCode,
        siteName,
        receivedOn,
        sourceKind,
        sourceName,
        unitPriceFen: pointsEach * 100,
      });
    }
  });
  return made;
}

type Rule = readonly [string, string, string, number, string, RuleFacts['period'], number];

const EARNINGS: readonly Rule[] = [
  ['JF01', '志愿服务', '参加社区组织的志愿服务', 2, '小时', 'month', 20],
  ['JF02', '志愿服务', '“七助”上门服务', 3, '次', 'month', 15],
  ['JF03', '志愿服务', '参加安置点环境整治义务劳动', 2, '次', 'month', 8],
  ['JF07', '环境卫生', '入户卫生检查评为“清洁”', 2, '周', 'week', 2],
  ['JF10', '家庭和睦', '孝老敬亲事迹经联户居民核实', 10, '次', 'year', 20],
  ['JF14', '就业创业', '参加技能培训并结业', 5, '期', 'year', 15],
  ['JF19', '学习教育', '参加感恩教育宣讲', 2, '场', 'month', 6],
  ['JF20', '学习教育', '参加院坝会、居民会议', 2, '次', 'month', 4],
  ['JF21', '学习教育', '参加义诊、筛查、健康讲座', 1, '次', 'quarter', 3],
];

export const DEMO_SETTINGS: readonly SettingFacts[] = [
  { name: '开户基础分', value: '60', unit: '分', explanation: '每户开户记 60 分，基础分不能兑换' },
  { name: '起兑分', value: '61', unit: '分', explanation: '总分达到 61 分起兑' },
  { name: '预留期限', value: '15', unit: '天', explanation: '15 天没来领，货和积分都退回' },
];

/** The rules of the demo: enough to explain every line of a passbook. */
export function demoRules(effectiveFrom: string): RuleFacts[] {
  return EARNINGS.map(([ruleCode, category, title, points, countingUnit, period, cap]) => ({
    ruleCode,
    kind: 'earning',
    category,
    title,
    points,
    countingUnit,
    period,
    periodCapPoints: cap,
    evidence: '签到记录',
    reviewPath: '活动签到自动生成→社区干部复核→公示',
    publicityWorkingDays: 5,
    isRectifiable: false,
    rectification: null,
    effectiveFrom,
    note: null,
  }));
}
