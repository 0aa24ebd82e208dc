import type { Draft } from '@bank/db/plan';
import type { TransferKind } from '@bank/shared/contracts/ledger';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import type { AccountTerms } from './account.ts';

/** What is asked for: so much, from here to there, and a code that says why. */
export interface Wish {
  readonly id: string;
  readonly source: AccountTerms;
  readonly target: AccountTerms;
  readonly amount: number;
  readonly code: string;
  readonly subjectId: string;
}

function draft(kind: TransferKind, wish: Wish): Draft {
  const { id, source, target, amount, code, subjectId } = wish;
  if (source.book !== target.book) throw new Error(`${source.id} and ${target.id}: two books`);
  return {
    id,
    book: source.book,
    kind,
    sourceId: source.id,
    targetId: target.id,
    amount,
    code,
    subjectId,
  };
}

/** Moves at once, from a source that the caller knows to be sufficient or without a floor. */
export function draftMove(wish: Wish): Draft {
  return draft('move', wish);
}

/** 冻结: sets units aside until they are collected, released, or lapse. */
export function draftHold(wish: Wish, lapseAtMs: number): Draft {
  return { ...draft('hold', wish), lapseAtMs };
}

/** A hold that is still pending, as it was opened. */
export interface PendingHold {
  readonly id: string;
  readonly book: string;
  readonly sourceId: string;
  readonly targetId: string;
  readonly amount: number;
}

/** 领取: what was held leaves for good. */
export function draftCollect(
  hold: PendingHold,
  ending: { id: string; target: AccountTerms; code: string; subjectId: string },
): Draft {
  return {
    id: ending.id,
    book: hold.book,
    kind: 'collect',
    sourceId: hold.targetId,
    targetId: ending.target.id,
    amount: hold.amount,
    holdId: hold.id,
    code: ending.code,
    subjectId: ending.subjectId,
  };
}

/** 解冻: what was held goes back where it came from. */
export function draftRelease(
  hold: PendingHold,
  ending: { id: string; code: string; subjectId: string },
): Draft {
  return {
    id: ending.id,
    book: hold.book,
    kind: 'release',
    sourceId: hold.targetId,
    targetId: hold.sourceId,
    amount: hold.amount,
    holdId: hold.id,
    code: ending.code,
    subjectId: ending.subjectId,
  };
}

/** A posted transfer as a correction sees it. `originId`: where a collected hold had come from. */
export interface PostedTransfer {
  readonly id: string;
  readonly book: string;
  readonly kind: TransferKind;
  readonly sourceId: string;
  readonly targetId: string;
  readonly amount: number;
  readonly originId: string | null;
  readonly isReversed: boolean;
}

/** 冲正: once, for the same amount, never of a reversal; what was collected goes back to its origin. */
export function decideReversal(
  posted: PostedTransfer,
  reversal: { id: string; code: string; subjectId: string },
): Outcome<Draft, Problem<'ledger/not-reversible'>> {
  const isCorrectable = posted.kind === 'move' || posted.kind === 'collect';
  if (!isCorrectable || posted.isReversed) {
    return refuse({ code: 'ledger/not-reversible', facts: NO_FACTS });
  }
  return accept({
    id: reversal.id,
    book: posted.book,
    kind: 'reverse',
    sourceId: posted.targetId,
    targetId: posted.originId ?? posted.sourceId,
    amount: posted.amount,
    reversesId: posted.id,
    code: reversal.code,
    subjectId: reversal.subjectId,
  });
}

/** Whether a passbook can pay: asked before anything is held or moved. */
export function decideSpending(
  available: number,
  needed: number,
): Outcome<number, Problem<'ledger/insufficient-points'>> {
  if (available < needed) {
    return refuse({ code: 'ledger/insufficient-points', facts: { available, needed } });
  }
  return accept(available - needed);
}
