import {
  ATTENDANCE_STATES,
  CANCEL_REASONS,
  CHECK_IN_WAYS,
  COUNTED_BY,
  EVENT_KINDS,
  OCCASION_STATES,
  SIGN_UP_STATES,
  UNDO_REASONS,
} from '@bank/shared/contracts/events';
import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communityAreas, communityPeople } from './community.ts';

/** 活动: what it is, where it belongs and what it earns. When it happens is an occasion. */
export const eventsEvents = sqliteTable(
  'events_events',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    areaId: text('area_id')
      .notNull()
      .references(() => communityAreas.id),
    kind: text({ enum: EVENT_KINDS }).notNull(),
    title: text().notNull(),
    description: text().notNull(),
    contactName: text('contact_name').notNull(),
    contactPhone: text('contact_phone').notNull(),
    /** The rule of the rulebook by which a check-in earns; null when it earns nothing. */
    ruleCode: text('rule_code'),
    countedBy: text('counted_by', { enum: COUNTED_BY }).notNull(),
    /** 一户多人参加按一次计. */
    oncePerHousehold: integer('once_per_household', { mode: 'boolean' }).notNull(),
    /** Time from check-in to check-out counts as 志愿时长. */
    countsHours: integer('counts_hours', { mode: 'boolean' }).notNull(),
    arrangedBy: text('arranged_by').notNull(),
    arrangedAtMs: integer('arranged_at_ms').notNull(),
  },
  (event) => [
    index('events_events_by_area').on(event.areaId),
    check(
      'who_is_only_counted_earns_nothing',
      sql`${event.countedBy} = 'check-in' OR (${event.ruleCode} IS NULL AND ${event.countsHours} = 0)`,
    ),
  ],
);

/** 场次. Its seats are a book of the ledger; its version moves with all that must not race. */
export const eventsOccasions = sqliteTable(
  'events_occasions',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    eventId: text('event_id')
      .notNull()
      .references(() => eventsEvents.id),
    /** The eight public characters that name it inside its rotating code. */
    publicKey: text('public_key').notNull().unique(),
    place: text().notNull(),
    startsAtMs: integer('starts_at_ms').notNull(),
    endsAtMs: integer('ends_at_ms').notNull(),
    /** Null is no limit. */
    capacity: integer(),
    /** Null when nobody needs to sign up. */
    signUpOpensAtMs: integer('sign_up_opens_at_ms'),
    signUpClosesAtMs: integer('sign_up_closes_at_ms'),
    takesWalkIns: integer('takes_walk_ins', { mode: 'boolean' }).notNull(),
    /** The last number that was given in the line of those who wait. */
    lastQueueNumber: integer('last_queue_number').notNull(),
    state: text({ enum: OCCASION_STATES }).notNull(),
    headcount: integer(),
    cancelReason: text('cancel_reason', { enum: CANCEL_REASONS }),
    endedBy: text('ended_by'),
    endedAtMs: integer('ended_at_ms'),
  },
  (occasion) => [
    index('events_occasions_by_event').on(occasion.eventId, occasion.startsAtMs),
    index('events_occasions_by_time').on(occasion.state, occasion.endsAtMs),
    check('an_occasion_ends_after_it_starts', sql`${occasion.endsAtMs} > ${occasion.startsAtMs}`),
    check(
      'an_occasion_seats_somebody',
      sql`${occasion.capacity} IS NULL OR ${occasion.capacity} BETWEEN 1 AND 10000`,
    ),
    check(
      'sign_up_has_a_window_or_none',
      sql`(${occasion.signUpOpensAtMs} IS NULL) = (${occasion.signUpClosesAtMs} IS NULL)
        AND coalesce(${occasion.signUpOpensAtMs} < ${occasion.signUpClosesAtMs}, 1)
        AND coalesce(${occasion.signUpClosesAtMs} <= ${occasion.startsAtMs}, 1)`,
    ),
    check(
      'without_sign_up_anybody_walks_in',
      sql`${occasion.signUpOpensAtMs} IS NOT NULL OR ${occasion.takesWalkIns} = 1`,
    ),
    check(
      'an_ended_occasion_says_who_ended_it',
      sql`(${occasion.state} = 'planned') = (${occasion.endedBy} IS NULL)
        AND (${occasion.state} = 'planned') = (${occasion.endedAtMs} IS NULL)
        AND (${occasion.state} = 'cancelled') = (${occasion.cancelReason} IS NOT NULL)`,
    ),
    check(
      'heads_are_counted_at_the_close',
      sql`${occasion.headcount} IS NULL OR (${occasion.state} = 'closed' AND ${occasion.headcount} >= 0)`,
    ),
  ],
);

/** 报名. One row a person and occasion, `occasion|person`, so that nobody signs up twice. */
export const eventsSignUps = sqliteTable(
  'events_sign_ups',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    occasionId: text('occasion_id')
      .notNull()
      .references(() => eventsOccasions.id),
    personId: text('person_id')
      .notNull()
      .references(() => communityPeople.id),
    state: text({ enum: SIGN_UP_STATES }).notNull(),
    /** The place in the line; kept after a promotion, null when there never was a line. */
    queueNumber: integer('queue_number'),
    /** Came without having signed up. */
    isWalkIn: integer('is_walk_in', { mode: 'boolean' }).notNull(),
    askedAtMs: integer('asked_at_ms').notNull(),
  },
  (signUp) => [
    index('events_sign_ups_by_person').on(signUp.personId, signUp.state),
    index('events_sign_ups_by_occasion').on(signUp.occasionId, signUp.state),
    uniqueIndex('one_place_in_line_a_number').on(signUp.occasionId, signUp.queueNumber),
    check(
      'one_sign_up_a_person',
      sql`${signUp.id} = ${signUp.occasionId} || '|' || ${signUp.personId}`,
    ),
    check(
      'who_waits_has_a_number',
      sql`${signUp.state} <> 'waiting' OR ${signUp.queueNumber} IS NOT NULL`,
    ),
  ],
);

/** 签到. One row a person and occasion: twice is the same once. `waiting` came late and unproved. */
export const eventsAttendances = sqliteTable(
  'events_attendances',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    occasionId: text('occasion_id')
      .notNull()
      .references(() => eventsOccasions.id),
    personId: text('person_id')
      .notNull()
      .references(() => communityPeople.id),
    /** The home at that moment; null for staff who do not live here. */
    householdId: text('household_id'),
    state: text({ enum: ATTENDANCE_STATES }).notNull(),
    way: text({
      enum: CHECK_IN_WAYS,
    }).notNull(),
    inAtMs: integer('in_at_ms').notNull(),
    outAtMs: integer('out_at_ms'),
    /** What counts as service between the two, without other service of the same time. */
    serviceMinutes: integer('service_minutes').notNull(),
    /** What the phone said of a late scan, and its own number for it. */
    scannedAtMs: integer('scanned_at_ms'),
    nonce: text().unique(),
    undoReason: text('undo_reason', { enum: UNDO_REASONS }),
    recordedBy: text('recorded_by').notNull(),
  },
  (attendance) => [
    index('events_attendances_by_person').on(attendance.personId, attendance.inAtMs),
    index('events_attendances_by_occasion').on(attendance.occasionId, attendance.state),
    check(
      'one_check_in_a_person',
      sql`${attendance.id} = ${attendance.occasionId} || '|' || ${attendance.personId}`,
    ),
    check(
      'nobody_leaves_before_coming',
      sql`${attendance.outAtMs} IS NULL OR ${attendance.outAtMs} >= ${attendance.inAtMs}`,
    ),
    check(
      'service_fits_between_in_and_out',
      sql`${attendance.serviceMinutes} = 0 OR (${attendance.serviceMinutes} > 0
        AND ${attendance.serviceMinutes} * 60000 <= coalesce(${attendance.outAtMs}, 0) - ${attendance.inAtMs})`,
    ),
    check(
      'only_a_late_scan_waits',
      sql`${attendance.state} NOT IN ('waiting', 'refused') OR (${attendance.way} = 'late' AND ${attendance.nonce} IS NOT NULL)`,
    ),
    check(
      'an_undone_check_in_says_why',
      sql`(${attendance.state} = 'undone') = (${attendance.undoReason} IS NOT NULL)`,
    ),
  ],
);

/**
 * One row a person who ever came or served: everything that takes a person's time writes its next
 * version, so that two claims on one hour cannot both be taken. Also the key of the personal code.
 */
export const eventsAttenders = sqliteTable('events_attenders', {
  id: text()
    .primaryKey()
    .references(() => communityPeople.id),
  version: integer().notNull(),
  /** Eight random characters that stand for the person inside a personal code; null until asked for. */
  codeKey: text('code_key').unique(),
});
