import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import type { Chance } from './context.ts';

const POOL_BYTES = 8_192;
const pool = Buffer.alloc(POOL_BYTES);
let taken = POOL_BYTES;

/** Random bytes from a store that is filled at once: each filling is a call to the system. None is given out twice. */
function takeRandom(length: number): Uint8Array {
  if (length > POOL_BYTES / 8) return randomFillSync(new Uint8Array(length));
  if (taken + length > POOL_BYTES) {
    randomFillSync(pool);
    taken = 0;
  }
  const bytes = Uint8Array.from(pool.subarray(taken, taken + length));
  pool.fill(0, taken, taken + length);
  taken += length;
  return bytes;
}

/** The real clock and real chance. Everything else is handed them, and so can be replayed. */
export const realChance: Chance = {
  nowMs: () => Date.now(),
  newId: (prefix) => `${prefix}_${v7({ random: takeRandom(16) }).replaceAll('-', '')}`,
  randomBytes: takeRandom,
};
