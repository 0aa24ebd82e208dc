import { HELPED, RETURN_REASONS, SERVICE_STATES } from '@bank/shared/contracts/volunteering';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { communityPeople } from './community.ts';

/** 志愿服务 that somebody wrote down and a team leader confirms. Time at an event is an attendance. */
export const volunteeringServices = sqliteTable(
  'volunteering_services',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => communityPeople.id),
    householdId: text('household_id').notNull(),
    startsAtMs: integer('starts_at_ms').notNull(),
    endsAtMs: integer('ends_at_ms').notNull(),
    minutes: integer().notNull(),
    /** Whom it helped: one of the 七助, or the community. */
    helped: text({ enum: HELPED }).notNull(),
    /** What was done, in the volunteer's words. */
    words: text().notNull(),
    state: text({ enum: SERVICE_STATES }).notNull(),
    returnReason: text('return_reason', { enum: RETURN_REASONS }),
    decidedBy: text('decided_by'),
    decidedAtMs: integer('decided_at_ms'),
    loggedAtMs: integer('logged_at_ms').notNull(),
  },
  (service) => [
    index('volunteering_services_by_person').on(service.personId, service.startsAtMs),
    index('volunteering_services_by_state').on(service.state, service.loggedAtMs),
    check(
      'minutes_are_the_time_between',
      sql`${service.minutes} * 60000 = ${service.endsAtMs} - ${service.startsAtMs}`,
    ),
    check('a_service_lasts_half_an_hour', sql`${service.minutes} BETWEEN 30 AND 720`),
    check('a_service_is_over', sql`${service.endsAtMs} <= ${service.loggedAtMs}`),
    check(
      'a_decided_service_says_by_whom',
      sql`(${service.state} IN ('confirmed', 'returned')) = (${service.decidedBy} IS NOT NULL AND ${service.decidedAtMs} IS NOT NULL)`,
    ),
    check(
      'nobody_confirms_the_own_service',
      sql`coalesce(${service.decidedBy} <> ${service.personId}, 1)`,
    ),
    check(
      'a_returned_service_says_why',
      sql`(${service.state} = 'returned') = (${service.returnReason} IS NOT NULL)`,
    ),
  ],
);
