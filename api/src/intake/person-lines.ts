import { readClusterCode, readCode, readDoorText, readText } from './cells';
import { readDay } from './dates';
import { asked, type CellReader, refused, required } from './finding';
import type { HeadedTable } from './headings';
import { LineReader } from './line-reader';
import {
  type Gender,
  genderOf,
  type Relation,
  readEthnicity,
  readGender,
  readRelation,
} from './list-values';
import { readName } from './names';
import { readPhone } from './phones';
import type { PersonFacts, Remark } from './roster-shape';
import type { PersonField } from './roster-tables';
import { daysBetween } from './serial-dates';
import type { TableLine } from './table-lines';
import { readTicks, type TickColumns, type TickField } from './tick-columns';

/** The home facts that a person's line repeats; undefined where the cell waits for an answer. */
export interface HomeValues {
  site: string | null | undefined;
  grid: string | null | undefined;
  clusterCode: string | null | undefined;
  building: string | null | undefined;
  unit: string | null | undefined;
  room: string | null | undefined;
  hasSubsistenceAllowance: boolean | undefined;
}

type OwnField = Exclude<keyof PersonFacts, 'personCode' | 'householdCode'>;
export type WholeValues = Pick<PersonFacts, OwnField>;
export type OwnValues = { readonly [Field in OwnField]: PersonFacts[Field] | undefined };

/** A line of the roster as far as it could be read by itself; the cross-checks go on from here. */
export interface PersonDraft {
  readonly reader: LineReader<PersonField>;
  readonly householdCode: string | undefined;
  /** Null when the sheet has no 人员编号 column. */
  readonly personCode: string | null | undefined;
  readonly home: HomeValues;
  readonly own: OwnValues;
  readonly notStated: readonly string[];
}

const AGE_MAX_YEARS = 120;

const readHouseholdCode = required(readCode('户编号', 8), '没有填户编号');
const readPersonCode = required(readCode('人员编号', 10), '没有填人员编号');
const readRequiredName = required(readName, '没有填姓名');
const readRequiredRelation = required(readRelation, '没有填与户主的关系');
const readRequiredGender = required(readGender, '没有填性别');
const readRequiredEthnicity = required(readEthnicity, '没有填民族');
const readRequiredBirth = required(readDay, '没有填出生日期');

/** Reads one line of the roster by itself. `today` is written 2026-01-08. */
export function readPersonLine(
  table: HeadedTable<PersonField>,
  line: TableLine,
  ticks: TickColumns,
  notStated: readonly string[],
  today: string,
  remarks: Remark[],
): PersonDraft {
  const reader = new LineReader(table, line, remarks);
  const householdCode = reader.take('householdCode', readHouseholdCode);
  const personCode = reader.has('personCode') ? reader.take('personCode', readPersonCode) : null;
  const draft: PersonDraft = {
    reader,
    householdCode,
    personCode,
    home: readHome(reader, ticks),
    own: readOwn(reader, ticks, today),
    notStated,
  };
  checkCodes(draft);
  checkGender(reader, draft.own.relation, draft.own.gender);
  checkMovedIn(draft);
  return draft;
}

function readHome(reader: LineReader<PersonField>, ticks: TickColumns): HomeValues {
  return {
    site: reader.take('site', readText),
    grid: reader.take('grid', readText),
    clusterCode: reader.take('clusterCode', readClusterCode),
    building: reader.take('building', readDoorText),
    unit: reader.take('unit', readDoorText),
    room: reader.take('room', readDoorText),
    hasSubsistenceAllowance: readTicks(reader, 'hasSubsistenceAllowance', ticks),
  };
}

function readOwn(reader: LineReader<PersonField>, ticks: TickColumns, today: string): OwnValues {
  const tick = (field: TickField) => readTicks(reader, field, ticks);
  return {
    name: reader.take('name', readRequiredName),
    relation: reader.take('relation', readRequiredRelation),
    gender: reader.take('gender', readRequiredGender),
    ethnicity: reader.has('ethnicity') ? reader.take('ethnicity', readRequiredEthnicity) : '',
    bornOn: reader.take('bornOn', readBirth(today)),
    phone: reader.take('phone', readPhone),
    originTownship: reader.take('originTownship', readText),
    originVillage: reader.take('originVillage', readText),
    isLeftBehindChild: tick('isLeftBehindChild'),
    isElderLivingAlone: tick('isElderLivingAlone'),
    isDisabled: tick('isDisabled'),
    isPartyMember: tick('isPartyMember'),
    movedInOn: reader.take('movedInOn', readDay),
    note: reader.take('note', readText),
  };
}

function checkCodes({ reader, householdCode, personCode, home }: PersonDraft): void {
  if (householdCode === undefined) return;
  const grid = householdCode.slice(0, 4);
  const cluster = home.clusterCode;
  if (cluster !== null && cluster !== undefined && !cluster.startsWith(`${grid}-`)) {
    reader.ask(
      'clusterCode',
      `户编号 ${householdCode} 属于网格 ${grid}，和联户编号 ${cluster} 对不上`,
    );
  }
  if (typeof personCode === 'string' && !personCode.startsWith(householdCode)) {
    reader.ask('personCode', `人员编号 ${personCode} 不是户编号 ${householdCode} 这一户的`);
  }
}

function checkGender(
  reader: LineReader<PersonField>,
  relation: Relation | undefined,
  gender: Gender | undefined,
): void {
  if (relation === undefined || gender === undefined) return;
  const expected = genderOf(relation);
  if (expected !== null && expected !== gender) {
    reader.ask('gender', `与户主关系是「${relation}」，性别却是「${gender}」`);
  }
}

/** A birth date: a day still to come cannot be, and a very old one is asked about. */
function readBirth(today: string): CellReader<string> {
  return (cell) => {
    const finding = readRequiredBirth(cell);
    if (finding.state !== 'sound') return finding;
    const bornOn = finding.value;
    if (bornOn > today) return refused(`读出来是 ${bornOn}，这一天还没有到`);
    if (daysBetween(bornOn, today) > AGE_MAX_YEARS * 366) {
      return asked(`读出来是 ${bornOn}，有 ${AGE_MAX_YEARS} 多岁了，请核对`);
    }
    return finding;
  };
}

/** Children are born after their home moved in, a householder is not. */
function checkMovedIn({ reader, own }: PersonDraft): void {
  const { bornOn, movedInOn, relation } = own;
  if (relation !== '户主' || bornOn === undefined || typeof movedInOn !== 'string') return;
  if (bornOn > movedInOn) {
    reader.ask('bornOn', `户主生于 ${bornOn}，却在 ${movedInOn} 就入住了`);
  }
}
