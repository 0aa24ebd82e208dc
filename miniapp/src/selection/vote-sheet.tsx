import type { Candidate } from '@bank/shared/contracts/selection';
import type { CampaignId } from '@bank/shared/ids';
import { useState } from 'react';
import { useMe } from '@/data/access';
import type { ChangeState } from '@/data/change';
import { useDone } from '@/data/done';
import { OfflineError } from '@/data/errors';
import { useCasting } from '@/data/selection';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import { candidateWords } from './campaign-words';
import './selection.css';

/** A ballot is never kept for later: without a network it is not cast. */
function said<Answer>(state: ChangeState<Answer>): ChangeState<Answer> {
  if (state.kind !== 'refused' || !(state.error instanceof OfflineError)) return state;
  return { ...state, words: '没网投不了，有网再投' };
}

/** What is secret about it and for whom not quite, in one sentence. */
function Secrecy() {
  const [told, setTold] = useState(false);
  if (!told) {
    return (
      <Button look="text" block onPress={() => setTold(true)}>
        谁能知道我投了谁
      </Button>
    );
  }
  return (
    <Box className="sub pads-y">
      社区看得到哪家投了，看不到投给谁；只有能拿到整个账本文件的人，在您投票前后各抄一份来比，才可能猜出来
    </Box>
  );
}

/** 投票: for whom, that it is the only one, and that it cannot be changed. */
export function VoteSheet(props: {
  campaignId: CampaignId;
  candidate: Candidate;
  onClose: () => void;
  onCast: () => void;
}) {
  const { campaignId, candidate, onClose, onCast } = props;
  const me = useMe();
  const { state, send, again } = useCasting(campaignId, candidate.id);
  useDone(state, onCast);
  const householder = me.data?.person?.household?.householderName;
  const busy = state.kind === 'sending' || state.kind === 'done';
  return (
    <Sheet title="投票" onClose={onClose}>
      <Box className="center pads-bottom">
        <Box className="medal" silent>
          <Box className="vote__num">{candidate.number}</Box>
        </Box>
        <Heading level={3} className="h1">
          {`投给 ${candidateWords(candidate)}？`}
        </Heading>
        <Box className="sub">
          {householder ? `您家（${householder} 家）只有 1 票，不记名` : '您家只有 1 票，不记名'}
        </Box>
      </Box>
      <Box className="soft">
        <Strip tone="ochre">投了就不能改</Strip>
      </Box>
      <Box className="pads-top">
        <ChangeWords state={said(state)} again={again} />
      </Box>
      <Button
        block
        sending={busy}
        onPress={() => void send({ campaignId, candidateId: candidate.id })}
      >
        确认投票
      </Button>
      <Button look="line" block onPress={onClose}>
        再想想
      </Button>
      <Secrecy />
    </Sheet>
  );
}
