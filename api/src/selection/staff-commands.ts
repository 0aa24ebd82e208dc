import { Conclude, CountVotes, OpenCampaign, OpenVoting } from '@bank/shared/contracts/selection';
import { CampaignId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { areaById } from '../community/store.ts';
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
  campaignById,
  candidatesOf,
  homesOfArea,
  recordCampaign,
  recordCandidate,
  recordHonour,
  tallyOf,
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
  return { areaPath: found?.areaPath ?? null, campaign: found?.campaign };
}

/** 定候选、封名册、开投票: from here on neither changes. */
export const openVoting = command(OpenVoting, {
  async load(desk, input) {
    const seen = await loadCampaign(desk, input.campaignId);
    const roll = await desk.lookout.look(homesOfArea, seen.campaign?.areaId ?? '');
    return { ...seen, roll };
  },
  decide({ campaign, roll }, desk, input) {
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
      rows: [...frozen.rows, recordCampaign(voting), ...candidates],
    });
  },
});

/** 开票: one asks, another opens; the publicity begins with it. */
export const countVotes = command(CountVotes, {
  load: (desk, input) => loadCampaign(desk, input.campaignId),
  decide({ campaign }, desk) {
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
      ],
    });
  },
});

/** 授牌上墙: whoever was chosen, when the publicity has run its days. Votes earn no points. */
export const conclude = command(Conclude, {
  async load(desk, input) {
    const [seen, tally, candidates] = await Promise.all([
      loadCampaign(desk, input.campaignId),
      desk.lookout.look(tallyOf, input.campaignId),
      desk.lookout.look(candidatesOf, input.campaignId),
    ]);
    return { ...seen, tally, candidates };
  },
  decide({ campaign, tally, candidates }, desk) {
    if (!campaign) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const decision = decideConclusion(campaign, desk.nowMs);
    if (!decision.ok) return decision;
    const chosen = chosenOf(tally, campaign.seats);
    const honoured = candidates.filter(({ id }) => chosen.has(id));
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
      ],
    });
  },
});
