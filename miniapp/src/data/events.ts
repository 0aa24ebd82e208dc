import {
  CancelSignUp,
  CheckIn,
  ListEvents,
  ListOwnOccasions,
  ReadEvent,
  ShowPersonalCode,
  SignUp,
} from '@bank/shared/contracts/events';
import type { InputOf, OutputOf } from '@bank/shared/endpoint';
import type { EventId, OccasionId, PersonId } from '@bank/shared/ids';
import { about, requestChange, useChange } from './change';
import { ProblemError } from './errors';
import { ask, queryClient } from './query-client';

/** What the community offers in the coming days; without login too. */
export const programmeQuery = () => ask(ListEvents, {});

/** What one has signed up for, and what one was at. */
export const ownOccasionsQuery = () => ask(ListOwnOccasions, {});

export const eventQuery = (eventId: EventId) => ask(ReadEvent, { eventId });

/** Signs up or joins the line. Never queued: without a network nobody can say whether there is a seat. */
export const useSigningUp = (occasionId: OccasionId, personId?: PersonId) =>
  useChange(SignUp, about(SignUp, occasionId, ...(personId ? [personId] : [])));

export const useCancellingSignUp = (occasionId: OccasionId, personId?: PersonId) =>
  useChange(CancelSignUp, about(CancelSignUp, occasionId, ...(personId ? [personId] : [])));

/** Checks in or out by a code. Asked again with the same code, it is the same request. Throws like `call`. */
export async function checkIn(
  input: Omit<InputOf<typeof CheckIn>, 'requestId'>,
): Promise<OutputOf<typeof CheckIn>> {
  const answer = await requestChange(CheckIn, input);
  void queryClient.invalidateQueries();
  return answer;
}

export type PersonalCard = NonNullable<OutputOf<typeof ShowPersonalCode>['card']>;

const isLost = (error: unknown) =>
  error instanceof ProblemError && error.code === 'request/answer-not-kept';

/** The personal codes of the next two minutes. They are told once: an answer that got lost is asked for anew. */
export async function personalCard(): Promise<PersonalCard> {
  const once = () => requestChange(ShowPersonalCode, {});
  const { card } = await once().catch((error: unknown) => {
    if (isLost(error)) return once();
    throw error;
  });
  return card ?? personalCard();
}
