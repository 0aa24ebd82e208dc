import type { InStatement } from '@libsql/client';
import { type Connections, prepareWriting } from './client.ts';
import { buildGroup } from './group.ts';
import { Unbindable } from './guard.ts';
import { type Plan, type Verdict, whyUnrecordable } from './plan.ts';
import { apart, standing } from './sift.ts';
import { readTip, renewLease, returnLease, type Tip, takeLease } from './tip.ts';
import { isRefusal, OutcomeUnknown, Overloaded, WriterStopped } from './trouble.ts';

export const GROUP_MAX = 256;
export const WAITING_MAX = 4096;
export const LEASE_MS = 30_000;
const SENDINGS_MAX = 7;
const BACKOFF_MS = 20;

/** A request needs four turns of the loop from its socket to its plan: two to know who asks, two to load. */
const QUIET_TURNS = 5;
const GATHERING_TURNS_MAX = 32;

export interface WriterClock {
  nowMs(): number;
  /** Waits; only between sendings that met a failing machine. */
  pause(ms: number): Promise<void>;
}

interface Waiting {
  readonly plan: Plan;
  settle(verdict: Verdict): void;
  fail(error: Error): void;
}

type Turn = () => Promise<void>;

/**
 * The only one who writes. Takes every plan that waits, numbers and hashes their transfers from
 * the tip, and sends them as one batch in one durable transaction; answers leave after the commit.
 */
export class Writer {
  readonly #connections: Connections;
  readonly #clock: WriterClock;
  readonly #holder: string;
  readonly #onStop: (error: Error) => void;
  readonly #waiting: Waiting[] = [];
  readonly #turns: Turn[] = [];
  #tip: Tip;
  #groupCount = 0;
  #running: Promise<void> | null = null;
  #stopped: Error | null = null;

  private constructor(
    connections: Connections,
    clock: WriterClock,
    holder: string,
    tip: Tip,
    onStop: (error: Error) => void,
  ) {
    this.#connections = connections;
    this.#clock = clock;
    this.#holder = holder;
    this.#tip = tip;
    this.#onStop = onStop;
  }

  /** Takes the lease and the tip. `holder` must be random for each opening. Throws LeaseHeld. */
  static async open(
    connections: Connections,
    holder: string,
    clock: WriterClock,
    onStop: (error: Error) => void = () => undefined,
  ): Promise<Writer> {
    const tip = await takeLease(connections.writing, holder, clock.nowMs(), LEASE_MS);
    return new Writer(connections, clock, holder, tip, onStop);
  }

  /** Plans waiting for their group. */
  get waitingCount(): number {
    return this.#waiting.length;
  }

  get lastSeq(): number {
    return this.#tip.seq;
  }

  /**
   * Records a plan whole or not at all. Throws Overloaded, OutcomeUnknown, WriterStopped, or a
   * Unbindable for a value that no database could keep as it is.
   */
  commit(plan: Plan): Promise<Verdict> {
    if (this.#stopped) return Promise.reject(new WriterStopped(this.#stopped.message));
    const why = whyUnrecordable(plan);
    if (why !== null) return Promise.reject(new Unbindable(`a plan that cannot travel: ${why}`));
    if (this.#waiting.length >= WAITING_MAX) return Promise.reject(new Overloaded('queue is full'));
    return new Promise((settle, fail) => {
      this.#waiting.push({ plan, settle, fail });
      this.#wake();
    });
  }

  /** Prepares a plan and records it while nobody else commits: what was read stays true. */
  inTurn(prepare: () => Promise<Plan | null>): Promise<Verdict | 'answered'> {
    if (this.#stopped) return Promise.reject(new WriterStopped(this.#stopped.message));
    return new Promise((settle, fail) => {
      this.#turns.push(async () => {
        try {
          const plan = await prepare();
          if (!plan) return settle('answered');
          const why = whyUnrecordable(plan);
          if (why !== null) throw new Unbindable(`a plan that cannot travel: ${why}`);
          await this.#settle([{ plan, settle, fail }]);
        } catch (error) {
          fail(error as Error);
        }
      });
      this.#wake();
    });
  }

  /** Keeps the lease while nothing is written; stops the writer when it is lost. */
  async renew(): Promise<void> {
    if (this.#stopped !== null || this.#running !== null) return;
    const kept = await renewLease(
      this.#connections.writing,
      this.#holder,
      this.#clock.nowMs() + LEASE_MS,
    );
    if (!kept) this.#stop(new Error('the lease was taken'));
  }

  /** Finishes what waits, then gives the lease back. Nothing is taken in afterwards. */
  async close(): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#stopped) return;
    this.#stopped = new Error('closed');
    await returnLease(this.#connections.writing, this.#holder);
  }

  #wake(): void {
    this.#running ??= this.#drain().finally(() => {
      this.#running = null;
      if (this.#waiting.length > 0 || this.#turns.length > 0) this.#wake();
    });
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0 || this.#turns.length > 0) {
      await this.#gather();
      const turn = this.#turns.shift();
      if (turn) await turn();
      const { group, rivals } = apart(this.#waiting.splice(0, GROUP_MAX));
      if (group.length > 0) await this.#guarded(group);
      for (const rival of rivals) rival.settle('stale');
      // The local client answers in microtasks: without this no timer or socket is ever served.
      await nextTurn();
    }
  }

  /**
   * Lets those on their way come along: a commit costs the same for one and for sixty. Goes by
   * turns of the loop, not by a clock, so that somebody alone waits for nobody.
   */
  async #gather(): Promise<void> {
    let known = this.#waiting.length;
    for (let turn = 0, quiet = 0; turn < GATHERING_TURNS_MAX && quiet < QUIET_TURNS; turn++) {
      await nextTurn();
      quiet = this.#waiting.length > known ? 0 : quiet + 1;
      known = this.#waiting.length;
      if (known >= GROUP_MAX) return;
    }
  }

  async #guarded(group: Waiting[]): Promise<void> {
    try {
      await this.#settle(group);
    } catch (error) {
      for (const waiting of group) waiting.fail(error as Error);
    }
  }

  async #settle(group: Waiting[], refusedWhole = false): Promise<void> {
    if (!refusedWhole && (await this.#send(group))) {
      for (const waiting of group) waiting.settle('recorded');
      return;
    }
    if (group.length === 1) {
      group[0]?.settle('stale');
      return;
    }
    const stands = await standing(
      this.#connections.reading,
      group.map((waiting) => waiting.plan),
    );
    const staying = group.filter((waiting) => stands.has(waiting.plan));
    if (staying.length === group.length) return this.#halve(group, true);
    if (staying.length > 0) await this.#halve(staying, false);
    // Only now: they load again, and must see what their rivals just recorded.
    for (const waiting of group) if (!stands.has(waiting.plan)) waiting.settle('stale');
  }

  /** What the sift cannot explain (a room's own constraint) is found by halving. */
  async #halve(group: Waiting[], refusedWhole: boolean): Promise<void> {
    if (!refusedWhole && (await this.#send(group))) {
      for (const waiting of group) waiting.settle('recorded');
      return;
    }
    if (group.length === 1) {
      group[0]?.settle('stale');
      return;
    }
    const middle = group.length >> 1;
    await this.#halve(group.slice(0, middle), false);
    await this.#halve(group.slice(middle), false);
  }

  /** True: all of it is in the book. False: none of it. The tip alone tells which. */
  async #send(group: readonly Waiting[]): Promise<boolean> {
    if (this.#stopped) throw new WriterStopped(this.#stopped.message);
    const plans = group.map((waiting) => waiting.plan);
    const { statements, next } = this.#group(plans);
    for (let attempt = 1; attempt <= SENDINGS_MAX; attempt++) {
      const trouble = await this.#trySending(statements);
      if (trouble === null) {
        this.#tip = next;
        return true;
      }
      const isRefused = isRefusal(trouble);
      if (await this.#isRecorded(next, isRefused ? 0 : attempt)) return true;
      if (isRefused) return false;
    }
    throw new OutcomeUnknown('the database did not answer');
  }

  /** Null when the batch was answered; otherwise what went wrong. */
  async #trySending(statements: InStatement[]): Promise<unknown> {
    try {
      await this.#connections.writing.batch(statements, 'write');
      return null;
    } catch (error) {
      // It never left this process. A wire that broke is a TypeError too, and may have delivered.
      if (error instanceof Unbindable) throw error;
      return error;
    }
  }

  /** After a failure: whether this very group is in the book. Stops when somebody else wrote. */
  async #isRecorded(next: Tip, attempt: number): Promise<boolean> {
    const found = await this.#tipAfterFailure(attempt);
    if (found.holder !== this.#holder) throw this.#stop(new Error('the lease was taken'));
    if (found.groupId === next.groupId) {
      this.#tip = next;
      return true;
    }
    if (found.groupNo !== this.#tip.groupNo) {
      throw this.#stop(new Error('the tip moved without us'));
    }
    return false;
  }

  async #tipAfterFailure(attempt: number): Promise<Tip> {
    for (let again = attempt; ; again++) {
      try {
        if (again > 0) await this.#reconnect(again);
        return await readTip(this.#connections.writing);
      } catch (error) {
        if (again >= SENDINGS_MAX) throw new OutcomeUnknown(String(error));
      }
    }
  }

  async #reconnect(attempt: number): Promise<void> {
    await this.#clock.pause(BACKOFF_MS * 2 ** Math.min(attempt, 6));
    if (!this.#connections.isFile) return;
    this.#connections.writing.reconnect();
    await prepareWriting(this.#connections.writing);
  }

  #group(plans: readonly Plan[]) {
    return buildGroup(this.#tip, plans, {
      holder: this.#holder,
      leaseUntilMs: this.#clock.nowMs() + LEASE_MS,
      groupId: `${this.#holder}:${++this.#groupCount}`,
    });
  }

  #stop(error: Error): Error {
    if (!this.#stopped) {
      this.#stopped = error;
      for (const waiting of this.#waiting.splice(0)) waiting.fail(new WriterStopped(error.message));
      this.#onStop(error);
    }
    return new WriterStopped(error.message);
  }
}

function nextTurn(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}
