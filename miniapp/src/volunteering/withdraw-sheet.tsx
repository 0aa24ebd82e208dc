import type { HoursLine } from '@bank/shared/contracts/volunteering';
import type { ServiceId } from '@bank/shared/ids';
import { useDone } from '@/data/done';
import { useWithdrawing } from '@/data/volunteering';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { sayMinutes } from '@/ui/time-words';
import { lineTime, lineTitle } from './hours-words';

/** 记错了: taken back by whoever logged it, while nobody has decided. */
export function WithdrawSheet(props: {
  line: HoursLine;
  serviceId: ServiceId;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { line, serviceId, onClose, onDone } = props;
  const { state, send, again } = useWithdrawing(serviceId);
  useDone(state, () => onDone('撤回了，可以重新记'));
  return (
    <Sheet title="这次记错了" onClose={onClose}>
      <Box>{`${lineTitle(line)}，${lineTime(line)}，${sayMinutes(line.minutes)}`}</Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={() => void send({ serviceId })}>
        撤回这一次
      </Button>
    </Sheet>
  );
}
