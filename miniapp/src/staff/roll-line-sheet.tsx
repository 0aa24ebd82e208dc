import { sayClock, sayMoment } from '@bank/shared/calendar';
import {
  type INTENTS,
  type Occasion,
  UNDO_REASON_WORDS,
  UNDO_REASONS,
} from '@bank/shared/contracts/events';
import type { RollLine } from '@bank/shared/contracts/events-staff';
import type { ChangeState } from '@/data/change';
import { useDone } from '@/data/done';
import { useCheckingIn, useDeciding, useUndoing } from '@/data/event-office';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Sheet } from '@/ui/sheet';
import { sayMinutes } from '@/ui/time-words';
import { checkedInWords } from './checked-in-words';
import { ReasonWay } from './reason-way';
import { GiveUpPlace, hasPlaceToGiveUp } from './roll/give-up-place';
import { groupOf } from './roll-groups';

type Intent = (typeof INTENTS)[number];

interface DeedProps {
  occasion: Occasion;
  line: RollLine;
  onDone: (words: string) => void;
}

const isSending = (state: ChangeState<unknown>) => state.kind === 'sending';

/** A tick on the roll: in, and out where time counts. */
function CheckIn({ occasion, line, onDone, intent }: DeedProps & { intent: Intent }) {
  const { state, send, again } = useCheckingIn(occasion.id, line.personId);
  useDone(state, ({ checkedIn }) => onDone(checkedInWords(line.name, checkedIn, intent)));
  return (
    <>
      <ChangeWords state={state} again={again} />
      <Button
        block
        look="green"
        sending={isSending(state)}
        onPress={() => void send({ occasionId: occasion.id, personId: line.personId, intent })}
      >
        {intent === 'in' ? '签到' : '签退'}
      </Button>
    </>
  );
}

/** 签错了: with the reason that stays in the record. */
function Undo({ occasion, line, onDone }: DeedProps) {
  const { send, ...change } = useUndoing(occasion.id, line.personId);
  useDone(change.state, () => onDone(`${line.name}的签到撤回了`));
  return (
    <ReasonWay
      label="签错了，为什么撤回"
      words={UNDO_REASON_WORDS}
      reasons={UNDO_REASONS}
      verb="撤回签到"
      look="linered"
      change={change}
      onChoose={(reason) => void send({ occasionId: occasion.id, personId: line.personId, reason })}
    />
  );
}

/** 算还是不算: the clerk knows who was there; the phone's own clock proves nothing. */
function Decide({ occasion, line, onDone }: DeedProps) {
  const { state, send, again } = useDeciding(occasion.id, line.personId);
  useDone(state, (answer) =>
    onDone(answer.state === 'present' ? `${line.name}的签到算了` : `${line.name}的签到不算`),
  );
  const decide = (isAccepted: boolean) =>
    void send({ occasionId: occasion.id, personId: line.personId, isAccepted });
  return (
    <>
      <ChangeWords state={state} again={again} />
      <Box className="btns pads-top">
        <Button look="line" sending={isSending(state)} onPress={() => decide(false)}>
          不算
        </Button>
        <Button look="green" sending={isSending(state)} onPress={() => decide(true)}>
          算，人来过
        </Button>
      </Box>
    </>
  );
}

function factsOf({ attendance, householdCode, address }: RollLine) {
  const facts = [{ words: '住在', value: `${address} · ${householdCode}` }];
  if (!attendance) return facts;
  const { inAtMs, outAtMs, scannedAtMs, serviceMinutes, points, state } = attendance;
  if (scannedAtMs !== null) {
    facts.push(
      { words: '码上的时间', value: sayMoment(inAtMs) },
      { words: '手机说', value: sayMoment(scannedAtMs) },
    );
  } else {
    facts.push({ words: '签到', value: sayClock(inAtMs) });
  }
  if (outAtMs !== null) facts.push({ words: '签退', value: sayClock(outAtMs) });
  if (serviceMinutes > 0) facts.push({ words: '时长', value: sayMinutes(serviceMinutes) });
  if (state === 'present') facts.push({ words: '积分', value: `${points} 分` });
  return facts;
}

function Deeds({ mayDecide, ...deed }: DeedProps & { mayDecide: boolean }) {
  const { occasion, line } = deed;
  const group = groupOf(line);
  if (group === 'late')
    return mayDecide ? <Decide {...deed} /> : <Box>请网格员或社区干部来确认</Box>;
  if (group !== 'present') return <CheckIn {...deed} intent="in" />;
  const leaves = occasion.countsHours && line.attendance?.outAtMs === null;
  return (
    <>
      {leaves && <CheckIn {...deed} intent="out" />}
      <Undo {...deed} />
    </>
  );
}

/** One person of the roll, and what may be done at the desk. */
export function RollLineSheet(props: {
  occasion: Occasion;
  line: RollLine;
  mayCheckIn: boolean;
  mayDecide: boolean;
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const { occasion, line, mayCheckIn, mayDecide, onDone, onClose } = props;
  const open = occasion.state === 'planned' && occasion.countedBy === 'check-in';
  return (
    <Sheet title={line.name} onClose={onClose}>
      <Facts of={factsOf(line)} />
      {open && mayCheckIn && (
        <Deeds occasion={occasion} line={line} mayDecide={mayDecide} onDone={onDone} />
      )}
      {mayCheckIn && hasPlaceToGiveUp(occasion, line) && (
        <GiveUpPlace occasion={occasion} line={line} onDone={onDone} />
      )}
    </Sheet>
  );
}
