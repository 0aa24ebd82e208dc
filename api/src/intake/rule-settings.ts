import { readWhole } from './amounts';
import { readText } from './cells';
import { required } from './finding';
import type { HeadedTable, TableShape } from './headings';
import { LineReader } from './line-reader';
import type { Read, Remark } from './roster-shape';
import type { BankSettings, SettingFacts } from './rules-shape';
import type { TableLine } from './table-lines';

type SettingField = 'name' | 'value' | 'unit' | 'explanation';

export const SETTING_TABLE: TableShape<SettingField> = {
  fields: {
    name: { heading: '项目', also: ['设置', '事项名称'] },
    value: { heading: '数值', also: ['值'] },
    unit: { heading: '单位' },
    explanation: { heading: '说明', also: ['备注'] },
  },
  required: ['name', 'value'],
  knownMin: 3,
};

export interface SettingDraft {
  readonly reader: LineReader<SettingField>;
  readonly facts: { readonly [Field in keyof SettingFacts]: SettingFacts[Field] | undefined };
}

/** The settings that must be whole numbers, and between which bounds. */
const NUMBERS: Readonly<Record<string, { field: keyof BankSettings; min: number; max: number }>> = {
  开户基础分: { field: 'basePoints', min: 0, max: 1_000 },
  起兑分: { field: 'redeemFromPoints', min: 1, max: 1_001 },
  积分折算参考: { field: 'yuanPerPoint', min: 1, max: 100 },
  申报期限: { field: 'claimWithinDays', min: 1, max: 366 },
  初审时限: { field: 'firstReviewWorkingDays', min: 1, max: 60 },
  加分公示: { field: 'publicityWorkingDays', min: 1, max: 60 },
  异议答复: { field: 'objectionAnswerWorkingDays', min: 1, max: 60 },
  扣分底线: { field: 'deductionFloorPoints', min: 0, max: 1_000 },
  跨年结转: { field: 'carryOverPercent', min: 0, max: 100 },
  预留期限: { field: 'reserveDays', min: 1, max: 366 },
};

/** Reads one line of the settings sheet. */
export function readSettingLine(
  table: HeadedTable<SettingField>,
  line: TableLine,
  remarks: Remark[],
): SettingDraft {
  const reader = new LineReader(table, line, remarks);
  const name = reader.take('name', required(readText, '没有填项目'));
  const bounds = name === undefined ? undefined : NUMBERS[name];
  return {
    reader,
    facts: {
      name,
      value: bounds === undefined ? reader.take('value', readText) : takeNumber(reader, bounds),
      unit: reader.take('unit', readText),
      explanation: reader.take('explanation', readText),
    },
  };
}

function takeNumber(
  reader: LineReader<SettingField>,
  { min, max }: { min: number; max: number },
): string | undefined {
  const number = reader.take(
    'value',
    required(readWhole(['分', '天', '%', '个工作日', '元']), '没有填数值'),
  );
  if (number === undefined) return undefined;
  if (number < min || number > max) {
    reader.ask('value', `应在 ${min} 到 ${max} 之间`);
    return undefined;
  }
  return String(number);
}

/** Redeeming must start above the base points, or the base could be spent. */
export function checkSettings(drafts: readonly SettingDraft[]): void {
  const of = (name: string) => drafts.find(({ facts }) => facts.name === name);
  const base = of('开户基础分')?.facts.value;
  const from = of('起兑分');
  if (typeof base !== 'string' || typeof from?.facts.value !== 'string') return;
  if (Number(from.facts.value) <= Number(base)) {
    from.reader.ask('value', `起兑分 ${from.facts.value} 应大于开户基础分 ${base}`);
  }
}

/** The facts of a taken line. */
export function settingFacts({ reader, facts }: SettingDraft): Read<SettingFacts>[] {
  const { name, value = null, unit = null, explanation = null } = facts;
  if (!reader.isTaken || name === undefined) return [];
  const notStated = (['unit', 'explanation'] as const).filter((field) => !reader.has(field));
  return [{ name, value, unit, explanation, source: reader.source, notStated }];
}

/** The settings the bank obeys, as numbers. */
export function toBankSettings(settings: readonly SettingFacts[]): BankSettings {
  const numbers = new Map<keyof BankSettings, number>();
  for (const { name, value } of settings) {
    const known = NUMBERS[name];
    if (known !== undefined && value !== null) numbers.set(known.field, Number(value));
  }
  const number = (field: keyof BankSettings) => numbers.get(field) ?? null;
  return {
    basePoints: number('basePoints'),
    redeemFromPoints: number('redeemFromPoints'),
    yuanPerPoint: number('yuanPerPoint'),
    claimWithinDays: number('claimWithinDays'),
    firstReviewWorkingDays: number('firstReviewWorkingDays'),
    publicityWorkingDays: number('publicityWorkingDays'),
    objectionAnswerWorkingDays: number('objectionAnswerWorkingDays'),
    deductionFloorPoints: number('deductionFloorPoints'),
    carryOverPercent: number('carryOverPercent'),
    reserveDays: number('reserveDays'),
  };
}
