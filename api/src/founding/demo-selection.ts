import { communityAreas } from '@bank/db/schema/community';
import { addDays, dayOf } from '@bank/shared/calendar';
import type { HONOUR_KINDS } from '@bank/shared/contracts/selection';
import { AreaId, type CampaignId, CandidateId, HouseholdId, RequestId } from '@bank/shared/ids';
import type { Outcome } from '@bank/shared/outcome';
import { eq } from 'drizzle-orm';
import type { Actor, Bank } from '../platform/context.ts';
import { castBallot, nominate } from '../selection/commands.ts';
import { conclude, countVotes, openCampaign, openVoting } from '../selection/staff-commands.ts';
import { candidatesOf } from '../selection/store.ts';
import { pick, seeded } from './chance.ts';
import { at, type Home, readHomes, residentOf, staffOf } from './demo-history.ts';

const SEED = 331;
/** The first cluster has not voted yet: the resident of the demo lives there and has the ballot before them. */
const HOMES_STILL_TO_VOTE = 10;

type Stage = 'nominating' | 'voting' | 'voted' | 'concluded';

interface DemoCampaign {
  readonly siteCode: string;
  readonly title: string;
  readonly kind: (typeof HONOUR_KINDS)[number];
  readonly seats: number;
  /** Days from today: opened, last of recommending, first and last of voting. */
  readonly days: readonly [number, number, number, number];
  readonly publicityDays: number;
  readonly candidateCount: number;
  /** Of all homes, how many have voted. */
  readonly share: number;
  readonly stage: Stage;
}

const CAMPAIGNS: readonly DemoCampaign[] = [
  {
    siteCode: '01',
    title: '上一季好婆婆评选',
    kind: 'good-mother-in-law',
    seats: 2,
    days: [-50, -45, -44, -38],
    publicityDays: 5,
    candidateCount: 5,
    share: 0.8,
    stage: 'concluded',
  },
  {
    siteCode: '01',
    title: '文明户评选',
    kind: 'civil-household',
    seats: 3,
    days: [-20, -15, -12, -1],
    publicityDays: 5,
    candidateCount: 6,
    share: 0.6,
    stage: 'voted',
  },
  {
    siteCode: '01',
    title: '本季最美家庭评选',
    kind: 'model-family',
    seats: 2,
    days: [-12, -6, -4, 6],
    publicityDays: 5,
    candidateCount: 5,
    share: 0.33,
    stage: 'voting',
  },
  {
    siteCode: '02',
    title: '本季好婆婆评选',
    kind: 'good-mother-in-law',
    seats: 1,
    days: [-3, 4, 6, 12],
    publicityDays: 5,
    candidateCount: 3,
    share: 0,
    stage: 'nominating',
  },
];

const STORIES = [
  '搬来以后一直照看隔壁的独居老人，买药、做饭、陪着说话，三年没有断过。',
  '一家人轮流打扫楼道和花坛，楼里谁家有事都先去帮忙，带着邻居一起爱护新家。',
  '在就业帮扶车间上班，下班还教姐妹们学手艺，带着六户人家一起增收。',
  '老人住院两个月，儿媳天天送饭擦身。老人逢人就说，比亲女儿还亲。',
  '红事白事都简办，把省下的钱给社区图书角买了书，孩子们放学都爱去。',
  '带大三个孙辈，从不和儿媳红脸。邻里有了争执，都愿意请去说一说。',
  '全家都是志愿者，义诊、扫雪、送水样样到场，孩子也跟着学会了帮人。',
  '老家的地种上了茶，年年给社区食堂送新茶，也带着亲戚一起回乡干。',
] as const;

/** One campaign of the demo under way: its site, its people, its dice. */
interface Holding {
  readonly bank: Bank;
  readonly wish: DemoCampaign;
  readonly areaId: string;
  readonly homes: readonly Home[];
  readonly stewards: readonly Actor[];
  readonly random: () => number;
}

/** Campaigns of both sites, each as far as its days are: nominated, voted, counted, honoured, as commands. */
export async function holdDemoCampaigns(bank: Bank): Promise<void> {
  const random = seeded(SEED);
  const homes = await readHomes(bank);
  for (const wish of CAMPAIGNS) {
    const [site] = await bank.reader
      .select()
      .from(communityAreas)
      .where(eq(communityAreas.code, wish.siteCode));
    if (!site) throw new Error(`${wish.title}: no site ${wish.siteCode}`);
    const stewards = await staffOf(bank, 'steward', site.path);
    const neighbours = homes.filter(({ path }) => path.startsWith(site.path));
    await hold({ bank, wish, areaId: site.id, homes: neighbours, stewards, random });
  }
}

async function hold(holding: Holding): Promise<void> {
  const { wish, homes, random } = holding;
  const campaignId = await open(holding);
  // From the far end of the list: the resident of the demo stands in no campaign.
  const standing = shuffled(homes.slice(HOMES_STILL_TO_VOTE), random).slice(0, wish.candidateCount);
  const stories = shuffled(STORIES, random);
  await recommend(holding, campaignId, standing, stories);
  if (wish.stage === 'nominating') return;
  await vote(holding, campaignId, standing, stories);
  if (wish.stage === 'concluded') await countAndHonour(holding, campaignId);
}

const requestIdOf = (bank: Bank) => RequestId.parse(bank.chance.newId('demo'));

const dayFromToday = ({ bank }: Holding, days: number) => addDays(dayOf(bank.chance.nowMs()), days);

/** The bank on one of the campaign's days, and who runs it there. */
const on = (holding: Holding, days: number, hour: number) =>
  at(holding.bank, dayFromToday(holding, days), hour);

const first = ({ stewards, wish }: Holding) => stewardAt(stewards, 0, wish.title);

function stewardAt(stewards: readonly Actor[], place: number, title: string): Actor {
  const steward = stewards[place];
  if (!steward) throw new Error(`${title}: the site wants one more steward`);
  return steward;
}

function must<Value>(title: string, { outcome }: { outcome: Outcome<Value> }): Value {
  if (!outcome.ok) throw new Error(`${title}: ${outcome.problem.code}`);
  return outcome.value;
}

async function open(holding: Holding): Promise<CampaignId> {
  const { bank, wish, areaId } = holding;
  const [opened, nominateUntil, voteFrom, voteUntil] = wish.days;
  const answer = await openCampaign.give(on(holding, opened, 9), first(holding), {
    requestId: requestIdOf(bank),
    areaId: AreaId.parse(areaId),
    title: wish.title,
    kind: wish.kind,
    seats: wish.seats,
    nominateUntil: dayFromToday(holding, nominateUntil),
    voteFrom: dayFromToday(holding, voteFrom),
    voteUntil: dayFromToday(holding, voteUntil),
    publicityDays: wish.publicityDays,
  });
  return must(wish.title, answer).campaignId;
}

/** Each candidate is recommended by one to three homes. */
async function recommend(
  holding: Holding,
  campaignId: CampaignId,
  standing: readonly Home[],
  stories: readonly string[],
): Promise<void> {
  const { bank, wish, homes, random } = holding;
  const then = on(holding, wish.days[0] + 1, 19);
  for (const [place, home] of standing.entries()) {
    const neighbours = new Set(Array.from({ length: 1 + (place % 3) }, () => pick(random, homes)));
    for (const neighbour of neighbours) {
      const answer = await nominate.give(then, residentOf(neighbour), {
        requestId: requestIdOf(bank),
        campaignId,
        householdCode: home.code,
        story: storyOf(stories, place),
      });
      must(wish.title, answer);
    }
  }
}

const storyOf = (stories: readonly string[], place: number) =>
  stories[place % stories.length] ?? '';

async function vote(
  holding: Holding,
  campaignId: CampaignId,
  standing: readonly Home[],
  stories: readonly string[],
): Promise<void> {
  const { bank, wish, homes, random } = holding;
  const [, nominateUntil, voteFrom, voteUntil] = wish.days;
  const opened = await openVoting.give(on(holding, nominateUntil + 1, 10), first(holding), {
    requestId: requestIdOf(bank),
    campaignId,
    candidates: standing.map(({ id }, place) => ({
      householdId: HouseholdId.parse(id),
      story: storyOf(stories, place),
    })),
  });
  must(wish.title, opened);
  const candidates = await bank.lookout.look(candidatesOf, campaignId);
  const lastDay = Math.min(voteUntil, -1);
  const voters = homes.slice(HOMES_STILL_TO_VOTE).filter(() => random() < wish.share);
  for (const voter of voters) {
    const day = voteFrom + Math.floor(random() * (lastDay - voteFrom + 1));
    const answer = await castBallot.give(on(holding, day, 20), residentOf(voter), {
      requestId: requestIdOf(bank),
      campaignId,
      candidateId: CandidateId.parse(pick(random, candidates).id),
    });
    must(wish.title, answer);
  }
}

/** One asks for the count, another opens it, and when the publicity is over the plates go up. */
async function countAndHonour(holding: Holding, campaignId: CampaignId): Promise<void> {
  const { bank, wish, stewards } = holding;
  const [, , , voteUntil] = wish.days;
  const then = on(holding, voteUntil + 1, 10);
  for (const place of [0, 1]) {
    const steward = stewardAt(stewards, place, wish.title);
    const input = { requestId: requestIdOf(bank), campaignId };
    must(wish.title, await countVotes.give(then, steward, input));
  }
  const after = on(holding, voteUntil + 1 + wish.publicityDays + 1, 10);
  const input = { requestId: requestIdOf(bank), campaignId };
  must(wish.title, await conclude.give(after, first(holding), input));
}

/** The same things in an order of the dice. */
function shuffled<One>(things: readonly One[], random: () => number): One[] {
  return things
    .map((thing) => ({ thing, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ thing }) => thing);
}
