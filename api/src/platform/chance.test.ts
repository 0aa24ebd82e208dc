import { expect, test } from 'vitest';
import { realChance } from './chance.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

test('no random byte is told twice, however many are asked for and in what portions', () => {
  const drawn = Array.from({ length: 3000 }, (_, at) => realChance.randomBytes(16 + (at % 7)));
  expect(new Set(drawn.map((bytes) => hex(bytes.subarray(0, 16)))).size).toBe(3000);
  expect(drawn.every((bytes, at) => bytes.length === 16 + (at % 7))).toBe(true);
  // Given out and kept by the asker: what is drawn later does not change it.
  const kept = realChance.randomBytes(32);
  const before = hex(kept);
  for (let again = 0; again < 1000; again++) realChance.randomBytes(32);
  expect(hex(kept)).toBe(before);
});

test('more bytes than the store holds are drawn whole, and zero is not among the answers', () => {
  const many = realChance.randomBytes(20_000);
  expect(many.length).toBe(20_000);
  expect(new Set(many).size).toBeGreaterThan(200);
  const sums = Array.from({ length: 2000 }, () => realChance.randomBytes(16).some((b) => b !== 0));
  expect(sums.every(Boolean)).toBe(true);
});

test('ids begin with their kind, differ, and grow with time', async () => {
  const ids = Array.from({ length: 1000 }, () => realChance.newId('order'));
  expect(ids.every((id) => /^order_[0-9a-f]{32}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(1000);
  const startedAtMs = realChance.nowMs();
  while (realChance.nowMs() <= startedAtMs + 1) await new Promise((done) => setImmediate(done));
  expect(realChance.newId('order') > (ids[0] ?? '')).toBe(true);
});
