import { expect, test } from 'vitest';
import { afterWrongTry, decideTry, triesLeft } from './tries.ts';

const limit = { wrongMax: 3, windowMs: 60_000 };

test('the first try opens a window', () => {
  expect(decideTry(null, limit, 1000)).toEqual({
    ok: true,
    value: { wrongCount: 0, windowStartMs: 1000 },
  });
});

test('as many wrong tries as the limit, then a pause to the end of the window', () => {
  let tries = { windowStartMs: 1000, wrongCount: 0 };
  for (const left of [2, 1, 0]) {
    expect(decideTry(tries, limit, 2000).ok).toBe(true);
    tries = afterWrongTry(tries);
    expect(triesLeft(tries, limit)).toBe(left);
  }
  expect(decideTry(tries, limit, 2000)).toEqual({ ok: false, problem: { waitSeconds: 59 } });
  expect(decideTry(tries, limit, 60_999)).toEqual({ ok: false, problem: { waitSeconds: 1 } });
  expect(decideTry(tries, limit, 61_000)).toEqual({
    ok: true,
    value: { wrongCount: 0, windowStartMs: 61_000 },
  });
});
