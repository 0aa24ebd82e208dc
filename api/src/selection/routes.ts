import type { Handler } from '../platform/serve.ts';
import { castBallot, nominate } from './commands.ts';
import {
  listCampaigns,
  readCampaign,
  readHonours,
  readNominations,
  readTurnout,
} from './queries.ts';
import { conclude, countVotes, openCampaign, openVoting } from './staff-commands.ts';

/** Which promise is kept by which command or query. */
export const selectionHandlers = [
  listCampaigns,
  readCampaign,
  readHonours,
  nominate,
  castBallot,
  openCampaign,
  readNominations,
  openVoting,
  readTurnout,
  countVotes,
  conclude,
] as Handler[];
