import { expect, test } from 'vitest';
import { addressOf, ageOn, decideMend, decideRelation, decideVoter } from './household.ts';
import { nameInitials } from './initials.ts';

test('a mend names what it changes, and nothing is a refusal', () => {
  const before = { building: '3栋', room: '501', note: '' };
  expect(decideMend(before, { building: '3栋', room: '502' })).toEqual({
    ok: true,
    value: ['room'],
  });
  expect(decideMend(before, { building: '3栋' })).toMatchObject({
    problem: { code: 'community/nothing-to-mend' },
  });
});

test('one householder a home, who may stay householder', () => {
  const people = [
    { id: 'a', relation: '户主' },
    { id: 'b', relation: '子' },
  ];
  expect(decideRelation('a', '户主', people).ok).toBe(true);
  expect(decideRelation('b', '女', people).ok).toBe(true);
  expect(decideRelation('b', '户主', people)).toMatchObject({
    problem: { code: 'community/second-householder' },
  });
});

test('a birthday counts from its day', () => {
  expect(ageOn('1960-03-17', '2026-03-17')).toBe(66);
  expect(ageOn('1960-03-18', '2026-03-17')).toBe(65);
  expect(ageOn(null, '2026-03-17')).toBeNull();
});

test('a door is said in the order people say it, without what is not known', () => {
  expect(addressOf({ building: '3栋', unit: '', room: '501' })).toBe('3栋 501');
});

test('surnames are read as surnames', () => {
  expect(nameInitials('曾小红')).toBe('zxh');
  expect(nameInitials('单国强')).toBe('sgq');
});

test('a householder may ask an adult of the home to vote, nobody else, and may take it back', () => {
  const people = [
    { id: 'old', relation: '户主', bornOn: '1950-01-01' },
    { id: 'grown', relation: '女', bornOn: '2008-03-17' },
    { id: 'nearly', relation: '子', bornOn: '2008-03-18' },
    { id: 'unknown', relation: '子', bornOn: null },
  ];
  const ask = (wanted: string | null, named: string | null = null) =>
    decideVoter(wanted, named, people, '2026-03-17');
  expect(ask('grown')).toEqual({ ok: true, value: 'grown' });
  for (const wanted of ['nearly', 'unknown', 'old', 'stranger']) {
    expect(ask(wanted), wanted).toMatchObject({
      problem: { code: 'community/not-an-adult-of-home', facts: { yearsMin: 18 } },
    });
  }
  expect(ask(null, 'grown')).toEqual({ ok: true, value: null });
  expect(ask('grown', 'grown')).toMatchObject({ problem: { code: 'community/nothing-to-mend' } });
});
