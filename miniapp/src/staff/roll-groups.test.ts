import type { RollLine } from '@bank/shared/contracts/events-staff';
import { PersonId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import { found, groupOf } from './roll-groups';

const line: RollLine = {
  personId: PersonId.parse('person_1'),
  name: '田秀英',
  householdCode: '0101003',
  address: '3 栋 1 单元 302',
  signUp: 'seated',
  position: null,
  isWalkIn: false,
  attendance: null,
};
const came = (state: 'waiting' | 'present' | 'refused' | 'undone'): RollLine => ({
  ...line,
  attendance: {
    state,
    way: 'event-code',
    inAtMs: 0,
    outAtMs: null,
    serviceMinutes: 0,
    scannedAtMs: null,
    points: 0,
  },
});

describe('the roll', () => {
  test('asks first about scans that wait, whoever signed up', () => {
    expect(groupOf(came('waiting'))).toBe('late');
    expect(groupOf({ ...came('waiting'), signUp: null, isWalkIn: true })).toBe('late');
  });

  test('counts whoever is present once, signed up or not', () => {
    expect(groupOf(came('present'))).toBe('present');
    expect(groupOf({ ...came('present'), signUp: 'waiting' })).toBe('present');
  });

  test('keeps whoever signed up and has not come, whoever waits, and whoever gave up, apart', () => {
    expect(groupOf(line)).toBe('expected');
    expect(groupOf({ ...line, signUp: 'waiting', position: 2 })).toBe('waiting');
    expect(groupOf({ ...line, signUp: 'cancelled' })).toBe('gave-up');
  });

  test('shows what was taken back and what was not accepted as not counted', () => {
    expect(groupOf(came('undone'))).toBe('not-counted');
    expect(groupOf(came('refused'))).toBe('not-counted');
  });

  test('is searched by name, door and 存折号', () => {
    expect(found([line], ' 秀英 ')).toEqual([line]);
    expect(found([line], '302')).toEqual([line]);
    expect(found([line], '0101003')).toEqual([line]);
    expect(found([line], '向明')).toEqual([]);
  });
});
