import { CampaignId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useAsk } from '@/data/query-client';
import { campaignQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Bar } from '@/ui/bar';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { BOARD_PAGE, CAMPAIGNS_PAGE, HONOURS_PAGE } from '@/ui/go';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Steps } from '@/ui/steps';
import { Strip } from '@/ui/strip';
import { CampaignHead } from '../campaign-head';
import {
  type Campaign,
  daysLeftWords,
  ownWords,
  STEP_OF,
  STEPS,
  type Stage,
  stageOf,
  stageWords,
  whyNoVote,
} from '../campaign-words';
import { CandidateCards } from '../candidate-cards';
import { nominatePage } from '../pages';
import { Results } from '../results';

function Turnout({ file, stage }: { file: Campaign; stage: Stage }) {
  const { rollCount, castCount } = file.turnout;
  if (rollCount === 0 || stage === 'before-voting') return null;
  return (
    <>
      <Box className="turnout">
        <Box className="num">{`已投 ${castCount} / ${rollCount} 户`}</Box>
        {stage === 'voting' && (
          <Box className="b ochre">{daysLeftWords(file.campaign.voteUntilMs, nowMs())}</Box>
        )}
      </Box>
      <Bar done={castCount} of={rollCount} />
    </>
  );
}

function Standing({ file, stage }: { file: Campaign; stage: Stage }) {
  return (
    <Section>
      <Card padded>
        {stage !== 'cancelled' && <Steps names={STEPS} now={STEP_OF[stage]} />}
        <Box className="b pads-top">{stageWords(file.campaign, nowMs())}</Box>
        <Turnout file={file} stage={stage} />
        {(stage === 'voting' || stage === 'counting') && (
          <Box className="cap pads-top">每户 1 票，不记名。公示前谁也看不到票数</Box>
        )}
      </Card>
    </Section>
  );
}

function OwnStanding({ file, stage }: { file: Campaign; stage: Stage }) {
  const words = ownWords(file.own, stage);
  if (words === undefined) return null;
  const isDone = file.own?.hasCast === true;
  return (
    <Box className="pads soft">
      <Strip tone={isDone ? 'green' : 'indigo'}>{words}</Strip>
    </Box>
  );
}

function Ways({ stage }: { stage: Stage }) {
  if (stage !== 'publicity' && stage !== 'concluded') return null;
  return (
    <Section>
      <Card>
        {stage === 'publicity' && <RowLink to={BOARD_PAGE} title="公示板" sub="公示期里可以来问" />}
        {stage === 'concluded' && <RowLink to={HONOURS_PAGE} title="荣誉墙" sub="牌子挂在这里" />}
      </Card>
    </Section>
  );
}

function CampaignView({ file }: { file: Campaign }) {
  const stage = stageOf(file.campaign, nowMs());
  const mayVote = whyNoVote(file.own, stage) === undefined;
  return (
    <>
      <CampaignHead campaign={file.campaign} />
      <Standing file={file} stage={stage} />
      <OwnStanding file={file} stage={stage} />
      {file.results === null && file.candidates.length > 0 && (
        <CandidateCards file={file} mayVote={mayVote} />
      )}
      {file.results && (
        <Section title="结果">
          <Results file={file} />
        </Section>
      )}
      {stage === 'nominating' && (
        <Section title="怎么评">
          <Card padded>
            <Box>邻居推荐，社区定候选，一户一票投出来，公示没有异议再授牌</Box>
          </Card>
        </Section>
      )}
      <Ways stage={stage} />
      <Box className="tail" />
    </>
  );
}

function CampaignAsked({ campaignId }: { campaignId: CampaignId }) {
  const asked = useAsk(campaignQuery(campaignId));
  const mayNominate = asked.data?.own?.mayNominate === true;
  const foot = mayNominate && (
    <Box className="footbar">
      <ButtonLink block to={nominatePage(campaignId)}>
        推荐一家
      </ButtonLink>
    </Box>
  );
  return (
    <Shell title="评选" foot={foot}>
      <Answer of={asked}>{(file) => <CampaignView file={file} />}</Answer>
    </Shell>
  );
}

/** 评选: where it stands, who stands, and whether one's own home has voted. */
export default function CampaignPage() {
  const id = z.safeParse(CampaignId, useRouter().params.id);
  if (id.success) return <CampaignAsked campaignId={id.data} />;
  return (
    <Shell title="评选">
      <Blank
        icon="vote"
        title="没找到这次评选"
        sub="到评选里再看看"
        action={<ButtonLink to={CAMPAIGNS_PAGE}>看评选</ButtonLink>}
      />
    </Shell>
  );
}
