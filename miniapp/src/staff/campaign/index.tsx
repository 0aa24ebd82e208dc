import { dayOf, sayDay } from '@bank/shared/calendar';
import type { CampaignCard } from '@bank/shared/contracts/selection';
import { CampaignId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useAsk } from '@/data/query-client';
import { campaignQuery, turnoutQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import {
  type Campaign,
  candidateWords,
  STEP_OF,
  STEPS,
  type Stage,
  stageOf,
  stageWords,
} from '@/selection/campaign-words';
import { Results } from '@/selection/results';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { Box, Heading } from '@/ui/element';
import { Row } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Steps } from '@/ui/steps';
import { CampaignShortlist } from '../campaign-shortlist';
import { Conferring, SealedUrn } from '../campaign-steps';
import { CampaignTurnout, type Turnout } from '../campaign-turnout';
import { CAMPAIGNS_PAGE } from '../pages';
import { StaffPage } from '../staff-page';
import '../campaign.css';

const datesOf = ({ nominateUntilMs, voteFromMs, voteUntilMs, publicityDays }: CampaignCard) => {
  const day = (atMs: number) => sayDay(dayOf(atMs));
  return `推荐到 ${day(nominateUntilMs)} · 投票 ${day(voteFromMs)} 到 ${day(voteUntilMs)} · 公示 ${publicityDays} 天`;
};

function Head({ campaign, stage }: { campaign: CampaignCard; stage: Stage }) {
  return (
    <Box className="pads">
      <Heading level={2} className="h1">
        {campaign.title}
      </Heading>
      <Box className="sub">
        {`${campaign.siteName} · 评出 ${campaign.seats} 家${campaign.kindName} · ${datesOf(campaign)}`}
      </Box>
      <Box className="pads-top">
        <Card padded>
          <Steps names={STEPS} now={STEP_OF[stage]} />
          <Box className="b pads-top">{stageWords(campaign, nowMs())}</Box>
        </Card>
      </Box>
    </Box>
  );
}

/** Candidates by number, all alike: the order says nothing. */
function Candidates({ candidates }: Pick<Campaign, 'candidates'>) {
  return (
    <Section title="候选家庭">
      <Card>
        {[...candidates]
          .sort((one, other) => one.number - other.number)
          .map((candidate) => (
            <Row
              key={candidate.id}
              title={candidateWords(candidate)}
              sub={`${candidate.building} · ${candidate.story}`}
            />
          ))}
      </Card>
    </Section>
  );
}

function AfterOpening({ campaign }: { campaign: CampaignCard }) {
  const asked = useAsk(campaignQuery(campaign.id));
  return (
    <Answer quiet of={asked}>
      {(file) =>
        file.results ? (
          <Section title="结果">
            <Results file={file} />
          </Section>
        ) : (
          <Candidates candidates={file.candidates} />
        )
      }
    </Answer>
  );
}

function Console({ turnout }: { turnout: Turnout }) {
  const { campaign } = turnout;
  const stage = stageOf(campaign, nowMs());
  const isSealed = stage === 'before-voting' || stage === 'voting' || stage === 'counting';
  const isGathering = stage === 'nominating' || stage === 'shortlisting';
  return (
    <>
      <Head campaign={campaign} stage={stage} />
      {isGathering && <CampaignShortlist campaign={campaign} />}
      {!isGathering && stage !== 'cancelled' && (
        <Box className="desk">
          <Box className="desk__part desk__part--first console__first">
            <CampaignTurnout turnout={turnout} />
          </Box>
          <Box className="desk__part">
            {isSealed ? <SealedUrn turnout={turnout} /> : <Conferring campaign={campaign} />}
            <AfterOpening campaign={campaign} />
          </Box>
        </Box>
      )}
    </>
  );
}

function ConsoleAsked({ campaignId }: { campaignId: CampaignId }) {
  const asked = useAsk(turnoutQuery(campaignId));
  return <Answer of={asked}>{(turnout) => <Console turnout={turnout} />}</Answer>;
}

/** One campaign from recommending to the wall, for those who run it. */
export default function StaffCampaignPage() {
  const id = z.safeParse(CampaignId, useRouter().params.id);
  return (
    <StaffPage title="评选" needs={['campaigns.run']}>
      {() =>
        id.success ? (
          <ConsoleAsked campaignId={id.data} />
        ) : (
          <Blank
            icon="vote"
            title="没找到这次评选"
            sub="到评选里再看看"
            action={<ButtonLink to={CAMPAIGNS_PAGE}>看评选</ButtonLink>}
          />
        )
      }
    </StaffPage>
  );
}
