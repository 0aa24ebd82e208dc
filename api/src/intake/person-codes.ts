import { groupBy } from './repeated-lines';
import type { PersonFacts, Read, ReadPerson } from './roster-shape';

/** A person without a code who resembles somebody the book knows, but not enough to be certain. */
export interface UncertainPerson {
  readonly person: ReadPerson;
  readonly why: string;
}

const NUMBER_IN_HOME_MAX = 99;

/**
 * Gives every person a code. Where the sheet has no 人员编号, somebody of the same home with the same name
 * and birthday is that person; somebody with only one of the two the same is uncertain; anybody else is new
 * and takes the next free number of the home, in an order that does not depend on the order of lines.
 */
export function settlePersonCodes(
  read: readonly ReadPerson[],
  present: readonly PersonFacts[],
): { people: Read<PersonFacts>[]; uncertain: UncertainPerson[] } {
  const people: Read<PersonFacts>[] = [];
  const uncertain: UncertainPerson[] = [];
  const uncoded: ReadPerson[] = [];
  for (const person of read) {
    const { personCode } = person;
    if (personCode === null) uncoded.push(person);
    else people.push({ ...person, personCode });
  }
  const presentByHome = new Map(
    groupBy(present, ({ householdCode }) => householdCode).map((home) => [
      home[0]?.householdCode,
      home,
    ]),
  );
  for (const home of groupBy(uncoded, ({ householdCode }) => householdCode)) {
    settleHome(home, presentByHome.get(home[0]?.householdCode) ?? [], people, uncertain);
  }
  return { people, uncertain };
}

function settleHome(
  home: readonly ReadPerson[],
  known: readonly PersonFacts[],
  people: Read<PersonFacts>[],
  uncertain: UncertainPerson[],
): void {
  const taken = new Set(known.map(({ personCode }) => personCode));
  const strangers: ReadPerson[] = [];
  const matched = new Set<string>();
  for (const person of home) {
    const same = known.filter(
      ({ name, bornOn }) => name === person.name && bornOn === person.bornOn,
    );
    const [only] = same;
    if (same.length === 1 && only !== undefined) {
      matched.add(only.personCode);
      people.push({ ...person, personCode: only.personCode });
    } else strangers.push(person);
  }
  const unmatched = known.filter(({ personCode }) => !matched.has(personCode));
  for (const person of inHomeOrder(strangers)) {
    const alike = unmatched.find(
      ({ name, bornOn }) => name === person.name || bornOn === person.bornOn,
    );
    const personCode = alike === undefined ? nextCode(person.householdCode, taken) : null;
    if (personCode === null) uncertain.push({ person, why: whyUncertain(alike) });
    else {
      taken.add(personCode);
      people.push({ ...person, personCode });
    }
  }
}

/** Householder first, then by age and name. */
function inHomeOrder(people: readonly ReadPerson[]): ReadPerson[] {
  const place = ({ relation, bornOn, name }: ReadPerson) =>
    `${relation === '户主' ? 0 : 1} ${bornOn} ${name}`;
  return [...people].sort((left, right) => (place(left) < place(right) ? -1 : 1));
}

function nextCode(householdCode: string, taken: ReadonlySet<string>): string | null {
  for (let number = 1; number <= NUMBER_IN_HOME_MAX; number += 1) {
    const code = householdCode + String(number).padStart(2, '0');
    if (!taken.has(code)) return code;
  }
  return null;
}

function whyUncertain(alike: PersonFacts | undefined): string {
  if (alike === undefined) return '这一户的人员编号已经用完了';
  return `存折里这一户有「${alike.name}」（${alike.bornOn} 生，编号 ${alike.personCode}），只有一样相同，请在表里写上人员编号`;
}
