import { describe, expect, test } from 'vitest';
import { Keys } from './keys';

/** Every constant was computed by a separate program in another language, from the key 00 01 … 1f. */
const keys = new Keys(Uint8Array.from({ length: 32 }, (_, index) => index));

describe('golden values', () => {
  test('a purpose has a key of its own', () => {
    expect(keys.for('fingerprint').toString('hex')).toBe(
      '7acbc36d27abc5de33a336ff8b7681df0be8eb2fa3242ee2c404fac77f163cb2',
    );
  });

  test('the hash kept for a secret depends on the master key and on what it is for', () => {
    expect(keys.hash('bind-code', 'B17G3XK9Q2M4')).toBe(
      '6e7df2298d7b05bc14a877a7f739b5282a695cfde7958eaea8129674c40b376e',
    );
    expect(keys.hash('pickup', 'K10123456789')).toBe(
      '0c52d3c0906cb9698ca616bf1f944d380819e8432e5fba27977d5f818a4a65c4',
    );
    expect(keys.hash('session', 'x')).toBe(
      '356c423181572626e201886924a6faaf430126f0b3dbf91c53bcf5569c3478bc',
    );
  });
});

test('two hashes agree only when every figure of them does', () => {
  const hash = keys.hash('session', 'x');
  expect(Keys.agree(hash, hash)).toBe(true);
  expect(Keys.agree(hash, `${hash.slice(0, -1)}d`)).toBe(false);
  expect(Keys.agree(hash, hash.slice(0, 32))).toBe(false);
  expect(Keys.agree('', '')).toBe(false);
});

test('a master key of fewer than 32 bytes opens nothing', () => {
  expect(() => new Keys(new Uint8Array(31))).toThrow('32 bytes');
});
