import { describe, expect, test } from 'vitest';
import {
  CARD_DAILY_CAP_POINTS,
  decideCardSpending,
  decideHands,
  decideOpen,
  decideReservation,
  decideUndoing,
  lapseMoment,
  orderNumber,
} from './order.ts';

const oil = { name: '茶油', unit: '桶', price: 60, monthlyMax: 2, stock: 5 };
const family = { base: 60, available: 120, takenThisMonth: 0 };
const noon = Date.UTC(2026, 2, 17, 4);

describe('reserving', () => {
  test('a family with just enough takes the last that is there', () => {
    const decision = decideReservation({ ...oil, stock: 2 }, family, 2, 180);
    expect(decision).toEqual({ ok: true, value: { points: 120, availableAfter: 0 } });
  });

  test.each([
    ['has not reached the mark', family, 1, 181, 'redemption/below-redeem-from'],
    [
      'has had its share of the month',
      { ...family, takenThisMonth: 1 },
      2,
      61,
      'redemption/monthly-limit',
    ],
    ['is one point short', { ...family, available: 119 }, 2, 61, 'ledger/insufficient-points'],
  ])('a family that %s is refused', (_why, buyer, quantity, from, code) => {
    expect(decideReservation(oil, buyer, quantity, from)).toMatchObject({
      ok: false,
      problem: { code },
    });
  });

  test('what is not there is said with what is left, never below nothing', () => {
    const none = decideReservation({ ...oil, stock: -1 }, family, 1, 61);
    expect(none).toMatchObject({
      problem: { code: 'redemption/out-of-stock', facts: { left: 0 } },
    });
  });

  test('the teller asks in order: the mark, the month, the points, the shelf', () => {
    const nothing = { base: 0, available: 0, takenThisMonth: 9 };
    const empty = { ...oil, stock: 0 };
    expect(decideReservation(empty, nothing, 9, 61)).toMatchObject({
      problem: { code: 'redemption/below-redeem-from' },
    });
    expect(decideReservation(empty, nothing, 9, 0)).toMatchObject({
      problem: { code: 'redemption/monthly-limit' },
    });
    expect(decideReservation(empty, { ...nothing, takenThisMonth: 0 }, 1, 0)).toMatchObject({
      problem: { code: 'ledger/insufficient-points' },
    });
  });
});

describe('a paper card', () => {
  test('spends up to its cap in a day, and not a point more', () => {
    expect(decideCardSpending(40, CARD_DAILY_CAP_POINTS - 40)).toEqual({
      ok: true,
      value: CARD_DAILY_CAP_POINTS,
    });
    expect(decideCardSpending(40, CARD_DAILY_CAP_POINTS - 39)).toMatchObject({
      ok: false,
      problem: { code: 'redemption/card-daily-cap' },
    });
  });
});

describe('an order', () => {
  test.each(['collected', 'cancelled', 'lapsed', 'reversed'] as const)(
    '%s is over, and says so',
    (state) => {
      expect(decideOpen(state)).toMatchObject({
        ok: false,
        problem: { code: 'redemption/order-not-open' },
      });
    },
  );

  test('that waits can be dealt with', () => {
    expect(decideOpen('reserved').ok).toBe(true);
  });

  test('is handed over by somebody of another home, or of none', () => {
    expect(decideHands('home_a', 'home_b').ok).toBe(true);
    expect(decideHands(null, 'home_b').ok).toBe(true);
    expect(decideHands('home_b', 'home_b')).toMatchObject({
      problem: { code: 'redemption/own-household' },
    });
  });

  test('can be undone for seven days to the millisecond', () => {
    const collected = { state: 'collected' as const, endedAtMs: noon };
    const week = 7 * 86_400_000;
    expect(decideUndoing(collected, noon + week).ok).toBe(true);
    expect(decideUndoing(collected, noon + week + 1)).toMatchObject({
      problem: { code: 'redemption/reversal-too-late' },
    });
    expect(decideUndoing({ state: 'reserved', endedAtMs: null }, noon)).toMatchObject({
      problem: { code: 'redemption/order-not-collected' },
    });
  });

  test('lapses with the last moment of its last day in the community', () => {
    expect(new Date(lapseMoment(noon, 15) + 1).toISOString()).toBe('2026-04-01T16:00:00.000Z');
    const lateEvening = Date.UTC(2026, 2, 17, 15, 59, 59);
    expect(lapseMoment(lateEvening, 0)).toBe(Date.UTC(2026, 2, 17, 16) - 1);
  });

  test('has a number that can be said, and that opens nothing', () => {
    expect(orderNumber(noon, 123_456)).toBe('兑 0317-3456');
    expect(orderNumber(noon, 7)).toBe('兑 0317-0007');
  });
});
