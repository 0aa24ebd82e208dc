import { accessProblems } from './contracts/access.ts';
import { communityProblems } from './contracts/community.ts';
import { eventsProblems } from './contracts/events-problems.ts';
import { intakeProblems } from './contracts/intake.ts';
import { ledgerProblems } from './contracts/ledger.ts';
import { noticesProblems } from './contracts/notices.ts';
import { redemptionProblems } from './contracts/redemption.ts';
import { requestProblems } from './contracts/request.ts';
import { scoringProblems } from './contracts/scoring.ts';
import { selectionProblems } from './contracts/selection.ts';
import { volunteeringProblems } from './contracts/volunteering.ts';
import type { ProblemDocument } from './problem-document.ts';

/** Every refusal of the bank. A code is `room/what-is-wrong` and brings its facts. */
const registry = {
  ...requestProblems,
  ...communityProblems,
  ...accessProblems,
  ...ledgerProblems,
  ...scoringProblems,
  ...noticesProblems,
  ...redemptionProblems,
  ...selectionProblems,
  ...eventsProblems,
  ...volunteeringProblems,
  ...intakeProblems,
} as const;

type Registry = typeof registry;
export type ProblemCode = keyof Registry;

/** A no as a value. A code without its facts does not compile. */
export type Problem<Code extends ProblemCode = ProblemCode> = {
  [C in Code]: Parameters<Registry[C]['detail']> extends [infer Facts]
    ? { readonly code: C; readonly facts: Facts }
    : { readonly code: C; readonly facts: Record<string, never> };
}[Code];

export const NO_FACTS: Record<string, never> = {};

/** Every code, for the docs and the tests that must name each. */
export const problemCodes = Object.keys(registry) as ProblemCode[];

/** The HTTP status of a refusal. */
export function statusOf(code: ProblemCode): number {
  return registry[code].status;
}

/** What a code means, for `/problems/…`. */
export function meaningOf(code: ProblemCode): { title: string; status: number } {
  const { title, status } = registry[code];
  return { title, status };
}

/** The RFC 9457 document of a refusal. */
export function describeProblem(problem: Problem): ProblemDocument {
  const entry = registry[problem.code];
  const detail = entry.detail as (facts: unknown) => string;
  return {
    type: `/problems/${problem.code}`,
    title: entry.title,
    status: entry.status,
    detail: detail(problem.facts),
    code: problem.code,
    facts: problem.facts as Record<string, unknown>,
  };
}
