import type { Row } from '@bank/db/plan';
import { dayOf } from '@bank/shared/calendar';
import { CloseOccasion, type Posting, PostLeftAwards } from '@bank/shared/contracts/events-staff';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { recordNotice } from '../notices/store.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { periodId } from '../scoring/award.ts';
import { planPostings } from '../scoring/posting.ts';
import { type AwardRecord, earningRule, pendingAwardsAt, periodUses } from '../scoring/store.ts';
import { decideClose } from './event.ts';
import { shutSeats } from './seats.ts';
import { type OccasionFile, occasionById, touchOccasion } from './store.ts';

/** An occasion with everything that still waits, and what each home has earned in the period. */
async function loadClose(desk: Desk, input: { occasionId: string }) {
  const [occasion, awards] = await Promise.all([
    desk.lookout.look(occasionById, input.occasionId),
    desk.lookout.look(pendingAwardsAt, input.occasionId),
  ]);
  const newest = awards.reduce<AwardRecord | null>(
    (one, other) => (one && one.ruleVersion >= other.ruleVersion ? one : other),
    null,
  );
  const rule = newest
    ? await desk.lookout.look(earningRule, [newest.ruleCode, newest.ruleVersion] as const)
    : null;
  const day = dayOf(occasion?.record.startsAtMs ?? 0);
  const ids = rule ? [...new Set(awards.map((one) => periodId(one.householdId, rule, day)))] : [];
  const uses = await desk.lookout.look(periodUses, ids);
  return { areaPath: occasion?.areaPath ?? null, occasion, awards, rule, day, uses };
}

type LoadedClose = Awaited<ReturnType<typeof loadClose>>;

/** Posts what is not of the closer's own home; that is left for another steward. */
function post(desk: Desk, occasion: OccasionFile, { awards, rule, day, uses }: LoadedClose) {
  const ownHome = desk.actor.kind === 'person' ? desk.actor.householdId : null;
  const others = awards.filter((award) => award.householdId !== ownHome);
  const postings = rule
    ? planPostings(desk.chance, others, rule, day, uses)
    : { transfers: [], rows: [], awards: [] as readonly AwardRecord[] };
  const paid = postings.awards.filter((award) => award.points > 0);
  const told = paid.map(
    (award): Row =>
      recordNotice(
        desk.chance,
        award.personId,
        'points-posted',
        { title: award.title, points: award.points },
        desk.nowMs,
      ),
  );
  const answer: Posting = {
    attendedCount: occasion.attendedCount,
    postedCount: paid.length,
    postedPoints: paid.reduce((sum, award) => sum + award.points, 0),
    cutCount: postings.awards.filter((award) => award.cutBy !== null).length,
    leftForOthers: awards.length - others.length,
  };
  return { transfers: postings.transfers, rows: [...postings.rows, ...told], answer };
}

/** 结束签到: one command and one plan, however many came. */
export const closeOccasion = command(CloseOccasion, {
  load: loadClose,
  decide(seen, desk, input) {
    const { occasion } = seen;
    if (!occasion) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const terms = { ...occasion.record, ...occasion };
    const decision = decideClose(terms, input.headcount, desk.nowMs);
    if (!decision.ok) return decision;
    const { transfers, rows, answer } = post(desk, occasion, seen);
    const { headcount } = decision.value;
    return accept({
      subjectId: occasion.record.id,
      answer: { ...answer, attendedCount: headcount ?? answer.attendedCount },
      transfers: [...shutSeats(desk.chance, occasion.record.id, occasion.openSeats), ...transfers],
      rows: [
        touchOccasion(occasion, {
          state: 'closed',
          headcount,
          endedBy: actorId(desk.actor),
          endedAtMs: desk.nowMs,
        }),
        ...rows,
      ],
    });
  },
});

/** What the closer left of the own home, posted by a colleague. */
export const postLeftAwards = command(PostLeftAwards, {
  load: loadClose,
  decide(seen, desk) {
    const { occasion, awards } = seen;
    if (!occasion) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    if (occasion.record.state !== 'closed') {
      return refuse({ code: 'events/occasion-not-closed', facts: NO_FACTS });
    }
    if (awards.length === 0) return refuse({ code: 'events/nothing-left', facts: NO_FACTS });
    const { transfers, rows, answer } = post(desk, occasion, seen);
    if (answer.leftForOthers === awards.length) {
      return refuse({ code: 'events/left-to-others', facts: NO_FACTS });
    }
    return accept({ subjectId: occasion.record.id, answer, transfers, rows });
  },
});
