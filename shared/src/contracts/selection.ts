import { endpoint } from '../endpoint.ts';
import { AreaId, CampaignId, CandidateId, HouseholdId, RequestId } from '../ids.ts';
import * as z from '../zod.ts';
import { Day, words } from './shapes.ts';

/** 评选: 最美家庭, 好婆婆, 文明户. Nominate, shortlist, one secret ballot a household, publicity, honour. */

export const HONOUR_KINDS = ['model-family', 'good-mother-in-law', 'civil-household'] as const;
export const CAMPAIGN_STATES = [
  'nominating',
  'voting',
  'closed',
  'publicity',
  'concluded',
  'cancelled',
] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];
export const CANDIDATES_MAX = 30;
export const STORY_MAX = 300;

/** A candidate as everybody may see one: masked, with a number to say. */
export const Candidate = z.object({
  id: CandidateId,
  number: z.int(),
  maskedName: z.string(),
  building: z.string(),
  story: z.string(),
});
export type Candidate = z.infer<typeof Candidate>;

export const CampaignCard = z.object({
  id: CampaignId,
  title: z.string(),
  kind: z.enum(HONOUR_KINDS),
  kindName: z.string(),
  siteName: z.string(),
  state: z.enum(CAMPAIGN_STATES),
  seats: z.int(),
  nominateUntilMs: z.int(),
  voteFromMs: z.int(),
  voteUntilMs: z.int(),
  publicityDays: z.int(),
  publicityUntilMs: z.nullable(z.int()),
});
export type CampaignCard = z.infer<typeof CampaignCard>;

export const ListCampaigns = endpoint({
  id: 'selection/list-campaigns',
  method: 'GET',
  path: '/selection/campaigns',
  summary: '评选：正在进行的和办完的',
  duty: 'anyone',
  scope: 'public',
  input: z.object({}),
  output: z.object({ campaigns: z.array(CampaignCard) }),
  refusals: [],
});

export const ReadCampaign = endpoint({
  id: 'selection/read-campaign',
  method: 'GET',
  path: '/selection/campaigns/:campaignId',
  summary: '一次评选：候选家庭、日期、投了没有；结果到公示才有',
  duty: 'anyone',
  scope: 'public',
  input: z.object({ campaignId: CampaignId }),
  output: z.object({
    campaign: CampaignCard,
    /** In an order of the reader's own household, so that nobody is always first. */
    candidates: z.array(Candidate),
    /** Only from the publicity on; sealed before. */
    results: z.nullable(
      z.array(z.object({ candidateId: CandidateId, votes: z.int(), isChosen: z.boolean() })),
    ),
    turnout: z.object({ rollCount: z.int(), castCount: z.int() }),
    own: z.nullable(
      z.object({
        mayNominate: z.boolean(),
        isOnRoll: z.boolean(),
        hasCast: z.boolean(),
        /** The householder, or the adult whom the householder named. */
        isVoter: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

export const OpenCampaign = endpoint({
  id: 'selection/open-campaign',
  method: 'POST',
  path: '/selection/campaigns',
  summary: '办一次评选',
  duty: 'campaigns.run',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    areaId: AreaId,
    title: words(2, 30),
    kind: z.enum(HONOUR_KINDS),
    seats: z.int().check(z.minimum(1), z.maximum(20)),
    nominateUntil: Day,
    voteFrom: Day,
    voteUntil: Day,
    publicityDays: z.int().check(z.minimum(3), z.maximum(15)),
  }),
  output: z.object({ campaignId: CampaignId }),
  refusals: ['selection/days-wrong'],
});

export const Nominate = endpoint({
  id: 'selection/nominate',
  method: 'POST',
  path: '/selection/nominations',
  summary: '推荐一家（也可以推荐自家）',
  duty: 'household-member',
  scope: 'household',
  input: z.object({
    requestId: RequestId,
    campaignId: CampaignId,
    householdCode: words(4, 12),
    story: words(5, STORY_MAX),
  }),
  output: z.object({ maskedName: z.string() }),
  refusals: [
    'selection/not-open-for-this',
    'selection/no-such-household',
    'selection/nominated-already',
  ],
  secrets: ['story'],
});

export const ReadNominations = endpoint({
  id: 'selection/read-nominations',
  method: 'GET',
  path: '/selection/campaigns/:campaignId/nominations',
  summary: '收到的推荐（工作人员看）',
  duty: 'campaigns.run',
  scope: 'area',
  input: z.object({ campaignId: CampaignId }),
  output: z.object({
    nominations: z.array(
      z.object({
        householdId: HouseholdId,
        householdCode: z.string(),
        householderName: z.string(),
        stories: z.array(z.string()),
        nominatedCount: z.int(),
        isShortlisted: z.boolean(),
      }),
    ),
  }),
  refusals: [],
});

export const OpenVoting = endpoint({
  id: 'selection/open-voting',
  method: 'POST',
  path: '/selection/voting-openings',
  summary: '定候选、封名册、开投票',
  duty: 'campaigns.run',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    campaignId: CampaignId,
    candidates: z
      .array(z.object({ householdId: HouseholdId, story: words(5, STORY_MAX) }))
      .check(z.minLength(2), z.maxLength(CANDIDATES_MAX)),
  }),
  output: z.object({ rollCount: z.int(), candidateCount: z.int() }),
  refusals: [
    'selection/not-open-for-this',
    'selection/no-such-household',
    'selection/too-few-candidates',
  ],
  secrets: ['candidates'],
});

export const CastBallot = endpoint({
  id: 'selection/cast-ballot',
  method: 'POST',
  path: '/selection/ballots',
  summary: '投票：一户一票，不记名，投了不能改',
  duty: 'voter',
  scope: 'household',
  input: z.object({ requestId: RequestId, campaignId: CampaignId, candidateId: CandidateId }),
  output: z.object({ isCast: z.boolean() }),
  refusals: [
    'selection/not-open-for-this',
    'selection/not-on-roll',
    'selection/cast-already',
    'selection/no-such-candidate',
  ],
  secrets: ['candidateId'],
});

export const CountVotes = endpoint({
  id: 'selection/count-votes',
  method: 'POST',
  path: '/selection/counts',
  summary: '开票：要两位工作人员，前一位申请，后一位打开',
  duty: 'campaigns.run',
  scope: 'area',
  input: z.object({ requestId: RequestId, campaignId: CampaignId }),
  output: z.object({
    step: z.enum(['asked', 'opened']),
    publicityUntilMs: z.nullable(z.int()),
  }),
  refusals: [
    'selection/not-open-for-this',
    'selection/still-voting',
    'selection/second-person-needed',
  ],
});

export const Conclude = endpoint({
  id: 'selection/conclude',
  method: 'POST',
  path: '/selection/conclusions',
  summary: '公示期满，授牌上墙',
  duty: 'campaigns.run',
  scope: 'area',
  input: z.object({ requestId: RequestId, campaignId: CampaignId }),
  output: z.object({ honourCount: z.int() }),
  refusals: ['selection/not-open-for-this', 'selection/still-in-publicity'],
});

export const ReadTurnout = endpoint({
  id: 'selection/read-turnout',
  method: 'GET',
  path: '/selection/campaigns/:campaignId/turnout',
  summary: '各网格投了多少户（不看投给谁）',
  duty: 'campaigns.run',
  scope: 'area',
  input: z.object({ campaignId: CampaignId }),
  output: z.object({
    campaign: CampaignCard,
    grids: z.array(z.object({ name: z.string(), rollCount: z.int(), castCount: z.int() })),
    isCountAsked: z.boolean(),
    maySecond: z.boolean(),
  }),
  refusals: [],
});

export const ReadHonours = endpoint({
  id: 'selection/read-honours',
  method: 'GET',
  path: '/selection/honours',
  summary: '荣誉墙',
  duty: 'anyone',
  scope: 'public',
  input: z.object({}),
  output: z.object({
    honours: z.array(
      z.object({
        kindName: z.string(),
        title: z.string(),
        maskedName: z.string(),
        siteName: z.string(),
        year: z.int(),
      }),
    ),
  }),
  refusals: [],
});

export const selectionProblems = {
  'selection/days-wrong': {
    status: 422,
    title: '日子的先后不对',
    detail: () => '推荐截止要在今天或以后，投票在推荐截止之后开始，投票至少一天',
  },
  'selection/not-open-for-this': {
    status: 409,
    title: '现在不办这一步',
    detail: (facts: { stateWords: string }) => `这次评选${facts.stateWords}，现在不能办这件事`,
  },
  'selection/no-such-household': {
    status: 404,
    title: '没有这一户',
    detail: () => '这个安置点没有这一户，请核对户编号',
  },
  'selection/nominated-already': {
    status: 409,
    title: '已经推荐过这一家',
    detail: () => '您家已经推荐过这一家，不用再推荐',
  },
  'selection/too-few-candidates': {
    status: 422,
    title: '候选太少',
    detail: (facts: { seats: number }) => `要选 ${facts.seats} 家，候选要多于 ${facts.seats} 家`,
  },
  'selection/not-on-roll': {
    status: 403,
    title: '不在这次的名册里',
    detail: () => '您家不在这次投票的名册里。名册在开投票那天封好，有疑问请找社区干部',
  },
  'selection/cast-already': {
    status: 409,
    title: '您家已经投过了',
    detail: () => '一户一票，您家已经投过了，谢谢您',
  },
  'selection/no-such-candidate': {
    status: 404,
    title: '没有这位候选',
    detail: () => '这次评选没有这家候选，请退回去重新选',
  },
  'selection/still-voting': {
    status: 409,
    title: '投票还没截止',
    detail: () => '投票还没截止，票箱封着，到时间才能开',
  },
  'selection/second-person-needed': {
    status: 403,
    title: '要另一位来打开',
    detail: () => '开票要两位工作人员：您已经申请，请另一位来打开',
  },
  'selection/still-in-publicity': {
    status: 409,
    title: '还在公示',
    detail: () => '公示期还没满，期满没有异议再授牌',
  },
} as const;
