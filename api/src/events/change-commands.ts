import type { Draft, Row } from '@bank/db/plan';
import { CANCEL_REASON_WORDS } from '@bank/shared/contracts/events';
import { CancelOccasion, ChangeOccasion } from '@bank/shared/contracts/events-staff';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { recordNotice } from '../notices/store.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { decideCapacity, decideMove, decidePlanned, decideUnattended } from './event.ts';
import { changeSeats, shutSeats, takeSeat } from './seats.ts';
import { seatWaiting } from './sign-up-commands.ts';
import {
  type OccasionFile,
  occasionById,
  type SignUpRecord,
  signedUpAt,
  touchOccasion,
  waitingAt,
} from './store.ts';

async function loadWithSignedUp(desk: Desk, input: { occasionId: string }) {
  const [occasion, people] = await Promise.all([
    desk.lookout.look(occasionById, input.occasionId),
    desk.lookout.look(signedUpAt, input.occasionId),
  ]);
  return { areaPath: occasion?.areaPath ?? null, occasion, people };
}

/** What a move of seats does: those who waited longest sit down, each with a message. */
function seatThose(
  desk: Desk,
  occasion: Pick<OccasionFile, 'record' | 'title'>,
  waiting: readonly SignUpRecord[],
): { transfers: Draft[]; rows: Row[] } {
  const { id } = occasion.record;
  return {
    transfers: waiting.map(({ personId }) => takeSeat(desk.chance, id, personId, 'events/sign-up')),
    rows: waiting.flatMap((one) => seatWaiting(desk, occasion, one)),
  };
}

/**
 * Another place or time, while nobody has come, of which everybody who signed up is told; or another
 * number of seats, until it ends. Seats that race with sign-ups are kept apart by their floors.
 */
export const changeOccasion = command(ChangeOccasion, {
  async load(desk, input) {
    const [seen, waiting] = await Promise.all([
      loadWithSignedUp(desk, input),
      desk.lookout.look(waitingAt, input.occasionId),
    ]);
    return { ...seen, waiting };
  },
  decide({ occasion, people, waiting }, desk, input) {
    if (!occasion) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { record } = occasion;
    const planned = decidePlanned(record.state);
    if (!planned.ok) return planned;
    const capacity = input.capacity === undefined ? record.capacity : input.capacity;
    const move = decideMove(occasion, input, desk.nowMs);
    if (!move.ok) return move;
    if (move.value === null && capacity === record.capacity) {
      return refuse({ code: 'events/nothing-to-change', facts: NO_FACTS });
    }
    const seats = decideCapacity(capacity, occasion);
    if (!seats.ok) return seats;
    const change = { ...move.value, capacity };
    const after = { ...occasion, record: { ...record, ...change } };
    const seated = seatThose(desk, after, waiting.slice(0, seats.value.seatedCount));
    const told = move.value === null ? [] : people;
    const facts = { title: occasion.title, subjectId: record.eventId };
    return accept({
      subjectId: record.id,
      answer: { toldCount: move.value === null ? seats.value.seatedCount : people.length },
      transfers: [...changeSeats(desk.chance, record.id, seats.value.change), ...seated.transfers],
      rows: [
        touchOccasion(occasion, change),
        ...seated.rows,
        ...told.map((personId) =>
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
