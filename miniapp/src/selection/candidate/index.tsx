import { dayOf } from '@bank/shared/calendar';
import type { Candidate } from '@bank/shared/contracts/selection';
import { CampaignId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { campaignQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { Box, Heading } from '@/ui/element';
import { CAMPAIGNS_PAGE, campaignPage, goInstead } from '@/ui/go';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag, Tags } from '@/ui/tag';
import { type Campaign, candidateWords, stageOf, whyNoVote } from '../campaign-words';
import { receiptPage } from '../pages';
import { VoteSheet } from '../vote-sheet';
import '../selection.css';

const linesOf = (story: string) => story.split(/\n+/).filter((line) => line.trim() !== '');

function Portrait({ candidate, kindName }: { candidate: Candidate; kindName: string }) {
  return (
    <>
      <Box className="honour-head">
        <Box className="medal" silent>
          <Box className="vote__num">{candidate.number}</Box>
        </Box>
      </Box>
      <Box className="band" silent />
      <Box className="pads">
        <Heading level={2} className="h1">
          {candidateWords(candidate)}
        </Heading>
        <Box className="sub">{candidate.building}</Box>
        <Tags>
          <Tag tone="gold" icon="ribbon">{`${kindName}候选`}</Tag>
        </Tags>
      </Box>
      <Section title="这一家的事迹">
        <Card padded>
          <Box className="story">
            {linesOf(candidate.story).map((line) => (
              <Box key={line} as="p" className="story__line">
                {line}
              </Box>
            ))}
          </Box>
        </Card>
      </Section>
      <Box className="tail" />
    </>
  );
}

function VoteFoot({ file, candidate }: { file: Campaign; candidate: Candidate }) {
  const [asking, setAsking] = useState(false);
  const { campaign, own } = file;
  return (
    <Box className="footbar">
      <Button
        block
        offBecause={whyNoVote(own, stageOf(campaign, nowMs()))}
        onPress={() => setAsking(true)}
      >
        投给这一家
      </Button>
      {asking && (
        <VoteSheet
          campaignId={campaign.id}
          candidate={candidate}
          onClose={() => setAsking(false)}
          onCast={() => goInstead(receiptPage(campaign.id, dayOf(nowMs())))}
        />
      )}
    </Box>
  );
}

function NotHere({ to, words }: { to: string; words: string }) {
  return (
    <Blank
      icon="vote"
      title="没找到这一家"
      sub="回评选里再看看"
      action={<ButtonLink to={to}>{words}</ButtonLink>}
    />
  );
}

function CandidateAsked({ campaignId, id }: { campaignId: CampaignId; id: string }) {
  const asked = useAsk(campaignQuery(campaignId));
  const candidate = asked.data?.candidates.find((one) => one.id === id);
  const votes = candidate && asked.data && asked.data.results === null;
  return (
    <Shell title="候选家庭" foot={votes && <VoteFoot file={asked.data} candidate={candidate} />}>
      <Answer
        of={asked}
        empty={{
          when: ({ candidates }) => candidates.every((one) => one.id !== id),
          face: <NotHere to={campaignPage(campaignId)} words="回评选" />,
        }}
      >
        {({ campaign }) =>
          candidate && <Portrait candidate={candidate} kindName={campaign.kindName} />
        }
      </Answer>
    </Shell>
  );
}

/** 候选家庭: the story, and 投给这一家. */
export default function CandidatePage() {
  const { campaign, id } = useRouter().params;
  const campaignId = z.safeParse(CampaignId, campaign);
  if (campaignId.success) return <CandidateAsked campaignId={campaignId.data} id={id ?? ''} />;
  return (
    <Shell title="候选家庭">
      <NotHere to={CAMPAIGNS_PAGE} words="看评选" />
    </Shell>
  );
}
