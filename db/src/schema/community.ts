import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

/** 县 → 安置点 → 网格 → 联户: a tree whose level names the county sets. */
export const communityAreas = sqliteTable(
  'community_areas',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    parentId: text('parent_id').references((): AnySQLiteColumn => communityAreas.id),
    /** 0 is the county. */
    level: integer().notNull(),
    levelName: text('level_name').notNull(),
    code: text().notNull(),
    name: text().notNull(),
    path: text().notNull().unique(),
    address: text(),
    /** 所在街道乡镇 and 党组织组建方式, of a site. */
    township: text(),
    partyOrganisation: text('party_organisation'),
    /** 固定兑换日, of a site. */
    openDays: text('open_days'),
  },
  (area) => [
    check('a_path_ends_in_a_slash', sql`${area.path} LIKE '/%' AND ${area.path} LIKE '%/'`),
    check('only_the_county_has_no_parent', sql`(${area.level} = 0) = (${area.parentId} IS NULL)`),
    index('community_areas_by_code').on(area.code),
  ],
);

/** 户. Points belong to households. */
export const communityHouseholds = sqliteTable(
  'community_households',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    /** 户编号, as in the roster; also the number of the passbook. */
    code: text().notNull().unique(),
    areaId: text('area_id')
      .notNull()
      .references(() => communityAreas.id),
    building: text().notNull(),
    unit: text().notNull(),
    room: text().notNull(),
    isLowIncome: integer('is_low_income', { mode: 'boolean' }).notNull(),
    note: text().notNull(),
    state: text({ enum: ['living', 'left'] }).notNull(),
  },
  (household) => [
    index('community_households_by_area').on(household.areaId),
    index('community_households_by_room').on(household.building, household.room),
  ],
);

/** A person of the roster, or staff who do not live here. No identity numbers, ever. */
export const communityPeople = sqliteTable(
  'community_people',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    householdId: text('household_id').references(() => communityHouseholds.id),
    /** 人员编号 of the roster, or 工号 of staff. */
    code: text().notNull().unique(),
    name: text().notNull(),
    /** Initials in pinyin for search and sort, such as `zxf`. */
    initials: text().notNull(),
    relation: text().notNull(),
    sex: text().notNull(),
    ethnicity: text().notNull(),
    bornOn: text('born_on'),
    movedInOn: text('moved_in_on'),
    phone: text(),
    originTown: text('origin_town').notNull(),
    originVillage: text('origin_village').notNull(),
    isLeftBehindChild: integer('is_left_behind_child', { mode: 'boolean' }).notNull(),
    isLoneElder: integer('is_lone_elder', { mode: 'boolean' }).notNull(),
    isDisabled: integer('is_disabled', { mode: 'boolean' }).notNull(),
    isPartyMember: integer('is_party_member', { mode: 'boolean' }).notNull(),
    note: text().notNull(),
    state: text({ enum: ['here', 'left'] }).notNull(),
  },
  (person) => [
    index('community_people_by_household').on(person.householdId),
    index('community_people_by_phone').on(person.phone),
    index('community_people_by_name').on(person.name),
    index('community_people_by_initials').on(person.initials),
    uniqueIndex('one_householder_a_household')
      .on(person.householdId)
      .where(sql`${person.relation} = '户主' AND ${person.state} = 'here'`),
  ],
);

/** 联户长, as elected: one a cluster (the id is the area's). The duty itself is a post. */
export const communityClusterLeads = sqliteTable('community_cluster_leads', {
  id: text()
    .primaryKey()
    .references(() => communityAreas.id),
  version: integer().notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => communityPeople.id),
  phone: text(),
  electedOn: text('elected_on'),
  termEndsOn: text('term_ends_on'),
});

/** 替户主投票的人: one a home (the id is the household's); nobody after the householder took it back. */
export const communityVoters = sqliteTable('community_voters', {
  id: text()
    .primaryKey()
    .references(() => communityHouseholds.id),
  version: integer().notNull(),
  personId: text('person_id').references(() => communityPeople.id),
});

/** 绑定码: only its keyed hash; a new one replaces the old. The id is the household's. */
export const communityBindCodes = sqliteTable('community_bind_codes', {
  id: text()
    .primaryKey()
    .references(() => communityHouseholds.id),
  version: integer().notNull(),
  codeHash: text('code_hash').notNull().unique(),
  madeAtMs: integer('made_at_ms').notNull(),
});

/** 纸卡 of an elder. The serial goes into the QR; it says nothing about the person. */
export const communityCards = sqliteTable(
  'community_cards',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    serial: text().notNull().unique(),
    personId: text('person_id')
      .notNull()
      .references(() => communityPeople.id),
    state: text({ enum: ['active', 'revoked'] }).notNull(),
    madeAtMs: integer('made_at_ms').notNull(),
  },
  (card) => [
    uniqueIndex('one_active_card_a_person').on(card.personId).where(sql`${card.state} = 'active'`),
  ],
);
