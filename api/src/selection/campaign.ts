import { addDays, type Day, dayOf, startOfDayMs } from '@bank/shared/calendar';
import type { CampaignState } from '@bank/shared/contracts/selection';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';

/** A campaign as a decision sees it. */
export interface Campaign {
  readonly state: CampaignState;
  readonly seats: number;
  readonly nominateUntilMs: number;
  readonly voteFromMs: number;
  readonly voteUntilMs: number;
  readonly publicityDays: number;
  readonly publicityUntilMs: number | null;
  readonly countAskedBy: string | null;
}

const STATE_WORDS: Record<CampaignState, string> = {
  nominating: '还在推荐',
  voting: '正在投票',
  closed: '等着开票',
  publicity: '正在公示',
  concluded: '已经办完',
  cancelled: '已经取消',
};

type WrongTime = Problem<'selection/not-open-for-this'>;

function notOpen(state: CampaignState): { readonly ok: false; readonly problem: WrongTime } {
  const facts = { stateWords: STATE_WORDS[state] };
  return refuse({ code: 'selection/not-open-for-this' as const, facts });
}

/** 办评选: recommending ends today or later, voting begins after it and lasts a day at least. */
export function decideDays(
  wish: { readonly nominateUntil: Day; readonly voteFrom: Day; readonly voteUntil: Day },
  nowMs: number,
): Outcome<
  Pick<Campaign, 'nominateUntilMs' | 'voteFromMs' | 'voteUntilMs'>,
  Problem<'selection/days-wrong'>
> {
  const { nominateUntil, voteFrom, voteUntil } = wish;
  const isRight =
    nominateUntil >= dayOf(nowMs) && voteFrom > nominateUntil && voteUntil >= voteFrom;
  if (!isRight) return refuse({ code: 'selection/days-wrong', facts: NO_FACTS });
  return accept({
    nominateUntilMs: endOfDayMs(nominateUntil),
    voteFromMs: startOfDayMs(voteFrom),
    voteUntilMs: endOfDayMs(voteUntil),
  });
}

const endOfDayMs = (day: Day) => startOfDayMs(addDays(day, 1)) - 1;

/** 推荐 is open to the end of its last day. */
export function decideNominating(campaign: Campaign, nowMs: number): Outcome<'open', WrongTime> {
  const isOpen = campaign.state === 'nominating' && nowMs <= campaign.nominateUntilMs;
  return isOpen ? accept('open') : notOpen(campaign.state);
}

/** 开投票: once, with more candidates than places, so that there is something to choose. */
export function decideShortlist(
  campaign: Campaign,
  candidateCount: number,
): Outcome<'open', WrongTime | Problem<'selection/too-few-candidates'>> {
  if (campaign.state !== 'nominating') return notOpen(campaign.state);
  if (candidateCount <= campaign.seats) {
    return refuse({ code: 'selection/too-few-candidates', facts: { seats: campaign.seats } });
  }
  return accept('open');
}

/** 投票: while it is the time, by a home that still has its slip, for somebody who stands. */
export function decideBallot(
  campaign: Campaign,
  slip: number | null,
  isCandidate: boolean,
  nowMs: number,
): Outcome<
  'cast',
  | WrongTime
  | Problem<'selection/not-on-roll' | 'selection/cast-already' | 'selection/no-such-candidate'>
> {
  if (campaign.state !== 'voting' || !isVotingTime(campaign, nowMs)) return notOpen(campaign.state);
  if (slip === null) return refuse({ code: 'selection/not-on-roll', facts: NO_FACTS });
  if (slip === 0) return refuse({ code: 'selection/cast-already', facts: NO_FACTS });
  if (!isCandidate) return refuse({ code: 'selection/no-such-candidate', facts: NO_FACTS });
  return accept('cast');
}

function isVotingTime({ voteFromMs, voteUntilMs }: Campaign, nowMs: number): boolean {
  return nowMs >= voteFromMs && nowMs <= voteUntilMs;
}

/** 开票: after the last moment of voting, asked for by one person and opened by another. */
export function decideCount(
  campaign: Campaign,
  personId: string,
  nowMs: number,
): Outcome<
  { readonly step: 'asked' } | { readonly step: 'opened'; readonly publicityUntilMs: number },
  WrongTime | Problem<'selection/still-voting' | 'selection/second-person-needed'>
> {
  if (campaign.state !== 'voting') return notOpen(campaign.state);
  if (nowMs <= campaign.voteUntilMs) {
    return refuse({ code: 'selection/still-voting', facts: NO_FACTS });
  }
  if (campaign.countAskedBy === null) return accept({ step: 'asked' });
  if (campaign.countAskedBy === personId) {
    return refuse({ code: 'selection/second-person-needed', facts: NO_FACTS });
  }
  const lastDay = addDays(dayOf(nowMs), campaign.publicityDays);
  return accept({ step: 'opened', publicityUntilMs: endOfDayMs(lastDay) });
}

/** 授牌: when the publicity has run its days. */
export function decideConclusion(
  campaign: Campaign,
  nowMs: number,
): Outcome<'concluded', WrongTime | Problem<'selection/still-in-publicity'>> {
  if (campaign.state !== 'publicity') return notOpen(campaign.state);
  if (nowMs <= (campaign.publicityUntilMs ?? 0)) {
    return refuse({ code: 'selection/still-in-publicity', facts: NO_FACTS });
  }
  return accept('concluded');
}

/** A candidate's votes, as counted. */
export interface Tally {
  readonly candidateId: string;
  readonly number: number;
  readonly votes: number;
}

/**
 * 计票: the most votes, as many as there are places. Candidates level at the last place are all
 * chosen: neighbours do not decide between equals by a number.
 */
export function chosenOf(tally: readonly Tally[], seats: number): ReadonlySet<string> {
  const ordered = [...tally].sort((one, other) => other.votes - one.votes);
  const mark = ordered[seats - 1]?.votes ?? 0;
  return new Set(
    ordered.filter(({ votes }) => votes > 0 && votes >= mark).map(({ candidateId }) => candidateId),
  );
}

/** An order of the candidates that is a household's own and always the same for it. */
export function shuffledFor<One extends { readonly id: string }>(
  candidates: readonly One[],
  orderOf: (id: string) => string,
): One[] {
  return [...candidates].sort((one, other) => (orderOf(one.id) < orderOf(other.id) ? -1 : 1));
}
