import { expect, test } from 'vitest';
import { MODEL_SEED, walkTogether } from './model/walk.ts';

// The other half of the 20,000 steps, on other seeds.
const SEED = MODEL_SEED + 1_000_000;
const STEPS = 10_000;

test(`the bank agrees with a book kept by hand in ${STEPS} steps (seed ${SEED})`, async () => {
  expect(await walkTogether(SEED, STEPS)).toBeGreaterThanOrEqual(STEPS);
}, 300_000);
