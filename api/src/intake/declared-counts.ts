import type { ClusterDraft, SiteDraft } from './area-lines';
import type { HomeDraft } from './household-facts';
import type { LineReader } from './line-reader';
import type { Remark } from './roster-shape';
import { columnLetters } from './workbook-shape';

interface Tally {
  homes: number;
  people: number;
  grids: Set<string>;
  clusters: Set<string>;
}

/**
 * Compares the numbers of homes and people that area sheets declare with the lines of the roster, waiting
 * ones included. The numbers themselves are never kept, so a difference is said and nothing waits for it.
 */
export function checkCounts(
  sites: readonly SiteDraft[],
  clusters: readonly ClusterDraft[],
  homes: readonly HomeDraft[],
  remarks: Remark[],
): void {
  const tallies = tally(homes);
  const say = sayDifference(remarks);
  for (const { reader, clusterCode, counts } of clusters) {
    const counted = tallies.get(clusterCode ?? '') ?? emptyTally();
    say(reader, 'householdCount', counts.householdCount, counted.homes);
    say(reader, 'peopleCount', counts.peopleCount, counted.people);
  }
  for (const { reader, siteCode, counts } of sites) {
    const counted = tallies.get(siteCode ?? '') ?? emptyTally();
    say(reader, 'gridCount', counts.gridCount, counted.grids.size);
    say(reader, 'clusterCount', counts.clusterCount, counted.clusters.size);
    say(reader, 'householdCount', counts.householdCount, counted.homes);
    say(reader, 'peopleCount', counts.peopleCount, counted.people);
  }
}

function emptyTally(): Tally {
  return { homes: 0, people: 0, grids: new Set(), clusters: new Set() };
}

function tally(homes: readonly HomeDraft[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const { householdCode, members } of homes) {
    const clusterCode =
      members.map(({ home }) => home.clusterCode).find((code) => code != null) ?? '';
    for (const code of [householdCode.slice(0, 2), clusterCode]) {
      const counted = tallies.get(code) ?? emptyTally();
      counted.homes += 1;
      counted.people += members.length;
      counted.grids.add(householdCode.slice(0, 4));
      counted.clusters.add(clusterCode);
      tallies.set(code, counted);
    }
  }
  return tallies;
}

function sayDifference(remarks: Remark[]) {
  return <Field extends string>(
    reader: LineReader<Field>,
    field: NoInfer<Field>,
    declared: number | null,
    counted: number,
  ): void => {
    if (declared === null || declared === counted) return;
    const { columnNumber, heading } = reader.placeOf(field);
    remarks.push({
      kind: 'set-aside',
      ...reader.source,
      column: columnNumber === undefined ? '' : columnLetters(columnNumber),
      heading,
      read: String(declared),
      why: `花名册里数出来是 ${counted}，和这里写的 ${declared} 不一样；数目以花名册为准，这个数不收`,
    });
  };
}
