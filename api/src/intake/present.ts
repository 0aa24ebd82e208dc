import type { Reader } from '@bank/db/client';
import { accessGrants } from '@bank/db/schema/access';
import {
  communityAreas,
  communityClusterLeads,
  communityHouseholds,
  communityPeople,
} from '@bank/db/schema/community';
import { redemptionBranches, redemptionImports } from '@bank/db/schema/redemption';
import { scoringRules, scoringSettings } from '@bank/db/schema/scoring';
import { asc, gt, isNotNull, sql } from 'drizzle-orm';
import type { BatchFacts, GoodFacts } from './goods-shape.ts';
import type { RosterBook } from './roster-book.ts';
import type { RuleFacts, SettingFacts } from './rules-shape.ts';

/** A county's people at once would hold every phone up for a quarter of a second; a page for some 20 ms. */
const PAGE_ROWS = 1_000;

async function inPages<Found extends { readonly id: string }>(
  page: (after: string) => Promise<Found[]>,
): Promise<Found[]> {
  const all: Found[] = [];
  for (let after = ''; ; ) {
    const rows = await page(after);
    all.push(...rows);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return all;
    after = last.id;
    await new Promise((done) => setImmediate(done));
  }
}

/** Everything a roster can touch. Grows with the county: some 14,000 rows take about 0.3 s. */
export async function readRosterBook(reader: Reader): Promise<RosterBook> {
  const [areas, branches, households, people, leads, grants] = await Promise.all([
    reader.select().from(communityAreas),
    reader.select().from(redemptionBranches),
    inPages((after) =>
      reader
        .select()
        .from(communityHouseholds)
        .where(gt(communityHouseholds.id, after))
        .orderBy(asc(communityHouseholds.id))
        .limit(PAGE_ROWS),
    ),
    inPages((after) =>
      reader
        .select()
        .from(communityPeople)
        .where(gt(communityPeople.id, after))
        .orderBy(asc(communityPeople.id))
        .limit(PAGE_ROWS),
    ),
    reader.select().from(communityClusterLeads),
    reader.select().from(accessGrants).where(isNotNull(accessGrants.staffNumber)),
  ]);
  const byId = new Map(areas.map((area) => [area.id, area.code]));
  return {
    areas: new Map(areas.map((area) => [area.code, area])),
    branches: new Map(branches.map((branch) => [byId.get(branch.areaId) ?? '', branch])),
    households: new Map(households.map((home) => [home.code, home])),
    people: new Map(people.map((person) => [person.code, person])),
    leads: new Map(leads.map((lead) => [byId.get(lead.id) ?? '', lead])),
    grants: new Map(grants.map((grant) => [grant.staffNumber ?? '', grant])),
  };
}

const emptyToNull = (text: string) => (text === '' ? null : text);

/** The rulebook in the words of a workbook: the newest version of each rule. */
export async function readRuleFacts(
  reader: Reader,
): Promise<{ rules: RuleFacts[]; settings: SettingFacts[]; versions: Map<string, number> }> {
  const newest = sql`${scoringRules.ruleVersion} = (SELECT max(x.rule_version) FROM scoring_rules x WHERE x.code = ${scoringRules.code})`;
  const [rules, settings] = await Promise.all([
    reader.select().from(scoringRules).where(newest),
    reader.select().from(scoringSettings),
  ]);
  return {
    versions: new Map([
      ...rules.map((rule) => [rule.code, rule.ruleVersion] as const),
      ...settings.map((setting) => [setting.id, setting.version] as const),
    ]),
    rules: rules.map((rule) => ({
      ruleCode: rule.code,
      kind: rule.kind,
      category: rule.category,
      title: rule.title,
      points: rule.points,
      countingUnit: rule.unit,
      period: rule.period,
      periodCapPoints: rule.periodCap,
      evidence: emptyToNull(rule.evidence),
      reviewPath: emptyToNull(rule.reviewPath),
      publicityWorkingDays: rule.publicityWorkingDays,
      isRectifiable: rule.isRemediable,
      rectification: emptyToNull(rule.remedy),
      effectiveFrom: rule.effectiveOn,
      note: emptyToNull(rule.note),
    })),
    settings: settings.map((setting) => ({
      name: setting.id,
      value: emptyToNull(setting.value),
      unit: emptyToNull(setting.unit),
      explanation: emptyToNull(setting.note),
    })),
  };
}

/** Goods and batches as they were last taken in, and the version of each line. */
export async function readGoodsFacts(
  reader: Reader,
): Promise<{ goods: GoodFacts[]; batches: BatchFacts[]; versions: Map<string, number> }> {
  const rows = await reader.select().from(redemptionImports);
  const facts = <Facts>(prefix: string) =>
    rows.filter(({ id }) => id.startsWith(prefix)).map((row) => JSON.parse(row.facts) as Facts);
  return {
    versions: new Map(rows.map((row) => [row.id, row.version])),
    goods: facts<GoodFacts>('good|'),
    batches: facts<BatchFacts>('batch|'),
  };
}
