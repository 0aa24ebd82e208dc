import { type Day, dayOf, sayClock } from '@bank/shared/calendar';
import type { Occasion } from '@bank/shared/contracts/events';
import type { ChangeOccasion } from '@bank/shared/contracts/events-staff';
import type { InputOf } from '@bank/shared/endpoint';
import { readTime, type TimeErrors, type TypedTime } from '../ui/time-words';
import { CAPACITY_ERROR, readCapacity } from './capacity';

/** An occasion as a steward types it anew. */
export interface TypedOccasion extends TypedTime {
  readonly place: string;
  readonly seats: string;
}

export interface OccasionErrors extends TimeErrors {
  readonly place?: string;
  readonly seats?: string;
}

type Wish = Omit<InputOf<typeof ChangeOccasion>, 'requestId'>;

export type ReadChange =
  | { readonly ok: true; readonly wish: Wish }
  | { readonly ok: false; readonly errors: OccasionErrors };

/** What may still be changed: all of it until somebody came, then the seats alone. */
export type Changeable = 'all' | 'seats' | 'nothing';

export function changeableOf(
  { state, signUp }: Pick<Occasion, 'state' | 'signUp'>,
  attendedCount: number,
): Changeable {
  if (state !== 'planned') return 'nothing';
  if (attendedCount === 0) return 'all';
  return signUp === null ? 'nothing' : 'seats';
}

/** The fields as they stand before anybody typed. */
export const typedOf = ({ place, startsAtMs, endsAtMs, capacity }: Occasion): TypedOccasion => ({
  place,
  day: dayOf(startsAtMs),
  from: sayClock(startsAtMs),
  until: sayClock(endsAtMs),
  seats: capacity === null ? '' : `${capacity}`,
});

/**
 * The change that was meant, or what is wrong with each field. Times that nobody touched go back to
 * the bank as they came: seats are added to what has begun, and a moment of it would be a move.
 */
export function readChange(occasion: Occasion, typed: TypedOccasion, today: Day): ReadChange {
  const before = typedOf(occasion);
  const { startsAtMs, endsAtMs } = occasion;
  const isSameTime = (['day', 'from', 'until'] as const).every((key) => typed[key] === before[key]);
  const time = isSameTime
    ? ({ ok: true, startsAtMs, endsAtMs } as const)
    : readTime(typed, today, 'ahead');
  const place = typed.place.trim();
  const capacity = readCapacity(typed.seats);
  if (!time.ok || place === '' || capacity === undefined) {
    return {
      ok: false,
      errors: {
        ...(!time.ok && time.errors),
        ...(place === '' && { place: '请填在哪里办' }),
        ...(capacity === undefined && { seats: CAPACITY_ERROR }),
      },
    };
  }
  const where = {
    occasionId: occasion.id,
    place,
    startsAtMs: time.startsAtMs,
    endsAtMs: time.endsAtMs,
  };
  return { ok: true, wish: capacity === occasion.capacity ? where : { ...where, capacity } };
}
