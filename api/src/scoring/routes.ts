import type { Handler } from '../platform/serve.ts';
import { readRulebook } from './queries.ts';

/** Which promise is kept by which query. */
export const scoringHandlers = [readRulebook] as Handler[];
