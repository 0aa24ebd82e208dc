import type { Occasion } from '@bank/shared/contracts/events';
import { useState } from 'react';
import { useCancellingSignUp, useSigningUp } from '@/data/events';
import { nowMs } from '@/device/clock';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { wayOf, whenWords } from '../occasion-words';

/** 不去了: asked once, since the seat goes to whoever waits. */
function GiveUp({ occasion }: { occasion: Occasion }) {
  const [asking, setAsking] = useState(false);
  const { state, send, again } = useCancellingSignUp(occasion.id);
  return (
    <>
      <Button look="line" onPress={() => setAsking(true)}>
        不去了
      </Button>
      {asking && (
        <Sheet title="不去了吗" onClose={() => setAsking(false)}>
          <Box>{`${whenWords(occasion)}，名额会让给排在后面的人`}</Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() =>
              void send({ occasionId: occasion.id }).then((answer) => answer && setAsking(false))
            }
          >
            不去了，让出名额
          </Button>
        </Sheet>
      )}
    </>
  );
}

/** 报名, 排候补 or 不去了, for oneself. */
export function SignUpWay({ occasion, isSecond }: { occasion: Occasion; isSecond: boolean }) {
  const { state, send, again } = useSigningUp(occasion.id);
  const way = wayOf(occasion, nowMs());
  if (way.kind === 'cancel') return <GiveUp occasion={occasion} />;
  // Beside a door there is nothing to say about signing up any more.
  if (way.kind === 'none' && isSecond) return null;
  const look = way.kind === 'queue' ? 'linered' : 'primary';
  return (
    <>
      <ChangeWords state={state} again={again} />
      <Button
        look={isSecond ? 'line' : look}
        sending={state.kind === 'sending'}
        offBecause={way.kind === 'none' ? way.words : undefined}
        onPress={() => void send({ occasionId: occasion.id })}
      >
        {way.kind === 'queue' ? '排候补' : '报名'}
      </Button>
    </>
  );
}
