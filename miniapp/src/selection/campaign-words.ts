import { dayOf, sayDay, startOfDayMs } from '@bank/shared/calendar';
import type { CampaignCard, ReadCampaign } from '@bank/shared/contracts/selection';
import type { OutputOf } from '@bank/shared/endpoint';
import type { TagTone } from '@/ui/tag';

export type Campaign = OutputOf<typeof ReadCampaign>;
type Own = Campaign['own'];
type Dates = Omit<CampaignCard, 'id'>;

/** Where a campaign stands today: its state, and which of its days have passed. */
export type Stage =
  | 'nominating'
  | 'shortlisting'
  | 'before-voting'
  | 'voting'
  | 'counting'
  | 'publicity'
  | 'honouring'
  | 'concluded'
  | 'cancelled';

/** The stage of a campaign at a moment. */
export function stageOf(campaign: Dates, nowMs: number): Stage {
  switch (campaign.state) {
    case 'nominating':
      return nowMs <= campaign.nominateUntilMs ? 'nominating' : 'shortlisting';
    case 'voting':
      if (nowMs < campaign.voteFromMs) return 'before-voting';
      return nowMs <= campaign.voteUntilMs ? 'voting' : 'counting';
    case 'closed':
      return 'counting';
    case 'publicity':
      return nowMs <= (campaign.publicityUntilMs ?? 0) ? 'publicity' : 'honouring';
    default:
      return campaign.state;
  }
}

export const STEPS = ['推荐', '候选', '投票', '公示', '授牌'] as const;

/** How many of the five steps are behind. */
export const STEP_OF: Record<Stage, number> = {
  nominating: 0,
  shortlisting: 1,
  'before-voting': 1,
  voting: 2,
  counting: 2,
  publicity: 3,
  honouring: 4,
  concluded: 5,
  cancelled: 0,
};

export const STAGE_TAG: Record<Stage, { words: string; tone: TagTone }> = {
  nominating: { words: '正在推荐', tone: 'green' },
  shortlisting: { words: '正在定候选', tone: 'plain' },
  'before-voting': { words: '等着投票', tone: 'plain' },
  voting: { words: '正在投票', tone: 'red' },
  counting: { words: '等着开票', tone: 'plain' },
  publicity: { words: '正在公示', tone: 'indigo' },
  honouring: { words: '等着授牌', tone: 'plain' },
  concluded: { words: '办完了', tone: 'gold' },
  cancelled: { words: '取消了', tone: 'plain' },
};

const sayDayOf = (atMs: number) => sayDay(dayOf(atMs));

/** Where it stands and until when, as a neighbour would say it. */
export function stageWords(campaign: Dates, nowMs: number): string {
  switch (stageOf(campaign, nowMs)) {
    case 'nominating':
      return `正在推荐，到 ${sayDayOf(campaign.nominateUntilMs)}`;
    case 'shortlisting':
      return `推荐结束了，正在定候选。${sayDayOf(campaign.voteFromMs)} 开始投票`;
    case 'before-voting':
      return `还没到投票时间，${sayDayOf(campaign.voteFromMs)} 开始`;
    case 'voting':
      return `正在投票，到 ${sayDayOf(campaign.voteUntilMs)}`;
    case 'counting':
      return '投票结束了，票箱封着，等着开票';
    case 'publicity':
      return `票开出来了，公示到 ${sayDayOf(campaign.publicityUntilMs ?? 0)}`;
    case 'honouring':
      return '公示期满，等着授牌';
    case 'concluded':
      return '办完了，牌子挂上荣誉墙了';
    case 'cancelled':
      return '这次评选取消了';
  }
}

/** How many days are left, the last one counted as today. */
export function daysLeftWords(untilMs: number, nowMs: number): string {
  const days = Math.round((startOfDayMs(dayOf(untilMs)) - startOfDayMs(dayOf(nowMs))) / 86_400_000);
  return days <= 0 ? '今天最后一天' : `还有 ${days} 天`;
}

function votingWords(own: NonNullable<Own>): string {
  if (!own.isOnRoll) return '您家不在这次的名册里，有疑问请找社区干部';
  if (own.hasCast) return '您家已经投过了，谢谢您';
  return own.isVoter ? '您家还没投' : '您家还没投，由户主投';
}

function countedWords(own: NonNullable<Own>): string | undefined {
  if (own.hasCast) return '您家已经投过了，谢谢您';
  return own.isOnRoll ? '您家这次没有投' : undefined;
}

/** For those whom the bank does not know, or who have no home here. */
function strangerWords(stage: Stage): string | undefined {
  if (stage === 'nominating') return '登录绑定存折后，可以推荐一家';
  return stage === 'voting' ? '一户一票，户主登录后可以投' : undefined;
}

/** What the reader's own home has to do with it; undefined where there is nothing to say. */
export function ownWords(own: Own, stage: Stage): string | undefined {
  if (!own) return strangerWords(stage);
  switch (stage) {
    case 'nominating':
      return own.mayNominate ? '您家可以推荐一家，也可以推荐自家' : undefined;
    case 'before-voting':
      return own.isOnRoll ? '您家在名册里，到时间由户主投' : votingWords(own);
    case 'voting':
      return votingWords(own);
    case 'counting':
    case 'publicity':
      return countedWords(own);
    default:
      return undefined;
  }
}

/** Why this reader cannot vote now, in a few words for the button; undefined when they can. */
export function whyNoVote(own: Own, stage: Stage): string | undefined {
  if (stage === 'before-voting') return '还没到投票时间';
  if (stage !== 'voting') return '投票结束了';
  if (!own) return '户主登录后可以投';
  if (!own.isOnRoll) return '不在这次的名册里';
  if (own.hasCast) return '您家已经投过了';
  return own.isVoter ? undefined : '由户主投';
}

/** 1 号 彭*英 */
export const candidateWords = ({ number, maskedName }: { number: number; maskedName: string }) =>
  `${number} 号 ${maskedName}`;
