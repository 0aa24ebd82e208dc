import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Chance } from './context.ts';

/** The real clock and real chance. Everything else is handed them, and so can be replayed. */
export const realChance: Chance = {
  nowMs: () => Date.now(),
  newId: (prefix) => `${prefix}_${v7().replaceAll('-', '')}`,
  randomBytes: (length) => randomBytes(length),
};
