import * as fc from 'fast-check';
import { HOME_COUNT, ITEMS } from './counter.ts';

/** One thing somebody does, as data. Orders are named by their place in line. */
export type Wish =
  | { do: 'give'; home: number; amount: number }
  | { do: 'place'; home: number; item: number; quantity: number }
  | { do: 'cancel'; home: number; order: number; isOwn: boolean }
  | { do: 'find'; clerk: number; order: number; isRight: boolean }
  | { do: 'hand-over'; clerk: number; order: number; collector: 'householder' | 'member' | 'other' }
  | { do: 'by-card'; clerk: number; home: number; item: number; quantity: number; isGood: boolean }
  | { do: 'reverse'; clerk: number; order: number }
  | { do: 'receive'; item: number; quantity: number }
  | { do: 'lapse' }
  | { do: 'pass'; ms: number }
  | { do: 'again'; back: number; isOther: boolean };

const HOUR_MS = 3_600_000;
const index = (count: number) => fc.nat(count - 1);
const home = index(HOME_COUNT);
const item = index(ITEMS.length);
const clerk = index(2);
const order = fc.nat(7);
const quantity = fc.integer({ min: 1, max: 3 });

/** How each kind of wish is drawn. */
export const wishes = {
  give: fc.record({
    do: fc.constant('give' as const),
    home,
    amount: fc.integer({ min: 1, max: 150 }),
  }),
  place: fc.record({ do: fc.constant('place' as const), home, item, quantity }),
  cancel: fc.record({ do: fc.constant('cancel' as const), home, order, isOwn: fc.boolean() }),
  find: fc.record({ do: fc.constant('find' as const), clerk, order, isRight: fc.boolean() }),
  handOver: fc.record({
    do: fc.constant('hand-over' as const),
    clerk,
    order,
    collector: fc.constantFrom('householder' as const, 'member' as const, 'other' as const),
  }),
  byCard: fc.record({
    do: fc.constant('by-card' as const),
    clerk,
    home,
    item,
    quantity,
    isGood: fc.integer({ min: 0, max: 4 }).map((one) => one > 0),
  }),
  reverse: fc.record({ do: fc.constant('reverse' as const), clerk, order }),
  receive: fc.record({ do: fc.constant('receive' as const), item, quantity }),
  lapse: fc.constant({ do: 'lapse' as const }),
  pass: fc.record({
    do: fc.constant('pass' as const),
    ms: fc.constantFrom(61_000, HOUR_MS, 26 * HOUR_MS, 8 * 24 * HOUR_MS, 17 * 24 * HOUR_MS),
  }),
  again: fc.record({ do: fc.constant('again' as const), back: fc.nat(5), isOther: fc.boolean() }),
};
