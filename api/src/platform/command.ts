import type { Draft, Plan, Row } from '@bank/db/plan';
import { view } from '@bank/db/view';
import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import type { RequestId } from '@bank/shared/ids';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { type Actor, actorId, type Bank } from './context.ts';
import { permit, permitAt } from './duty.ts';

/** What a decision may know beside what was loaded. */
export interface Desk extends Bank {
  readonly actor: Actor;
  readonly nowMs: number;
  readonly requestId: RequestId;
}

/** What an accepted command does, as data. */
export interface Deed<Answer> {
  readonly subjectId: string | null;
  /** Kept for ever and told again: never a PIN, a code, a token or free text about a person. */
  readonly answer: Answer;
  /**
   * Told once and kept nowhere: a phone that lost it must begin anew. A function is called after
   * the commit, for what takes long to make, such as a print.
   */
  readonly once?: Partial<Answer> | (() => Promise<Partial<Answer>>);
  readonly transfers?: readonly Draft[];
  readonly rows?: readonly Row[];
}

/** A no that leaves a trace, such as a wrong try that must be counted. */
export type Refusal = {
  readonly ok: false;
  readonly problem: Problem;
  readonly rows?: readonly Row[];
};

export type Decision<Answer> = { readonly ok: true; readonly value: Deed<Answer> } | Refusal;

export interface Command<E extends Endpoint = Endpoint> {
  readonly kind: 'command';
  readonly endpoint: E;
  give(bank: Bank, actor: Actor, input: InputOf<E>): Promise<Answered<OutputOf<E>>>;
}

export type Answered<Answer> = { readonly outcome: Outcome<Answer>; readonly isReplay: boolean };

interface Script<E extends Endpoint, Seen> {
  /** Reads what the decision needs. For an area's subject, `areaPath` says where it lies. */
  load(desk: Desk, input: InputOf<E>): Promise<Seen>;
  /** Pure: what was seen in, what shall be done out. */
  decide(seen: Seen, desk: Desk, input: InputOf<E>): Decision<OutputOf<E>>;
}

type InArea = { readonly areaPath: string | null };

const OPTIMISTIC_ROUNDS = 2;

/**
 * The only way to change anything. A command says who may give it, is one plan in one transaction
 * with its audit entry beside it, and gives a request id one answer, ever: a phone that lost the
 * reply and asks again hears the same yes, or the same no.
 */
export function command<E extends Endpoint & { readonly scope: 'area' }, Seen extends InArea>(
  endpoint: E,
  script: Script<E, Seen>,
): Command<E>;
export function command<
  E extends Endpoint & { readonly scope: 'public' | 'self' | 'household' },
  Seen,
>(endpoint: E, script: Script<E, Seen>): Command<E>;
export function command<E extends Endpoint, Seen>(
  endpoint: E,
  script: Script<E, Seen>,
): Command<E> {
  return {
    kind: 'command',
    endpoint,
    give: (bank, actor, input) => oneAtATime(bank, endpoint, script, actor, input),
  };
}

const underWay = new WeakMap<Bank['writer'], Map<string, Promise<unknown>>>();

/** Twins of one request id wait for the first, so that both hear the answer that was recorded. */
async function oneAtATime<E extends Endpoint, Seen>(
  bank: Bank,
  endpoint: E,
  script: Script<E, Seen>,
  actor: Actor,
  input: InputOf<E>,
): Promise<Answered<OutputOf<E>>> {
  const { requestId } = input as { requestId: RequestId };
  const twins = underWay.get(bank.writer) ?? new Map<string, Promise<unknown>>();
  underWay.set(bank.writer, twins);
  for (let first = twins.get(requestId); first; first = twins.get(requestId)) {
    await first.catch(() => undefined);
  }
  const answer = give(bank, endpoint, script, actor, input, requestId);
  twins.set(requestId, answer);
  try {
    return await answer;
  } finally {
    twins.delete(requestId);
  }
}

async function give<E extends Endpoint, Seen>(
  bank: Bank,
  endpoint: E,
  script: Script<E, Seen>,
  actor: Actor,
  input: InputOf<E>,
  requestId: RequestId,
): Promise<Answered<OutputOf<E>>> {
  const may = permit(endpoint, actor);
  if (!may.ok) return { outcome: may, isReplay: false };
  const desk: Desk = { ...bank, actor, nowMs: bank.chance.nowMs(), requestId };
  const fingerprint = fingerprintOf(bank, endpoint, actor, input);
  let settled: () => Promise<Answered<OutputOf<E>>> = () => Promise.reject(new Error('unanswered'));
  const settle = (outcome: Outcome<OutputOf<E>>, isReplay: boolean): null => {
    settled = async () => ({ outcome, isReplay });
    return null;
  };

  const prepare = async (): Promise<Plan | null> => {
    const [earlier, seen] = await Promise.all([
      bank.lookout.look(answeredRequest, requestId),
      script.load(desk, input),
    ]);
    if (earlier) return settle(replay(earlier, fingerprint), true);
    const areaPath = endpoint.scope === 'area' ? (seen as InArea).areaPath : null;
    const here = endpoint.scope === 'area' ? permitAt(endpoint, actor, areaPath) : may;
    if (!here.ok) return settle(here, false);
    const decision = script.decide(seen, desk, input);
    settled = async () => ({ outcome: await told(decision), isReplay: false });
    return planOf(endpoint, desk, fingerprint, here.value, areaPath, decision);
  };

  for (let round = 0; round < OPTIMISTIC_ROUNDS; round++) {
    const plan = await prepare();
    if (!plan || (await bank.writer.commit(plan)) === 'recorded') return settled();
  }
  if ((await bank.writer.inTurn(prepare)) !== 'stale') return settled();
  throw new Error(`${endpoint.id}: decided in its own turn and refused by a constraint`);
}

const answeredRequest = view(
  `SELECT j.key, a.fingerprint, a.answer FROM json_each(?) j
     CROSS JOIN answered_requests a ON a.request_id = j.value`,
  ([row]) => (row ? { fingerprint: String(row.fingerprint), answer: String(row.answer) } : null),
);

type Kept<Answer> = { ok: true; answer: Answer; isPartly?: true } | { ok: false; problem: Problem };

function replay<Answer>(
  earlier: { fingerprint: string; answer: string },
  fingerprint: string,
): Outcome<Answer> {
  if (earlier.fingerprint !== fingerprint) {
    return refuse({ code: 'request/reused-id', facts: NO_FACTS });
  }
  const kept = JSON.parse(earlier.answer) as Kept<Answer>;
  if (!kept.ok) return refuse(kept.problem);
  if (kept.isPartly) return refuse({ code: 'request/answer-not-kept', facts: NO_FACTS });
  return accept(kept.answer);
}

async function told<Answer>(decision: Decision<Answer>): Promise<Outcome<Answer>> {
  if (!decision.ok) return refuse(decision.problem);
  const { answer, once } = decision.value;
  return accept({ ...answer, ...(typeof once === 'function' ? await once() : once) });
}

/** A keyed hash of who asks for what, without the input's secrets. */
function fingerprintOf<E extends Endpoint>(
  bank: Bank,
  endpoint: E,
  actor: Actor,
  input: InputOf<E>,
): string {
  const secrets = new Set(endpoint.secrets ?? []);
  const told = Object.entries(input as Record<string, unknown>).filter(
    ([key]) => !secrets.has(key),
  );
  return bank.keys.hash('fingerprint', JSON.stringify([endpoint.id, actorId(actor), told]));
}

function planOf<Answer>(
  endpoint: Endpoint,
  desk: Desk,
  fingerprint: string,
  actingAs: string,
  areaPath: string | null,
  decision: Decision<Answer>,
): Plan {
  const kept: Kept<Answer> = decision.ok
    ? {
        ok: true,
        answer: decision.value.answer,
        ...(decision.value.once === undefined ? {} : { isPartly: true as const }),
      }
    : { ok: false, problem: decision.problem };
  return {
    requestId: desk.requestId,
    fingerprint,
    answer: JSON.stringify(kept),
    command: endpoint.id,
    actorId: actorId(desk.actor),
    actingAs,
    areaPath,
    subjectId: decision.ok ? decision.value.subjectId : null,
    outcome: decision.ok ? 'done' : decision.problem.code,
    atMs: desk.nowMs,
    transfers: decision.ok ? (decision.value.transfers ?? []) : [],
    rows: (decision.ok ? decision.value.rows : decision.rows) ?? [],
  };
}
