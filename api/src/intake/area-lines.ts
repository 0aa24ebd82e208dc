import { readWhole } from './amounts';
import { readClusterCode, readCode, readText } from './cells';
import { readDay } from './dates';
import { required } from './finding';
import type { HeadedTable } from './headings';
import { LineReader } from './line-reader';
import { readName } from './names';
import { readPhone } from './phones';
import type { Remark } from './roster-shape';
import type { ClusterField, SiteField } from './roster-tables';
import type { TableLine } from './table-lines';

/** A line of 安置点 as far as it reads by itself. */
export interface SiteDraft {
  readonly reader: LineReader<SiteField>;
  readonly siteCode: string | undefined;
  readonly name: string | undefined;
  readonly township: string | null;
  readonly address: string | null;
  readonly partyOrganization: string | null;
  readonly branchName: string | null;
  readonly redemptionDays: string | null;
  readonly counts: Readonly<
    Record<'gridCount' | 'clusterCount' | 'householdCount' | 'peopleCount', number | null>
  >;
}

const readSiteCode = required(readCode('安置点编号', 2), '没有填安置点编号');
const readGridCode = required(readCode('网格编号', 4), '没有填网格编号');
const readAreaName = required(readText, '没有填名称');
const readCount = readWhole(['户', '人', '个']);

/** Reads one line of the sites sheet. */
export function readSiteLine(
  table: HeadedTable<SiteField>,
  line: TableLine,
  remarks: Remark[],
): SiteDraft {
  const reader = new LineReader(table, line, remarks);
  const text = (field: SiteField) => reader.take(field, readText) ?? null;
  return {
    reader,
    siteCode: reader.take('siteCode', readSiteCode),
    name: reader.take('site', readAreaName),
    township: text('township'),
    address: text('address'),
    partyOrganization: text('partyOrganization'),
    branchName: text('branchName'),
    redemptionDays: text('redemptionDays'),
    counts: {
      gridCount: reader.take('gridCount', readCount) ?? null,
      clusterCount: reader.take('clusterCount', readCount) ?? null,
      householdCount: reader.take('householdCount', readCount) ?? null,
      peopleCount: reader.take('peopleCount', readCount) ?? null,
    },
  };
}

/** A line of 网格与联户 as far as it reads by itself. */
export interface ClusterDraft {
  readonly reader: LineReader<ClusterField>;
  readonly siteName: string | null;
  readonly gridCode: string | undefined;
  readonly gridName: string | null;
  readonly clusterCode: string | undefined;
  readonly clusterName: string | null;
  readonly gridWorkers: readonly string[];
  readonly counts: Readonly<Record<'householdCount' | 'peopleCount', number | null>>;
  readonly lead: {
    readonly name: string | undefined;
    readonly householdCode: string | undefined;
    readonly personCode: string | undefined;
    readonly phone: string | null | undefined;
    readonly electedOn: string | null | undefined;
    readonly termEndsOn: string | null | undefined;
  };
}

/** Reads one line of the grids and clusters sheet. */
export function readClusterLine(
  table: HeadedTable<ClusterField>,
  line: TableLine,
  remarks: Remark[],
): ClusterDraft {
  const reader = new LineReader(table, line, remarks);
  const clusterCode = reader.take('clusterCode', required(readClusterCode, '没有填联户编号'));
  const draft: ClusterDraft = {
    reader,
    siteName: reader.take('site', readText) ?? null,
    gridCode: reader.has('gridCode')
      ? reader.take('gridCode', readGridCode)
      : clusterCode?.slice(0, 4),
    gridName: reader.take('grid', readText) ?? null,
    clusterCode,
    clusterName: reader.take('clusterName', readText) ?? null,
    gridWorkers: (reader.take('gridWorkers', readText) ?? '')
      .split(/[、,，;；/\s]+/)
      .filter(Boolean),
    counts: {
      householdCount: reader.take('householdCount', readCount) ?? null,
      peopleCount: reader.take('peopleCount', readCount) ?? null,
    },
    lead: readLead(reader),
  };
  checkParents(draft);
  return draft;
}

function readLead(reader: LineReader<ClusterField>): ClusterDraft['lead'] {
  return {
    name: reader.take('lead', required(readName, '没有填联户长')),
    householdCode: reader.take(
      'leadHouseholdCode',
      required(readCode('户编号', 8), '没有填联户长的户编号'),
    ),
    personCode: reader.take(
      'leadPersonCode',
      required(readCode('人员编号', 10), '没有填联户长的人员编号'),
    ),
    phone: reader.take('phone', readPhone),
    electedOn: reader.take('electedOn', readDay),
    termEndsOn: reader.take('termEndsOn', readDay),
  };
}

function checkParents({ reader, gridCode, clusterCode, lead }: ClusterDraft): void {
  const siteCode = reader.has('siteCode')
    ? reader.take('siteCode', readSiteCode)
    : gridCode?.slice(0, 2);
  if (gridCode !== undefined && siteCode !== undefined && !gridCode.startsWith(siteCode)) {
    reader.ask('gridCode', `网格编号 ${gridCode} 不在安置点 ${siteCode} 下面`);
  }
  if (
    clusterCode !== undefined &&
    gridCode !== undefined &&
    !clusterCode.startsWith(`${gridCode}-`)
  ) {
    reader.ask('clusterCode', `联户编号 ${clusterCode} 不在网格 ${gridCode} 下面`);
  }
  const { electedOn, termEndsOn } = lead;
  if (typeof electedOn === 'string' && typeof termEndsOn === 'string' && electedOn > termEndsOn) {
    reader.ask('termEndsOn', `任期 ${electedOn} 开始，却在 ${termEndsOn} 就到期了`);
  }
}
