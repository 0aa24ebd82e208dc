import { NameVoter } from '@bank/shared/contracts/community';
import { CastBallot, ReadCampaign, ReadTurnout } from '@bank/shared/contracts/selection';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, codeOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { RAN, STAFF } from '../world.ts';
import { DAY_MS, openCampaignWorld, openVotingAt } from './campaign-world.ts';

let bank: TestBank;
let campaignId: string;

beforeEach(async () => {
  ({ bank, campaignId } = await openCampaignWorld());
});
afterEach(() => bank.close());

const openVoting = () => openVotingAt(bank, campaignId);

const cast = (as: string, candidateId: string, requestId: string = bank.requestId()) =>
  bank.call(as, CastBallot, { requestId, campaignId, candidateId });

describe('the ballot', () => {
  test('one home, one vote, while it is the time, for somebody who stands', async () => {
    const { tian } = await openVoting();
    expect(codeOf(await cast('person_ran', 'candidate_nobody'))).toBe(
      'selection/no-such-candidate',
    );
    expect(bodyOf(await cast('person_ran', tian))).toEqual({ isCast: true });
    expect(codeOf(await cast('person_ran', tian))).toBe('selection/cast-already');
    expect(codeOf(await cast('person_far', tian))).toBe('selection/not-on-roll');
    expect((await cast('person_tianson', tian)).status).toBe(403);
    bank.pass(3 * DAY_MS);
    expect(codeOf(await cast('person_peng', tian))).toBe('selection/not-open-for-this');
  });

  test('voting does not begin before its first day', async () => {
    const { tian } = await openVoting();
    bank.pass(-1.5 * DAY_MS);
    expect(codeOf(await cast('person_ran', tian))).toBe('selection/not-open-for-this');
  });

  test('an adult whom the householder named casts the home’s one ballot', async () => {
    const { tian } = await openVoting();
    await bank.call('person_tian', NameVoter, {
      requestId: bank.requestId(),
      personId: 'person_tianson',
    });
    expect(bodyOf(await cast('person_tianson', tian))).toEqual({ isCast: true });
    expect(codeOf(await cast('person_tian', tian))).toBe('selection/cast-already');
  });

  test('64 phones of one home cast one ballot', async () => {
    const { tian, peng } = await openVoting();
    const answers = await Promise.all(
      Array.from({ length: 64 }, (_, at) => cast('person_ran', at % 2 ? tian : peng)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const { rows } = await bank.opened.connections.reading.execute(
      'SELECT count(*) FROM selection_choices',
    );
    expect(Number(rows[0]?.[0])).toBe(1);
  });

  test('a phone that asks again with another choice hears that it has voted, and nothing of for whom', async () => {
    const { tian, peng } = await openVoting();
    const requestId = bank.requestId();
    const first = await cast('person_ran', tian, requestId);
    const again = await cast('person_ran', peng, requestId);
    expect(again).toEqual({ ...first, isReplay: true });
    expect(JSON.stringify(again)).not.toContain('candidate_');
  });

  test('nothing in the database ties a choice to a home, a person, a moment or a request', async () => {
    const { tian, peng } = await openVoting();
    await cast('person_ran', tian);
    await cast('person_peng', peng);
    await cast('person_tian', tian);
    const { reading } = bank.opened.connections;
    const choices = await reading.execute('SELECT * FROM selection_choices');
    expect(choices.columns.sort()).toEqual(['campaign_id', 'candidate_id', 'id']);
    const keys = choices.rows.map((row) => String(row.id));
    expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
    const tables = await reading.execute("SELECT name FROM sqlite_schema WHERE type = 'table'");
    for (const { name } of tables.rows) {
      if (/^selection_(choices|candidates)$/.test(String(name))) continue;
      const kept = JSON.stringify((await reading.execute(`SELECT * FROM "${String(name)}"`)).rows);
      for (const secret of [...keys, tian, peng]) expect(kept, String(name)).not.toContain(secret);
    }
  });

  test('counts are sealed for everybody until two have opened the urn; turnout is by grid', async () => {
    const { tian } = await openVoting();
    await cast('person_ran', tian);
    const seen = bodyOf(await bank.call('person_ran', ReadCampaign, { campaignId }));
    expect(seen).toMatchObject({
      results: null,
      turnout: { rollCount: 3, castCount: 1 },
      own: { isOnRoll: true, hasCast: true },
    });
    expect(JSON.stringify(seen)).not.toContain('votes');
    const turnout = bodyOf(await bank.call(STAFF.steward, ReadTurnout, { campaignId }));
    expect(turnout.grids).toEqual([{ name: '第一网格', rollCount: 3, castCount: 1 }]);
    expect(JSON.stringify(turnout)).not.toContain('votes');
  });
});

test('each home sees the candidates in its own order, the same each time', async () => {
  await openVoting();
  const order = async (as: string) =>
    bodyOf(await bank.call(as, ReadCampaign, { campaignId })).candidates.map((one) => one.id);
  for (const as of ['person_tian', 'person_ran', 'person_peng'])
    expect(await order(as)).toEqual(await order(as));
  expect(RAN).toBe('home_ran');
});
