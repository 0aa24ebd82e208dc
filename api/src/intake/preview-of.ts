import type { GoodsComparison } from './goods';
import {
  askedByTheBook,
  makePreview,
  type Preview,
  type PreviewSource,
  previewPart,
} from './preview';
import type { RosterComparison } from './roster-diff';
import type { RosterReading } from './roster-shape';
import type { RulesComparison } from './rules';

const AREA_WORDS = { site: '安置点', grid: '网格', cluster: '联户' } as const;

/** A roster's lines as they end once the book was asked: who could not be settled joins the questions. */
export function rosterSource(reading: RosterReading, comparison: RosterComparison): PreviewSource {
  return askedByTheBook(
    reading,
    comparison.uncertain.map(({ person, why }) => ({
      kind: 'asked',
      ...person.source,
      column: '',
      heading: '人员编号',
      read: person.name,
      why,
    })),
  );
}

/** The preview of a roster. */
export function previewRoster(source: PreviewSource, comparison: RosterComparison): Preview {
  return makePreview(source, [
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
export function previewRules(source: PreviewSource, comparison: RulesComparison): Preview {
  return makePreview(source, [
    previewPart('细则', comparison.rules, ({ ruleCode, title }) => `${ruleCode} ${title}`),
    previewPart('总则', comparison.settings, ({ name, value, unit }) =>
      `${name} ${value ?? ''}${unit ?? ''}`.trim(),
    ),
  ]);
}

/** The preview of goods and their batches. */
export function previewGoods(source: PreviewSource, comparison: GoodsComparison): Preview {
  return makePreview(source, [
    previewPart('货品', comparison.goods, ({ itemCode, name }) => `${itemCode} ${name}`),
    previewPart(
      '批次',
      comparison.batches,
      ({ batchCode, itemCode, siteName }) => `${batchCode} ${itemCode} ${siteName}`,
    ),
  ]);
}
