import { dayOf } from '@bank/shared/calendar';
import type { Candidate } from '@bank/shared/contracts/selection';
import { useState } from 'react';
import { nowMs } from '@/device/clock';
import { Button, ButtonLink } from '@/ui/button';
import { Box, Words } from '@/ui/element';
import { go } from '@/ui/go';
import type { Campaign } from './campaign-words';
import { candidatePage, receiptPage } from './pages';
import { VoteSheet } from './vote-sheet';

function CandidateCard(props: {
  candidate: Candidate;
  campaignId: string;
  onVote: (() => void) | undefined;
}) {
  const { candidate, campaignId, onVote } = props;
  return (
    <Box as="li" className="vote">
      <Box className="vote__no">
        <Box className="vote__num">{candidate.number}</Box>
        <Box className="cap">号</Box>
      </Box>
      <Box className="vote__main">
        <Box>
          <Words className="vote__name">{candidate.maskedName}</Words>
          <Words className="sub">{candidate.building}</Words>
        </Box>
        <Box className="sub vote__story">{candidate.story}</Box>
        <Box className="vote__btns">
          <ButtonLink small look="line" to={candidatePage(campaignId, candidate.id)}>
            看事迹
          </ButtonLink>
          {onVote && (
            <Button small onPress={onVote}>
              投给这一家
            </Button>
          )}
        </Box>
      </Box>
    </Box>
  );
}

/** 候选家庭: all of one size, in this household's own order. */
export function CandidateCards({ file, mayVote }: { file: Campaign; mayVote: boolean }) {
  const { campaign, candidates } = file;
  const [chosen, setChosen] = useState<Candidate>();
  return (
    <>
      <Box as="ul" className="votes">
        {candidates.map((candidate) => (
          <CandidateCard
            key={candidate.id}
            candidate={candidate}
            campaignId={campaign.id}
            onVote={mayVote ? () => setChosen(candidate) : undefined}
          />
        ))}
      </Box>
      <Box className="cap center sides">排名不分先后，每家看到的顺序不一样</Box>
      {chosen && (
        <VoteSheet
          campaignId={campaign.id}
          candidate={chosen}
          onClose={() => setChosen(undefined)}
          onCast={() => {
            setChosen(undefined);
            go(receiptPage(campaign.id, dayOf(nowMs())));
          }}
        />
      )}
    </>
  );
}
