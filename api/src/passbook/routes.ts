import type { Handler } from '../platform/serve.ts';
import { readHouseholdPassbook, readPassbook } from './queries.ts';

/** Which promise is kept by which query. */
export const passbookHandlers = [readPassbook, readHouseholdPassbook] as Handler[];
