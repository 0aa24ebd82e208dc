import { describe, expect, test } from 'vitest';
import type { Actor } from './context.ts';
import { areasOf, liesIn, permit, permitAt } from './duty.ts';

const session = { accountId: 'account_1', sessionId: 'session_1' };
const person = (more: Partial<Extract<Actor, { kind: 'person' }>> = {}): Actor => ({
  kind: 'person',
  ...session,
  personId: 'person_1',
  name: '某人',
  householdId: 'home_1',
  householdPath: '/01/',
  isHouseholder: false,
  isVoter: false,
  posts: [],
  ...more,
});
const stranger: Actor = { kind: 'stranger' };
const visitor: Actor = { kind: 'visitor', ...session };
const clock: Actor = { kind: 'clock' };
const operator: Actor = { kind: 'operator' };
const teller = person({ posts: [{ role: 'teller', areaPath: '/01/' }] });

describe('who may ask', () => {
  test.each([
    ['anyone', stranger, 'stranger'],
    ['signed-in', visitor, 'signed-in'],
    ['household-member', person(), 'resident'],
    ['householder', person({ isHouseholder: true }), 'householder'],
    ['voter', person({ isVoter: true }), 'voter'],
    ['counter.hand-over', teller, 'teller'],
    ['clock', clock, 'clock'],
    ['roster.import', operator, 'operator'],
  ] as const)('%s is open to whom it is for', (duty, actor, actingAs) => {
    expect(permit({ duty }, actor)).toEqual({ ok: true, value: actingAs });
  });

  test.each([
    ['signed-in', stranger, 'request/not-signed-in'],
    ['signed-in', clock, 'request/not-signed-in'],
    ['household-member', visitor, 'request/not-your-duty'],
    ['household-member', person({ householdId: null }), 'request/not-your-duty'],
    ['householder', person(), 'request/not-your-duty'],
    ['counter.hand-over', person(), 'request/not-your-duty'],
    ['counter.hand-over', operator, 'request/not-your-duty'],
    ['clock', teller, 'request/not-your-duty'],
    ['clock', operator, 'request/not-your-duty'],
  ] as const)('%s is shut to others', (duty, actor, code) => {
    expect(permit({ duty }, actor)).toMatchObject({ ok: false, problem: { code } });
  });
});

describe('how far a post reaches', () => {
  const duty = 'counter.hand-over' as const;

  test('to what lies under its area, and not to a neighbour whose code begins alike', () => {
    expect(liesIn('/01/0101/', '/01/')).toBe(true);
    expect(liesIn('/011/', '/01/')).toBe(false);
    expect(permitAt({ duty }, teller, '/01/0101/').ok).toBe(true);
    expect(permitAt({ duty }, teller, '/02/')).toMatchObject({
      problem: { code: 'request/not-found' },
    });
  });

  test('what is elsewhere and what is not there are one answer', () => {
    expect(permitAt({ duty }, teller, '/02/')).toEqual(permitAt({ duty }, teller, null));
    expect(permitAt({ duty }, stranger, '/01/')).toEqual(permitAt({ duty }, teller, null));
    expect(permitAt({ duty: 'anyone' }, teller, '/01/').ok).toBe(false);
  });

  test('an operator reaches the whole county with workbooks and nothing with goods', () => {
    expect(permitAt({ duty: 'roster.import' }, operator, '/01/').ok).toBe(true);
    expect(permitAt({ duty }, operator, '/01/').ok).toBe(false);
    expect([areasOf(operator, 'roster.import'), areasOf(operator, duty)]).toEqual([['/'], []]);
    expect([areasOf(teller, duty), areasOf(stranger, duty), areasOf(teller, 'anyone')]).toEqual([
      ['/01/'],
      [],
      [],
    ]);
  });
});
