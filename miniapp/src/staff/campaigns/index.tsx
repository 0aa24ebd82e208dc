import type { Me } from '@bank/shared/contracts/access';
import { nowMs } from '@/device/clock';
import { stageWords } from '@/selection/campaign-words';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { RowLink } from '@/ui/row';
import { Card } from '@/ui/section';
import { Tag, Tags } from '@/ui/tag';
import { dueWords, useOwnCampaigns } from '../own-campaigns';
import { campaignConsolePage, OPEN_CAMPAIGN_PAGE } from '../pages';
import { StaffPage } from '../staff-page';

function Campaigns({ me }: { me: Me }) {
  const asked = useOwnCampaigns(me);
  return (
    <>
      <Box className="pads">
        <ButtonLink icon="plus" to={OPEN_CAMPAIGN_PAGE}>
          办一次评选
        </ButtonLink>
      </Box>
      <Answer
        of={asked}
        empty={{
          when: (campaigns) => campaigns.length === 0,
          face: <Blank icon="vote" title="还没办过评选" sub="定好日子，就可以请邻居推荐" />,
        }}
      >
        {(campaigns) => (
          <Box className="sides">
            <Card>
              {campaigns.map((campaign) => {
                const due = dueWords(campaign, nowMs());
                return (
                  <RowLink
                    key={campaign.id}
                    to={campaignConsolePage(campaign.id)}
                    title={campaign.title}
                    sub={`${campaign.siteName} · ${stageWords(campaign, nowMs())}`}
                    below={
                      due && (
                        <Tags>
                          <Tag tone="ochre">{due}</Tag>
                        </Tags>
                      )
                    }
                  />
                );
              })}
            </Card>
          </Box>
        )}
      </Answer>
    </>
  );
}

/** 评选, for those who run them: each with what it waits for. */
export default function StaffCampaignsPage() {
  return (
    <StaffPage title="评选" needs={['campaigns.run']}>
      {(me) => <Campaigns me={me} />}
    </StaffPage>
  );
}
