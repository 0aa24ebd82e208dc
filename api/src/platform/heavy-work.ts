import { Worker } from 'node:worker_threads';
import { Overloaded } from '@bank/db/trouble';
import { framesOf, type HeavyAnswer, type HeavyOrder } from './heavy-order.ts';

/**
 * What takes whole seconds of one core (reading a county's workbook, printing sheets) is done beside
 * the server and not in it, so that no phone waits for it. One job at a time, each in a thread of its
 * own that ends with it: memory goes back at once, no job meets what another left behind, and codes
 * and names of a print are gone when it is printed.
 */

/** A pure function of a module, named by where it stands: it is called with a copy of its input. */
export interface HeavyJob<Input, Output> {
  readonly module: string;
  readonly name: string;
  /** Never there; carries the types of the function. */
  readonly types?: (input: Input) => Output;
}

/** What arrives of a value that was copied from thread to thread: a Buffer comes as plain bytes. */
export type Copied<Value> = Value extends Uint8Array
  ? Uint8Array
  : Value extends ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
    ? Value
    : Value extends object
      ? { [Key in keyof Value]: Copied<Value[Key]> }
      : Value;

type Taken<Work> = Work extends (input: infer Input) => unknown ? Input : never;
type Given<Work> = Work extends (...input: never[]) => infer Output
  ? Copied<Awaited<Output>>
  : never;

/** Names the functions of a module as jobs: `heavyJobs<typeof import('./print.ts')>(url)('print')`. */
export function heavyJobs<Module>(place: URL) {
  return <Name extends keyof Module & string>(
    name: Name,
  ): HeavyJob<Taken<Module[Name]>, Given<Module[Name]>> => ({ module: place.href, name });
}

/** How a job ended that gave no answer. */
export type HeavyEnd = 'too-large' | 'too-long' | 'threw' | 'ended';

const WORDS: Record<HeavyEnd, string> = {
  'too-large': 'needed more memory than it may have',
  'too-long': 'took longer than it may take',
  threw: 'threw',
  ended: 'ended without an answer',
};

/** A job gave no answer. Says which and where, never what was in it: a print holds codes and names. */
export class HeavyWorkFailed extends Error {
  readonly end: HeavyEnd;

  constructor(name: string, end: HeavyEnd, where = '') {
    super(`heavy work ${name} ${WORDS[end]}`);
    this.end = end;
    if (where !== '') this.stack = `${this.message}\n${where}`;
  }
}

export interface HeavyLimits {
  /** Jobs that wait for the one under way. */
  readonly waitingMax: number;
  /** What the thread may keep in memory; the texts and tables of a workbook lie there. */
  readonly memoryMb: number;
  readonly timeMs: number;
}

export const HEAVY_LIMITS: HeavyLimits = { waitingMax: 4, memoryMb: 256, timeMs: 180_000 };

/** New things are looked through often, so that what is done with does not pile up first. */
const YOUNG_MB = 8;

/** TypeScript is read by a loader that each thread must ask for itself, so the first file is none. */
const THREAD = new URL('./heavy-thread.mjs', import.meta.url);

/** One job at a time, in the order they came. */
export class HeavyWork {
  readonly #limits: HeavyLimits;
  #underWay = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(limits: HeavyLimits) {
    this.#limits = limits;
  }

  /** Throws Overloaded when too many wait; for what must be known before something is recorded. */
  assertFree(): void {
    if (this.#underWay > this.#limits.waitingMax) throw new Overloaded('too much heavy work waits');
  }

  /**
   * Does a job when its turn comes; `prepare` is called only then, so that what waits is small.
   * Throws Overloaded when too many wait, HeavyWorkFailed when the job gave no answer.
   */
  async run<Input, Output>(
    job: HeavyJob<Input, Output>,
    prepare: () => Input | Promise<Input>,
  ): Promise<Output> {
    this.assertFree();
    return this.runPromised(job, prepare);
  }

  /** As `run`, for what is recorded already and must be answered: it waits however many do. */
  runPromised<Input, Output>(
    job: HeavyJob<Input, Output>,
    prepare: () => Input | Promise<Input>,
  ): Promise<Output> {
    this.#underWay += 1;
    const answer = this.#last.then(async () => this.#inThread(job, await prepare()));
    this.#last = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer.finally(() => {
      this.#underWay -= 1;
    });
  }

  #inThread<Input, Output>({ module, name }: HeavyJob<Input, Output>, input: Input) {
    const { memoryMb, timeMs } = this.#limits;
    const order: HeavyOrder = { module, name, input };
    const worker = new Worker(THREAD, {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: YOUNG_MB },
      // The thread brings its own loader and none of how this process was started.
      execArgv: [],
    });
    return new Promise<Output>((done, fail) => {
      const give = (end: HeavyEnd, where?: string) => fail(new HeavyWorkFailed(name, end, where));
      const timer = setTimeout(() => give('too-long'), timeMs);
      worker.once('message', (answer: HeavyAnswer) =>
        answer.ok ? done(answer.output as Output) : give('threw', answer.where),
      );
      worker.on('error', (error: NodeJS.ErrnoException) =>
        give(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'threw', framesOf(error)),
      );
      worker.once('exit', () => {
        clearTimeout(timer);
        give('ended');
      });
    }).finally(() => worker.terminate());
  }
}

/** The one of this process: its cores and its memory are one, however many books are open. */
export const heavyWork = new HeavyWork(HEAVY_LIMITS);
