import { dayOf } from '@bank/shared/calendar';
import { CANCEL_REASON_WORDS } from '@bank/shared/contracts/events';
import {
  ArrangeEvent,
  CancelOccasion,
  ChangeOccasion,
  type OccasionWish,
} from '@bank/shared/contracts/events-staff';
import { EventId, OccasionId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { areaById } from '../community/store.ts';
import { recordNotice } from '../notices/store.ts';
import { newPublicKey } from '../platform/code-keys.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { earningRuleOn } from '../scoring/store.ts';
import {
  countsOncePerHousehold,
  decideOccasionWish,
  decidePlanned,
  decideTerms,
  decideTimes,
  decideUnattended,
} from './event.ts';
import { putSeatsOut, shutSeats } from './seats.ts';
import {
  type OccasionRecord,
  occasionById,
  recordEvent,
  recordOccasion,
  signedUpAt,
  touchOccasion,
} from './store.ts';

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

async function loadWithSignedUp(desk: Desk, input: { occasionId: string }) {
  const [occasion, people] = await Promise.all([
    desk.lookout.look(occasionById, input.occasionId),
    desk.lookout.look(signedUpAt, input.occasionId),
  ]);
  return { areaPath: occasion?.areaPath ?? null, occasion, people };
}

/** Another place or time, while nobody has come; everybody who signed up is told. */
export const changeOccasion = command(ChangeOccasion, {
  load: loadWithSignedUp,
  decide({ occasion, people }, desk, { place, startsAtMs, endsAtMs }) {
    if (!occasion) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { record } = occasion;
    const planned = decidePlanned(record.state);
    if (!planned.ok) return planned;
    const unattended = decideUnattended(occasion.attendedCount);
    if (!unattended.ok) return unattended;
    const isSame =
      place === record.place && startsAtMs === record.startsAtMs && endsAtMs === record.endsAtMs;
    if (isSame) return refuse({ code: 'events/nothing-to-change', facts: NO_FACTS });
    const times = decideTimes({ startsAtMs, endsAtMs }, desk.nowMs);
    if (!times.ok) return times;
    const { signUpOpensAtMs: opens, signUpClosesAtMs: closes } = record;
    // A beginning that moved forward takes the end of sign-up with it.
    const signUpClosesAtMs = closes === null ? null : Math.min(closes, startsAtMs);
    if (opens !== null && signUpClosesAtMs !== null && signUpClosesAtMs <= opens) {
      return refuse({ code: 'events/times-wrong', facts: { why: 'window' } });
    }
    const facts = { title: occasion.title, subjectId: record.eventId };
    return accept({
      subjectId: record.id,
      answer: { toldCount: people.length },
      rows: [
        touchOccasion(occasion, { place, startsAtMs, endsAtMs, signUpClosesAtMs }),
        ...people.map((personId) =>
          recordNotice(desk.chance, personId, 'event-changed', facts, desk.nowMs),
        ),
      ],
    });
  },
});

/** 不办了: its free seats go first, so that nobody signs up any more, and everybody is told. */
export const cancelOccasion = command(CancelOccasion, {
  load: loadWithSignedUp,
  decide({ occasion, people }, desk, { reason }) {
    if (!occasion) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { record } = occasion;
    const planned = decidePlanned(record.state);
    if (!planned.ok) return planned;
    const unattended = decideUnattended(occasion.attendedCount);
    if (!unattended.ok) return unattended;
    const facts = {
      title: occasion.title,
      atMs: record.startsAtMs,
      reason: CANCEL_REASON_WORDS[reason],
      subjectId: record.eventId,
    };
    return accept({
      subjectId: record.id,
      answer: { toldCount: people.length },
      transfers: shutSeats(desk.chance, record.id, occasion.openSeats),
      rows: [
        touchOccasion(occasion, {
          state: 'cancelled',
          cancelReason: reason,
          endedBy: actorId(desk.actor),
          endedAtMs: desk.nowMs,
        }),
        ...people.map((personId) =>
          recordNotice(desk.chance, personId, 'event-cancelled', facts, desk.nowMs),
        ),
      ],
    });
  },
});
