import { describe, expect, test } from 'vitest';
import { decideCancelSignUp, decideSignUp, type SignUpTerms } from './sign-up.ts';

const NOW_MS = 1_000_000;
const terms: SignUpTerms = {
  state: 'planned',
  signUpOpensAtMs: NOW_MS,
  signUpClosesAtMs: NOW_MS + 1,
  startsAtMs: NOW_MS + 2,
  sitePath: '/01/',
  siteName: '春晖社区',
  openSeats: 1,
  waitingCount: 0,
};
const home = '/01/0101/0101-01/';

describe('signing up', () => {
  test('takes a seat while one is free, else a place in line', () => {
    expect(decideSignUp(terms, home, NOW_MS)).toEqual({ ok: true, value: 'seated' });
    expect(decideSignUp({ ...terms, openSeats: 0 }, home, NOW_MS)).toEqual({
      ok: true,
      value: 'waiting',
    });
  });

  test.each([
    ['events/occasion-not-planned', { state: 'cancelled' }, home, NOW_MS],
    ['events/no-sign-up-needed', { signUpOpensAtMs: null, signUpClosesAtMs: null }, home, NOW_MS],
    ['events/sign-up-not-open', {}, home, NOW_MS - 1],
    ['events/sign-up-over', {}, home, NOW_MS + 1],
    ['events/not-your-area', {}, '/011/0101/', NOW_MS],
    ['events/line-is-full', { openSeats: 0, waitingCount: 200 }, home, NOW_MS],
  ] as const)('%s', (code, change, homePath, nowMs) => {
    expect(decideSignUp({ ...terms, ...change }, homePath, nowMs)).toMatchObject({
      problem: { code },
    });
  });

  test('the 200th still gets a place in line', () => {
    const long = { ...terms, openSeats: 0, waitingCount: 199 };
    expect(decideSignUp(long, home, NOW_MS).ok).toBe(true);
  });
});

describe('cancelling', () => {
  test('frees a seat or a place until the beginning, and twice is not an error', () => {
    expect(decideCancelSignUp(terms, 'seated', false, NOW_MS + 1)).toEqual({
      ok: true,
      value: 'seated',
    });
    expect(decideCancelSignUp(terms, 'waiting', false, NOW_MS)).toEqual({
      ok: true,
      value: 'waiting',
    });
    const ended = { ...terms, state: 'closed' } as const;
    expect(decideCancelSignUp(ended, 'cancelled', false, NOW_MS)).toEqual({
      ok: true,
      value: 'again',
    });
  });

  test.each([
    ['events/not-signed-up', {}, null, false, NOW_MS],
    ['events/occasion-not-planned', { state: 'closed' }, 'seated', false, NOW_MS],
    ['events/already-begun', {}, 'seated', false, NOW_MS + 2],
    ['events/already-begun', {}, 'seated', true, NOW_MS],
  ] as const)('%s', (code, change, signUp, isPresent, nowMs) => {
    expect(decideCancelSignUp({ ...terms, ...change }, signUp, isPresent, nowMs)).toMatchObject({
      problem: { code },
    });
  });
});
