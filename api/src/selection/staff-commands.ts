import type { Row } from '@bank/db/plan';
import { Conclude, CountVotes, OpenCampaign, OpenVoting } from '@bank/shared/contracts/selection';
import { CampaignId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { areaById } from '../community/store.ts';
import type { InboxFacts, InboxKind } from '../notices/notice.ts';
import { recordBoardNotice, recordNotice } from '../notices/store.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { freezeRoll } from './ballot.ts';
import {
  chosenOf,
  decideConclusion,
  decideCount,
  decideDays,
  decideShortlist,
} from './campaign.ts';
import {
  type CampaignRecord,
  campaignById,
  candidateFaces,
  candidatesOf,
  homesOfArea,
  recordCampaign,
  recordCandidate,
  recordHonour,
  tallyOf,
  votersOfHome,
} from './store.ts';

export const openCampaign = command(OpenCampaign, {
  async load({ lookout }, input) {
    const area = await lookout.look(areaById, input.areaId);
    return { areaPath: area?.path ?? null };
  },
  decide(_seen, desk, input) {
    const days = decideDays(input, desk.nowMs);
    if (!days.ok) return days;
    const campaignId = CampaignId.parse(desk.chance.newId('campaign'));
    return accept({
      subjectId: campaignId,
      answer: { campaignId },
      rows: [
        recordCampaign({
          ...days.value,
          id: campaignId,
          version: 1,
          areaId: input.areaId,
          title: input.title,
          kind: input.kind,
          seats: input.seats,
          state: 'nominating',
          publicityDays: input.publicityDays,
          publicityUntilMs: null,
          countAskedBy: null,
          countOpenedBy: null,
        }),
      ],
    });
  },
});

async function loadCampaign({ lookout }: Desk, campaignId: string) {
  const found = await lookout.look(campaignById, campaignId);
  return {
    areaPath: found?.areaPath ?? null,
    sitePath: found?.sitePath ?? '',
    campaign: found?.campaign,
  };
}

/** The people who may cast the ballots of these homes, one statement for all of them. */
async function votersOf({ lookout }: Desk, householdIds: readonly string[]): Promise<string[]> {
  const homes = await Promise.all(householdIds.map((id) => lookout.look(votersOfHome, id)));
  return homes.flat();
}

/** One message to each of these people. */
function tell(desk: Desk, personIds: readonly string[], kind: InboxKind, facts: InboxFacts): Row[] {
  return personIds.map((personId) => recordNotice(desk.chance, personId, kind, facts, desk.nowMs));
}

/** 定候选、封名册、开投票: from here on neither changes, and whoever may vote is told. */
export const openVoting = command(OpenVoting, {
  async load(desk, input) {
    const seen = await loadCampaign(desk, input.campaignId);
    const roll = await desk.lookout.look(homesOfArea, seen.campaign?.areaId ?? '');
    return { ...seen, roll, voters: await votersOf(desk, roll) };
  },
  decide({ campaign, roll, voters }, desk, input) {
    if (!campaign) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const standing = new Map(input.candidates.map((one) => [one.householdId as string, one.story]));
    const open = decideShortlist(campaign, standing.size);
    if (!open.ok) return open;
    const onRoll = new Set(roll);
    if (![...standing.keys()].every((householdId) => onRoll.has(householdId))) {
      return refuse({ code: 'selection/no-such-household', facts: NO_FACTS });
    }
    const frozen = freezeRoll(campaign.id, roll, (prefix) => desk.chance.newId(prefix));
    const candidates = [...standing].map(([householdId, story], at) =>
      recordCandidate({
        id: desk.chance.newId('candidate'),
        campaignId: campaign.id,
        householdId,
        number: at + 1,
        story,
      }),
    );
    const voting = { ...campaign, version: campaign.version + 1, state: 'voting' as const };
    return accept({
      subjectId: campaign.id,
      answer: { rollCount: roll.length, candidateCount: candidates.length },
      transfers: frozen.transfers,
      rows: [
        ...frozen.rows,
        recordCampaign(voting),
        ...candidates,
        ...tell(desk, voters, 'ballot-open', {
          title: campaign.title,
          atMs: campaign.voteFromMs,
          untilMs: campaign.voteUntilMs,
          subjectId: campaign.id,
        }),
      ],
    });
  },
});

/** Who was chosen, as the board shows them. Read by nobody before the urn may be opened. */
async function chosenFaces(desk: Desk, campaign: CampaignRecord) {
  const [tally, faces] = await Promise.all([
    desk.lookout.look(tallyOf, campaign.id),
    desk.lookout.look(candidateFaces, campaign.id),
  ]);
  const chosen = chosenOf(tally, campaign.seats);
  return faces.filter(({ id }) => chosen.has(id));
}

async function loadCount(desk: Desk, input: { campaignId: string }) {
  const seen = await loadCampaign(desk, input.campaignId);
  const count = seen.campaign && decideCount(seen.campaign, actorId(desk.actor), desk.nowMs);
  const mayOpen = count?.ok && count.value.step === 'opened';
  return {
    ...seen,
    chosen: seen.campaign && mayOpen ? await chosenFaces(desk, seen.campaign) : [],
  };
}

/** 开票: one asks, another opens it; with it the publicity begins, and the board shows the chosen. */
export const countVotes = command(CountVotes, {
  load: loadCount,
  decide({ campaign, sitePath, chosen }, desk) {
    if (!campaign) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const personId = actorId(desk.actor);
    const decision = decideCount(campaign, personId, desk.nowMs);
    if (!decision.ok) return decision;
    const next = { ...campaign, version: campaign.version + 1 };
    if (decision.value.step === 'asked') {
      return accept({
        subjectId: campaign.id,
        answer: { step: 'asked' as const, publicityUntilMs: null },
        rows: [recordCampaign({ ...next, countAskedBy: personId })],
      });
    }
    const { publicityUntilMs } = decision.value;
    return accept({
      subjectId: campaign.id,
      answer: { step: 'opened' as const, publicityUntilMs },
      rows: [
        recordCampaign({ ...next, state: 'publicity', countOpenedBy: personId, publicityUntilMs }),
        ...publish(desk, campaign.title, chosen, { sitePath, untilMs: publicityUntilMs }),
      ],
    });
  },
});

/** 公示: masked names and buildings, without votes; nothing where nobody was chosen. */
function publish(
  desk: Desk,
  title: string,
  chosen: readonly { readonly maskedName: string; readonly building: string }[],
  where: { readonly sitePath: string; readonly untilMs: number },
): Row[] {
  if (chosen.length === 0) return [];
  const lines = chosen.map(({ maskedName, building }) => ({ label: maskedName, value: building }));
  return [recordBoardNotice(desk.chance, { ...where, title: `${title}公示`, lines }, desk.nowMs)];
}

/** 授牌上墙: whoever was chosen, when the publicity has run its days, and hears of it. Votes earn no points. */
export const conclude = command(Conclude, {
  async load(desk, input) {
    const [seen, tally, candidates] = await Promise.all([
      loadCampaign(desk, input.campaignId),
      desk.lookout.look(tallyOf, input.campaignId),
      desk.lookout.look(candidatesOf, input.campaignId),
    ]);
    const chosen = chosenOf(tally, seen.campaign?.seats ?? 0);
    const honoured = candidates.filter(({ id }) => chosen.has(id));
    const homes = honoured.map(({ householdId }) => householdId);
    return { ...seen, honoured, families: await votersOf(desk, homes) };
  },
  decide({ campaign, honoured, families }, desk) {
    if (!campaign) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const decision = decideConclusion(campaign, desk.nowMs);
    if (!decision.ok) return decision;
    return accept({
      subjectId: campaign.id,
      answer: { honourCount: honoured.length },
      rows: [
        recordCampaign({ ...campaign, version: campaign.version + 1, state: decision.value }),
        ...honoured.map(({ householdId }) =>
          recordHonour({
            id: desk.chance.newId('honour'),
            campaignId: campaign.id,
            householdId,
            conferredAtMs: desk.nowMs,
          }),
        ),
        ...tell(desk, families, 'honour-conferred', {
          title: campaign.title,
          subjectId: campaign.id,
        }),
      ],
    });
  },
});
