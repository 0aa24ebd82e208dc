import { describe, expect, test } from 'vitest';
import {
  type Campaign,
  chosenOf,
  decideBallot,
  decideConclusion,
  decideCount,
  decideDays,
  decideNominating,
  decideShortlist,
  shuffledFor,
} from './campaign.ts';

const voting: Campaign = {
  state: 'voting',
  seats: 2,
  nominateUntilMs: 100,
  voteFromMs: 200,
  voteUntilMs: 300,
  publicityDays: 5,
  publicityUntilMs: null,
  countAskedBy: null,
};
const noon = Date.UTC(2026, 2, 17, 4);

test('the days of a campaign are whole days of the community', () => {
  const wish = { nominateUntil: '2026-03-17', voteFrom: '2026-03-18', voteUntil: '2026-03-18' };
  expect(decideDays(wish, noon)).toEqual({
    ok: true,
    value: {
      nominateUntilMs: Date.UTC(2026, 2, 17, 16) - 1,
      voteFromMs: Date.UTC(2026, 2, 17, 16),
      voteUntilMs: Date.UTC(2026, 2, 18, 16) - 1,
    },
  });
  expect(decideDays({ ...wish, nominateUntil: '2026-03-16' }, noon).ok).toBe(false);
  expect(decideDays({ ...wish, voteFrom: '2026-03-17' }, noon).ok).toBe(false);
  expect(decideDays({ ...wish, voteUntil: '2026-03-17' }, noon).ok).toBe(false);
});

describe('each step has its time', () => {
  test('recommending, to the last moment', () => {
    const open = { ...voting, state: 'nominating' as const };
    expect(decideNominating(open, 100).ok).toBe(true);
    expect(decideNominating(open, 101).ok).toBe(false);
    expect(decideNominating(voting, 50).ok).toBe(false);
  });

  test('voting, from the first moment to the last, with a slip', () => {
    expect(decideBallot(voting, 1, true, 200).ok).toBe(true);
    expect(decideBallot(voting, 1, true, 300).ok).toBe(true);
    expect(decideBallot(voting, 1, true, 199).ok).toBe(false);
    expect(decideBallot(voting, 1, true, 301).ok).toBe(false);
    expect(decideBallot({ ...voting, state: 'publicity' }, 1, true, 250).ok).toBe(false);
  });

  test('the count, after the last moment, by two', () => {
    expect(decideCount(voting, 'a', 300)).toMatchObject({
      problem: { code: 'selection/still-voting' },
    });
    expect(decideCount(voting, 'a', 301)).toMatchObject({ value: { step: 'asked' } });
    const asked = { ...voting, countAskedBy: 'a' };
    expect(decideCount(asked, 'a', 301)).toMatchObject({
      problem: { code: 'selection/second-person-needed' },
    });
    expect(decideCount(asked, 'b', noon)).toEqual({
      ok: true,
      value: { step: 'opened', publicityUntilMs: Date.UTC(2026, 2, 22, 16) - 1 },
    });
    expect(decideCount({ ...asked, state: 'concluded' }, 'b', noon).ok).toBe(false);
  });

  test('the wall, when the publicity has run out', () => {
    const shown = { ...voting, state: 'publicity' as const, publicityUntilMs: 500 };
    expect(decideConclusion(shown, 500)).toMatchObject({
      problem: { code: 'selection/still-in-publicity' },
    });
    expect(decideConclusion(shown, 501).ok).toBe(true);
    expect(decideConclusion({ ...shown, publicityUntilMs: null }, 1).ok).toBe(true);
    expect(decideConclusion(voting, 501).ok).toBe(false);
  });

  test('a shortlist is longer than the places', () => {
    const open = { ...voting, state: 'nominating' as const };
    expect(decideShortlist(open, 2)).toMatchObject({
      problem: { code: 'selection/too-few-candidates' },
    });
    expect(decideShortlist(open, 3).ok).toBe(true);
    expect(decideShortlist(voting, 3).ok).toBe(false);
  });
});

describe('counting', () => {
  const tally = (votes: Record<string, number>) =>
    Object.entries(votes).map(([candidateId, count], at) => ({
      candidateId,
      number: at + 1,
      votes: count,
    }));

  test('the most votes win as many places as there are', () => {
    expect([...chosenOf(tally({ a: 3, b: 5, c: 1 }), 2)].sort()).toEqual(['a', 'b']);
  });

  test('neighbours level at the last place are all chosen', () => {
    expect([...chosenOf(tally({ a: 3, b: 5, c: 3 }), 2)].sort()).toEqual(['a', 'b', 'c']);
  });

  test('nobody is chosen without a vote', () => {
    expect(chosenOf(tally({ a: 0, b: 0, c: 0 }), 2).size).toBe(0);
    expect([...chosenOf(tally({ a: 1, b: 0, c: 0 }), 2)]).toEqual(['a']);
    expect(chosenOf([], 2).size).toBe(0);
  });

  test('the order of counting does not matter', () => {
    const votes = tally({ a: 3, b: 5, c: 3, d: 9 });
    expect([...chosenOf([...votes].reverse(), 2)].sort()).toEqual([...chosenOf(votes, 2)].sort());
  });
});

test('an order of one’s own keeps everybody', () => {
  const candidates = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const order = { a: '3', b: '1', c: '2' } as Record<string, string>;
  expect(shuffledFor(candidates, (id) => order[id] ?? '')).toEqual([
    { id: 'b' },
    { id: 'c' },
    { id: 'a' },
  ]);
});
