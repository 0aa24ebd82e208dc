import { randomInt, randomUUID } from 'node:crypto';
import {
  BRANCHES,
  branchId,
  HOMES,
  homeId,
  ITEMS,
  itemId,
  OCCASIONS,
  SIGNED_IN,
} from './ground.ts';

/** What every contender is asked to do, drawn anew each time. */
export const KINDS = ['award', 'sign-up', 'redeem'] as const;
export type Kind = (typeof KINDS)[number];

export interface Wish {
  readonly requestId: string;
  readonly home: number;
  readonly householdId: string;
  readonly branchId: string;
  readonly itemId: string;
  readonly occasion: number;
}

export function draw(home: number = randomInt(SIGNED_IN, HOMES)): Wish {
  return {
    requestId: randomUUID(),
    home,
    householdId: homeId(home),
    branchId: branchId(randomInt(BRANCHES)),
    itemId: itemId(randomInt(ITEMS)),
    occasion: randomInt(OCCASIONS),
  };
}

/** A contender in process: does one whole change, or throws. */
export type Does = Readonly<Record<Kind, (wish: Wish) => Promise<unknown>>>;
