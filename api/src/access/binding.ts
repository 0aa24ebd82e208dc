import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';

/** Whoever lives in the home that a bind code names. */
export interface Claimant {
  readonly id: string;
  readonly name: string;
}

/**
 * 绑定: code and name together prove who it is. The same answer for a wrong code and a wrong name,
 * so that nobody learns which of them was right.
 */
export function decideBinding(
  claimants: readonly Claimant[] | null,
  name: string,
): Outcome<Claimant, 'wrong' | Problem<'access/name-not-clear'>> {
  const wanted = plainName(name);
  const matching = (claimants ?? []).filter((person) => plainName(person.name) === wanted);
  const [only, other] = matching;
  if (!only) return refuse('wrong' as const);
  if (other) return refuse({ code: 'access/name-not-clear', facts: NO_FACTS });
  return accept(only);
}

/** A name as people may type it: without spaces, with any of the dots that names are joined by. */
function plainName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/\s/g, '')
    .replace(/[•・‧.]/g, '·');
}
