import { dayOf, sayDay } from '@bank/shared/calendar';
import type { CampaignCard } from '@bank/shared/contracts/selection';
import { useState } from 'react';
import { useConcluding, useCounting } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { stageOf } from '@/selection/campaign-words';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Picture } from '@/ui/element';
import { HONOURS_PAGE } from '@/ui/go';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import type { Turnout } from './campaign-turnout';
import sealedUrn from './pictures/sealed-urn.svg';

/** 申请开票, or 打开票箱 for the second person. */
function CountButton({ turnout }: { turnout: Turnout }) {
  const { campaign, maySecond } = turnout;
  const [asking, setAsking] = useState(false);
  const { state, send, again } = useCounting(campaign.id);
  const verb = maySecond ? '打开票箱' : '申请开票';
  const words = maySecond
    ? '同事已经申请开票。您一打开，票数就出来，公示马上开始，不能再封上'
    : '您申请以后，请另一位社区干部来打开。一个人开不了';
  return (
    <>
      <Button block look={maySecond ? 'primary' : 'linered'} onPress={() => setAsking(true)}>
        {verb}
      </Button>
      {asking && (
        <Sheet title={verb} onClose={() => setAsking(false)}>
          <Box>{words}</Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() =>
              void send({ campaignId: campaign.id }).then((answer) => answer && setAsking(false))
            }
          >
            {verb}
          </Button>
        </Sheet>
      )}
    </>
  );
}

/** 票箱: sealed until voting is over and two have opened it. */
export function SealedUrn({ turnout }: { turnout: Turnout }) {
  const { campaign, isCountAsked, maySecond } = turnout;
  const isOver = stageOf(campaign, nowMs()) === 'counting';
  const isMine = isCountAsked && !maySecond;
  return (
    <Card padded>
      <Box className="urn">
        <Picture src={sealedUrn} className="urn__pic" label="封好的票箱" />
        <Box className="grow">
          <Box className="b">票箱封着，谁也看不到票数</Box>
          <Box className="sub">开票要两位社区干部：一位申请，另一位打开</Box>
        </Box>
      </Box>
      <Box className="pads-top">
        {!isOver && (
          <Strip tone="indigo">
            {`${sayDay(dayOf(campaign.voteUntilMs))} 投票截止，过后才能开票`}
          </Strip>
        )}
        {isOver && isMine && (
          <Strip tone="indigo">您已经申请开票，请另一位社区干部登录后来打开</Strip>
        )}
        {isOver && !isMine && <CountButton turnout={turnout} />}
      </Box>
    </Card>
  );
}

/** 授牌上墙, when the publicity is over; before, until when it lasts. */
export function Conferring({ campaign }: { campaign: CampaignCard }) {
  const { state, send, again } = useConcluding(campaign.id);
  const stage = stageOf(campaign, nowMs());
  if (stage === 'concluded') {
    return (
      <Card padded>
        <Strip tone="green">牌子已经挂上荣誉墙</Strip>
        <Box className="pads-top">
          <ButtonLink block look="line" to={HONOURS_PAGE}>
            看荣誉墙
          </ButtonLink>
        </Box>
      </Card>
    );
  }
  const untilDay = sayDay(dayOf(campaign.publicityUntilMs ?? 0));
  return (
    <Card padded>
      <Box className="b">{`公示到 ${untilDay}`}</Box>
      <Box className="sub pads-bottom">期满没有异议，就授牌上墙</Box>
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        offBecause={stage === 'publicity' ? '还在公示' : undefined}
        onPress={() => void send({ campaignId: campaign.id })}
      >
        授牌上墙
      </Button>
    </Card>
  );
}
