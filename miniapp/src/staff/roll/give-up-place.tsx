import type { Occasion } from '@bank/shared/contracts/events';
import type { RollLine } from '@bank/shared/contracts/events-staff';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useCancellingPerson } from '@/data/event-office';
import { nowMs } from '@/device/clock';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';

/** Whether a place can still be given up: before it begins, by who holds or awaits a seat. */
export const hasPlaceToGiveUp = ({ state, startsAtMs }: Occasion, line: RollLine): boolean =>
  state === 'planned' &&
  startsAtMs > nowMs() &&
  (line.signUp === 'seated' || line.signUp === 'waiting') &&
  line.attendance?.state !== 'present';

/** 替人取消报名: asked once, since the seat goes to whoever waits. */
export function GiveUpPlace(props: {
  occasion: Occasion;
  line: RollLine;
  onDone: (words: string) => void;
}) {
  const { occasion, line, onDone } = props;
  const [isSure, setSure] = useState(false);
  const { state, send, again } = useCancellingPerson(occasion.id, line.personId);
  useDone(state, () => onDone(`${line.name}的报名取消了`));
  const giveUp = () => {
    if (isSure) void send({ occasionId: occasion.id, personId: line.personId });
    else setSure(true);
  };
  return (
    <>
      {isSure && <Box className="sub pads-top">{`${line.name}不去了，名额让给排在后面的人`}</Box>}
      <ChangeWords state={state} again={again} />
      <Button block look="line" sending={state.kind === 'sending'} onPress={giveUp}>
        {isSure ? '取消报名，让出名额' : '替人取消报名'}
      </Button>
    </>
  );
}
