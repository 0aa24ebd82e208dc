import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communityAreas, communityPeople } from './community.ts';

/** A way in: one WeChat user, or one person with a PIN. A keyed hash stands for the openid. */
export const accessAccounts = sqliteTable(
  'access_accounts',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    openIdHash: text('open_id_hash').unique(),
    personId: text('person_id').references(() => communityPeople.id),
    isCareMode: integer('is_care_mode', { mode: 'boolean' }).notNull(),
    inboxReadAtMs: integer('inbox_read_at_ms').notNull(),
  },
  (account) => [index('access_accounts_by_person').on(account.personId)],
);

/** A session is 32 random bytes that only the phone holds; here lies their hash. */
export const accessSessions = sqliteTable(
  'access_sessions',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    accountId: text('account_id')
      .notNull()
      .references(() => accessAccounts.id),
    madeAtMs: integer('made_at_ms').notNull(),
    expiresAtMs: integer('expires_at_ms').notNull(),
    state: text({ enum: ['open', 'ended'] }).notNull(),
  },
  (session) => [index('access_sessions_by_account').on(session.accountId)],
);

/** The PIN of a person (the id is the person's), as an argon2 hash. */
export const accessPins = sqliteTable('access_pins', {
  id: text()
    .primaryKey()
    .references(() => communityPeople.id),
  version: integer().notNull(),
  pinHash: text('pin_hash').notNull(),
  setAtMs: integer('set_at_ms').notNull(),
});

/** 一次性码, one a person (the id is the person's): a new one replaces the old. */
export const accessOneTimeCodes = sqliteTable('access_one_time_codes', {
  id: text()
    .primaryKey()
    .references(() => communityPeople.id),
  version: integer().notNull(),
  codeHash: text('code_hash').notNull().unique(),
  expiresAtMs: integer('expires_at_ms').notNull(),
  isUsed: integer('is_used', { mode: 'boolean' }).notNull(),
});

/** Wrong tries, by a keyed hash of what was tried: a phone, a session, a counter. */
export const accessTries = sqliteTable('access_tries', {
  id: text().primaryKey(),
  version: integer().notNull(),
  windowStartMs: integer('window_start_ms').notNull(),
  wrongCount: integer('wrong_count').notNull(),
});

/** 岗位: a person, a post, an area, from a day to a day. */
export const accessGrants = sqliteTable(
  'access_grants',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => communityPeople.id),
    role: text().notNull(),
    areaId: text('area_id')
      .notNull()
      .references(() => communityAreas.id),
    fromOn: text('from_on').notNull(),
    toOn: text('to_on'),
    state: text({ enum: ['active', 'waiting', 'ended'] }).notNull(),
    organisation: text().notNull(),
    /** 工号, when the post came with a roster. */
    staffNumber: text('staff_number').unique(),
    /** The number to ring about this post; the person's own lies with the person. */
    contactPhone: text('contact_phone'),
    note: text().notNull(),
    givenBy: text('given_by').notNull(),
    approvedBy: text('approved_by'),
  },
  (grant) => [
    check('nobody_gives_himself_a_post', sql`${grant.givenBy} <> ${grant.personId}`),
    check(
      'nobody_approves_his_own_post',
      sql`${grant.approvedBy} IS NULL OR ${grant.approvedBy} <> ${grant.personId}`,
    ),
    check(
      'a_post_ends_after_it_begins',
      sql`${grant.toOn} IS NULL OR ${grant.toOn} >= ${grant.fromOn}`,
    ),
    index('access_grants_by_person').on(grant.personId),
    uniqueIndex('one_post_of_a_kind_in_an_area')
      .on(grant.personId, grant.role, grant.areaId)
      .where(sql`${grant.state} <> 'ended'`),
  ],
);

/**
 * How many county admins are in office: the row that two admins who end each other's post both
 * write, so that one always stays.
 */
export const accessAdminRoll = sqliteTable(
  'access_admin_roll',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    adminCount: integer('admin_count').notNull(),
  },
  (roll) => [check('an_admin_stays', sql`${roll.adminCount} >= 1`)],
);
