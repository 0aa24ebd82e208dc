import type { ClusterDraft } from './area-lines';
import type { AreaNames, NamedArea } from './area-names';
import { readClusterCode, readCode, readLabelCode, readText } from './cells';
import { readDay } from './dates';
import { required } from './finding';
import type { HeadedTable } from './headings';
import { LineReader } from './line-reader';
import { readGender, readListed } from './list-values';
import { readName } from './names';
import type { PersonDraft } from './person-lines';
import { readPhone } from './phones';
import { groupBy } from './repeated-lines';
import {
  type ClusterLeadFacts,
  POST_ROLES,
  type PostFacts,
  type PostRole,
  type Read,
  type Remark,
} from './roster-shape';
import type { PostField } from './roster-tables';
import type { TableLine } from './table-lines';

/** Everybody of the file by 人员编号; null when the file has no roster to look in. */
export type PeopleByCode = ReadonlyMap<string, PersonDraft> | null;

/** A line of 工作人员 as far as it reads by itself. */
export interface PostDraft {
  readonly reader: LineReader<PostField>;
  readonly facts: { readonly [Field in keyof PostFacts]: PostFacts[Field] | undefined };
  readonly notStated: readonly string[];
}

const readRole = required<PostRole>(
  readListed<PostRole>(
    POST_ROLES,
    {
      柜员: '储蓄所管理员',
      储蓄所柜员: '储蓄所管理员',
      社区管理员: '社区干部',
      联户组长: '联户长',
      县管理员: '县级管理员',
    },
    '不认识这个角色',
  ),
  '没有填角色',
);
const readStaffNumber = required(readLabelCode('工号'), '没有填工号');
const readRequiredName = required(readName, '没有填姓名');

/** Reads one line of the posts sheet; area names become codes. */
export function readPostLine(
  table: HeadedTable<PostField>,
  line: TableLine,
  names: AreaNames,
  remarks: Remark[],
): PostDraft {
  const reader = new LineReader(table, line, remarks);
  const facts = {
    staffNumber: reader.take('staffNumber', readStaffNumber),
    name: reader.take('name', readRequiredName),
    gender: reader.take('gender', readGender),
    role: reader.take('role', readRole),
    organization: reader.take('organization', readText),
    siteCode: takeArea(reader, 'site', names.sites),
    gridCode: takeArea(reader, 'grid', names.grids),
    clusterCode: reader.take('clusterCode', readClusterCode),
    personCode: reader.take('personCode', readCode('人员编号', 10)),
    phone: reader.take('phone', readPhone),
    termFrom: reader.take('termFrom', readDay),
    termTo: reader.take('termTo', readDay),
    note: reader.take('note', readText),
  };
  const draft = { reader, facts, notStated: notStatedIn(reader) };
  checkTerm(draft);
  checkPlace(draft);
  return draft;
}

/** Areas are read by name and kept by code, so the names of the fields differ. */
function notStatedIn(reader: LineReader<PostField>): string[] {
  return Object.entries(POST_COLUMNS).flatMap(([fact, column]) =>
    reader.has(column) ? [] : [fact],
  );
}

const POST_COLUMNS: Partial<Record<keyof PostFacts, PostField>> = {
  gender: 'gender',
  organization: 'organization',
  siteCode: 'site',
  gridCode: 'grid',
  clusterCode: 'clusterCode',
  personCode: 'personCode',
  phone: 'phone',
  termFrom: 'termFrom',
  termTo: 'termTo',
  note: 'note',
};

function takeArea(
  reader: LineReader<PostField>,
  field: 'site' | 'grid',
  names: ReadonlyMap<string, NamedArea>,
): string | null | undefined {
  const name = reader.take(field, readText);
  if (name === null || name === undefined) return name;
  const codes = [...names].filter(([, area]) => area.name === name).map(([code]) => code);
  if (codes.length === 1) return codes[0];
  reader.ask(field, codes.length === 0 ? `表里没有叫「${name}」的地方` : `叫「${name}」的不止一处`);
  return undefined;
}

function checkTerm({ reader, facts }: PostDraft): void {
  const { termFrom, termTo } = facts;
  if (typeof termFrom === 'string' && typeof termTo === 'string' && termFrom > termTo) {
    reader.ask('termTo', `任期 ${termFrom} 开始，却在 ${termTo} 就到期了`);
  }
}

function checkPlace({ reader, facts }: PostDraft): void {
  const { siteCode, gridCode, clusterCode, role } = facts;
  if (
    typeof siteCode === 'string' &&
    typeof gridCode === 'string' &&
    !gridCode.startsWith(siteCode)
  ) {
    reader.ask('grid', '这个网格不在这个安置点下面');
  }
  if (
    typeof gridCode === 'string' &&
    typeof clusterCode === 'string' &&
    !clusterCode.startsWith(gridCode)
  ) {
    reader.ask('clusterCode', '这个联户不在这个网格下面');
  }
  if (role === '联户长' && clusterCode === null) reader.ask('clusterCode', '联户长没有填联户编号');
  if (role === '网格员' && gridCode === null) reader.ask('grid', '网格员没有填网格');
}

/** Checks posts against the people, the elected leads, and each other. */
export function checkPosts(
  posts: readonly PostDraft[],
  people: PeopleByCode,
  leads: ReadonlyMap<string, ClusterDraft>,
): void {
  for (const { reader, facts } of posts) {
    if (typeof facts.personCode === 'string') {
      checkPerson(reader, 'personCode', facts.personCode, facts.name, people);
    }
    const lead = facts.role === '联户长' ? leads.get(facts.clusterCode ?? '') : undefined;
    const elected = lead?.lead.personCode;
    if (elected !== undefined && facts.personCode !== elected) {
      reader.ask(
        'personCode',
        `「网格与联户」里这个联户的联户长是 ${lead?.lead.name ?? ''}（${elected}）`,
      );
    }
  }
  for (const group of groupBy(posts, ({ facts }) => facts.staffNumber ?? null)) settlePosts(group);
}

function settlePosts(group: readonly PostDraft[]): void {
  if (group.length < 2) return;
  const rows = group.map(({ reader }) => `第 ${reader.source.row} 行`).join('、');
  const same = new Set(group.map(({ facts }) => JSON.stringify(facts))).size === 1;
  for (const [index, { reader }] of group.entries()) {
    if (!same) reader.ask('staffNumber', `${rows}工号相同，内容却不一样，请核对`);
    else if (index > 0) reader.setAside('not-data', `${rows}完全一样，只收一次`);
  }
}

/** Asks when a code names nobody, somebody else, or somebody whose own line waits. */
export function checkPerson<Field extends string>(
  reader: LineReader<Field>,
  field: Field,
  personCode: string,
  name: string | undefined,
  people: PeopleByCode,
): void {
  if (people === null) return;
  const person = people.get(personCode);
  if (person === undefined) {
    reader.ask(field, `花名册里没有人员编号 ${personCode}`);
  } else if (name !== undefined && person.own.name !== undefined && person.own.name !== name) {
    reader.ask(field, `人员编号 ${personCode} 在花名册里是「${person.own.name}」，不是「${name}」`);
  } else if (!person.reader.isTaken) {
    reader.ask(field, `这个人在花名册第 ${person.reader.source.row} 行，那一行要先弄清`);
  }
}

/** Checks the elected leads against the people and says what a taken line holds. */
export function checkLead(draft: ClusterDraft, people: PeopleByCode): void {
  const { reader, lead, clusterCode } = draft;
  if (lead.personCode === undefined) return;
  if (lead.householdCode !== undefined && !lead.personCode.startsWith(lead.householdCode)) {
    reader.ask('leadPersonCode', `人员编号 ${lead.personCode} 不是户 ${lead.householdCode} 的人`);
  }
  checkPerson(reader, 'leadPersonCode', lead.personCode, lead.name, people);
  const livesIn = people?.get(lead.personCode)?.home.clusterCode;
  if (typeof livesIn === 'string' && clusterCode !== undefined && livesIn !== clusterCode) {
    reader.ask('leadPersonCode', `联户长住在联户 ${livesIn}，不在 ${clusterCode}`);
  }
}

/** The facts of a taken line of 网格与联户. */
export function leadFacts(draft: ClusterDraft): Read<ClusterLeadFacts>[] {
  const { reader, lead, clusterCode } = draft;
  const {
    name,
    householdCode,
    personCode,
    phone = null,
    electedOn = null,
    termEndsOn = null,
  } = lead;
  if (!reader.isTaken || clusterCode === undefined || name === undefined) return [];
  if (householdCode === undefined || personCode === undefined) return [];
  const notStated = (['phone', 'electedOn', 'termEndsOn'] as const).filter(
    (field) => !reader.has(field),
  );
  return [
    {
      clusterCode,
      householdCode,
      personCode,
      name,
      phone,
      electedOn,
      termEndsOn,
      source: reader.source,
      notStated,
    },
  ];
}

/** The facts of a taken line of 工作人员. */
export function postFacts({ reader, facts, notStated }: PostDraft): Read<PostFacts>[] {
  const { staffNumber, name, role } = facts;
  if (!reader.isTaken || staffNumber === undefined || name === undefined || role === undefined)
    return [];
  return [
    {
      staffNumber,
      name,
      role,
      gender: facts.gender ?? null,
      organization: facts.organization ?? null,
      siteCode: facts.siteCode ?? null,
      gridCode: facts.gridCode ?? null,
      clusterCode: facts.clusterCode ?? null,
      personCode: facts.personCode ?? null,
      phone: facts.phone ?? null,
      termFrom: facts.termFrom ?? null,
      termTo: facts.termTo ?? null,
      note: facts.note ?? null,
      source: reader.source,
      notStated,
    },
  ];
}
