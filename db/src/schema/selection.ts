import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { communityAreas, communityHouseholds } from './community.ts';

/** 一次评选. */
export const selectionCampaigns = sqliteTable(
  'selection_campaigns',
  {
    id: text().primaryKey(),
    version: integer().notNull(),
    areaId: text('area_id')
      .notNull()
      .references(() => communityAreas.id),
    title: text().notNull(),
    kind: text().notNull(),
    seats: integer().notNull(),
    state: text({
      enum: ['nominating', 'voting', 'closed', 'publicity', 'concluded', 'cancelled'],
    }).notNull(),
    nominateUntilMs: integer('nominate_until_ms').notNull(),
    voteFromMs: integer('vote_from_ms').notNull(),
    voteUntilMs: integer('vote_until_ms').notNull(),
    publicityDays: integer('publicity_days').notNull(),
    publicityUntilMs: integer('publicity_until_ms'),
    /** Who asked for the count; somebody else opens it. */
    countAskedBy: text('count_asked_by'),
    countOpenedBy: text('count_opened_by'),
  },
  (campaign) => [
    check(
      'two_open_the_urn',
      sql`${campaign.countOpenedBy} IS NULL OR ${campaign.countOpenedBy} <> ${campaign.countAskedBy}`,
    ),
    check(
      'a_count_was_opened_by_somebody',
      sql`${campaign.state} NOT IN ('publicity', 'concluded') OR ${campaign.countOpenedBy} IS NOT NULL`,
    ),
    index('selection_campaigns_by_state').on(campaign.state, campaign.voteUntilMs),
  ],
);

/** 推荐. One home recommends another once. */
export const selectionNominations = sqliteTable(
  'selection_nominations',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => selectionCampaigns.id),
    householdId: text('household_id')
      .notNull()
      .references(() => communityHouseholds.id),
    byHouseholdId: text('by_household_id').notNull(),
    story: text().notNull(),
    atMs: integer('at_ms').notNull(),
  },
  (nomination) => [
    uniqueIndex('a_home_recommends_another_once').on(
      nomination.campaignId,
      nomination.householdId,
      nomination.byHouseholdId,
    ),
  ],
);

/** 候选家庭. */
export const selectionCandidates = sqliteTable(
  'selection_candidates',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => selectionCampaigns.id),
    householdId: text('household_id')
      .notNull()
      .references(() => communityHouseholds.id),
    number: integer().notNull(),
    story: text().notNull(),
  },
  (candidate) => [
    uniqueIndex('a_home_stands_once').on(candidate.campaignId, candidate.householdId),
    uniqueIndex('a_number_names_one').on(candidate.campaignId, candidate.number),
  ],
);

/**
 * What was chosen, and nothing of who chose: no household, person, session, time, order or request.
 * The key is random and the table keeps no order of arrival.
 */
export const selectionChoices = sqliteTable(
  'selection_choices',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id').notNull(),
    candidateId: text('candidate_id')
      .notNull()
      .references(() => selectionCandidates.id),
  },
  (choice) => [index('selection_choices_by_candidate').on(choice.campaignId, choice.candidateId)],
);

/** 荣誉. */
export const selectionHonours = sqliteTable(
  'selection_honours',
  {
    id: text().primaryKey(),
    campaignId: text('campaign_id')
      .notNull()
      .references(() => selectionCampaigns.id),
    householdId: text('household_id')
      .notNull()
      .references(() => communityHouseholds.id),
    conferredAtMs: integer('conferred_at_ms').notNull(),
  },
  (honour) => [
    uniqueIndex('an_honour_is_conferred_once').on(honour.campaignId, honour.householdId),
  ],
);
