import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** 消息 to one person: a code and facts; the sentence is made when it is read. */
export const noticesInbox = sqliteTable(
  'notices_inbox',
  {
    id: text().primaryKey(),
    personId: text('person_id').notNull(),
    kind: text().notNull(),
    /** JSON of codes, ids, counts and public names only. */
    facts: text().notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (line) => [index('notices_inbox_by_person').on(line.personId, line.atMs)],
);

/** 公示: a public list that takes itself down. `lines` is JSON and already masked. */
export const noticesBoard = sqliteTable(
  'notices_board',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    sitePath: text('site_path').notNull(),
    title: text().notNull(),
    lines: text().notNull(),
    postedAtMs: integer('posted_at_ms').notNull(),
    untilMs: integer('until_ms').notNull(),
  },
  (notice) => [index('notices_board_by_site').on(notice.sitePath, notice.untilMs)],
);
