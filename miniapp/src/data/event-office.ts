import {
  ArrangeEvent,
  CancelOccasion,
  CancelPersonSignUp,
  ChangeOccasion,
  CheckInPerson,
  CloseOccasion,
  DecideLateScan,
  FindPeople,
  ListOfficeOccasions,
  PostLeftAwards,
  ReadConsole,
  ReadRoll,
  SignUpPerson,
  UndoCheckIn,
} from '@bank/shared/contracts/events-staff';
import type { OccasionId, PersonId } from '@bank/shared/ids';
import { about, useChange } from './change';
import { ask } from './query-client';

/** The occasions one looks after: today's, those to come, the last ones. */
export const officeOccasionsQuery = () => ask(ListOfficeOccasions, {});

/** The codes of the next minute and the counts. Codes are kept nowhere. */
export const consoleQuery = (occasionId: OccasionId) =>
  ask(ReadConsole, { occasionId }, { keep: false });

/** Who signed up and who came, by name: not kept on the clerk's phone. */
export const rollQuery = (occasionId: OccasionId) => ask(ReadRoll, { occasionId }, { keep: false });

/** The people of a home by its 存折号. */
export const peopleQuery = (occasionId: OccasionId, householdCode: string) =>
  ask(FindPeople, { occasionId, householdCode }, { keep: false });

export const useArranging = () => useChange(ArrangeEvent);

export const useOccasionChange = (occasionId: OccasionId) =>
  useChange(ChangeOccasion, about(ChangeOccasion, occasionId));

export const useCancelling = (occasionId: OccasionId) =>
  useChange(CancelOccasion, about(CancelOccasion, occasionId));

/** By a scanned code, whoever holds it. */
export const useCheckingInByCode = () => useChange(CheckInPerson);

/** One person of the roll, or of a home found by its 存折号. */
export const useCheckingIn = (occasionId: OccasionId, personId: PersonId) =>
  useChange(CheckInPerson, about(CheckInPerson, occasionId, personId));

/** For who has no phone. */
export const useSigningUpPerson = (occasionId: OccasionId, personId: PersonId) =>
  useChange(SignUpPerson, about(SignUpPerson, occasionId, personId));

export const useCancellingPerson = (occasionId: OccasionId, personId: PersonId) =>
  useChange(CancelPersonSignUp, about(CancelPersonSignUp, occasionId, personId));

export const useUndoing = (occasionId: OccasionId, personId: PersonId) =>
  useChange(UndoCheckIn, about(UndoCheckIn, occasionId, personId));

export const useDeciding = (occasionId: OccasionId, personId: PersonId) =>
  useChange(DecideLateScan, about(DecideLateScan, occasionId, personId));

export const useClosing = (occasionId: OccasionId) =>
  useChange(CloseOccasion, about(CloseOccasion, occasionId));

export const useLeftPosting = (occasionId: OccasionId) =>
  useChange(PostLeftAwards, about(PostLeftAwards, occasionId));
