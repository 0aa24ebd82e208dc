import { dayOf, sayClock } from '@bank/shared/calendar';
import {
  CANCEL_REASON_WORDS,
  CANCEL_REASONS,
  type CancelReason,
  type Occasion,
} from '@bank/shared/contracts/events';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useCancelling, useOccasionChange } from '@/data/event-office';
import { nowMs } from '@/device/clock';
import { whenWords } from '@/events/occasion-words';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { TimeFields } from '@/ui/time-fields';
import { readTime } from '@/ui/time-words';
import { CAPACITY_DIGITS, CAPACITY_ERROR, readCapacity } from './capacity';

const PLACE_LENGTH_MAX = 60;

interface OccasionSheetProps {
  occasion: Occasion;
  onClose: () => void;
  /** What was done, in a sentence. */
  onDone: (words: string) => void;
}

const tellsWhom = ({ takenCount, waitingCount }: Occasion) => {
  const count = takenCount + waitingCount;
  return count === 0 ? '还没有人报名' : `报了名的 ${count} 人都会收到消息`;
};

const toldWords = (count: number) => (count === 0 ? '' : `，消息发给了 ${count} 人`);

/** 改时间地点: whoever signed up is told. More seats go to those who wait. */
export function ChangeSheet({ occasion, onClose, onDone }: OccasionSheetProps) {
  const [place, setPlace] = useState(occasion.place);
  const [typed, setTyped] = useState({
    day: dayOf(occasion.startsAtMs) as string,
    from: sayClock(occasion.startsAtMs),
    until: sayClock(occasion.endsAtMs),
  });
  const [seats, setSeats] = useState(occasion.capacity === null ? '' : `${occasion.capacity}`);
  const [shown, setShown] = useState(false);
  const { state, send, again } = useOccasionChange(occasion.id);
  useDone(state, ({ toldCount }) => onDone(`改好了${toldWords(toldCount)}`));
  const today = dayOf(nowMs());
  const time = readTime(typed, today, 'ahead');
  const placeError = place.trim() === '' ? '请填在哪里办' : undefined;
  const capacity = readCapacity(seats);
  const change = () => {
    setShown(true);
    if (!time.ok || placeError || capacity === undefined) return;
    const { startsAtMs, endsAtMs } = time;
    const where = { occasionId: occasion.id, place: place.trim(), startsAtMs, endsAtMs };
    void send(capacity === occasion.capacity ? where : { ...where, capacity });
  };
  return (
    <Sheet title="改时间地点" onClose={onClose}>
      <Box className="b">{occasion.title}</Box>
      <Box className="sub">{`改了时间地点，${tellsWhom(occasion)}`}</Box>
      <Field
        label="在哪里办"
        value={place}
        lengthMax={PLACE_LENGTH_MAX}
        error={shown ? placeError : undefined}
        onChange={setPlace}
      />
      <TimeFields
        typed={typed}
        today={today}
        side="ahead"
        errors={shown && !time.ok ? time.errors : {}}
        onChange={setTyped}
      />
      {occasion.signUp && (
        <Field
          label="名额"
          hint={`不限就空着，最少 ${Math.max(1, occasion.takenCount)} 个`}
          kind="digits"
          value={seats}
          lengthMax={CAPACITY_DIGITS}
          error={shown && capacity === undefined ? CAPACITY_ERROR : undefined}
          onChange={setSeats}
        />
      )}
      {occasion.waitingCount > 0 && (
        <Box className="sub">名额多了，候补的按顺序补上，补上的会收到消息</Box>
      )}
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={change}>
        改好，告诉大家
      </Button>
    </Sheet>
  );
}

/** 不办了: with a reason that everybody who signed up reads. */
export function CancelSheet({ occasion, onClose, onDone }: OccasionSheetProps) {
  const [reason, setReason] = useState<CancelReason>('weather');
  const { state, send, again } = useCancelling(occasion.id);
  useDone(state, ({ toldCount }) => onDone(`这场不办了${toldWords(toldCount)}`));
  return (
    <Sheet title="这场不办了" onClose={onClose}>
      <Box className="b">{occasion.title}</Box>
      <Box className="sub">{`${whenWords(occasion)}，${tellsWhom(occasion)}`}</Box>
      <Box className="b pads-top">为什么不办</Box>
      <Chips
        label="为什么不办"
        choices={CANCEL_REASONS.map((value) => ({ value, words: CANCEL_REASON_WORDS[value] }))}
        value={reason}
        onChoose={setReason}
      />
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        onPress={() => void send({ occasionId: occasion.id, reason })}
      >
        不办了，告诉大家
      </Button>
    </Sheet>
  );
}
