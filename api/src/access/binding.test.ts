import { expect, test } from 'vitest';
import { decideBinding } from './binding.ts';

const people = [
  { id: 'a', name: '田秀英' },
  { id: 'b', name: '阿依古丽·买买提' },
  { id: 'c', name: '𬭎龑' },
];

test('code and name together find the person, with spaces and any of the dots', () => {
  expect(decideBinding(people, '田 秀 英')).toMatchObject({ value: { id: 'a' } });
  expect(decideBinding(people, '阿依古丽•买买提')).toMatchObject({ value: { id: 'b' } });
  expect(decideBinding(people, '𬭎龑')).toMatchObject({ value: { id: 'c' } });
});

test('a wrong code and a wrong name are the same answer', () => {
  expect(decideBinding(null, '田秀英')).toEqual({ ok: false, problem: 'wrong' });
  expect(decideBinding(people, '田秀')).toEqual({ ok: false, problem: 'wrong' });
});

test('two of one name are not guessed between', () => {
  const twins = [...people, { id: 'd', name: '田秀英' }];
  expect(decideBinding(twins, '田秀英')).toMatchObject({
    problem: { code: 'access/name-not-clear' },
  });
});
