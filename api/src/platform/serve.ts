import { Overloaded, WriterStopped } from '@bank/db/trouble';
import type { Endpoint } from '@bank/shared/endpoint';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { describeProblem, NO_FACTS, type Problem } from '@bank/shared/problem';
import { isCapability } from '@bank/shared/roles';
import * as z from '@bank/shared/zod';
import type { Hono, Context as HonoContext } from 'hono';
import { isFitText, readBody } from './body.ts';
import type { Command } from './command.ts';
import type { Actor, Bank } from './context.ts';
import { permit } from './duty.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import type { Query } from './query.ts';

export type Handler = Command | Query;

/** What the door needs beside the bank: who is asking, and where our own mistakes are written. */
export interface Door {
  readonly bank: Bank;
  readonly log: Log;
  readonly metrics: Metrics;
  /** The session's actor; a stranger where there is none, or it was revoked. */
  identify(request: Request): Promise<Actor>;
  /** Turns an answer that opens or ends a session into one with a cookie, where a browser asks. */
  dress(context: HonoContext, endpoint: Endpoint, answer: unknown): unknown;
}

export const API_PREFIX = '/api';
const RETRY_AFTER_SECONDS = '2';
const BYTES_MAX_OF_A_WORKBOOK = 12 * 1024 * 1024;

const ANYBODY = new Set(['anyone', 'signed-in', 'household-member', 'householder', 'voter']);
const SCOPES = new Set(['public', 'self', 'household', 'area']);

/** A promise without duty and scope stops the start: nothing is open by having been forgotten. */
export function assertDeclared({ id, duty, scope, method, output }: Endpoint): void {
  if (!ANYBODY.has(duty) && !isCapability(duty)) throw new Error(`${id} declares no duty`);
  if (!SCOPES.has(scope)) throw new Error(`${id} declares no scope`);
  if ((scope === 'area') !== isCapability(duty)) {
    throw new Error(`${id}: an area is reached by a post's capability, and only by that`);
  }
  if (!output || (method !== 'GET' && method !== 'POST')) throw new Error(`${id} is incomplete`);
}

/** The only code that knows HTTP: one route for one promise. */
export function serve(app: Hono, door: Door, handler: Handler): void {
  const { endpoint } = handler;
  assertDeclared(endpoint);
  if ((handler.kind === 'command') !== (endpoint.method === 'POST')) {
    throw new Error(`${endpoint.id}: a change is a POST, a question is a GET`);
  }
  const answer = async (context: HonoContext) => {
    const startedAt = performance.now();
    const outcome = await attempt(door, handler, context);
    const response = outcome.ok
      ? context.json(door.dress(context, endpoint, outcome.value) as object)
      : problemResponse(outcome.problem);
    door.metrics.observe(endpoint.id, response.status, (performance.now() - startedAt) / 1000);
    return response;
  };
  app.on(endpoint.method, `${API_PREFIX}${endpoint.path}`, answer);
}

async function attempt(
  door: Door,
  handler: Handler,
  context: HonoContext,
): Promise<Outcome<unknown>> {
  try {
    const actor = await door.identify(context.req.raw);
    // Before the input is looked at: what is not for somebody says nothing about itself either.
    const may = permit(handler.endpoint, actor);
    if (!may.ok) return may;
    const read = await readInput(handler.endpoint, context);
    if (!read.ok) return read;
    const parsed = parse(handler.endpoint, read.value);
    if (!parsed.ok) return parsed;
    if (handler.kind === 'query') return await handler.ask(door.bank, actor, parsed.value as never);
    const { outcome, isReplay } = await handler.give(door.bank, actor, parsed.value as never);
    if (isReplay) context.header('Idempotency-Hit', 'true');
    return outcome;
  } catch (error) {
    return refuseOurMistake(door, handler.endpoint, error);
  }
}

function refuseOurMistake(door: Door, endpoint: Endpoint, error: unknown): Outcome<never> {
  if (error instanceof Overloaded) return refuse({ code: 'request/busy', facts: NO_FACTS });
  door.log.error({
    endpoint: endpoint.id,
    isStopped: error instanceof WriterStopped,
    reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
  });
  return refuse({ code: 'request/unknown-outcome', facts: NO_FACTS });
}

/** An RFC 9457 answer. Browsers and phones may not keep it. */
export function problemResponse(problem: Problem): Response {
  const document = describeProblem(problem);
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  if (document.status === 503 || document.status === 429) {
    const wait = (problem.facts as { waitSeconds?: number }).waitSeconds;
    headers.set('Retry-After', wait === undefined ? RETRY_AFTER_SECONDS : String(wait));
  }
  return new Response(JSON.stringify(document), { status: document.status, headers });
}

async function readInput(endpoint: Endpoint, context: HonoContext): Promise<Outcome<unknown>> {
  if (endpoint.method === 'GET') {
    const told = { ...context.req.query(), ...context.req.param() };
    const isFit = Object.values(told).every((text) => isFitText(String(text)));
    return isFit ? accept(told) : refuse({ code: 'request/unreadable', facts: NO_FACTS });
  }
  const type = context.req.header('content-type') ?? '';
  // A form on a foreign page can send any body but not this type without being asked first.
  if (!/^application\/json\b/i.test(type)) {
    return refuse({ code: 'request/unreadable', facts: NO_FACTS });
  }
  return readBody(context.req.raw, endpoint.takesWorkbook ? BYTES_MAX_OF_A_WORKBOOK : undefined);
}

function parse(endpoint: Endpoint, told: unknown): Outcome<unknown> {
  const parsed = z.safeParse(endpoint.input, told);
  if (parsed.success) return accept(parsed.data);
  const issue = parsed.error.issues[0];
  return refuse({
    code: 'request/bad-input',
    facts: { field: issue?.path.join('.') ?? '', why: issue?.message ?? '填的格式不对' },
  });
}
