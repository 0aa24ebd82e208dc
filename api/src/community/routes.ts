import type { Handler } from '../platform/serve.ts';
import { mendHousehold, mendPerson } from './mend-commands.ts';
import { printBindCodes, printElderCard, revokeElderCard } from './print-commands.ts';
import { findHouseholds, listAreas, readHousehold, readOwnHousehold } from './queries.ts';
import { nameVoter } from './voter-commands.ts';

/** Which promise is kept by which command or query. */
export const communityHandlers = [
  listAreas,
  findHouseholds,
  readHousehold,
  readOwnHousehold,
  nameVoter,
  mendHousehold,
  mendPerson,
  printBindCodes,
  printElderCard,
  revokeElderCard,
] as Handler[];
