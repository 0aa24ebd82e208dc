import { bookChecks } from '@bank/api/handlers';
import { verify } from '@bank/api/ledger/queries';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { openTestBank, type TestBank } from '../../bank.ts';
import { foundWorld } from '../../world.ts';
import { ModelBook } from './book.ts';
import { CLERK_HOMES, HOME_COUNT, ITEMS, openCounter } from './counter.ts';
import { sequences } from './step.ts';

/** A failing run names its seed; hand it in to walk the same way again. */
export const MODEL_SEED = Number(process.env.MODEL_SEED ?? 20_260_317);
const RUNS_A_BANK = 24;
/** A failure is made smaller for so long, and told. */
const LIMIT_MS = 120_000;

/** Walks bank and model side by side until so many steps were taken. Answers how many it were. */
export async function walkTogether(seed: number, stepsWanted: number): Promise<number> {
  let steps = 0;
  for (let batch = 0; steps < stepsWanted; batch++) {
    await walk(seed + batch, () => {
      steps += 1;
    });
  }
  console.info(`model: ${steps} steps, seed ${seed}`);
  return steps;
}

/** Some runs on one bank; the whole book is checked at the end of each. */
async function walk(seed: number, counted: () => void): Promise<void> {
  const bank = await openTestBank();
  try {
    await foundWorld(bank);
    let run = 0;
    await fc.assert(
      fc.asyncProperty(sequences(counted), async (steps) => {
        const counter = await openCounter(bank, ++run);
        const nowMs = bank.bank.chance.nowMs();
        const start = async () => ({
          model: new ModelBook(nowMs, HOME_COUNT, ITEMS, CLERK_HOMES),
          real: { counter, sent: [] },
        });
        await fc.asyncModelRun(start, steps);
        await checkBook(bank);
      }),
      {
        seed,
        numRuns: RUNS_A_BANK,
        interruptAfterTimeLimit: LIMIT_MS,
        markInterruptAsFailure: true,
      },
    );
  } finally {
    await bank.close();
  }
}

async function checkBook(bank: TestBank): Promise<void> {
  const { summary, isSound } = await verify(bank.bank, bookChecks);
  expect(isSound, summary).toBe(true);
}
