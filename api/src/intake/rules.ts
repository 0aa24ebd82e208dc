import { readWhole } from './amounts';
import { readLabelCode, readText } from './cells';
import { type Comparison, compareRecords } from './comparison';
import { readDay } from './dates';
import { required } from './finding';
import type { HeadedTable, TableShape } from './headings';
import { LineReader } from './line-reader';
import { readListed, readYesNo } from './list-values';
import { isWhole, settleRepeatedRecords, waitingKeys } from './record-lines';
import type { Read, Remark } from './roster-shape';
import {
  checkSettings,
  readSettingLine,
  SETTING_TABLE,
  settingFacts,
  toBankSettings,
} from './rule-settings';
import type { RuleFacts, RulesReading, SettingFacts } from './rules-shape';
import { WorkbookLines } from './sheet-lines';
import { inFileOrder } from './sheet-remarks';
import type { TableLine } from './table-lines';
import type { Workbook } from './workbook-shape';

type RuleField =
  | 'ruleCode'
  | 'kind'
  | 'category'
  | 'title'
  | 'points'
  | 'countingUnit'
  | 'period'
  | 'periodCapPoints'
  | 'evidence'
  | 'reviewPath'
  | 'publicityWorkingDays'
  | 'isRectifiable'
  | 'rectification'
  | 'effectiveFrom'
  | 'note';

const RULE_TABLE: TableShape<RuleField> = {
  fields: {
    ruleCode: { heading: '编号', also: ['细则编号', '条目编号'] },
    kind: { heading: '类型', also: ['加扣分'], carriesDown: true },
    category: { heading: '类别', also: ['分类'], carriesDown: true },
    title: { heading: '事项', also: ['内容', '积分事项'] },
    points: { heading: '分值', also: ['积分'] },
    countingUnit: { heading: '计分单位', also: ['单位'], carriesDown: true },
    period: { heading: '周期', also: ['计分周期'], carriesDown: true },
    periodCapPoints: { heading: '周期上限分', also: ['上限', '上限分'] },
    evidence: { heading: '佐证材料', also: ['材料'], carriesDown: true },
    reviewPath: { heading: '审核路径', also: ['审核'], carriesDown: true },
    publicityWorkingDays: { heading: '公示工作日', also: ['公示天数'], carriesDown: true },
    isRectifiable: { heading: '可整改' },
    rectification: { heading: '整改办法' },
    effectiveFrom: { heading: '生效日期', also: ['生效时间'], carriesDown: true },
    note: { heading: '备注', also: ['说明'] },
  },
  required: ['ruleCode', 'title', 'points'],
  knownMin: 5,
};

type RuleDraft = {
  readonly reader: LineReader<RuleField>;
  readonly facts: { readonly [Field in keyof RuleFacts]: RuleFacts[Field] | undefined };
};

const PUBLICITY_WORKING_DAYS_MAX = 60;
const KINDS = { 加分: 'earning', 扣分: 'deduction' } as const;
const PERIODS = { 周: 'week', 月: 'month', 季: 'quarter', 年: 'year' } as const;
const readKind = required(
  readListed<keyof typeof KINDS>(
    ['加分', '扣分'],
    { 加: '加分', 扣: '扣分', 减分: '扣分', 奖励: '加分' },
    '类型应填「加分」或「扣分」',
  ),
  '没有填类型',
);
const readPeriod = required(
  readListed<keyof typeof PERIODS>(
    ['周', '月', '季', '年'],
    {
      每周: '周',
      每月: '月',
      每季: '季',
      每季度: '季',
      季度: '季',
      每年: '年',
      年度: '年',
      月度: '月',
    },
    '周期应填「周」「月」「季」「年」之一',
  ),
  '没有填周期',
);
const must = (what: string) => required(readText, `没有填${what}`);
const mustBeWhole = (what: string, units: readonly string[]) =>
  required(readWhole(units), `没有填${what}`);

/** Reads a rulebook workbook: 积分细则 and 总则. */
export function readRules(workbook: Workbook): RulesReading {
  const remarks: Remark[] = [];
  const book = new WorkbookLines(workbook, { rules: RULE_TABLE, settings: SETTING_TABLE }, remarks);
  const rules = book.readEach(book.open('rules', RULE_TABLE), (line, table) =>
    readRuleLine(table, line, remarks),
  );
  const settings = book.readEach(book.open('settings', SETTING_TABLE), (line, table) =>
    readSettingLine(table, line, remarks),
  );
  settleRepeatedRecords(rules, 'ruleCode', ({ ruleCode }) => ruleCode);
  settleRepeatedRecords(settings, 'name', ({ name }) => name);
  checkSettings(settings);
  const settingsTaken = settings.flatMap(settingFacts);
  return {
    rules: rules.flatMap(({ reader, facts }): Read<RuleFacts>[] =>
      reader.isTaken && isWhole<RuleFacts>(facts)
        ? [{ ...facts, source: reader.source, notStated: [] }]
        : [],
    ),
    settings: settingsTaken,
    bankSettings: toBankSettings(settingsTaken),
    linesRead: book.accounts(),
    remarks: inFileOrder(remarks, workbook.sheets),
    waiting: {
      rules: waitingKeys(rules, ({ ruleCode }) => ruleCode),
      settings: waitingKeys(settings, ({ name }) => name),
    },
  };
}

function readRuleLine(
  table: HeadedTable<RuleField>,
  line: TableLine,
  remarks: Remark[],
): RuleDraft {
  const reader = new LineReader(table, line, remarks);
  const kind = reader.take('kind', readKind);
  const period = reader.take('period', readPeriod);
  const facts: RuleDraft['facts'] = {
    ruleCode: reader.take('ruleCode', required(readLabelCode('编号'), '没有填编号')),
    kind: kind === undefined ? undefined : KINDS[kind],
    category: reader.take('category', must('类别')),
    title: reader.take('title', must('事项')),
    points: reader.take('points', mustBeWhole('分值', ['分'])),
    countingUnit: reader.take('countingUnit', must('计分单位')),
    period: period === undefined ? undefined : PERIODS[period],
    periodCapPoints: reader.take('periodCapPoints', mustBeWhole('周期上限分', ['分'])),
    evidence: reader.take('evidence', readText),
    reviewPath: reader.take('reviewPath', readText),
    publicityWorkingDays: reader.take(
      'publicityWorkingDays',
      mustBeWhole('公示工作日', ['天', '个工作日', '工作日']),
    ),
    isRectifiable: reader.take('isRectifiable', readYesNo) ?? false,
    rectification: reader.take('rectification', readText),
    effectiveFrom: reader.take('effectiveFrom', required(readDay, '没有填生效日期')),
    note: reader.take('note', readText),
  };
  checkPoints(reader, facts);
  return { reader, facts };
}

function checkPoints(reader: LineReader<RuleField>, facts: RuleDraft['facts']): void {
  const { kind, points = 0, periodCapPoints, publicityWorkingDays = 0 } = facts;
  if (facts.points !== undefined) {
    if (kind === 'earning' && points <= 0) reader.ask('points', '加分的分值应大于 0');
    if (kind === 'deduction' && points >= 0) reader.ask('points', '扣分的分值应写成负数，如 -5');
    if (periodCapPoints !== undefined) checkCap(reader, points, periodCapPoints);
  }
  if (publicityWorkingDays < 0 || publicityWorkingDays > PUBLICITY_WORKING_DAYS_MAX) {
    reader.ask('publicityWorkingDays', `公示工作日应在 0 到 ${PUBLICITY_WORKING_DAYS_MAX} 之间`);
  }
}

function checkCap(reader: LineReader<RuleField>, points: number, cap: number): void {
  if (Math.sign(cap) !== Math.sign(points)) {
    reader.ask('periodCapPoints', `上限 ${cap} 和分值 ${points} 一正一负，请核对`);
  } else if (Math.abs(cap) < Math.abs(points)) {
    reader.ask('periodCapPoints', `上限 ${cap} 比一次的分值 ${points} 还小，请核对`);
  }
}

export interface RulesPresent {
  readonly rules: readonly RuleFacts[];
  readonly settings: readonly SettingFacts[];
}

export interface RulesComparison {
  readonly rules: Comparison<RuleFacts>;
  readonly settings: Comparison<SettingFacts>;
}

/** Compares a reading with the rulebook in force. */
export function compareRules(reading: RulesReading, present: RulesPresent): RulesComparison {
  const { rules, settings, waiting } = reading;
  return {
    rules: compareRecords<RuleFacts>(rules, present.rules, {
      keyOf: ({ ruleCode }) => ruleCode,
      labels: RULE_LABELS,
      isExpected: ({ ruleCode }) => rules.length > 0 && !waiting.rules.includes(ruleCode),
    }),
    settings: compareRecords<SettingFacts>(settings, present.settings, {
      keyOf: ({ name }) => name,
      labels: { value: '数值', unit: '单位', explanation: '说明' },
      isExpected: ({ name }) => settings.length > 0 && !waiting.settings.includes(name),
    }),
  };
}

const RULE_LABELS = {
  kind: '类型',
  category: '类别',
  title: '事项',
  points: '分值',
  countingUnit: '计分单位',
  period: '周期',
  periodCapPoints: '周期上限分',
  evidence: '佐证材料',
  reviewPath: '审核路径',
  publicityWorkingDays: '公示工作日',
  isRectifiable: '可整改',
  rectification: '整改办法',
  effectiveFrom: '生效日期',
  note: '备注',
} as const satisfies Partial<Record<keyof RuleFacts, string>>;
