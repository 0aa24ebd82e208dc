import type { Capability } from './roles.ts';
import type * as z from './zod.ts';

/**
 * Who may ask: `anyone` (before login too), `signed-in`, `household-member` (bound to a home),
 * `householder`, `voter` (the householder, or the adult whom the householder named), a capability
 * that a post must carry, or the bank's own `clock`, which no request ever is.
 */
export type Duty =
  | 'anyone'
  | 'signed-in'
  | 'household-member'
  | 'householder'
  | 'voter'
  | 'clock'
  | Capability;

/**
 * What the answer may touch: `public` facts, the caller's own person (`self`), the caller's own
 * home (`household`), or a subject that lies in an `area` under the caller's post.
 */
export type Scope = 'public' | 'self' | 'household' | 'area';

type Schema = z.ZodMiniType;

export interface Endpoint<Input extends Schema = Schema, Output extends Schema = Schema> {
  /** `room/verb-noun`, the name in the audit, the docs and the OpenAPI document. */
  readonly id: `${string}/${string}`;
  readonly method: 'GET' | 'POST';
  /** Under `/api`; `:name` is filled from the input. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly duty: Duty;
  readonly scope: Scope;
  readonly input: Input;
  readonly output: Output;
  /** The refusals of its own room that this promise may answer with; see problem.ts. */
  readonly refusals: readonly string[];
  /** Input fields that are kept nowhere: not in the fingerprint, the answer or the audit entry. */
  readonly secrets?: readonly string[];
  /** The input carries a workbook, so it may be larger than a form. */
  readonly takesWorkbook?: true;
}

/** One promise between phone and server. Every change is a POST that carries a request id. */
export function endpoint<Input extends Schema, Output extends Schema, const Reach extends Scope>(
  promise: Endpoint<Input, Output> & { readonly scope: Reach },
): Endpoint<Input, Output> & { readonly scope: Reach } {
  return promise;
}

export type InputOf<E> = E extends Endpoint<infer Input, Schema> ? z.infer<Input> : never;
export type OutputOf<E> = E extends Endpoint<Schema, infer Output> ? z.infer<Output> : never;
