import type { CampaignCard } from '@bank/shared/contracts/selection';
import { CampaignId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import { daysLeftWords, ownWords, stageOf, stageWords, whyNoVote } from './campaign-words';

/** Midnight of a day in March 2026, as the community counts. */
const march = (day: number) => Date.UTC(2026, 2, day) - 8 * 3_600_000;
const noon = (day: number) => march(day) + 12 * 3_600_000;

const campaign: CampaignCard = {
  id: CampaignId.parse('campaign_1'),
  title: '第一季度好婆婆评选',
  kind: 'good-mother-in-law',
  kindName: '好婆婆',
  siteName: '春晖社区',
  state: 'nominating',
  seats: 2,
  nominateUntilMs: march(11) - 1,
  voteFromMs: march(15),
  voteUntilMs: march(26) - 1,
  publicityDays: 5,
  publicityUntilMs: null,
};
const voting = { ...campaign, state: 'voting' as const };
const own = { mayNominate: false, isOnRoll: true, hasCast: false, isVoter: true };

const publicity = {
  ...campaign,
  state: 'publicity' as const,
  publicityUntilMs: march(31) - 1,
};

describe('where a campaign stands is said with its day and weekday', () => {
  test.each([
    ['正在推荐，到 3 月 10 日 周二', campaign, 10],
    ['推荐结束了，正在定候选。3 月 15 日 周日 开始投票', campaign, 11],
    ['还没到投票时间，3 月 15 日 周日 开始', voting, 14],
    ['正在投票，到 3 月 25 日 周三', voting, 15],
    ['投票结束了，票箱封着，等着开票', voting, 26],
    ['票开出来了，公示到 3 月 30 日 周一', publicity, 28],
    ['公示期满，等着授牌', publicity, 31],
    ['办完了，牌子挂上荣誉墙了', { ...campaign, state: 'concluded' as const }, 31],
    ['这次评选取消了', { ...campaign, state: 'cancelled' as const }, 31],
  ])('%s', (words, one, day) => {
    expect(stageWords(one, noon(day))).toBe(words);
  });
});

test('voting is open from the first moment of its first day to the last of its last', () => {
  expect(stageOf(voting, march(15) - 1)).toBe('before-voting');
  expect(stageOf(voting, march(15))).toBe('voting');
  expect(stageOf(voting, march(26) - 1)).toBe('voting');
  expect(stageOf(voting, march(26))).toBe('counting');
});

test('days that are left end with today', () => {
  expect(daysLeftWords(march(26) - 1, noon(18))).toBe('还有 7 天');
  expect(daysLeftWords(march(26) - 1, noon(25))).toBe('今天最后一天');
});

test('a home hears whether it has voted, and the button says why it cannot', () => {
  expect(ownWords(own, 'voting')).toBe('您家还没投');
  expect(whyNoVote(own, 'voting')).toBeUndefined();
  expect(ownWords({ ...own, hasCast: true }, 'voting')).toBe('您家已经投过了，谢谢您');
  expect(whyNoVote({ ...own, hasCast: true }, 'voting')).toBe('您家已经投过了');
  expect(ownWords({ ...own, isOnRoll: false }, 'voting')).toContain('不在这次的名册里');
  expect(whyNoVote({ ...own, isOnRoll: false }, 'voting')).toBe('不在这次的名册里');
  expect(ownWords({ ...own, isVoter: false }, 'voting')).toBe('您家还没投，由户主投');
  expect(whyNoVote({ ...own, isVoter: false }, 'voting')).toBe('由户主投');
  expect(whyNoVote(null, 'voting')).toBe('户主登录后可以投');
  expect(whyNoVote(own, 'before-voting')).toBe('还没到投票时间');
  expect(whyNoVote(own, 'counting')).toBe('投票结束了');
});
