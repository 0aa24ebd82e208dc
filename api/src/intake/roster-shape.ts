import type { Gender, Relation } from './list-values';

/** What was done about one cell, line or sheet, in words for a clerk. */
export interface Remark {
  readonly kind: 'corrected' | 'asked' | 'refused' | 'set-aside';
  readonly sheet: string;
  readonly row: number;
  /** Column letters; empty when the remark is about the whole line. */
  readonly column: string;
  readonly heading: string;
  readonly read: string;
  readonly became?: string;
  readonly why: string;
}

/** Where every line of the file ended; each line ends in exactly one of these. */
export interface LineAccount {
  readonly sheet: string;
  readonly row: number;
  readonly outcome: 'taken' | 'not-data' | 'refused' | 'asked';
  /** Chinese; empty for a line that was taken. */
  readonly why: string;
}

export interface AreaFacts {
  readonly kind: 'site' | 'grid' | 'cluster';
  /** Site 2 digits, grid 4 digits, cluster as 0101-03. */
  readonly code: string;
  /** Null when the file gives only the code. */
  readonly name: string | null;
  /** Code of the area above; null for a site, which stands under the county. */
  readonly parentCode: string | null;
  /** Sites only. */
  readonly township?: string | null;
  readonly address?: string | null;
  readonly partyOrganization?: string | null;
  readonly branchName?: string | null;
  readonly redemptionDays?: string | null;
}

export interface HouseholdFacts {
  readonly householdCode: string;
  readonly siteCode: string;
  readonly gridCode: string;
  readonly clusterCode: string;
  readonly building: string | null;
  readonly unit: string | null;
  readonly room: string | null;
  /** 低保, the same for the whole home. */
  readonly hasSubsistenceAllowance: boolean;
}

export interface PersonFacts {
  readonly personCode: string;
  readonly householdCode: string;
  readonly name: string;
  readonly relation: Relation;
  readonly gender: Gender;
  readonly ethnicity: string;
  /** 1980-07-01 */
  readonly bornOn: string;
  readonly phone: string | null;
  readonly originTownship: string | null;
  readonly originVillage: string | null;
  readonly isLeftBehindChild: boolean;
  readonly isElderLivingAlone: boolean;
  readonly isDisabled: boolean;
  readonly isPartyMember: boolean;
  readonly movedInOn: string | null;
  readonly note: string | null;
}

/** A line of 网格与联户: the elected lead of a cluster. */
export interface ClusterLeadFacts {
  readonly clusterCode: string;
  readonly householdCode: string;
  readonly personCode: string;
  readonly name: string;
  readonly phone: string | null;
  readonly electedOn: string | null;
  readonly termEndsOn: string | null;
}

export const POST_ROLES = [
  '驻村干部',
  '西部计划志愿者',
  '就业协管员',
  '网格员',
  '储蓄所管理员',
  '社区干部',
  '县级管理员',
  '审计',
  '联户长',
] as const;
export type PostRole = (typeof POST_ROLES)[number];

/** A line of 工作人员: one post of one person; a person may hold several. */
export interface PostFacts {
  readonly staffNumber: string;
  readonly name: string;
  readonly gender: Gender | null;
  readonly role: PostRole;
  readonly organization: string | null;
  readonly siteCode: string | null;
  readonly gridCode: string | null;
  readonly clusterCode: string | null;
  /** Set when the person is a resident. */
  readonly personCode: string | null;
  readonly phone: string | null;
  readonly termFrom: string | null;
  /** Null means open. */
  readonly termTo: string | null;
  readonly note: string | null;
}

export interface LineSource {
  readonly sheet: string;
  readonly row: number;
}

/**
 * Facts as they were read. Fields whose column the sheet does not have are listed in `notStated`:
 * they hold empty values here and must never overwrite what the book knows.
 */
export type Read<Facts> = Facts & {
  readonly source: LineSource;
  readonly notStated: readonly string[];
};

/** A person of a sheet that may have no 人员编号 at all; then the code is null. */
export type ReadPerson = Read<Omit<PersonFacts, 'personCode'>> & {
  readonly personCode: string | null;
};

/** Codes of lines that wait for an answer; the comparison must not call them absent. */
export interface WaitingCodes {
  readonly households: readonly string[];
  readonly people: readonly string[];
  readonly clusters: readonly string[];
  readonly staffNumbers: readonly string[];
}

export interface RosterReading {
  readonly areas: readonly Read<AreaFacts>[];
  readonly households: readonly Read<HouseholdFacts>[];
  readonly people: readonly ReadPerson[];
  readonly clusterLeads: readonly Read<ClusterLeadFacts>[];
  readonly posts: readonly Read<PostFacts>[];
  readonly remarks: readonly Remark[];
  /** One for every line of every sheet, in order, blank ones included. */
  readonly linesRead: readonly LineAccount[];
  readonly waiting: WaitingCodes;
}
