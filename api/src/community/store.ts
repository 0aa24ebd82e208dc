import { type Row, row } from '@bank/db/plan';
import {
  communityAreas,
  communityBindCodes,
  communityCards,
  communityHouseholds,
  communityPeople,
} from '@bank/db/schema/community';
import { type ViewRow, view } from '@bank/db/view';
import { liesUnder, sitePathOf } from './area-paths.ts';

export type AreaRecord = typeof communityAreas.$inferSelect;
export type HouseholdRecord = typeof communityHouseholds.$inferSelect;
export type PersonRecord = typeof communityPeople.$inferSelect;
export type CardRecord = typeof communityCards.$inferSelect;

const text = (value: ViewRow[string] | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

function personOf(found: ViewRow): PersonRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    householdId: text(found.household_id),
    code: String(found.code),
    name: String(found.name),
    initials: String(found.initials),
    relation: String(found.relation),
    sex: String(found.sex),
    ethnicity: String(found.ethnicity),
    bornOn: text(found.born_on),
    movedInOn: text(found.moved_in_on),
    phone: text(found.phone),
    originTown: String(found.origin_town),
    originVillage: String(found.origin_village),
    isLeftBehindChild: found.is_left_behind_child === 1,
    isLoneElder: found.is_lone_elder === 1,
    isDisabled: found.is_disabled === 1,
    isPartyMember: found.is_party_member === 1,
    note: String(found.note),
    state: String(found.state) as PersonRecord['state'],
  };
}

function householdOf(found: ViewRow): HouseholdRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    code: String(found.code),
    areaId: String(found.area_id),
    building: String(found.building),
    unit: String(found.unit),
    room: String(found.room),
    isLowIncome: found.is_low_income === 1,
    note: String(found.note),
    state: String(found.state) as HouseholdRecord['state'],
  };
}

function areaOf(found: ViewRow): AreaRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    parentId: text(found.parent_id),
    level: Number(found.level),
    levelName: String(found.level_name),
    code: String(found.code),
    name: String(found.name),
    path: String(found.path),
    address: text(found.address),
    township: text(found.township),
    partyOrganisation: text(found.party_organisation),
    openDays: text(found.open_days),
  };
}

/** Only whether somebody is here, and the number on the roster. */
export const personPhone = view(
  `SELECT j.key, p.id, p.phone FROM json_each(?) j
     CROSS JOIN community_people p ON p.id = j.value AND p.state = 'here'`,
  ([found]) => (found ? { id: String(found.id), phone: text(found.phone) } : null),
);

/** A person with the path of the area of the home; staff who do not live here have none. */
export const personById = view(
  `SELECT j.key, p.*, a.path AS area_path FROM json_each(?) j
     CROSS JOIN community_people p ON p.id = j.value
     LEFT JOIN community_households h ON h.id = p.household_id
     LEFT JOIN community_areas a ON a.id = h.area_id`,
  ([found]) => (found ? { person: personOf(found), areaPath: text(found.area_path) } : null),
);

/** A household with the path of its area. */
export const householdById = view(
  `SELECT j.key, h.*, a.path AS area_path FROM json_each(?) j
     CROSS JOIN community_households h ON h.id = j.value
     JOIN community_areas a ON a.id = h.area_id`,
  ([found]) =>
    found ? { household: householdOf(found), areaPath: String(found.area_path) } : null,
);

export const areaById = view(
  `SELECT j.key, a.* FROM json_each(?) j CROSS JOIN community_areas a ON a.id = j.value`,
  ([found]) => (found ? areaOf(found) : null),
);

/** The people of a household who are here, householder first. */
export const peopleOfHousehold = view(
  `SELECT j.key, p.* FROM json_each(?) j
     CROSS JOIN community_people p ON p.household_id = j.value AND p.state = 'here'
    ORDER BY j.key, p.relation <> '户主', p.code`,
  (rows) => rows.map(personOf),
);

/** What a printed sheet says of a home: who, where, and the bind code it replaces. */
export interface HomeToPrint {
  readonly householdId: string;
  readonly code: string;
  readonly building: string;
  readonly siteName: string;
  readonly householderName: string;
  readonly bindCodeVersion: number;
}

const HOMES_TO_PRINT = `h.id, h.code, h.building, site.name AS site_name,
          coalesce((SELECT p.name FROM community_people p WHERE p.household_id = h.id
            AND p.state = 'here' ORDER BY p.relation <> '户主', p.code LIMIT 1), '') AS householder,
          coalesce(b.version, 0) AS bind_version
     FROM json_each(?) j`;
const SITE_AND_CODE = `LEFT JOIN community_bind_codes b ON b.id = h.id
     LEFT JOIN community_areas site ON site.level = 1 AND site.path = ${sitePathOf('a.path')}`;

const homeToPrint = (found: ViewRow): HomeToPrint => ({
  householdId: String(found.id),
  code: String(found.code),
  building: String(found.building),
  siteName: String(found.site_name ?? ''),
  householderName: String(found.householder),
  bindCodeVersion: Number(found.bind_version),
});

/** The homes that live in an area, by its path. */
export const homesInArea = view(
  `SELECT j.key, ${HOMES_TO_PRINT}
     CROSS JOIN community_areas a ON ${liesUnder('a.path', 'j.value')}
     JOIN community_households h ON h.area_id = a.id AND h.state = 'living'
     ${SITE_AND_CODE} ORDER BY j.key, h.code`,
  (rows) => rows.map(homeToPrint),
);

export const homeById = view(
  `SELECT j.key, ${HOMES_TO_PRINT}
     CROSS JOIN community_households h ON h.id = j.value AND h.state = 'living'
     JOIN community_areas a ON a.id = h.area_id
     ${SITE_AND_CODE} ORDER BY j.key, h.code`,
  (rows) => rows.map(homeToPrint),
);

/** The household of a bind code, with the people who could claim it. */
export const householdByBindCode = view(
  `SELECT j.key, h.id AS home_id, h.code AS home_code, p.* FROM json_each(?) j
     CROSS JOIN community_bind_codes b ON b.code_hash = j.value
     JOIN community_households h ON h.id = b.id AND h.state = 'living'
     LEFT JOIN community_people p ON p.household_id = h.id AND p.state = 'here'`,
  (rows) => {
    const [first] = rows;
    if (!first) return null;
    return {
      householdId: String(first.home_id),
      householdCode: String(first.home_code),
      people: rows.filter((found) => found.id !== null).map(personOf),
    };
  },
);

/** The active card of a serial, with its holder and home. */
export const cardBySerial = view(
  `SELECT j.key, c.id AS card_id, c.version AS card_version, c.serial, c.state AS card_state,
          c.made_at_ms, p.*, a.path AS area_path
     FROM json_each(?) j CROSS JOIN community_cards c ON c.serial = j.value
     JOIN community_people p ON p.id = c.person_id
     JOIN community_households h ON h.id = p.household_id
     JOIN community_areas a ON a.id = h.area_id`,
  ([found]) =>
    found
      ? { card: cardOf(found), person: personOf(found), areaPath: String(found.area_path) }
      : null,
);

export const cardById = view(
  `SELECT j.key, c.id AS card_id, c.version AS card_version, c.serial, c.state AS card_state,
          c.made_at_ms, p.id, a.path AS area_path, c.person_id
     FROM json_each(?) j CROSS JOIN community_cards c ON c.id = j.value
     JOIN community_people p ON p.id = c.person_id
     JOIN community_households h ON h.id = p.household_id
     JOIN community_areas a ON a.id = h.area_id`,
  ([found]) => (found ? { card: cardOf(found), areaPath: String(found.area_path) } : null),
);

function cardOf(found: ViewRow): CardRecord {
  return {
    id: String(found.card_id),
    version: Number(found.card_version),
    serial: String(found.serial),
    personId: String(found.id),
    state: String(found.card_state) as CardRecord['state'],
    madeAtMs: Number(found.made_at_ms),
  };
}

/** Several people with their homes, sites and the card each holds now. Keyed by a list of ids. */
export const cardCandidates = view(
  `SELECT j.key, p.*, h.code AS home_code, h.building, a.path AS area_path, site.name AS site_name,
          site.path AS site_path, c.id AS card_id, c.version AS card_version, c.serial,
          c.state AS card_state, c.made_at_ms
     FROM json_each(?) j CROSS JOIN json_each(j.value) one
     JOIN community_people p ON p.id = one.value AND p.state = 'here'
     JOIN community_households h ON h.id = p.household_id
     JOIN community_areas a ON a.id = h.area_id
     LEFT JOIN community_areas site ON site.level = 1 AND site.path = ${sitePathOf('a.path')}
     LEFT JOIN community_cards c ON c.person_id = p.id AND c.state = 'active'
    ORDER BY j.key, one.key`,
  (rows) =>
    rows.map((found) => ({
      person: personOf(found),
      householdCode: String(found.home_code),
      building: String(found.building),
      areaPath: String(found.area_path),
      siteName: String(found.site_name ?? ''),
      sitePath: String(found.site_path ?? ''),
      card: found.card_id === null ? null : cardOf(found),
    })),
);

export function recordArea(area: AreaRecord): Row {
  return row(communityAreas, area);
}

export function recordHousehold(household: HouseholdRecord): Row {
  return row(communityHouseholds, household);
}

export function recordPerson(person: PersonRecord): Row {
  return row(communityPeople, person);
}

export function recordCard(card: CardRecord): Row {
  return row(communityCards, card);
}

/** The new bind code of a household: only its keyed hash. */
export function recordBindCode(
  householdId: string,
  versionBefore: number,
  codeHash: string,
  nowMs: number,
): Row {
  return row(communityBindCodes, {
    id: householdId,
    version: versionBefore + 1,
    codeHash,
    madeAtMs: nowMs,
  });
}

/** Somebody who works here and does not live here: known by a staff number, without a home. */
export function newStaff(
  staff: Pick<PersonRecord, 'id' | 'code' | 'name' | 'initials'> & Partial<PersonRecord>,
): PersonRecord {
  return {
    version: 1,
    householdId: null,
    relation: '',
    sex: '',
    ethnicity: '',
    bornOn: null,
    movedInOn: null,
    phone: null,
    originTown: '',
    originVillage: '',
    isLeftBehindChild: false,
    isLoneElder: false,
    isDisabled: false,
    isPartyMember: false,
    note: '',
    state: 'here',
    ...staff,
  };
}
