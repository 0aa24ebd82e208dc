import type { GoodsComparison } from './goods';
import type { GoodsReading } from './goods-shape';
import { makePreview, type Preview, previewPart } from './preview';
import type { RosterComparison } from './roster-diff';
import type { Remark, RosterReading } from './roster-shape';
import type { RulesComparison } from './rules';
import type { RulesReading } from './rules-shape';

const AREA_WORDS = { site: '安置点', grid: '网格', cluster: '联户' } as const;

/** The preview of a roster. People whose code could not be settled join the questions. */
export function previewRoster(reading: RosterReading, comparison: RosterComparison): Preview {
  const uncertain = comparison.uncertain.map(
    ({ person, why }): Remark => ({
      kind: 'asked',
      ...person.source,
      column: '',
      heading: '人员编号',
      read: person.name,
      why,
    }),
  );
  const remarks = [...reading.remarks, ...uncertain];
  return makePreview({ remarks, linesRead: reading.linesRead }, [
    previewPart('区域', comparison.areas, ({ kind, code, name }) =>
      `${AREA_WORDS[kind]} ${code} ${name ?? ''}`.trim(),
    ),
    previewPart('家庭', comparison.households, ({ householdCode, building, unit, room }) =>
      [householdCode, building, unit, room].filter(Boolean).join(' '),
    ),
    previewPart('居民', comparison.people, ({ personCode, name }) => `${personCode} ${name}`),
    previewPart(
      '联户长',
      comparison.clusterLeads,
      ({ clusterCode, name }) => `${clusterCode} ${name}`,
    ),
    previewPart(
      '岗位',
      comparison.posts,
      ({ staffNumber, name, role }) => `${staffNumber} ${name} ${role}`,
    ),
  ]);
}

/** The preview of a rulebook. */
export function previewRules(reading: RulesReading, comparison: RulesComparison): Preview {
  return makePreview(reading, [
    previewPart('细则', comparison.rules, ({ ruleCode, title }) => `${ruleCode} ${title}`),
    previewPart('总则', comparison.settings, ({ name, value, unit }) =>
      `${name} ${value ?? ''}${unit ?? ''}`.trim(),
    ),
  ]);
}

/** The preview of goods and their batches. */
export function previewGoods(reading: GoodsReading, comparison: GoodsComparison): Preview {
  return makePreview(reading, [
    previewPart('货品', comparison.goods, ({ itemCode, name }) => `${itemCode} ${name}`),
    previewPart(
      '批次',
      comparison.batches,
      ({ batchCode, itemCode, siteName }) => `${batchCode} ${itemCode} ${siteName}`,
    ),
  ]);
}
