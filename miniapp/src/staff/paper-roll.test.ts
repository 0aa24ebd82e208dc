import type { RollLine } from '@bank/shared/contracts/events-staff';
import { PersonId } from '@bank/shared/ids';
import { expect, test } from 'vitest';
import { paperLines } from './paper-roll';

const line = (name: string, changes: Partial<RollLine>): RollLine => ({
  personId: PersonId.parse(`person_${name}`),
  name,
  householdCode: '01010003',
  address: '3栋 1单元 302',
  signUp: 'seated',
  position: null,
  isWalkIn: false,
  attendance: null,
  ...changes,
});

test('the paper has whoever may come, seats before the waiting list, and nobody who gave up', () => {
  const lines = [
    line('wait', { signUp: 'waiting', position: 1 }),
    line('seat', {}),
    line('gone', { signUp: 'cancelled' }),
  ];
  expect(paperLines(lines).map(({ name }) => name)).toEqual(['seat', 'wait（候补）']);
});

test('the paper says the building and never the door', () => {
  const addresses = ['3栋 1单元 302', '3 栋 1 单元 302', '5号'];
  const lines = addresses.map((address, at) => line(`n${at}`, { address }));
  expect(paperLines(lines).map(({ building }) => building)).toEqual(['3栋', '3 栋', '']);
});
