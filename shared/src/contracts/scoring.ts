import { endpoint } from '../endpoint.ts';
import { RuleId } from '../ids.ts';
import * as z from '../zod.ts';
import { Day } from './shapes.ts';

/** 积分细则: what earns how much, by version, and the settings of the book. */

export const RULE_KINDS = ['earning', 'deduction'] as const;
export const RULE_PERIODS = ['week', 'month', 'quarter', 'year'] as const;
export type RulePeriod = (typeof RULE_PERIODS)[number];

export const Rule = z.object({
  id: RuleId,
  code: z.string(),
  version: z.int(),
  kind: z.enum(RULE_KINDS),
  category: z.string(),
  title: z.string(),
  /** Points for one unit; negative for a deduction. */
  points: z.int(),
  unit: z.string(),
  period: z.enum(RULE_PERIODS),
  /** The most one household may earn by this rule in one period, in points. */
  periodCap: z.int(),
  evidence: z.string(),
  reviewPath: z.string(),
  publicityWorkingDays: z.int(),
  effectiveOn: Day,
  note: z.string(),
});
export type Rule = z.infer<typeof Rule>;

export const Settings = z.object({
  /** 开户基础分 */
  basePoints: z.int(),
  /** 起兑分: base and earned together must reach it. */
  redeemFrom: z.int(),
  /** 预留期限, in days. */
  reserveDays: z.int(),
});
export type Settings = z.infer<typeof Settings>;

export const ReadRulebook = endpoint({
  id: 'scoring/read-rulebook',
  method: 'GET',
  path: '/scoring/rulebook',
  summary: '积分细则：怎么得分',
  duty: 'anyone',
  scope: 'public',
  input: z.object({}),
  output: z.object({ rules: z.array(Rule), settings: Settings }),
  refusals: [],
});

export const scoringProblems = {
  'scoring/no-such-rule': {
    status: 404,
    title: '没有这一条细则',
    detail: () => '积分细则里没有这一条，可能已经改版，请重新选',
  },
} as const;
