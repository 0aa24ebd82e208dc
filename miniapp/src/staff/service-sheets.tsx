import {
  HELPED_WORDS,
  RETURN_REASON_WORDS,
  RETURN_REASONS,
  type WaitingService,
} from '@bank/shared/contracts/volunteering';
import { useDone } from '@/data/done';
import { useConfirming, useReturning } from '@/data/volunteering';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { sayMinutes } from '@/ui/time-words';
import { ReasonWay } from './reason-way';

interface ServiceProps {
  service: WaitingService;
  onDone: (words: string) => void;
}

/** 退回: the volunteer reads the reason and may log again. */
export function ReturnSheet({ service, onDone, onClose }: ServiceProps & { onClose: () => void }) {
  const { send, ...change } = useReturning(service.serviceId);
  useDone(change.state, () => onDone(`退回给${service.name}了，原因也发过去了`));
  return (
    <Sheet title="退回这一次" onClose={onClose}>
      <Box>{`${service.name}：${HELPED_WORDS[service.helped]}，${sayMinutes(service.minutes)}`}</Box>
      <ReasonWay
        label="为什么退回，本人看得到"
        words={RETURN_REASON_WORDS}
        reasons={RETURN_REASONS}
        verb="退回"
        change={change}
        onChoose={(reason) => void send({ serviceId: service.serviceId, reason })}
      />
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
