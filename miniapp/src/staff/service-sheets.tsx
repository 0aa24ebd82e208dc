import {
  HELPED_WORDS,
  RETURN_REASON_WORDS,
  RETURN_REASONS,
  type ReturnReason,
  type WaitingService,
} from '@bank/shared/contracts/volunteering';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useConfirming, useReturning } from '@/data/volunteering';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { sayMinutes } from '@/ui/time-words';

interface ServiceProps {
  service: WaitingService;
  onDone: (words: string) => void;
}

/** 退回: the volunteer reads the reason and may log again. */
export function ReturnSheet({ service, onDone, onClose }: ServiceProps & { onClose: () => void }) {
  const [reason, setReason] = useState<ReturnReason>('wrong-time');
  const { state, send, again } = useReturning(service.serviceId);
  useDone(state, () => onDone(`退回给${service.name}了，原因也发过去了`));
  return (
    <Sheet title="退回这一次" onClose={onClose}>
      <Box>{`${service.name}：${HELPED_WORDS[service.helped]}，${sayMinutes(service.minutes)}`}</Box>
      <Chips
        label="为什么退回"
        choices={RETURN_REASONS.map((value) => ({ value, words: RETURN_REASON_WORDS[value] }))}
        value={reason}
        onChoose={setReason}
      />
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        onPress={() => void send({ serviceId: service.serviceId, reason })}
      >
        退回
      </Button>
    </Sheet>
  );
}

/** 认定: hours at once, points by the rulebook. */
export function ConfirmWay({ service, onDone }: ServiceProps) {
  const { state, send, again } = useConfirming(service.serviceId);
  useDone(state, ({ minutes, points, isCut }) =>
    onDone(
      `${service.name}记上 ${sayMinutes(minutes)}，+${points} 分${isCut ? '（这个月得满了）' : ''}`,
    ),
  );
  return (
    <>
      <ChangeWords state={state} again={again} />
      <Button
        look="green"
        small
        sending={state.kind === 'sending'}
        offBecause={service.isOwnHousehold ? '自家的请别人认定' : undefined}
        onPress={() => void send({ serviceId: service.serviceId })}
      >
        认定
      </Button>
    </>
  );
}
