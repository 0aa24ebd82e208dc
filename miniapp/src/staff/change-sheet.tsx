import { dayOf } from '@bank/shared/calendar';
import type { Occasion } from '@bank/shared/contracts/events';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useOccasionChange } from '@/data/event-office';
import { nowMs } from '@/device/clock';
import { whenWords } from '@/events/occasion-words';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { TimeFields } from '@/ui/time-fields';
import {
  changeableOf,
  type OccasionErrors,
  readChange,
  type TypedOccasion,
  typedOf,
} from './occasion-change';
import { SeatsField } from './seats-field';
import { tellsWhom, toldWords } from './told-words';

const PLACE_LENGTH_MAX = 60;

interface PartProps {
  occasion: Occasion;
  typed: TypedOccasion;
  errors: OccasionErrors;
  onChange: (typed: TypedOccasion) => void;
}

/** Place and time, while nobody has come. */
function Whereabouts({ occasion, typed, errors, onChange }: PartProps) {
  const hasBegun = occasion.startsAtMs <= nowMs();
  return (
    <>
      <Box className="sub">{`改了时间地点，${tellsWhom(occasion)}`}</Box>
      {hasBegun && <Box className="sub ochre">开始时间已经过了。要改时间地点，得选往后的时间</Box>}
      <Field
        label="在哪里办"
        value={typed.place}
        lengthMax={PLACE_LENGTH_MAX}
        error={errors.place}
        onChange={(place) => onChange({ ...typed, place })}
      />
      <TimeFields
        typed={typed}
        today={dayOf(nowMs())}
        side="ahead"
        errors={errors}
        onChange={(time) => onChange({ ...typed, ...time })}
      />
    </>
  );
}

/** Place and time as they stay, and why. */
function Settled({ occasion, attendedCount }: { occasion: Occasion; attendedCount: number }) {
  return (
    <>
      <Facts
        of={[
          { words: '在哪里办', value: occasion.place },
          { words: '什么时候', value: whenWords(occasion) },
        ]}
      />
      <Box className="sub">{`已经有 ${attendedCount} 人签到，时间和地点不能再改，名额还能改`}</Box>
    </>
  );
}

function Seats({ occasion, typed, errors, onChange }: PartProps) {
  const { takenCount, waitingCount } = occasion;
  return (
    <>
      <SeatsField
        seats={typed.seats}
        error={errors.seats}
        onChange={(seats) => onChange({ ...typed, seats })}
      />
      {takenCount > 0 && (
        <Box className="sub">{`占了 ${takenCount} 个，不能比这少。不限就空着`}</Box>
      )}
      {waitingCount > 0 && (
        <Box className="sub">{`候补 ${waitingCount} 人。名额多了按顺序补上，补上的会收到消息`}</Box>
      )}
    </>
  );
}

/** 改时间地点, 改名额: what may still be changed is a field, what may not is said with the reason. */
export function ChangeSheet(props: {
  occasion: Occasion;
  attendedCount: number;
  onClose: () => void;
  /** What was done, in a sentence. */
  onDone: (words: string) => void;
}) {
  const { occasion, attendedCount, onClose, onDone } = props;
  const [typed, setTyped] = useState(() => typedOf(occasion));
  const [tried, setTried] = useState(false);
  const { state, send, again } = useOccasionChange(occasion.id);
  useDone(state, ({ toldCount }) => onDone(`改好了${toldWords(toldCount)}`));
  const read = readChange(occasion, typed, dayOf(nowMs()));
  const part = {
    occasion,
    typed,
    errors: tried && !read.ok ? read.errors : {},
    onChange: setTyped,
  };
  const isMovable = changeableOf(occasion, attendedCount) === 'all';
  const change = () => {
    setTried(true);
    if (read.ok) void send(read.wish);
  };
  return (
    <Sheet title={isMovable ? '改时间地点' : '改名额'} onClose={onClose}>
      <Box className="b">{occasion.title}</Box>
      {isMovable ? (
        <Whereabouts {...part} />
      ) : (
        <Settled occasion={occasion} attendedCount={attendedCount} />
      )}
      {occasion.signUp && <Seats {...part} />}
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={change}>
        {isMovable ? '改好，告诉大家' : '改好名额'}
      </Button>
    </Sheet>
  );
}
