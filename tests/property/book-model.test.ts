import { expect, test } from 'vitest';
import { MODEL_SEED, walkTogether } from './model/walk.ts';

// Half of the 20,000 steps; the other half runs beside it on the second core.
const SEED = MODEL_SEED;
const STEPS = 10_000;

test(`the bank agrees with a book kept by hand in ${STEPS} steps (seed ${SEED})`, async () => {
  expect(await walkTogether(SEED, STEPS)).toBeGreaterThanOrEqual(STEPS);
}, 300_000);
