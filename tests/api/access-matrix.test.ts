import { allHandlers } from '@bank/api/handlers';
import type { WeChat } from '@bank/api/platform/wechat';
import type { Endpoint } from '@bank/shared/endpoint';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';
import { STAFF } from '../world.ts';
import { type Ground, layGround, subject, type Where } from './access-subjects.ts';
import { COUNTY_WIDE, HAS_NO_SUBJECT, MAY, NAMES_NO_SUBJECT, type Staff } from './access-table.ts';

let bank: TestBank;
let ground: Ground;

beforeAll(async () => {
  bank = await openTestBank({ wechat });
  ground = await layGround(bank);
});
afterAll(() => bank.close());

async function statusFor(as: string | null, endpoint: Endpoint, where: Where): Promise<number> {
  const common = endpoint.method === 'POST' ? { requestId: bank.requestId() } : {};
  const answer = await bank.call(as, endpoint, {
    ...common,
    ...subject(endpoint.id, where, ground),
  } as never);
  const isHidden = 'problem' in answer && answer.problem.code === 'request/not-found';
  return answer.status === 404 && !isHidden ? BUSINESS_NO : answer.status;
}

/** A 404 that speaks of codes and cards, not of a subject that is out of reach. */
const BUSINESS_NO = 409;

const wechat: WeChat = { codeToSession: async () => ({ state: 'code-spent' }) };
const endpoints = allHandlers(wechat).map((handler) => handler.endpoint);
type Reach = 'not allowed' | 'out of sight' | 'in reach';

function reachOf(status: number): Reach {
  if (!isPassed(status)) return 'not allowed';
  return status === 404 ? 'out of sight' : 'in reach';
}

function expectedReach(id: string, isInReach: boolean): Reach {
  return isInReach && !HAS_NO_SUBJECT.has(id) ? 'in reach' : 'out of sight';
}

const isPassed = (status: number) => ![401, 403].includes(status);

test('the table and the promises of the bank name the same things', () => {
  expect(endpoints.map(({ id }) => id).sort()).toEqual(Object.keys(MAY).sort());
});

describe.each(endpoints.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s',
  (id, endpoint) => {
    const may = MAY[id];

    test('strangers come in only where everybody may', async () => {
      const status = await statusFor(null, endpoint, 'own');
      expect(status === 401).toBe(may !== 'everyone');
    });

    test('somebody without a home does only what needs none', async () => {
      const status = await statusFor('visitor', endpoint, 'own');
      expect(isPassed(status)).toBe(may === 'everyone' || may === 'signed-in');
    });

    test('a resident does what residents do and nothing of staff', async () => {
      const status = await statusFor('person_plain', endpoint, 'own');
      expect(isPassed(status)).toBe(
        typeof may === 'string' && may !== 'householder' && may !== 'voter',
      );
    });

    test.each(Object.keys(STAFF).filter((name) => !name.startsWith('far')) as Staff[])(
      'the post of %s reaches exactly as far as it should',
      async (name) => {
        if (typeof may === 'string') return;
        const isAllowed = may?.includes(name) ?? false;
        const own = await statusFor(STAFF[name], endpoint, 'own');
        expect(reachOf(own)).toBe(isAllowed ? expectedReach(id, true) : 'not allowed');
        if (NAMES_NO_SUBJECT.has(id)) return;
        const other = await statusFor(STAFF[name], endpoint, 'other');
        const isInReach = COUNTY_WIDE.has(name);
        expect(reachOf(other)).toBe(isAllowed ? expectedReach(id, isInReach) : 'not allowed');
      },
    );
  },
);
