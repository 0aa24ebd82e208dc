import { parseScanned } from '@bank/shared/codes';
import type { INTENTS, Occasion } from '@bank/shared/contracts/events';
import { useEffect, useRef, useState } from 'react';
import { useDone } from '@/data/done';
import { useCheckingIn, useCheckingInByCode } from '@/data/event-office';
import { onScannerLine } from '@/device/keyboard';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Seg } from '@/ui/choice';
import { Box } from '@/ui/element';
import { RowPress } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import { checkedInWords } from '../checked-in-words';
import { type FoundPerson, HomeByNumber } from '../home-by-number';
import { ScanKey } from '../scan-key';

type Intent = (typeof INTENTS)[number];

const TYPED_LENGTH_MAX = 300;
/** A full name is for the clerk's eyes: it leaves the public screen by itself. */
const NAME_SHOWS_MS = 10_000;
const INTENT_CHOICES = [
  { value: 'in', words: '签到' },
  { value: 'out', words: '签退' },
] as const;

interface NumberProps {
  occasion: Occasion;
  intent: Intent;
  /** What was done, in a sentence. */
  onDone: (words: string) => void;
}

/** One of the home that was found: a tap lets them in. */
function PersonRow({ occasion, person, intent, onDone }: NumberProps & { person: FoundPerson }) {
  const { personId, name, relation } = person;
  const { state, send, again } = useCheckingIn(occasion.id, personId);
  useDone(state, ({ checkedIn }) => onDone(checkedInWords(name, checkedIn, intent)));
  return (
    <>
      <RowPress
        icon={{ name: 'me', tone: 'red' }}
        title={name}
        sub={relation}
        end={intent === 'in' ? '签到' : '签退'}
        onPress={() => void send({ occasionId: occasion.id, personId, intent })}
      />
      <ChangeWords state={state} again={again} />
    </>
  );
}

/** 报存折号签到: the number by hand, or whatever a scanner types into the field. */
function NumberSheet(props: NumberProps & { onCode: (text: string) => void; onClose: () => void }) {
  const { onCode, onClose, ...rest } = props;
  const takeCode = (text: string) => {
    const { kind } = parseScanned(text);
    const isCode = kind === 'card' || kind === 'person';
    if (isCode) onCode(text);
    return isCode;
  };
  return (
    <Sheet title="报存折号签到" onClose={onClose}>
      <HomeByNumber
        occasion={rest.occasion}
        hint="也可以用扫码枪扫卡"
        otherwise="请再问一遍存折号，或扫居民的码"
        onOther={takeCode}
      >
        {(person) => <PersonRow key={person.personId} person={person} {...rest} />}
      </HomeByNumber>
    </Sheet>
  );
}

/** What a clerk does for people: scan their code, or take their number. */
export function DeskKeys({ occasion }: { occasion: Occasion }) {
  const [intent, setIntent] = useState<Intent>('in');
  const [numbering, setNumbering] = useState(false);
  const [done, setDone] = useState<string>();
  const { state, send, again, clear } = useCheckingInByCode();
  useDone(state, ({ checkedIn, name }) =>
    setDone(checkedInWords(name ?? '这位', checkedIn, intent)),
  );
  const byCode = (code: string) => {
    setDone(undefined);
    setNumbering(false);
    void send({ occasionId: occasion.id, code: code.slice(0, TYPED_LENGTH_MAX), intent });
  };
  const scanned = useRef(byCode);
  scanned.current = byCode;
  useEffect(() => onScannerLine((text) => scanned.current(text)), []);
  useEffect(() => {
    if (done === undefined) return undefined;
    const clock = setTimeout(() => setDone(undefined), NAME_SHOWS_MS);
    return () => clearTimeout(clock);
  }, [done]);
  return (
    <Box>
      {done && <Strip tone="green">{done}</Strip>}
      <ChangeWords state={state} again={again} />
      {occasion.countsHours && (
        <Seg
          label="替居民签到还是签退"
          choices={INTENT_CHOICES}
          value={intent}
          onChoose={setIntent}
        />
      )}
      <Box className="console__keys">
        <ScanKey
          words="扫居民的码"
          off={state.kind === 'sending' ? '正在签到…' : undefined}
          onText={byCode}
        />
        <Button look="line" block icon="edit" onPress={() => setNumbering(true)}>
          报存折号签到
        </Button>
      </Box>
      {numbering && (
        <NumberSheet
          occasion={occasion}
          intent={intent}
          onCode={byCode}
          onDone={(words) => {
            clear();
            setDone(words);
            setNumbering(false);
          }}
          onClose={() => setNumbering(false)}
        />
      )}
    </Box>
  );
}
