import type { ClusterDraft, SiteDraft } from './area-lines';
import type { AreaNames, NamedArea } from './area-names';
import type { AreaFacts, HouseholdFacts, LineSource, Read } from './roster-shape';

const SITE_FIELDS = [
  'township',
  'address',
  'partyOrganization',
  'branchName',
  'redemptionDays',
] as const;

/** The tree of areas that the file mentions: sites, their grids, their clusters, each once, in code order. */
export function collectAreas(
  sites: readonly SiteDraft[],
  clusters: readonly ClusterDraft[],
  households: readonly Read<HouseholdFacts>[],
  names: AreaNames,
): Read<AreaFacts>[] {
  const areas = new Map<string, Read<AreaFacts>>();
  for (const site of sites) addSite(areas, site);
  for (const cluster of clusters) {
    if (cluster.reader.isTaken) addCluster(areas, cluster, names);
  }
  for (const { clusterCode, source } of households) {
    addParents(areas, clusterCode, source, names);
    if (areas.has(clusterCode)) continue;
    areas.set(
      clusterCode,
      bare('cluster', clusterCode, clusterCode.slice(0, 4), undefined, source),
    );
  }
  return [...areas.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}

function addSite(areas: Map<string, Read<AreaFacts>>, site: SiteDraft): void {
  const {
    reader,
    siteCode,
    name,
    township,
    address,
    partyOrganization,
    branchName,
    redemptionDays,
  } = site;
  if (!reader.isTaken || siteCode === undefined || name === undefined) return;
  areas.set(siteCode, {
    kind: 'site',
    code: siteCode,
    name,
    parentCode: null,
    township,
    address,
    partyOrganization,
    branchName,
    redemptionDays,
    source: reader.source,
    notStated: SITE_FIELDS.filter((field) => !reader.has(field)),
  });
}

function addCluster(
  areas: Map<string, Read<AreaFacts>>,
  { reader, clusterCode, clusterName, gridCode }: ClusterDraft,
  names: AreaNames,
): void {
  if (clusterCode === undefined || gridCode === undefined) return;
  addParents(areas, clusterCode, reader.source, names);
  const named = clusterName === null ? undefined : { name: clusterName, source: reader.source };
  areas.set(clusterCode, bare('cluster', clusterCode, gridCode, named, reader.source));
}

function addParents(
  areas: Map<string, Read<AreaFacts>>,
  clusterCode: string,
  source: LineSource,
  names: AreaNames,
): void {
  const siteCode = clusterCode.slice(0, 2);
  const gridCode = clusterCode.slice(0, 4);
  if (!areas.has(siteCode)) {
    areas.set(siteCode, bare('site', siteCode, null, names.sites.get(siteCode), source));
  }
  if (!areas.has(gridCode)) {
    areas.set(gridCode, bare('grid', gridCode, siteCode, names.grids.get(gridCode), source));
  }
}

function bare(
  kind: AreaFacts['kind'],
  code: string,
  parentCode: string | null,
  named: NamedArea | undefined,
  source: LineSource,
): Read<AreaFacts> {
  const unnamed = named === undefined ? ['name'] : [];
  const notStated = kind === 'site' ? [...unnamed, ...SITE_FIELDS] : unnamed;
  return {
    kind,
    code,
    name: named?.name ?? null,
    parentCode,
    source: named?.source ?? source,
    notStated,
  };
}
