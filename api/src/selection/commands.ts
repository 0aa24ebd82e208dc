import { CastBallot, Nominate } from '@bank/shared/contracts/selection';
import { maskName } from '@bank/shared/masks';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { balanceOf } from '../ledger/store.ts';
import { draftMove } from '../ledger/transfer.ts';
import { command, type Desk } from '../platform/command.ts';
import { slipAccount, urnAccount } from './ballot.ts';
import { decideBallot, decideNominating } from './campaign.ts';
import {
  campaignById,
  candidatesOf,
  hasNominated,
  homeByCode,
  recordChoice,
  recordNomination,
} from './store.ts';

const homeOf = ({ actor }: Desk) => (actor.kind === 'person' ? (actor.householdId ?? '') : '');
const homePathOf = ({ actor }: Desk) =>
  actor.kind === 'person' ? (actor.householdPath ?? '') : '';

/** 推荐: by any home of the area, for any home of the area, also its own. */
export const nominate = command(Nominate, {
  async load(desk, input) {
    const found = await desk.lookout.look(campaignById, input.campaignId);
    const areaId = found?.campaign.areaId ?? '';
    const home = await desk.lookout.look(homeByCode, [input.householdCode, areaId] as const);
    const key = [input.campaignId, home?.id ?? '', homeOf(desk)] as const;
    const isRepeated = await desk.lookout.look(hasNominated, key);
    return { found, home, isRepeated };
  },
  decide({ found, home, isRepeated }, desk, input) {
    if (!found || !homePathOf(desk).startsWith(found.areaPath)) {
      return refuse({ code: 'request/not-found', facts: NO_FACTS });
    }
    const open = decideNominating(found.campaign, desk.nowMs);
    if (!open.ok) return open;
    if (!home) return refuse({ code: 'selection/no-such-household', facts: NO_FACTS });
    if (isRepeated) return refuse({ code: 'selection/nominated-already', facts: NO_FACTS });
    return accept({
      subjectId: found.campaign.id,
      answer: { maskedName: maskName(home.householderName) },
      rows: [
        recordNomination({
          id: desk.chance.newId('nomination'),
          campaignId: found.campaign.id,
          householdId: home.id,
          byHouseholdId: homeOf(desk),
          story: input.story,
          atMs: desk.nowMs,
        }),
      ],
    });
  },
});

/**
 * 投票. The ledger moves the home's slip to the urn, and that is public to staff; the choice is a
 * row under a random key with nothing beside it. Neither answer, audit nor fingerprint holds it.
 */
export const castBallot = command(CastBallot, {
  async load(desk, input) {
    const slip = slipAccount(input.campaignId, homeOf(desk));
    const [found, candidates, balance] = await Promise.all([
      desk.lookout.look(campaignById, input.campaignId),
      desk.lookout.look(candidatesOf, input.campaignId),
      desk.lookout.look(balanceOf, slip.id),
    ]);
    return { found, candidates, balance };
  },
  decide({ found, candidates, balance }, desk, { campaignId, candidateId }) {
    if (!found) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const isCandidate = candidates.some((candidate) => candidate.id === candidateId);
    const decision = decideBallot(found.campaign, balance, isCandidate, desk.nowMs);
    if (!decision.ok) return decision;
    const key = Buffer.from(desk.chance.randomBytes(16)).toString('hex');
    return accept({
      subjectId: campaignId,
      answer: { isCast: true },
      transfers: [
        draftMove({
          id: desk.chance.newId('transfer'),
          source: slipAccount(campaignId, homeOf(desk)),
          target: urnAccount(campaignId),
          amount: 1,
          code: 'selection/ballot',
          subjectId: campaignId,
        }),
      ],
      rows: [recordChoice(key, campaignId, candidateId)],
    });
  },
});
