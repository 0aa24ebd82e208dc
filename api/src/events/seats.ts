import type { Draft, Row } from '@bank/db/plan';
import { type AccountTerms, openAccount, openBook } from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';
import type { Chance } from '../platform/context.ts';

/**
 * Seats of one occasion: a book of its own. Without a limit there are more seats than people, so
 * that the floor still shuts the door when the occasion ends and its free seats are taken away.
 */
export const SEATS_WITHOUT_LIMIT = 1_000_000;

export interface SeatAccounts {
  readonly source: AccountTerms;
  readonly open: AccountTerms;
  readonly taken: AccountTerms;
}

export function seatAccounts(occasionId: string): SeatAccounts {
  const book = `seats.${occasionId}`;
  const at = (kind: string, floor: number | null): AccountTerms => ({
    id: `${occasionId}.${kind}`,
    book,
    kind,
    ownerId: occasionId,
    floor,
  });
  return { source: at('seats', null), open: at('open', 0), taken: at('taken', 0) };
}

type Ids = Pick<Chance, 'newId'>;

function moveSeats(
  chance: Ids,
  [source, target]: readonly [AccountTerms, AccountTerms],
  amount: number,
  code: string,
  subjectId: string,
): Draft {
  return draftMove({ id: chance.newId('transfer'), source, target, amount, code, subjectId });
}

/** Opens the book of an occasion and puts its seats out. */
export function putSeatsOut(
  chance: Ids,
  occasionId: string,
  capacity: number | null,
): { rows: Row[]; transfers: Draft[] } {
  const { source, open, taken } = seatAccounts(occasionId);
  const amount = capacity ?? SEATS_WITHOUT_LIMIT;
  return {
    rows: [openBook(source.book, 'seat'), ...[source, open, taken].map(openAccount)],
    transfers: [moveSeats(chance, [source, open], amount, 'events/seats', occasionId)],
  };
}

/** Takes one free seat; refused by the floor when none is left. */
export function takeSeat(
  chance: Ids,
  occasionId: string,
  personId: string,
  code: 'events/sign-up' | 'events/walk-in',
): Draft {
  const { open, taken } = seatAccounts(occasionId);
  return moveSeats(chance, [open, taken], 1, code, `${occasionId}|${personId}`);
}

/** Gives one taken seat back. */
export function giveSeatBack(chance: Ids, occasionId: string, personId: string): Draft {
  const { open, taken } = seatAccounts(occasionId);
  return moveSeats(chance, [taken, open], 1, 'events/seat-back', `${occasionId}|${personId}`);
}

/** Puts free seats in, or, below nought, takes some out; refused by the floor when somebody was faster. */
export function changeSeats(chance: Ids, occasionId: string, change: number): Draft[] {
  const { source, open } = seatAccounts(occasionId);
  if (change === 0) return [];
  const way = change > 0 ? ([source, open] as const) : ([open, source] as const);
  return [moveSeats(chance, way, Math.abs(change), 'events/seats', occasionId)];
}

/** Takes every free seat away, so that a sign-up decided a moment ago finds none. */
export function shutSeats(chance: Ids, occasionId: string, openSeats: number): Draft[] {
  const { source, open } = seatAccounts(occasionId);
  return openSeats === 0
    ? []
    : [moveSeats(chance, [open, source], openSeats, 'events/shut', occasionId)];
}
