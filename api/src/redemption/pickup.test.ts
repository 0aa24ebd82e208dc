import { expect, test } from 'vitest';
import { Keys } from '../platform/keys.ts';
import { drawDigits, pickupCodeOf, pickupHash } from './pickup.ts';

const keys = new Keys(Buffer.alloc(32, 7));
const others = new Keys(Buffer.alloc(32, 8));

test('figures are six, with their zeros, and several at a time', () => {
  const bytes = (length: number) => Buffer.alloc(length).map((_, at) => (at % 4 === 3 ? at : 0));
  expect(drawDigits(bytes).slice(0, 3)).toEqual(['000003', '000007', '000011']);
  expect(drawDigits((length) => Buffer.alloc(length, 0xff))[0]).toBe('967295');
});

test('a pickup code is the order’s own, and nobody’s without the key', () => {
  expect(pickupCodeOf(keys, 'order_1')).toMatch(/^K1[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(pickupCodeOf(keys, 'order_1')).toBe(pickupCodeOf(keys, 'order_1'));
  expect(pickupCodeOf(keys, 'order_1')).not.toBe(pickupCodeOf(keys, 'order_2'));
  expect(pickupCodeOf(keys, 'order_1')).not.toBe(pickupCodeOf(others, 'order_1'));
  expect(pickupHash(keys, 'K1A')).not.toBe(pickupHash(others, 'K1A'));
});
