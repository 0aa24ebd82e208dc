import { CANCEL_REASON_WORDS, CANCEL_REASONS, type Occasion } from '@bank/shared/contracts/events';
import { useDone } from '@/data/done';
import { useCancelling } from '@/data/event-office';
import { whenWords } from '@/events/occasion-words';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { ReasonWay } from './reason-way';
import { tellsWhom, toldWords } from './told-words';

/** 不办了: with a reason that everybody who signed up reads. */
export function CancelSheet(props: {
  occasion: Occasion;
  onClose: () => void;
  /** What was done, in a sentence. */
  onDone: (words: string) => void;
}) {
  const { occasion, onClose, onDone } = props;
  const { send, ...change } = useCancelling(occasion.id);
  useDone(change.state, ({ toldCount }) => onDone(`这场不办了${toldWords(toldCount)}`));
  return (
    <Sheet title="这场不办了" onClose={onClose}>
      <Box className="b">{occasion.title}</Box>
      <Box className="sub">{`${whenWords(occasion)}，${tellsWhom(occasion)}`}</Box>
      <ReasonWay
        label="为什么不办"
        words={CANCEL_REASON_WORDS}
        reasons={CANCEL_REASONS}
        verb="不办了，告诉大家"
        change={change}
        onChoose={(reason) => void send({ occasionId: occasion.id, reason })}
      />
    </Sheet>
  );
}
