import type { ClusterDraft, SiteDraft } from './area-lines';
import { type HomeDraft, holdHome } from './household-facts';
import type { LineSource } from './roster-shape';

/** What each area code is called, and where that was read. */
export interface AreaNames {
  readonly sites: ReadonlyMap<string, NamedArea>;
  readonly grids: ReadonlyMap<string, NamedArea>;
  /** Clusters that 网格与联户 lists; null when the file has no such sheet. */
  readonly listedClusters: ReadonlySet<string> | null;
}

export interface NamedArea {
  readonly name: string;
  readonly source: LineSource;
}

/** A name that this share of the homes of one code agrees on is the name of that code. */
const AGREED_SHARE_MIN = 0.9;

/** Learns the names of areas: from their own sheets where there are any, else from what the homes agree on. */
export function learnAreaNames(
  sites: readonly SiteDraft[],
  clusters: readonly ClusterDraft[],
  homes: readonly HomeDraft[],
  titledSite: string | null,
): AreaNames {
  const siteNames = new Map<string, NamedArea>();
  const gridNames = new Map<string, NamedArea>();
  for (const { siteCode, name, reader } of sites) set(siteNames, siteCode, name, reader.source);
  for (const { gridCode, gridName, siteName, reader } of clusters) {
    set(gridNames, gridCode, gridName, reader.source);
    set(siteNames, gridCode?.slice(0, 2), siteName, reader.source);
  }
  addAgreed(siteNames, homes, 'site', 2);
  addAgreed(gridNames, homes, 'grid', 4);
  if (titledSite !== null) addTitled(siteNames, homes, titledSite);
  const listed = clusters.flatMap(({ clusterCode }) => clusterCode ?? []);
  return {
    sites: siteNames,
    grids: gridNames,
    listedClusters: clusters.length === 0 ? null : new Set(listed),
  };
}

function set(
  names: Map<string, NamedArea>,
  code: string | undefined,
  name: string | null | undefined,
  source: LineSource,
): void {
  if (code === undefined || name === undefined || name === null || names.has(code)) return;
  names.set(code, { name, source });
}

/** A file of one single site may name it above its headings. */
function addTitled(
  names: Map<string, NamedArea>,
  homes: readonly HomeDraft[],
  title: string,
): void {
  const codes = new Set(homes.map(({ householdCode }) => householdCode.slice(0, 2)));
  const [code] = codes;
  const source = homes[0]?.members[0]?.reader.source;
  if (codes.size === 1 && code !== undefined && source !== undefined)
    set(names, code, title, source);
}

function addAgreed(
  names: Map<string, NamedArea>,
  homes: readonly HomeDraft[],
  fact: 'site' | 'grid',
  digits: number,
): void {
  const counts = new Map<string, Map<string, { count: number; source: LineSource }>>();
  for (const { householdCode, members } of homes) {
    const said = members.find(({ home }) => typeof home[fact] === 'string');
    const name = said?.home[fact];
    if (said === undefined || typeof name !== 'string') continue;
    const ofCode = counts.get(householdCode.slice(0, digits)) ?? new Map();
    const seen = ofCode.get(name) ?? { count: 0, source: said.reader.source };
    ofCode.set(name, { ...seen, count: seen.count + 1 });
    counts.set(householdCode.slice(0, digits), ofCode);
  }
  for (const [code, ofCode] of counts) {
    const all = [...ofCode.values()].reduce((sum, { count }) => sum + count, 0);
    for (const [name, { count, source }] of ofCode) {
      if (count / all >= AGREED_SHARE_MIN) set(names, code, name, source);
    }
  }
}

/** Holds homes whose site, grid or cluster is not what its code is called elsewhere in the file. */
export function checkAreaNames(homes: readonly HomeDraft[], names: AreaNames): void {
  for (const home of homes) {
    const first = home.members.find(({ reader }) => reader.isTaken);
    if (first === undefined) continue;
    checkName(home, names.sites, 'site', 2, '安置点');
    checkName(home, names.grids, 'grid', 4, '网格');
    checkCluster(home, names.listedClusters);
  }
}

function checkName(
  home: HomeDraft,
  names: ReadonlyMap<string, NamedArea>,
  fact: 'site' | 'grid',
  digits: number,
  word: string,
): void {
  const code = home.householdCode.slice(0, digits);
  const known = names.get(code)?.name;
  const said = home.members.find((member) => typeof member.home[fact] === 'string');
  const name = said?.home[fact];
  if (said === undefined || typeof name !== 'string') {
    if (known !== undefined) fillName(home, fact, known, digits);
    return;
  }
  if (name === known) return;
  const expected =
    known === undefined
      ? `${word}编号 ${code} 在表里有几个不同的名字，请核对`
      : `${word}编号 ${code} 别处都写「${known}」，请核对`;
  said.reader.ask(fact, expected);
  holdHome(home, `户 ${home.householdCode} 的${word}要先弄清，全家一起等`);
}

function fillName(home: HomeDraft, fact: 'site' | 'grid', name: string, digits: number): void {
  for (const member of home.members) {
    if (!member.reader.has(fact) || member.home[fact] !== null) continue;
    member.home[fact] = name;
    member.reader.correct(fact, name, `这一格空着，照户编号前 ${digits} 位填`);
  }
}

function checkCluster(home: HomeDraft, listed: ReadonlySet<string> | null): void {
  const said = home.members.find((member) => typeof member.home.clusterCode === 'string');
  const code = said?.home.clusterCode;
  if (said === undefined || typeof code !== 'string') {
    home.members[0]?.reader.ask('clusterCode', `户 ${home.householdCode} 没有填联户编号`);
    holdHome(home, `户 ${home.householdCode} 没有填联户编号，全家一起等`);
  } else if (listed !== null && !listed.has(code)) {
    said.reader.ask('clusterCode', `联户编号 ${code} 不在「网格与联户」表里`);
    holdHome(home, `户 ${home.householdCode} 的联户要先弄清，全家一起等`);
  }
}
