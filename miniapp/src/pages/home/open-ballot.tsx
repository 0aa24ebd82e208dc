import type { CampaignCard } from '@bank/shared/contracts/selection';
import { useAsk } from '@/data/query-client';
import { campaignQuery, campaignsQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { type Campaign, daysLeftWords, stageOf } from '@/selection/campaign-words';
import { ButtonLink } from '@/ui/button';
import { useCare } from '@/ui/care';
import { campaignPage } from '@/ui/go';
import { Row, RowLink, type RowProps } from '@/ui/row';
import { Card, Section } from '@/ui/section';

const isVoting = (campaign: CampaignCard) => stageOf(campaign, nowMs()) === 'voting';

function Invitation({ file }: { file: Campaign }) {
  const care = useCare();
  const { id, title, voteUntilMs } = file.campaign;
  const isVoter = file.own?.isVoter === true;
  const left = daysLeftWords(voteUntilMs, nowMs());
  const line: RowProps = {
    icon: { name: 'ribbon', tone: 'gold' },
    title,
    sub: isVoter ? left : `由户主投，${left}`,
  };
  return (
    <Section title="正在评选">
      <Card>
        {care || !isVoter ? (
          <RowLink {...line} to={campaignPage(id)} />
        ) : (
          <Row
            {...line}
            end={
              <ButtonLink small look="linered" to={campaignPage(id)}>
                去投票
              </ButtonLink>
            }
          />
        )}
      </Card>
    </Section>
  );
}

/** The first of these in which one's own home may still vote. */
function FirstOpen({ campaigns }: { campaigns: readonly [CampaignCard, ...CampaignCard[]] }) {
  const [first, second, ...rest] = campaigns;
  const file = useAsk(campaignQuery(first.id)).data;
  if (file?.own?.isOnRoll && !file.own.hasCast) return <Invitation file={file} />;
  // Until this one has answered, the next is not asked: what stands here must not jump.
  if (!file || !second) return null;
  return <FirstOpen campaigns={[second, ...rest]} />;
}

/** 正在评选: one campaign that waits for the ballot of one's own home. */
export function OpenBallot() {
  const [first, ...rest] = (useAsk(campaignsQuery()).data?.campaigns ?? []).filter(isVoting);
  return first ? <FirstOpen key={first.id} campaigns={[first, ...rest]} /> : null;
}
