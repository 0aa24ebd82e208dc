import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What this database is: one row, written when it is made. `demo` alone opens the demo's doors. */
export const bankCharter = sqliteTable(
  'bank_charter',
  {
    id: integer().primaryKey(),
    kind: text({ enum: ['demo', 'county'] }).notNull(),
    madeAtMs: integer('made_at_ms').notNull(),
  },
  (charter) => [check('one_charter_a_bank', sql`${charter.id} = 1`)],
);

/** 操作留痕. One entry for every answered command, in the same transaction as its effect. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    requestId: text('request_id').primaryKey(),
    command: text().notNull(),
    actorId: text('actor_id').notNull(),
    /** The post or relation that gave the duty, such as `teller` or `householder`. */
    actingAs: text('acting_as').notNull(),
    areaPath: text('area_path'),
    subjectId: text('subject_id'),
    /** `done`, or the code of the refusal. */
    outcome: text().notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (entry) => [
    index('audit_entries_by_subject').on(entry.subjectId, entry.atMs),
    index('audit_entries_by_time').on(entry.atMs),
  ],
);

/**
 * One answer per request id, for ever. The fingerprint is a keyed hash of the input without its
 * secrets; the answer is what the phone may hear again, never a code, a PIN or a token.
 */
export const answeredRequests = sqliteTable('answered_requests', {
  requestId: text('request_id').primaryKey(),
  fingerprint: text().notNull(),
  answer: text().notNull(),
  atMs: integer('at_ms').notNull(),
});
