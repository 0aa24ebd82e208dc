import {
  CancelSignUp,
  ListEvents,
  ListOwnOccasions,
  ReadEvent,
  SignUp,
} from '@bank/shared/contracts/events';
import type { EventId, OccasionId } from '@bank/shared/ids';
import { useChange } from './change';
import { ask } from './query-client';

/** What the community offers in the coming days; without login too. */
export const programmeQuery = () => ask(ListEvents, {});

/** What one has signed up for, and what one was at. */
export const ownOccasionsQuery = () => ask(ListOwnOccasions, {});

export const eventQuery = (eventId: EventId) => ask(ReadEvent, { eventId });

/** Signs up or joins the line. Never queued: without a network nobody can say whether there is a seat. */
export const useSigningUp = (occasionId: OccasionId) =>
  useChange(SignUp, `${SignUp.id} ${occasionId}`);

export const useCancellingSignUp = (occasionId: OccasionId) =>
  useChange(CancelSignUp, `${CancelSignUp.id} ${occasionId}`);
