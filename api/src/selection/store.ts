import { type Row, row } from '@bank/db/plan';
import {
  selectionCampaigns,
  selectionCandidates,
  selectionChoices,
  selectionHonours,
  selectionNominations,
} from '@bank/db/schema/selection';
import { type ViewRow, view } from '@bank/db/view';
import { CAMPAIGN_STATES, HONOUR_KINDS } from '@bank/shared/contracts/selection';
import { CandidateId } from '@bank/shared/ids';
import { maskName } from '@bank/shared/masks';
import { liesUnder, sitePathOf } from '../community/area-paths.ts';
import type { Tally } from './campaign.ts';

export type CampaignRecord = typeof selectionCampaigns.$inferSelect;
export type CandidateRecord = typeof selectionCandidates.$inferSelect;

const countOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : Number(value);
const wordOrNull = (value: ViewRow[string] | undefined) =>
  value === null || value === undefined ? null : String(value);

export function campaignOf(found: ViewRow): CampaignRecord {
  return {
    id: String(found.id),
    version: Number(found.version),
    areaId: String(found.area_id),
    title: String(found.title),
    kind: HONOUR_KINDS.find((kind) => kind === found.kind) ?? 'model-family',
    seats: Number(found.seats),
    state: CAMPAIGN_STATES.find((state) => state === found.state) ?? 'cancelled',
    nominateUntilMs: Number(found.nominate_until_ms),
    voteFromMs: Number(found.vote_from_ms),
    voteUntilMs: Number(found.vote_until_ms),
    publicityDays: Number(found.publicity_days),
    publicityUntilMs: countOrNull(found.publicity_until_ms),
    countAskedBy: wordOrNull(found.count_asked_by),
    countOpenedBy: wordOrNull(found.count_opened_by),
  };
}

/** A campaign with the path and name of its area, and the path of the site it lies in. */
export const campaignById = view(
  `SELECT j.key, p.*, a.path AS area_path, a.name AS area_name, ${sitePathOf('a.path')} AS site_path
     FROM json_each(?) j
     CROSS JOIN selection_campaigns p ON p.id = j.value JOIN community_areas a ON a.id = p.area_id`,
  ([found]) =>
    found
      ? {
          campaign: campaignOf(found),
          areaPath: String(found.area_path),
          areaName: String(found.area_name),
          sitePath: String(found.site_path),
        }
      : null,
);

/** The candidates of a campaign, by number. */
export const candidatesOf = view(
  `SELECT j.key, c.* FROM json_each(?) j
     CROSS JOIN selection_candidates c ON c.campaign_id = j.value ORDER BY j.key, c.number`,
  (rows) =>
    rows.map(
      (found): CandidateRecord => ({
        id: String(found.id),
        campaignId: String(found.campaign_id),
        householdId: String(found.household_id),
        number: Number(found.number),
        story: String(found.story),
      }),
    ),
);

/** Votes by candidate. Only asked when the urn was opened. */
export const tallyOf = view(
  `SELECT j.key, c.id, c.number, (SELECT count(*) FROM selection_choices x
            WHERE x.campaign_id = c.campaign_id AND x.candidate_id = c.id) AS votes
     FROM json_each(?) j CROSS JOIN selection_candidates c ON c.campaign_id = j.value
    ORDER BY j.key, c.number`,
  (rows) =>
    rows.map(
      (found): Tally => ({
        candidateId: String(found.id),
        number: Number(found.number),
        votes: Number(found.votes),
      }),
    ),
);

/** A home of an area by its number. Keyed by [household code, area id]. */
export const homeByCode = view(
  `SELECT j.key, h.id, coalesce((SELECT p.name FROM community_people p WHERE p.household_id = h.id
            AND p.state = 'here' ORDER BY p.relation <> '户主', p.code LIMIT 1), '') AS householder
     FROM json_each(?) j CROSS JOIN community_areas site ON site.id = j.value->>1
     JOIN community_households h ON h.code = j.value->>0 AND h.state = 'living'
     JOIN community_areas a ON a.id = h.area_id AND ${liesUnder('a.path', 'site.path')}`,
  ([found], _key: readonly [string, string]) =>
    found ? { id: String(found.id), householderName: String(found.householder) } : null,
);

/** Every home that lives in an area: the roll. */
export const homesOfArea = view(
  `SELECT j.key, h.id FROM json_each(?) j CROSS JOIN community_areas site ON site.id = j.value
     CROSS JOIN community_areas a ON ${liesUnder('a.path', 'site.path')}
     CROSS JOIN community_households h ON h.area_id = a.id AND h.state = 'living' ORDER BY j.key, h.code`,
  (rows) => rows.map((found) => String(found.id)),
);

/** Who may cast a home's ballot: the householder, and the adult whom the householder named. */
export const votersOfHome = view(
  `SELECT j.key, p.id FROM json_each(?) j LEFT JOIN community_voters v ON v.id = j.value
     CROSS JOIN community_people p ON p.household_id = j.value AND p.state = 'here'
      AND (p.relation = '户主' OR p.id = v.person_id)
    ORDER BY j.key, p.relation <> '户主', p.code`,
  (rows, _householdId: string) => rows.map((found) => String(found.id)),
);

/** A candidate as everybody may see one. */
export const candidateFaces = view(
  `SELECT j.key, c.id, c.number, c.story, h.building,
          coalesce((SELECT p.name FROM community_people p WHERE p.household_id = h.id
            AND p.state = 'here' ORDER BY p.relation <> '户主', p.code LIMIT 1), '') AS householder
     FROM json_each(?) j CROSS JOIN selection_candidates c ON c.campaign_id = j.value
     JOIN community_households h ON h.id = c.household_id ORDER BY j.key, c.number`,
  (rows) =>
    rows.map((found) => ({
      id: CandidateId.parse(String(found.id)),
      number: Number(found.number),
      maskedName: maskName(String(found.householder)),
      building: String(found.building),
      story: String(found.story),
    })),
);

/** Whether one home recommended another. Keyed by [campaign, home, by home]. */
export const hasNominated = view(
  `SELECT j.key FROM json_each(?) j CROSS JOIN selection_nominations n
      ON n.campaign_id = j.value->>0 AND n.household_id = j.value->>1 AND n.by_household_id = j.value->>2`,
  (rows, _key: readonly [string, string, string]) => rows.length > 0,
);

export function recordCampaign(campaign: CampaignRecord): Row {
  return row(selectionCampaigns, campaign);
}

export function recordNomination(nomination: typeof selectionNominations.$inferSelect): Row {
  return row(selectionNominations, nomination);
}

export function recordCandidate(candidate: CandidateRecord): Row {
  return row(selectionCandidates, candidate);
}

/** A choice under a random key: it keeps nothing of who, when or in which order. */
export function recordChoice(key: string, campaignId: string, candidateId: string): Row {
  return row(selectionChoices, { id: key, campaignId, candidateId });
}

export function recordHonour(honour: typeof selectionHonours.$inferSelect): Row {
  return row(selectionHonours, honour);
}
