import { showValue } from './line-reader';
import type { Relation } from './list-values';
import type { HomeValues, OwnValues, PersonDraft } from './person-lines';
import { groupBy } from './repeated-lines';
import { daysBetween } from './serial-dates';

/** The lines of one home after repeats were taken out, in the order of the file. */
export interface HomeDraft {
  readonly householdCode: string;
  readonly members: readonly PersonDraft[];
}

const HOME_FACTS = [
  'site',
  'grid',
  'clusterCode',
  'building',
  'unit',
  'room',
  'hasSubsistenceAllowance',
] as const satisfies readonly (keyof HomeValues)[];

/** Gathers the lines of each home; lines without a household code wait by themselves. */
export function gatherHomes(drafts: readonly PersonDraft[]): HomeDraft[] {
  const counted = drafts.filter(({ reader }) => reader.account.outcome !== 'not-data');
  return groupBy(counted, ({ householdCode }) => householdCode ?? null).map((members) => ({
    householdCode: members[0]?.householdCode ?? '',
    members,
  }));
}

/**
 * Checks what the lines of one home say about each other. Home facts that differ, a missing or second
 * householder, and a householder whose own line waits hold up the whole home; an age that cannot be
 * holds up the one line.
 */
export function checkHome(home: HomeDraft): void {
  fillFromOwnHome(home);
  checkAges(home);
  const why = checkHomeFacts(home) ?? checkHouseholder(home);
  if (why !== null) holdHome(home, why);
}

/** Makes every line of a home that was not stopped by itself wait with the others. */
export function holdHome(home: HomeDraft, why: string): void {
  for (const { reader } of home.members) reader.setAside('asked', why);
}

function fillFromOwnHome({ members }: HomeDraft): void {
  for (const fact of HOME_FACTS) {
    if (fact === 'hasSubsistenceAllowance') continue;
    const said = new Set(members.map(({ home }) => home[fact]));
    said.delete(null);
    const [only] = said;
    if (said.size !== 1 || only === undefined || only === null) continue;
    for (const { home, reader } of members) {
      if (home[fact] !== null || !reader.has(fact)) continue;
      home[fact] = only;
      reader.correct(fact, only, '这一格空着，照同一户别的行填');
    }
  }
}

function checkHomeFacts(home: HomeDraft): string | null {
  let why: string | null = null;
  for (const fact of HOME_FACTS) {
    const groups = groupBy(home.members, (member) => {
      const value = member.home[fact];
      return value === null || value === undefined ? null : showValue(value);
    });
    if (groups.length < 2) continue;
    const largest = Math.max(...groups.map((group) => group.length));
    const odd = groups.filter((group) => group.length < largest);
    const said = groups.map(([first]) => `「${showValue(first?.home[fact])}」`).join('、');
    for (const { reader } of (odd.length > 0 ? odd : groups).flat()) {
      reader.ask(fact, `户 ${home.householdCode} 里写得不一样：${said}，请核对哪个对`);
    }
    why ??= `户 ${home.householdCode} 有一栏前后不一样，全家一起等`;
  }
  return why;
}

function checkHouseholder({ householdCode, members }: HomeDraft): string | null {
  const heads = members.filter(({ own }) => own.relation === '户主');
  const [head] = heads;
  if (heads.length > 1) {
    const rows = heads.map(({ reader }) => `第 ${reader.source.row} 行`).join('、');
    for (const { reader } of heads) {
      reader.ask('relation', `户 ${householdCode} 写了 ${heads.length} 个户主（${rows}），请核对`);
    }
    return `户 ${householdCode} 有 ${heads.length} 个户主，全家一起等`;
  }
  if (head === undefined) {
    members[0]?.reader.ask('relation', `户 ${householdCode} 没有户主，请核对谁是户主`);
    return `户 ${householdCode} 没有户主，全家一起等`;
  }
  if (head.reader.isTaken) return null;
  return `户主在第 ${head.reader.source.row} 行，那一行要先弄清，全家一起等`;
}

/** Years by which the relation's bearer must at least be older (positive) or younger (negative). */
const AGE_GAPS: Partial<Record<Relation, number>> = {
  父亲: 10,
  母亲: 10,
  岳父: 10,
  岳母: 10,
  公公: 10,
  婆婆: 10,
  子: -10,
  女: -10,
  祖父: 20,
  祖母: 20,
  外祖父: 20,
  外祖母: 20,
  孙子: -20,
  孙女: -20,
  外孙: -20,
  外孙女: -20,
};
const DAYS_A_YEAR = 365.25;

function checkAges({ members }: HomeDraft): void {
  const heads = members.filter(({ own }) => own.relation === '户主');
  const head = heads[0]?.own;
  if (heads.length !== 1 || head === undefined) return;
  for (const member of members) {
    checkSpouse(member, head);
    checkAge(member, head);
  }
}

function checkSpouse({ own, reader }: PersonDraft, head: OwnValues): void {
  if (own.relation !== '配偶' || own.gender === undefined || own.gender !== head.gender) return;
  reader.ask('gender', `户主和配偶性别都是「${own.gender}」，请核对`);
}

function checkAge({ own, reader }: PersonDraft, head: OwnValues): void {
  const { relation, bornOn } = own;
  if (relation === undefined || bornOn === undefined || head.bornOn === undefined) return;
  const gap = AGE_GAPS[relation];
  if (gap === undefined) return;
  const olderYears = daysBetween(bornOn, head.bornOn) / DAYS_A_YEAR;
  const fits = gap > 0 ? olderYears >= gap : olderYears <= gap;
  if (fits) return;
  reader.ask(
    'bornOn',
    `${relation}和户主的年龄对不上：户主生于 ${head.bornOn}，${relation}生于 ${bornOn}`,
  );
}
