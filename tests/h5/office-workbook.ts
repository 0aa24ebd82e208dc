import { communityAreas, communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { and, eq, isNotNull, like, or } from 'drizzle-orm';
import { PEOPLE_HEADINGS } from '../samples/roster-sample.ts';
import { type SampleCell, writeWorkbook } from '../samples/write-workbook.ts';
import type { Town } from './town.ts';

type Person = typeof communityPeople.$inferSelect;

/** A home of the first site as the book has it: nobody of it holds a post or a door of the demonstration. */
export interface Home {
  readonly household: typeof communityHouseholds.$inferSelect;
  readonly cluster: string;
  readonly grid: string;
  readonly site: string;
  /** The householder first; the first two have a phone. */
  readonly people: readonly [Person, Person, ...Person[]];
}

/** The home of a number. */
async function homeOf({ bank }: Town, code: string): Promise<Home> {
  const [found] = await bank.reader
    .select({ household: communityHouseholds, cluster: communityAreas.code })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .where(eq(communityHouseholds.code, code));
  const above = await bank.reader
    .select({ code: communityAreas.code, name: communityAreas.name })
    .from(communityAreas)
    .where(
      or(eq(communityAreas.code, code.slice(0, 2)), eq(communityAreas.code, code.slice(0, 4))),
    );
  const people = await bank.reader
    .select()
    .from(communityPeople)
    .where(eq(communityPeople.householdId, found?.household.id ?? ''))
    .orderBy(communityPeople.code);
  const [first, second, ...rest] = people;
  const nameOf = (area: string) => above.find((one) => one.code === area)?.name ?? '';
  if (!found || !first?.phone || !second?.phone) throw new Error(`no such home as wished: ${code}`);
  return {
    ...found,
    site: nameOf(code.slice(0, 2)),
    grid: nameOf(code.slice(0, 4)),
    people: [first, second, ...rest],
  };
}

/** A home of the second grid with two phones, by its place in the roster: other journeys keep to the first grid. */
export async function homeWithPhones(town: Town, at: number): Promise<Home> {
  const homes = await town.bank.reader
    .select({ code: communityPeople.code })
    .from(communityPeople)
    .where(
      and(
        like(communityPeople.code, '0102%02'),
        eq(communityPeople.relation, '配偶'),
        isNotNull(communityPeople.phone),
      ),
    )
    .orderBy(communityPeople.code);
  return homeOf(town, homes[at]?.code.slice(0, 8) ?? '');
}

const tick = (on: boolean) => (on ? '是' : '否');

/** A line of the roster as an office would write it. */
export function lineOf(home: Home, person: Person): SampleCell[] {
  const { household, site, grid, cluster } = home;
  return [
    1,
    household.code,
    person.code,
    site,
    grid,
    cluster,
    household.building,
    household.unit,
    household.room,
    person.name,
    person.relation,
    person.sex,
    person.ethnicity,
    person.bornOn === null ? null : { date: person.bornOn },
    person.phone,
    person.originTown,
    person.originVillage,
    tick(household.isLowIncome),
    tick(person.isLeftBehindChild),
    tick(person.isLoneElder),
    tick(person.isDisabled),
    tick(person.isPartyMember),
    person.movedInOn === null ? null : { date: person.movedInOn },
    null,
  ];
}

/** A workbook with one sheet of people, as a browser takes it from the clerk's disk. */
export function rosterFile(name: string, lines: readonly (readonly SampleCell[])[]) {
  const rows = [PEOPLE_HEADINGS, ...lines];
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(writeWorkbook([{ name: '家庭花名册', rows }])),
  };
}
