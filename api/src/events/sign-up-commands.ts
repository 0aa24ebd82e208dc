import type { Draft, Row } from '@bank/db/plan';
import { CancelSignUp, SignUp, type SignUpAnswer } from '@bank/shared/contracts/events';
import { OccasionId, PersonId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { recordNotice } from '../notices/store.ts';
import { command, type Decision, type Desk } from '../platform/command.ts';
import { type Attendee, attendee } from './attendee-store.ts';
import { giveSeatBack, takeSeat } from './seats.ts';
import { decideCancelSignUp, decideSignUp } from './sign-up.ts';
import {
  type OccasionFile,
  occasionById,
  recordSignUp,
  type SignUpRecord,
  touchOccasion,
  waitingAt,
} from './store.ts';

/** Somebody at an occasion, and who waits there. */
export async function loadPlace(desk: Desk, occasionId: string, personId: string) {
  const { lookout } = desk;
  const [occasion, person, [waiting]] = await Promise.all([
    lookout.look(occasionById, occasionId),
    lookout.look(attendee, [occasionId, personId] as const),
    lookout.look(waitingAt, occasionId),
  ]);
  return { occasion, person, waiting };
}

type Place = Awaited<ReturnType<typeof loadPlace>>;

/** Whoever signs up: oneself, or somebody of the own home. */
async function loadOwn(desk: Desk, input: { occasionId: string; personId?: string | undefined }) {
  const { actor } = desk;
  const [selfId, homeId] =
    actor.kind === 'person' ? [actor.personId, actor.householdId] : ['', null];
  const { person, ...place } = await loadPlace(desk, input.occasionId, input.personId ?? selfId);
  const isOwn = person !== null && person.householdId !== null && person.householdId === homeId;
  return { ...place, person: isOwn ? person : null };
}

function answerOf(signUp: SignUpRecord, position: number | null): SignUpAnswer {
  return {
    occasionId: OccasionId.parse(signUp.occasionId),
    personId: PersonId.parse(signUp.personId),
    state: signUp.state,
    position: signUp.state === 'waiting' ? position : null,
  };
}

/**
 * 报名. A seat is guarded by its floor, so that many can be taken at once; a place in the line
 * rests on there being no seat, and so writes the occasion, as whoever frees a seat does.
 */
export function takePlace({ occasion, person }: Place, desk: Desk): Decision<SignUpAnswer> {
  if (!occasion || !person) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const before = person.signUp;
  if (before && before.state !== 'cancelled') {
    return accept({ subjectId: before.id, answer: answerOf(before, person.position) });
  }
  const terms = { ...occasion.record, ...occasion };
  const decision = decideSignUp(terms, person.homePath ?? '', desk.nowMs);
  if (!decision.ok) return decision;
  const isSeated = decision.value === 'seated';
  const queueNumber = isSeated ? null : occasion.record.lastQueueNumber + 1;
  const record = nextSignUp(occasion, person, {
    state: decision.value,
    queueNumber,
    isWalkIn: false,
    askedAtMs: desk.nowMs,
  });
  return accept({
    subjectId: record.id,
    answer: answerOf(record, occasion.waitingCount + 1),
    transfers: isSeated
      ? [takeSeat(desk.chance, occasion.record.id, person.personId, 'events/sign-up')]
      : [],
    rows: [
      recordSignUp(record),
      ...(queueNumber === null ? [] : [touchOccasion(occasion, { lastQueueNumber: queueNumber })]),
    ],
  });
}

export const signUp = command(SignUp, { load: loadOwn, decide: takePlace });

/** The sign-up of a person as it stands next. */
export function nextSignUp(
  occasion: OccasionFile,
  { personId, signUp: before }: Pick<Attendee, 'personId' | 'signUp'>,
  change: Pick<SignUpRecord, 'state' | 'queueNumber' | 'isWalkIn' | 'askedAtMs'>,
): SignUpRecord {
  const occasionId = occasion.record.id;
  return {
    id: `${occasionId}|${personId}`,
    version: (before?.version ?? 0) + 1,
    occasionId,
    personId,
    ...change,
  };
}

/** A seat that somebody leaves: straight on to who waits longest, with a message, else free again. */
export function passSeatOn(
  desk: Pick<Desk, 'chance' | 'nowMs'>,
  occasion: OccasionFile,
  leaverId: string,
  waiting: SignUpRecord | undefined,
): { rows: Row[]; transfers: Draft[] } {
  if (waiting) return { rows: seatWaiting(desk, occasion, waiting), transfers: [] };
  return { rows: [], transfers: [giveSeatBack(desk.chance, occasion.record.id, leaverId)] };
}

/** Who waited has a seat now, and a message that says so. */
export function seatWaiting(
  desk: Pick<Desk, 'chance' | 'nowMs'>,
  { record, title }: Pick<OccasionFile, 'record' | 'title'>,
  waiting: SignUpRecord,
): Row[] {
  const facts = { title, atMs: record.startsAtMs, subjectId: record.eventId };
  return [
    recordSignUp({ ...waiting, version: waiting.version + 1, state: 'seated' }),
    recordNotice(desk.chance, waiting.personId, 'place-came-free', facts, desk.nowMs),
  ];
}

/** 不去了. */
export function giveUpPlace(
  { occasion, person, waiting }: Place,
  desk: Desk,
): Decision<SignUpAnswer> {
  if (!occasion || !person) return refuse({ code: 'request/not-found', facts: NO_FACTS });
  const before = person.signUp;
  const isPresent = person.attendance?.state === 'present';
  const decision = decideCancelSignUp(
    occasion.record,
    before?.state ?? null,
    isPresent,
    desk.nowMs,
  );
  if (!decision.ok) return decision;
  if (!before) return refuse({ code: 'events/not-signed-up', facts: NO_FACTS });
  if (decision.value === 'again') {
    return accept({ subjectId: before.id, answer: answerOf(before, null) });
  }
  const record: SignUpRecord = { ...before, version: before.version + 1, state: 'cancelled' };
  const passed =
    decision.value === 'seated' ? passSeatOn(desk, occasion, person.personId, waiting) : null;
  return accept({
    subjectId: record.id,
    answer: answerOf(record, null),
    transfers: passed?.transfers ?? [],
    rows: [recordSignUp(record), ...(passed ? [touchOccasion(occasion), ...passed.rows] : [])],
  });
}

export const cancelSignUp = command(CancelSignUp, { load: loadOwn, decide: giveUpPlace });
