import { monitorEventLoopDelay } from 'node:perf_hooks';

/** What one run of one contender showed. Times in ms; the stall is of the process that answers. */
export interface Figures {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly stallP99Ms: number;
}

/** Calls without pause from so many callers for so long. */
export async function runFor(
  durationMs: number,
  callers: number,
  call: () => Promise<unknown>,
): Promise<Figures> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const times: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + durationMs;
  delay.enable();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      for (let from = performance.now(); from < until; ) {
        await call();
        const to = performance.now();
        times.push(to - from);
        from = to;
      }
    }),
  );
  delay.disable();
  const seconds = (performance.now() - startedAt) / 1000;
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return {
    perSecond: times.length / seconds,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    stallP99Ms: delay.percentile(99) / 1e6,
  };
}

/** The run in the middle, by throughput. */
export function median(runs: readonly Figures[]): Figures {
  const sorted = [...runs].sort((one, other) => one.perSecond - other.perSecond);
  const middle = sorted[sorted.length >> 1];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}

export type Contender = { readonly name: string; run(): Promise<Figures> };

/** Runs all contenders in turn, several times, so that a noisy neighbour meets them all. */
export async function interleave(
  contenders: readonly Contender[],
  rounds: number,
): Promise<Map<string, Figures>> {
  const runs = new Map<string, Figures[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of contenders) runs.get(name)?.push(await run());
  }
  return new Map([...runs].map(([name, figures]) => [name, median(figures)]));
}
