import type { Me } from '@bank/shared/contracts/access';
import type { CampaignCard } from '@bank/shared/contracts/selection';
import { areasQuery } from '@/data/community';
import { useAsk } from '@/data/query-client';
import { campaignsQuery } from '@/data/selection';
import { stageOf } from '@/selection/campaign-words';
import { mayDo } from './duties';

/** The posts by which somebody runs campaigns. */
export const runningPosts = ({ posts }: Me) =>
  posts.filter((post) => mayDo([post], 'campaigns.run'));

/** What this campaign waits for; undefined while it only waits for its days. */
export function dueWords(campaign: CampaignCard, nowMs: number): string | undefined {
  const stage = stageOf(campaign, nowMs);
  if (stage === 'shortlisting') return '要定候选';
  if (stage === 'counting') return '要开票';
  return stage === 'honouring' ? '可以授牌' : undefined;
}

/** The campaigns of the areas somebody runs, in a question of its own. */
export function useOwnCampaigns(me: Me) {
  const areas = useAsk(areasQuery());
  const campaigns = useAsk(campaignsQuery());
  const paths = runningPosts(me).map(({ areaPath }) => areaPath);
  const names = new Set(
    areas.data?.areas
      .filter(({ path }) => paths.some((own) => path.startsWith(own)))
      .map(({ name }) => name),
  );
  const own = campaigns.data?.campaigns.filter(({ siteName }) => names.has(siteName));
  return { ...campaigns, data: areas.data && own, error: campaigns.error ?? areas.error };
}
