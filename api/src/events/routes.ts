import type { Handler } from '../platform/serve.ts';
import { arrangeEvent } from './arrange-commands.ts';
import { cancelOccasion, changeOccasion } from './change-commands.ts';
import { bringLateScan, checkIn, showPersonalCode } from './check-in-commands.ts';
import { closeOccasion, postLeftAwards } from './close-commands.ts';
import { listEvents, listOwnOccasions, readEvent } from './programme-queries.ts';
import { cancelSignUp, signUp } from './sign-up-commands.ts';
import { checkInPerson, decideLateScan, undoCheckIn } from './staff-commands.ts';
import { findPeople, listOfficeOccasions, readConsole, readRoll } from './staff-queries.ts';
import { cancelPersonSignUp, signUpPerson } from './staff-sign-up-commands.ts';

/** Which promise is kept by which command or query. */
export const eventsHandlers = [
  listEvents,
  readEvent,
  listOwnOccasions,
  signUp,
  cancelSignUp,
  checkIn,
  bringLateScan,
  showPersonalCode,
  arrangeEvent,
  changeOccasion,
  cancelOccasion,
  listOfficeOccasions,
  readConsole,
  readRoll,
  findPeople,
  signUpPerson,
  cancelPersonSignUp,
  checkInPerson,
  undoCheckIn,
  decideLateScan,
  closeOccasion,
  postLeftAwards,
] as Handler[];
