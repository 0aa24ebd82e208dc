import { expect, test } from 'vitest';
import { codeNow } from './code-now';

const STEP_MS = 15_000;
const START_MS = 1_000 * STEP_MS;
const codes = Array.from({ length: 9 }, (_, at) => ({
  qrText: `CODE${at}`,
  fromMs: START_MS + at * STEP_MS,
  untilMs: START_MS + (at + 1) * STEP_MS,
}));
const cameAtMs = START_MS + 4_000;

test('the code of the moment shows, with the seconds it still has', () => {
  expect(codeNow(codes, cameAtMs)).toEqual({
    qrText: 'CODE0',
    secondsLeft: 11,
    wantsMore: false,
  });
  expect(codeNow(codes, START_MS + STEP_MS)).toMatchObject({
    qrText: 'CODE1',
    secondsLeft: 15,
  });
});

test('new codes are asked for while old ones still hold', () => {
  const late = codeNow(codes, START_MS + 7 * STEP_MS);
  expect(late).toMatchObject({ qrText: 'CODE7', wantsMore: true });
});

test('a code that has ended is not shown', () => {
  expect(codeNow(codes, START_MS + 9 * STEP_MS)).toMatchObject({
    qrText: undefined,
    wantsMore: true,
  });
  expect(codeNow([], cameAtMs)).toMatchObject({ qrText: undefined, wantsMore: true });
});
