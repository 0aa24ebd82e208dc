import type { Handler } from '../platform/serve.ts';
import { listWaitingServices, readHours } from './queries.ts';
import { confirmService, logService, returnService, withdrawService } from './service-commands.ts';

/** Which promise is kept by which command or query. */
export const volunteeringHandlers = [
  readHours,
  logService,
  withdrawService,
  listWaitingServices,
  confirmService,
  returnService,
] as Handler[];
