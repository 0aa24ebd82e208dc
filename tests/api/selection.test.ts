import {
  CastBallot,
  Conclude,
  CountVotes,
  ListCampaigns,
  Nominate,
  OpenCampaign,
  OpenVoting,
  ReadCampaign,
  ReadHonours,
  ReadNominations,
} from '@bank/shared/contracts/selection';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf, codeOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { FAR, PENG, SITE, STAFF, TIAN } from '../world.ts';
import { DAY_MS, openCampaignWorld, openVotingAt, SECOND } from './campaign-world.ts';

let bank: TestBank;
let campaignId: string;

beforeEach(async () => {
  ({ bank, campaignId } = await openCampaignWorld());
});
afterEach(() => bank.close());

const nominate = (as: string, householdCode: string) =>
  bank.call(as, Nominate, {
    requestId: bank.requestId(),
    campaignId,
    householdCode,
    story: '照顾邻居老人三年',
  });

const openVoting = () => openVotingAt(bank, campaignId);

const cast = (as: string, candidateId: string, requestId: string = bank.requestId()) =>
  bank.call(as, CastBallot, { requestId, campaignId, candidateId });
const count = (as: string) =>
  bank.call(as, CountVotes, { requestId: bank.requestId(), campaignId });

describe('before the vote', () => {
  test('a home recommends another of its site once; staff read what was said', async () => {
    expect(bodyOf(await nominate('person_ran', '01010001'))).toEqual({ maskedName: '田*英' });
    expect(codeOf(await nominate('person_ran', '01010001'))).toBe('selection/nominated-already');
    expect(codeOf(await nominate('person_ran', '02010001'))).toBe('selection/no-such-household');
    expect((await nominate('person_far', '01010001')).status).toBe(404);
    expect((await nominate('person_peng', '01010001')).status).toBe(200);
    const read = bodyOf(await bank.call(STAFF.steward, ReadNominations, { campaignId }));
    expect(read.nominations).toMatchObject([
      { householderName: '田秀英', nominatedCount: 2, isShortlisted: false },
    ]);
  });

  test('recommending ends with its last day', async () => {
    bank.pass(2 * DAY_MS);
    expect(codeOf(await nominate('person_ran', '01010001'))).toBe('selection/not-open-for-this');
  });

  test('days that do not follow each other are refused', async () => {
    const open = (nominateUntil: string, voteFrom: string, voteUntil: string) =>
      bank.call(STAFF.steward, OpenCampaign, {
        requestId: bank.requestId(),
        areaId: SITE.area,
        title: '评选',
        kind: 'civil-household',
        seats: 1,
        nominateUntil,
        voteFrom,
        voteUntil,
        publicityDays: 5,
      });
    expect(codeOf(await open('2026-03-16', '2026-03-19', '2026-03-20'))).toBe(
      'selection/days-wrong',
    );
    expect(codeOf(await open('2026-03-18', '2026-03-18', '2026-03-20'))).toBe(
      'selection/days-wrong',
    );
    expect(codeOf(await open('2026-03-18', '2026-03-20', '2026-03-19'))).toBe(
      'selection/days-wrong',
    );
  });

  test('there must be more candidates than places, and all of the site', async () => {
    const open = (householdIds: string[]) =>
      bank.call(STAFF.steward, OpenVoting, {
        requestId: bank.requestId(),
        campaignId,
        candidates: householdIds.map((householdId) => ({ householdId, story: '照顾邻居老人三年' })),
      });
    expect(codeOf(await open([TIAN, TIAN]))).toBe('selection/too-few-candidates');
    expect(codeOf(await open([TIAN, FAR]))).toBe('selection/no-such-household');
    expect(bodyOf(await open([TIAN, PENG]))).toEqual({ rollCount: 3, candidateCount: 2 });
    expect(codeOf(await open([TIAN, PENG]))).toBe('selection/not-open-for-this');
  });
});

describe('after the vote', () => {
  test('one asks for the count and another opens it; publicity, then the wall', async () => {
    const { tian, peng } = await openVoting();
    await cast('person_ran', tian);
    await cast('person_peng', tian);
    await cast('person_tian', peng);
    expect(codeOf(await count(STAFF.steward))).toBe('selection/still-voting');
    bank.pass(2 * DAY_MS);
    expect(bodyOf(await count(STAFF.steward)).step).toBe('asked');
    expect(codeOf(await count(STAFF.steward))).toBe('selection/second-person-needed');
    expect(bodyOf(await count(SECOND)).step).toBe('opened');
    const seen = bodyOf(await bank.call(null, ReadCampaign, { campaignId }));
    expect(seen.results?.find((one) => one.candidateId === tian)).toMatchObject({
      votes: 2,
      isChosen: true,
    });
    expect(seen.results?.find((one) => one.candidateId === peng)).toMatchObject({
      votes: 1,
      isChosen: false,
    });
    const conclude = () =>
      bank.call(STAFF.steward, Conclude, { requestId: bank.requestId(), campaignId });
    expect(codeOf(await conclude())).toBe('selection/still-in-publicity');
    bank.pass(6 * DAY_MS);
    expect(bodyOf(await conclude())).toEqual({ honourCount: 1 });
    const wall = bodyOf(await bank.call(null, ReadHonours, {}));
    expect(wall.honours).toEqual([
      {
        kindName: '最美家庭',
        title: '第一季度最美家庭',
        maskedName: '田*英',
        siteName: '春晖社区',
        year: 2026,
      },
    ]);
    expect(await bank.balance(`${TIAN}.points`)).toBe(0);
    expect(bodyOf(await bank.call(null, ListCampaigns, {})).campaigns).toMatchObject([
      { state: 'concluded' },
    ]);
  });

  test('the book itself refuses a late, foreign, changed or erased choice', async () => {
    const { tian } = await openVoting();
    await cast('person_ran', tian);
    const { writing } = bank.opened.connections;
    await expect(
      writing.execute('UPDATE selection_choices SET candidate_id = candidate_id'),
    ).rejects.toThrow('choice_is_never_edited');
    await expect(writing.execute('DELETE FROM selection_choices')).rejects.toThrow(
      'choice_is_never_erased',
    );
    await expect(
      writing.execute(
        `INSERT INTO selection_choices (id, campaign_id, candidate_id) VALUES ('x', 'campaign_other', '${tian}')`,
      ),
    ).rejects.toThrow('choice_is_for_an_open_campaign');
    bank.pass(2 * DAY_MS);
    await count(STAFF.steward);
    await count(SECOND);
    await expect(
      writing.execute(
        `INSERT INTO selection_choices (id, campaign_id, candidate_id) VALUES ('x', '${campaignId}', '${tian}')`,
      ),
    ).rejects.toThrow('choice_is_for_an_open_campaign');
  });
});
