import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import type { Outcome } from '@bank/shared/outcome';
import type { Actor, Bank } from './context.ts';
import { areasOf, permit } from './duty.ts';

/** What a query may use: it can look and cannot touch. */
export interface Window extends Omit<Bank, 'writer'> {
  readonly actor: Actor;
  readonly nowMs: number;
  /** The areas in which the actor's posts carry the duty. Every query of scope `area` filters by them. */
  readonly areas: readonly string[];
}

export interface Query<E extends Endpoint = Endpoint> {
  readonly kind: 'query';
  readonly endpoint: E;
  ask(bank: Bank, actor: Actor, input: InputOf<E>): Promise<Outcome<OutputOf<E>>>;
}

/** A question: duty first, then an answer in the contract's shape or a refusal. */
export function query<E extends Endpoint>(
  endpoint: E,
  answer: (window: Window, input: InputOf<E>) => Promise<Outcome<OutputOf<E>>>,
): Query<E> {
  return {
    kind: 'query',
    endpoint,
    async ask(bank, actor, input) {
      const may = permit(endpoint, actor);
      if (!may.ok) return may;
      const areas = areasOf(actor, endpoint.duty);
      return answer({ ...bank, actor, nowMs: bank.chance.nowMs(), areas }, input);
    },
  };
}
