import { view } from '@bank/db/view';
import { communityTime } from '@bank/shared/calendar';
import {
  type CampaignCard,
  HONOUR_KINDS,
  ListCampaigns,
  ReadCampaign,
  ReadHonours,
  ReadNominations,
  ReadTurnout,
} from '@bank/shared/contracts/selection';
import { CampaignId, CandidateId, HouseholdId } from '@bank/shared/ids';
import { maskName } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { balanceOf } from '../ledger/store.ts';
import { actorId } from '../platform/context.ts';
import { liesIn } from '../platform/duty.ts';
import { query, type Window } from '../platform/query.ts';
import { slipAccount } from './ballot.ts';
import { chosenOf, decideCount, decideNominating, shuffledFor } from './campaign.ts';
import { type CampaignRecord, campaignById, campaignOf, candidateFaces, tallyOf } from './store.ts';

const KIND_NAMES: Record<(typeof HONOUR_KINDS)[number], string> = {
  'model-family': '最美家庭',
  'good-mother-in-law': '好婆婆',
  'civil-household': '文明户',
};

function card(campaign: CampaignRecord, siteName: string): CampaignCard {
  const kind = HONOUR_KINDS.find((known) => known === campaign.kind) ?? 'model-family';
  return {
    id: CampaignId.parse(campaign.id),
    title: campaign.title,
    kind,
    kindName: KIND_NAMES[kind],
    siteName,
    state: campaign.state,
    seats: campaign.seats,
    nominateUntilMs: campaign.nominateUntilMs,
    voteFromMs: campaign.voteFromMs,
    voteUntilMs: campaign.voteUntilMs,
    publicityDays: campaign.publicityDays,
    publicityUntilMs: campaign.publicityUntilMs,
  };
}

const allCampaigns = view(
  `SELECT j.key, p.*, a.name AS area_name FROM json_each(?) j
     CROSS JOIN selection_campaigns p ON p.state <> 'cancelled'
     JOIN community_areas a ON a.id = p.area_id
    ORDER BY j.key, p.state IN ('concluded'), p.vote_until_ms DESC LIMIT 50`,
  (rows, _key: 'all') => rows.map((found) => card(campaignOf(found), String(found.area_name))),
);

export const listCampaigns = query(ListCampaigns, async ({ lookout }) =>
  accept({ campaigns: await lookout.look(allCampaigns, 'all') }),
);

/** Slips given out and slips in the urn, by grid. */
const turnoutOf = view(
  `SELECT j.key, coalesce(grid.name, '') AS name, count(*) AS roll_count, sum(s.balance = 0) AS cast_count
     FROM json_each(?) j CROSS JOIN ledger_accounts s ON s.book = 'slips.' || j.value AND s.kind = 'slip'
     JOIN community_households h ON h.id = s.owner_id JOIN community_areas a ON a.id = h.area_id
     LEFT JOIN community_areas grid ON grid.level = 2 AND a.path LIKE grid.path || '%'
    GROUP BY j.key, grid.path ORDER BY j.key, grid.path`,
  (rows) =>
    rows.map((found) => ({
      name: String(found.name),
      rollCount: Number(found.roll_count),
      castCount: Number(found.cast_count),
    })),
);

const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);

async function ownState(window: Window, found: { campaign: CampaignRecord; areaPath: string }) {
  const { actor } = window;
  if (actor.kind !== 'person' || actor.householdId === null) return null;
  const slip = slipAccount(found.campaign.id, actor.householdId);
  const balance = await window.lookout.look(balanceOf, slip.id);
  return {
    mayNominate:
      liesIn(actor.householdPath ?? '', found.areaPath) &&
      decideNominating(found.campaign, window.nowMs).ok,
    isOnRoll: balance !== null,
    hasCast: balance === 0,
    isVoter: actor.isVoter,
  };
}

export const readCampaign = query(ReadCampaign, async (window, { campaignId }) => {
  const found = await window.lookout.look(campaignById, campaignId);
  if (!found) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const { campaign, areaName } = found;
  const [candidates, turnout, own] = await Promise.all([
    window.lookout.look(candidateFaces, campaignId),
    window.lookout.look(turnoutOf, campaignId),
    ownState(window, found),
  ]);
  const home = window.actor.kind === 'person' ? (window.actor.householdId ?? '') : '';
  return accept({
    campaign: card(campaign, areaName),
    candidates: shuffledFor(candidates, (id) =>
      window.keys.hash('candidate-order', `${home}|${id}`),
    ),
    results: await resultsOf(window, campaign),
    turnout: {
      rollCount: sum(turnout.map((grid) => grid.rollCount)),
      castCount: sum(turnout.map((grid) => grid.castCount)),
    },
    own,
  });
});

/** Sealed until the urn was opened by two. */
async function resultsOf({ lookout }: Window, campaign: CampaignRecord) {
  if (campaign.state !== 'publicity' && campaign.state !== 'concluded') return null;
  const tally = await lookout.look(tallyOf, campaign.id);
  const chosen = chosenOf(tally, campaign.seats);
  return tally.map(({ candidateId, votes }) => ({
    candidateId: CandidateId.parse(candidateId),
    votes,
    isChosen: chosen.has(candidateId),
  }));
}

async function inReach(window: Window, campaignId: string) {
  const found = await window.lookout.look(campaignById, campaignId);
  return found && window.areas.some((area) => liesIn(found.areaPath, area)) ? found : null;
}

const nominationsOf = view(
  `SELECT j.key, h.id, h.code, json_group_array(n.story) AS stories, count(*) AS nominated_count,
          (SELECT p.name FROM community_people p WHERE p.household_id = h.id
            AND p.state = 'here' ORDER BY p.relation <> '户主', p.code LIMIT 1) AS householder,
          EXISTS (SELECT 1 FROM selection_candidates c WHERE c.campaign_id = j.value
            AND c.household_id = h.id) AS is_shortlisted
     FROM json_each(?) j CROSS JOIN selection_nominations n ON n.campaign_id = j.value
     JOIN community_households h ON h.id = n.household_id
    GROUP BY j.key, h.id ORDER BY j.key, nominated_count DESC, h.code`,
  (rows) => rows,
);

export const readNominations = query(ReadNominations, async (window, { campaignId }) => {
  if (!(await inReach(window, campaignId))) {
    return refuse({ code: 'request/not-found', facts: NO_FACTS });
  }
  const rows = await window.lookout.look(nominationsOf, campaignId);
  return accept({
    nominations: rows.map((found) => ({
      householdId: HouseholdId.parse(String(found.id)),
      householdCode: String(found.code),
      householderName: String(found.householder ?? ''),
      stories: JSON.parse(String(found.stories)) as string[],
      nominatedCount: Number(found.nominated_count),
      isShortlisted: found.is_shortlisted === 1,
    })),
  });
});

export const readTurnout = query(ReadTurnout, async (window, { campaignId }) => {
  const found = await inReach(window, campaignId);
  if (!found) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const { campaign, areaName } = found;
  const count = decideCount(campaign, actorId(window.actor), window.nowMs);
  return accept({
    campaign: card(campaign, areaName),
    grids: await window.lookout.look(turnoutOf, campaignId),
    isCountAsked: campaign.countAskedBy !== null,
    maySecond: count.ok && count.value.step === 'opened',
  });
});

const allHonours = view(
  `SELECT j.key, o.conferred_at_ms, p.kind, p.title, a.name AS area_name,
          coalesce((SELECT q.name FROM community_people q WHERE q.household_id = o.household_id
            AND q.state = 'here' ORDER BY q.relation <> '户主', q.code LIMIT 1), '') AS householder
     FROM json_each(?) j CROSS JOIN selection_honours o JOIN selection_campaigns p ON p.id = o.campaign_id
     JOIN community_areas a ON a.id = p.area_id ORDER BY j.key, o.conferred_at_ms DESC LIMIT 100`,
  (rows, _key: 'all') => rows,
);

export const readHonours = query(ReadHonours, async ({ lookout }) => {
  const rows = await lookout.look(allHonours, 'all');
  return accept({
    honours: rows.map((found) => ({
      kindName: KIND_NAMES[HONOUR_KINDS.find((kind) => kind === found.kind) ?? 'model-family'],
      title: String(found.title),
      maskedName: maskName(String(found.householder)),
      siteName: String(found.area_name),
      year: communityTime(Number(found.conferred_at_ms)).year,
    })),
  });
});
