import { accessAccounts, accessPins } from '@bank/db/schema/access';
import {
  communityAreas,
  communityBindCodes,
  communityCards,
  communityHouseholds,
  communityPeople,
} from '@bank/db/schema/community';
import { dayOf } from '@bank/shared/calendar';
import {
  FindHouseholds,
  type HouseholdCard,
  type HouseholdFile,
  ListAreas,
  ReadHousehold,
  ReadOwnHousehold,
} from '@bank/shared/contracts/community';
import { AreaId, CardId, HouseholdId, PersonId } from '@bank/shared/ids';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { and, asc, eq, inArray, like, or, sql } from 'drizzle-orm';
import { liesIn } from '../platform/duty.ts';
import { query, type Window } from '../platform/query.ts';
import { addressOf, ageOn, HOUSEHOLDER } from './household.ts';
import { voterOf } from './voters.ts';

const HOUSEHOLDS_MAX = 30;

export const listAreas = query(ListAreas, async ({ reader }) => {
  const areas = await reader.select().from(communityAreas).orderBy(asc(communityAreas.path));
  return accept({
    countyName: areas.find((area) => area.level === 0)?.name ?? '',
    areas: areas.map((area) => ({
      level: area.level,
      levelName: area.levelName,
      code: area.code,
      name: area.name,
      path: area.path,
      id: AreaId.parse(area.id),
      parentId: area.parentId === null ? null : AreaId.parse(area.parentId),
    })),
  });
});

/** A clerk's search box: one box for code, name, initials, the end of a phone, or a door. */
export const findHouseholds = query(FindHouseholds, async (window, { search }) => {
  const within = or(
    ...window.areas.map((path) => like(communityAreas.path, `${path}%`)),
    sql`false`,
  );
  const bySomebody = sql`EXISTS (SELECT 1 FROM ${communityPeople} p WHERE p.household_id =
    ${communityHouseholds.id} AND p.state = 'here' AND (instr(p.name, ${search}) OR
    (length(${search}) >= 2 AND instr(p.initials, lower(${search}))) OR
    (length(${search}) >= 4 AND substr(p.phone, -length(${search})) = ${search}) OR p.phone = ${search}))`;
  const byDoor = sql`instr(replace(${communityHouseholds.building} || ${communityHouseholds.unit} ||
    ${communityHouseholds.room}, ' ', ''), replace(${search}, ' ', ''))`;
  const found = await window.reader
    .select({ id: communityHouseholds.id })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .where(
      and(
        within,
        eq(communityHouseholds.state, 'living'),
        or(sql`instr(${communityHouseholds.code}, ${search})`, bySomebody, byDoor),
      ),
    )
    .orderBy(asc(communityHouseholds.code))
    .limit(HOUSEHOLDS_MAX + 1);
  const ids = found.slice(0, HOUSEHOLDS_MAX).map(({ id }) => id);
  return accept({
    households: await describeHouseholds(window, ids),
    more: found.length > HOUSEHOLDS_MAX,
  });
});

async function describeHouseholds(
  { reader }: Pick<Window, 'reader'>,
  ids: readonly string[],
): Promise<HouseholdCard[]> {
  if (ids.length === 0) return [];
  const people = sql`FROM ${communityPeople} p WHERE p.household_id = ${communityHouseholds.id} AND p.state = 'here'`;
  const rows = await reader
    .select({
      home: communityHouseholds,
      areaName: communityAreas.name,
      householder: sql<
        string | null
      >`(SELECT p.name ${people} ORDER BY p.relation <> ${HOUSEHOLDER}, p.code LIMIT 1)`,
      peopleCount: sql<number>`(SELECT count(*) ${people})`,
    })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .where(inArray(communityHouseholds.id, [...ids]))
    .orderBy(asc(communityHouseholds.code));
  return rows.map(({ home, areaName, householder, peopleCount }) => ({
    id: HouseholdId.parse(home.id),
    code: home.code,
    householderName: householder ?? '',
    address: addressOf(home),
    areaName,
    peopleCount,
  }));
}

async function describeFile(window: Window, householdId: string): Promise<Outcome<HouseholdFile>> {
  const { reader } = window;
  const [card] = await describeHouseholds(window, [householdId]);
  const [home] = await reader
    .select()
    .from(communityHouseholds)
    .where(eq(communityHouseholds.id, householdId));
  if (!card || !home) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const people = await reader
    .select({
      person: communityPeople,
      isSignedUp: sql<number>`EXISTS (SELECT 1 FROM ${accessAccounts} WHERE ${accessAccounts.personId} = ${communityPeople.id})
        OR EXISTS (SELECT 1 FROM ${accessPins} WHERE ${accessPins.id} = ${communityPeople.id})`,
    })
    .from(communityPeople)
    .where(and(eq(communityPeople.householdId, householdId), eq(communityPeople.state, 'here')))
    .orderBy(sql`${communityPeople.relation} <> ${HOUSEHOLDER}`, asc(communityPeople.code));
  const cards = await reader
    .select({ card: communityCards, personName: communityPeople.name })
    .from(communityCards)
    .innerJoin(communityPeople, eq(communityPeople.id, communityCards.personId))
    .where(eq(communityPeople.householdId, householdId))
    .orderBy(asc(communityCards.madeAtMs));
  const [bindCode] = await reader
    .select({ id: communityBindCodes.id })
    .from(communityBindCodes)
    .where(eq(communityBindCodes.id, householdId));
  const voter = await window.lookout.look(voterOf, householdId);
  const today = dayOf(window.nowMs);
  return accept({
    ...card,
    areaId: AreaId.parse(home.areaId),
    building: home.building,
    unit: home.unit,
    room: home.room,
    isLowIncome: home.isLowIncome,
    movedInOn: people[0]?.person.movedInOn ?? null,
    note: home.note,
    people: people.map(({ person, isSignedUp }) => ({
      id: PersonId.parse(person.id),
      code: person.code,
      name: person.name,
      relation: person.relation,
      sex: person.sex,
      ageYears: ageOn(person.bornOn, today),
      hasPhone: person.phone !== null,
      isSignedUp: isSignedUp === 1,
    })),
    cards: cards.map(({ card: made, personName }) => ({
      id: CardId.parse(made.id),
      personId: PersonId.parse(made.personId),
      personName,
      state: made.state,
      madeAtMs: made.madeAtMs,
    })),
    hasBindCode: bindCode !== undefined,
    voterPersonId: voter.personId === null ? null : PersonId.parse(voter.personId),
  });
}

/** Whether a household lies in one of the reader's areas. */
export async function isWithin(window: Window, householdId: string): Promise<boolean> {
  const [found] = await window.reader
    .select({ path: communityAreas.path })
    .from(communityHouseholds)
    .innerJoin(communityAreas, eq(communityAreas.id, communityHouseholds.areaId))
    .where(eq(communityHouseholds.id, householdId));
  return found !== undefined && window.areas.some((area) => liesIn(found.path, area));
}

export const readHousehold = query(ReadHousehold, async (window, { householdId }) => {
  if (!(await isWithin(window, householdId))) {
    return refuse({ code: 'request/not-found', facts: NO_FACTS });
  }
  return describeFile(window, householdId);
});

export const readOwnHousehold = query(ReadOwnHousehold, async (window) => {
  const { actor } = window;
  if (actor.kind !== 'person' || actor.householdId === null) {
    return refuse({ code: 'request/not-found', facts: NO_FACTS });
  }
  const file = await describeFile(window, actor.householdId);
  // The clerk's own note stays with the clerks.
  return file.ok ? accept({ ...file.value, note: '' }) : file;
});
