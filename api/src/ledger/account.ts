import type { Row } from '@bank/db/plan';
import { row } from '@bank/db/plan';
import { ledgerAccounts, ledgerBooks } from '@bank/db/schema/ledger';

/** An account as a plan opens it: empty, with the floor its balance may never pass. */
export interface AccountTerms {
  readonly id: string;
  readonly book: string;
  readonly kind: string;
  readonly ownerId: string | null;
  /** Null lets the account go below zero: only for what a book is filled from. */
  readonly floor: number | null;
}

export const POINTS_BOOK = 'points';

/** Where points come from: below zero by as much as families were ever given. */
export const ISSUE_ACCOUNT: AccountTerms = {
  id: 'points.issue',
  book: POINTS_BOOK,
  kind: 'issue',
  ownerId: null,
  floor: null,
};

/** Where spent points come to rest. */
export const SPENT_ACCOUNT: AccountTerms = {
  id: 'points.spent',
  book: POINTS_BOOK,
  kind: 'spent',
  ownerId: null,
  floor: 0,
};

/** 基础分: opens with the passbook and cannot be spent. */
export function baseAccount(householdId: string): AccountTerms {
  return {
    id: `${householdId}.base`,
    book: POINTS_BOOK,
    kind: 'base',
    ownerId: householdId,
    floor: 0,
  };
}

/** 可兑换积分: what the household earned above its base points. */
export function passbookAccount(householdId: string): AccountTerms {
  return {
    id: `${householdId}.points`,
    book: POINTS_BOOK,
    kind: 'passbook',
    ownerId: householdId,
    floor: 0,
  };
}

/** 冻结: the points set aside for the orders of one branch. */
export function heldPointsAccount(branchId: string): AccountTerms {
  return {
    id: `${branchId}.held`,
    book: POINTS_BOOK,
    kind: 'held',
    ownerId: branchId,
    floor: 0,
  };
}

/** The row that opens an account. */
export function openAccount(terms: AccountTerms): Row {
  return row(ledgerAccounts, { ...terms, balance: 0 });
}

/** The row that opens a book. */
export function openBook(id: string, unit: 'points' | 'goods' | 'seat' | 'slip'): Row {
  return row(ledgerBooks, { id, unit });
}
