import type { CampaignCard } from '@bank/shared/contracts/selection';
import { useAsk } from '@/data/query-client';
import { campaignsQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Box } from '@/ui/element';
import { campaignPage, HONOURS_PAGE } from '@/ui/go';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag, Tags } from '@/ui/tag';
import { STAGE_TAG, stageOf, stageWords } from '../campaign-words';

const isPast = ({ state }: CampaignCard) => state === 'concluded' || state === 'cancelled';

function Lines({ title, campaigns }: { title: string; campaigns: readonly CampaignCard[] }) {
  if (campaigns.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        {campaigns.map((campaign) => {
          const { words, tone } = STAGE_TAG[stageOf(campaign, nowMs())];
          return (
            <RowLink
              key={campaign.id}
              to={campaignPage(campaign.id)}
              title={campaign.title}
              sub={`${campaign.siteName} · ${stageWords(campaign, nowMs())}`}
              below={
                <Tags>
                  <Tag tone={tone}>{words}</Tag>
                </Tags>
              }
            />
          );
        })}
      </Card>
    </Section>
  );
}

/** 评选: what is under way, what was, and the way to the wall. */
export default function CampaignsPage() {
  const asked = useAsk(campaignsQuery());
  return (
    <Shell title="评选">
      <Answer
        of={asked}
        empty={{
          when: ({ campaigns }) => campaigns.length === 0,
          face: <Blank icon="vote" title="还没有评选" sub="社区办评选的时候，会写在这里" />,
        }}
      >
        {({ campaigns }) => (
          <>
            <Lines title="正在办" campaigns={campaigns.filter((one) => !isPast(one))} />
            <Lines title="办完的" campaigns={campaigns.filter(isPast)} />
          </>
        )}
      </Answer>
      <Section>
        <Card>
          <RowLink
            to={HONOURS_PAGE}
            icon={{ name: 'trophy', tone: 'gold' }}
            title="荣誉墙"
            sub="历年评出来的家庭"
          />
        </Card>
      </Section>
      <Box className="tail" />
    </Shell>
  );
}
