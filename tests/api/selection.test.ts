import { recordHousehold } from '@bank/api/community/store';
import { NameVoter } from '@bank/shared/contracts/community';
import { ReadBoard, ReadInbox } from '@bank/shared/contracts/notices';
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
  ReadTurnout,
} from '@bank/shared/contracts/selection';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';
import { FAR, foundWorld, PENG, person, post, RAN, SITE, STAFF, TIAN } from '../world.ts';

const DAY_MS = 86_400_000;
const SECOND = 'person_second';
/** Longer than a clerk waits before tapping again. */
const PATIENCE_MS = 5_000;
let bank: TestBank;
let campaignId: string;

beforeEach(async () => {
  bank = await openTestBank();
  await foundWorld(bank);
  await bank.given({ rows: [person(SECOND, null, '第二位'), post(SECOND, 'steward', SITE.area)] });
  const opened = await bank.call(STAFF.steward, OpenCampaign, {
    requestId: bank.requestId(),
    areaId: SITE.area,
    title: '第一季度最美家庭',
    kind: 'model-family',
    seats: 1,
    nominateUntil: '2026-03-18',
    voteFrom: '2026-03-19',
    voteUntil: '2026-03-20',
    publicityDays: 5,
  });
  campaignId = bodyOf(opened).campaignId;
});
afterEach(() => bank.close());

const codeOf = (answer: unknown) => (answer as { problem?: { code: string } }).problem?.code;
const bodyOf = <Body>(answer: { status: number } & ({ body: Body } | object)): Body => {
  if (!('body' in answer)) throw new Error(JSON.stringify(answer));
  return answer.body;
};

const nominate = (as: string, householdCode: string) =>
  bank.call(as, Nominate, {
    requestId: bank.requestId(),
    campaignId,
    householdCode,
    story: '照顾邻居老人三年',
  });

const standing = [TIAN, PENG].map((householdId) => ({ householdId, story: '照顾邻居老人三年' }));

async function openVoting(): Promise<{ tian: string; peng: string }> {
  await bank.call(STAFF.steward, OpenVoting, {
    requestId: bank.requestId(),
    campaignId,
    candidates: standing,
  });
  bank.pass(2 * DAY_MS);
  const { rows } = await bank.opened.connections.reading.execute(
    'SELECT id, household_id FROM selection_candidates',
  );
  const idOf = (householdId: string) =>
    String(rows.find((row) => row.household_id === householdId)?.id);
  return { tian: idOf(TIAN), peng: idOf(PENG) };
}

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

test('each home sees the candidates in its own order, the same each time', async () => {
  await openVoting();
  const order = async (as: string) =>
    bodyOf(await bank.call(as, ReadCampaign, { campaignId })).candidates.map((one) => one.id);
  for (const as of ['person_tian', 'person_ran', 'person_peng'])
    expect(await order(as)).toEqual(await order(as));
  expect(RAN).toBe('home_ran');
});
