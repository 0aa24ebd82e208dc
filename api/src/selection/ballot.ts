import type { Draft, Row } from '@bank/db/plan';
import { type AccountTerms, openAccount, openBook } from '../ledger/account.ts';
import { draftMove } from '../ledger/transfer.ts';

/** 票: a book for each campaign, one slip for each home of the frozen roll, and the urn. */
const bookOf = (campaignId: string) => `slips.${campaignId}`;

/** What the slips are made from when the roll is frozen. */
export function rollAccount(campaignId: string): AccountTerms {
  return {
    id: `${campaignId}.roll`,
    book: bookOf(campaignId),
    kind: 'roll',
    ownerId: null,
    floor: null,
  };
}

/** A home's one slip. */
export function slipAccount(campaignId: string, householdId: string): AccountTerms {
  return {
    id: `${campaignId}.${householdId}`,
    book: bookOf(campaignId),
    kind: 'slip',
    ownerId: householdId,
    floor: 0,
  };
}

export function urnAccount(campaignId: string): AccountTerms {
  return {
    id: `${campaignId}.urn`,
    book: bookOf(campaignId),
    kind: 'urn',
    ownerId: campaignId,
    floor: 0,
  };
}

/** 封名册: the book, and one slip to each home. */
export function freezeRoll(
  campaignId: string,
  householdIds: readonly string[],
  newId: (prefix: string) => string,
): { rows: Row[]; transfers: Draft[] } {
  const roll = rollAccount(campaignId);
  const slips = householdIds.map((householdId) => slipAccount(campaignId, householdId));
  return {
    rows: [
      openBook(roll.book, 'slip'),
      openAccount(roll),
      openAccount(urnAccount(campaignId)),
      ...slips.map(openAccount),
    ],
    transfers: slips.map((slip) =>
      draftMove({
        id: newId('transfer'),
        source: roll,
        target: slip,
        amount: 1,
        code: 'selection/roll',
        subjectId: campaignId,
      }),
    ),
  };
}
