import type { PersonDraft } from './person-lines';

/**
 * The same person on two lines. Lines that agree in everything are taken once; lines that differ are all
 * asked about. People who only share a name, or name and birthday in different homes, stay two people.
 */
export function settleRepeatedPeople(drafts: readonly PersonDraft[]): void {
  settleGroups(
    groupBy(drafts, (draft) => draft.personCode ?? null),
    '人员编号相同',
  );
  const whole = drafts.filter(({ reader }) => reader.isTaken);
  settleGroups(groupBy(whole, personOfHome), '同一户、同名、同一天出生');
}

function personOfHome({ householdCode, own }: PersonDraft): string | null {
  if (householdCode === undefined || own.name === undefined || own.bornOn === undefined)
    return null;
  return `${householdCode} ${own.name} ${own.bornOn}`;
}

function settleGroups(groups: readonly (readonly PersonDraft[])[], because: string): void {
  for (const group of groups) {
    const [first] = group;
    if (first === undefined || group.length < 2) continue;
    if (new Set(group.map(wholeLine)).size > 1) askAll(group, because);
    else takeFirst(first, group.slice(1));
  }
}

function askAll(group: readonly PersonDraft[], because: string): void {
  const rows = group.map(({ reader }) => `第 ${reader.source.row} 行`).join('、');
  for (const { reader } of group) reader.ask('name', `${rows}${because}，内容却不一样，请核对`);
}

function takeFirst(first: PersonDraft, others: readonly PersonDraft[]): void {
  const { sheet, row } = first.reader.source;
  for (const { reader } of others) {
    const where = sheet === reader.source.sheet ? `第 ${row} 行` : `「${sheet}」第 ${row} 行`;
    reader.setAside('not-data', `和${where}完全一样，是同一个人写了两遍，只收一次`);
  }
}

function wholeLine({ householdCode, personCode, home, own, reader }: PersonDraft): string {
  return JSON.stringify([householdCode, personCode, home, own, reader.account.outcome]);
}

/** Groups by a key, leaving out what has none. */
export function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string | null,
): Value[][] {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}
