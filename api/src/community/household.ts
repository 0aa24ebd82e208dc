import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';

/** 户主 is a relation like the others in the roster, and there is one a home. */
export const HOUSEHOLDER = '户主';

/** Homes whose codes fit one print: a grid of ten clusters with room to spare. */
export const PRINT_HOMES_MAX = 400;

/**
 * Which fields a mend changes, by name. The same as before is a refusal, so that the audit never
 * says that something was changed when nothing was.
 */
export function decideMend<Facts extends Readonly<Record<string, unknown>>>(
  before: Facts,
  wanted: Partial<Facts>,
): Outcome<string[], Problem<'community/nothing-to-mend'>> {
  const changed = Object.keys(wanted).filter((field) => before[field] !== wanted[field]);
  if (changed.length === 0) return refuse({ code: 'community/nothing-to-mend', facts: NO_FACTS });
  return accept(changed);
}

/** A mend may not give a home a second householder. */
export function decideRelation(
  personId: string,
  relation: string,
  people: readonly { readonly id: string; readonly relation: string }[],
): Outcome<string, Problem<'community/second-householder'>> {
  const isTaken = people.some((one) => one.id !== personId && one.relation === HOUSEHOLDER);
  if (relation === HOUSEHOLDER && isTaken) {
    return refuse({ code: 'community/second-householder', facts: NO_FACTS });
  }
  return accept(relation);
}

/** From this age somebody may be asked to vote for the home. Civil Code of China, article 17. */
export const ADULT_YEARS_MIN = 18;

/** Whom a householder may ask to vote: an adult who lives in the home; null takes it back. */
export function decideVoter(
  wanted: string | null,
  named: string | null,
  people: readonly {
    readonly id: string;
    readonly bornOn: string | null;
    readonly relation: string;
  }[],
  today: string,
): Outcome<string | null, Problem<'community/not-an-adult-of-home' | 'community/nothing-to-mend'>> {
  if (wanted === named) return refuse({ code: 'community/nothing-to-mend', facts: NO_FACTS });
  if (wanted === null) return accept(null);
  const person = people.find(({ id }) => id === wanted);
  const years = person ? ageOn(person.bornOn, today) : null;
  const fits = person?.relation !== HOUSEHOLDER && years !== null && years >= ADULT_YEARS_MIN;
  if (fits) return accept(wanted);
  const facts = { yearsMin: ADULT_YEARS_MIN };
  return refuse({ code: 'community/not-an-adult-of-home', facts });
}

/** Whole years at a day, or null when the birthday is not known. */
export function ageOn(bornOn: string | null, day: string): number | null {
  if (bornOn === null) return null;
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) < bornOn.slice(5) ? years - 1 : years;
}

/** 3栋2单元501: what is known of a door, in the order people say it. */
export function addressOf(home: { building: string; unit: string; room: string }): string {
  return [home.building, home.unit, home.room].filter((part) => part !== '').join(' ');
}
