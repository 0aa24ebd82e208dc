import { recordHousehold } from '@bank/api/community/store';
import { NameVoter } from '@bank/shared/contracts/community';
import { ReadBoard, ReadInbox } from '@bank/shared/contracts/notices';
import { CastBallot, Conclude, CountVotes, OpenVoting } from '@bank/shared/contracts/selection';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bodyOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { person, RAN, SITE, STAFF } from '../world.ts';
import { DAY_MS, openCampaignWorld, openVotingAt, SECOND, standing } from './campaign-world.ts';

/** Longer than a clerk waits before tapping again. */
const PATIENCE_MS = 5_000;
let bank: TestBank;
let campaignId: string;

beforeEach(async () => {
  ({ bank, campaignId } = await openCampaignWorld());
});
afterEach(() => bank.close());

const openVoting = () => openVotingAt(bank, campaignId);

const cast = (as: string, candidateId: string, requestId: string = bank.requestId()) =>
  bank.call(as, CastBallot, { requestId, campaignId, candidateId });
const count = (as: string) =>
  bank.call(as, CountVotes, { requestId: bank.requestId(), campaignId });

const inbox = async (personId: string) => bodyOf(await bank.call(personId, ReadInbox, {})).lines;
const board = async () =>
  bodyOf(await bank.call(null, ReadBoard, { siteCode: SITE.path.slice(1, -1) })).notices;

describe('who hears of it', () => {
  test('when voting opens, whoever may cast a home’s ballot is told when and where, and nobody else', async () => {
    await bank.call('person_tian', NameVoter, {
      requestId: bank.requestId(),
      personId: 'person_tianson',
    });
    await bank.given({ rows: [person('person_ranson', RAN, '冉小明', { relation: '子' })] });
    await openVoting();
    for (const voter of ['person_tian', 'person_tianson', 'person_ran', 'person_peng']) {
      expect(await inbox(voter), voter).toMatchObject([
        {
          kind: 'ballot-open',
          text: '「第一季度最美家庭」3 月 19 日 周四到 3 月 20 日 周五投票，一户一票，不记名',
          page: `/selection/campaign/index?id=${campaignId}`,
        },
      ]);
    }
    for (const other of ['person_ranson', 'person_far']) expect(await inbox(other)).toEqual([]);
  });

  test('a roll of 500 homes is frozen and told in one plan, within the patience of a clerk', async () => {
    const homes = Array.from({ length: 500 }, (_, at) => `home_many${at}`);
    await bank.given({
      rows: homes.flatMap((id, at) => [
        recordHousehold({
          id,
          version: 1,
          code: `0101${2000 + at}`,
          areaId: 'area_cluster2',
          building: '9栋',
          unit: '1单元',
          room: String(at),
          isLowIncome: false,
          note: '',
          state: 'living',
        }),
        person(`person_many${at}`, id, `住户${at}`),
      ]),
    });
    const began = performance.now();
    const answer = await bank.call(STAFF.steward, OpenVoting, {
      requestId: bank.requestId(),
      campaignId,
      candidates: standing,
    });
    const tookMs = performance.now() - began;
    expect(bodyOf(answer)).toEqual({ rollCount: 503, candidateCount: 2 });
    expect(tookMs).toBeLessThan(PATIENCE_MS);
    expect(await inbox('person_many499')).toMatchObject([{ kind: 'ballot-open' }]);
    const { rows } = await bank.opened.connections.reading.execute(
      "SELECT count(*) FROM notices_inbox WHERE kind = 'ballot-open'",
    );
    expect(Number(rows[0]?.[0])).toBe(503);
  });

  test('the opened urn puts the chosen homes on the board, masked and without votes, for the publicity alone', async () => {
    const { tian, peng } = await openVoting();
    await cast('person_ran', tian);
    await cast('person_peng', tian);
    await cast('person_tian', peng);
    bank.pass(2 * DAY_MS);
    await count(STAFF.steward);
    expect(await board()).toEqual([]);
    const opened = bodyOf(await count(SECOND));
    expect(await board()).toMatchObject([
      {
        title: '第一季度最美家庭公示',
        siteName: '春晖社区',
        lines: [{ label: '田*英', value: '3栋' }],
        untilMs: opened.publicityUntilMs,
      },
    ]);
    bank.pass(6 * DAY_MS);
    expect(await board()).toEqual([]);
  });

  test('an urn without a ballot puts nobody on the board', async () => {
    await openVoting();
    bank.pass(2 * DAY_MS);
    await count(STAFF.steward);
    expect(bodyOf(await count(SECOND)).step).toBe('opened');
    expect(await board()).toEqual([]);
  });

  test('the honoured home hears of it, and no other', async () => {
    const { tian } = await openVoting();
    await cast('person_ran', tian);
    bank.pass(2 * DAY_MS);
    await count(STAFF.steward);
    await count(SECOND);
    bank.pass(6 * DAY_MS);
    await bank.call(STAFF.steward, Conclude, { requestId: bank.requestId(), campaignId });
    expect((await inbox('person_tian'))[0]).toMatchObject({
      kind: 'honour-conferred',
      title: '您家上了荣誉墙',
    });
    for (const other of ['person_ran', 'person_peng']) {
      expect((await inbox(other)).map(({ kind }) => kind)).toEqual(['ballot-open']);
    }
  });
});
