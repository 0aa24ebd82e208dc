import { parentPort, workerData } from 'node:worker_threads';
import { framesOf, type HeavyAnswer, type HeavyOrder } from './heavy-order.ts';

/** Runs in the thread: does the one job it was started for, tells the answer, and is done. */
async function work({ module, name, input }: HeavyOrder): Promise<HeavyAnswer> {
  try {
    const does = ((await import(module)) as Record<string, (input: unknown) => unknown>)[name];
    if (!does) throw new Error('no such function');
    return { ok: true, output: await does(input) };
  } catch (error) {
    return { ok: false, where: framesOf(error) };
  }
}

parentPort?.postMessage(await work(workerData as HeavyOrder));
