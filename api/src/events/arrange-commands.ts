import { dayOf } from '@bank/shared/calendar';
import { ArrangeEvent, type OccasionWish } from '@bank/shared/contracts/events-staff';
import { EventId, OccasionId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { areaById } from '../community/store.ts';
import { newPublicKey } from '../platform/code-keys.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { earningRuleOn } from '../scoring/store.ts';
import { countsOncePerHousehold, decideOccasionWish, decideTerms } from './event.ts';
import { putSeatsOut } from './seats.ts';
import { type OccasionRecord, recordEvent, recordOccasion } from './store.ts';

/** 办活动: the event, its occasions, and the seats of each. */
export const arrangeEvent = command(ArrangeEvent, {
  async load(desk, input) {
    const [area, rule] = await Promise.all([
      desk.lookout.look(areaById, input.areaId),
      desk.lookout.look(earningRuleOn, [input.ruleCode ?? '', dayOf(desk.nowMs)] as const),
    ]);
    return { areaPath: area?.path ?? null, rule };
  },
  decide({ rule }, desk, input) {
    const terms = decideTerms(input);
    if (!terms.ok) return terms;
    for (const wish of input.occasions) {
      const fit = decideOccasionWish(wish, desk.nowMs);
      if (!fit.ok) return fit;
    }
    if (input.ruleCode !== null && !rule) {
      return refuse({ code: 'scoring/no-such-rule', facts: NO_FACTS });
    }
    const eventId = desk.chance.newId('event');
    const occasions = input.occasions.map((wish) => newOccasion(desk, eventId, input.place, wish));
    const seats = occasions.map(({ id, capacity }) => putSeatsOut(desk.chance, id, capacity));
    return accept({
      subjectId: eventId,
      answer: {
        eventId: EventId.parse(eventId),
        occasionIds: occasions.map(({ id }) => OccasionId.parse(id)),
      },
      transfers: seats.flatMap(({ transfers }) => transfers),
      rows: [
        recordEvent({
          id: eventId,
          version: 1,
          areaId: input.areaId,
          kind: input.kind,
          title: input.title,
          description: input.description,
          contactName: input.contactName,
          contactPhone: input.contactPhone,
          ruleCode: input.ruleCode,
          countedBy: input.countedBy,
          oncePerHousehold: input.oncePerHousehold ?? countsOncePerHousehold(input.kind),
          countsHours: input.countsHours,
          arrangedBy: actorId(desk.actor),
          arrangedAtMs: desk.nowMs,
        }),
        ...occasions.map(recordOccasion),
        ...seats.flatMap(({ rows }) => rows),
      ],
    });
  },
});

function newOccasion(
  desk: Desk,
  eventId: string,
  place: string,
  wish: OccasionWish,
): OccasionRecord {
  return {
    id: desk.chance.newId('occasion'),
    version: 1,
    eventId,
    publicKey: newPublicKey((length) => desk.chance.randomBytes(length)),
    place,
    startsAtMs: wish.startsAtMs,
    endsAtMs: wish.endsAtMs,
    capacity: wish.capacity,
    signUpOpensAtMs: wish.signUp?.opensAtMs ?? null,
    signUpClosesAtMs: wish.signUp?.closesAtMs ?? null,
    takesWalkIns: wish.takesWalkIns,
    lastQueueNumber: 0,
    state: 'planned',
    headcount: null,
    cancelReason: null,
    endedBy: null,
    endedAtMs: null,
  };
}
