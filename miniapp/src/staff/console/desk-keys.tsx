import { parseScanned } from '@bank/shared/codes';
import type { INTENTS, Occasion } from '@bank/shared/contracts/events';
import type { PersonId } from '@bank/shared/ids';
import { useEffect, useRef, useState } from 'react';
import { useDone } from '@/data/done';
import { peopleQuery, useCheckingIn, useCheckingInByCode } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { onScannerLine } from '@/device/keyboard';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Seg } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowPress } from '@/ui/row';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import { checkedInWords } from '../checked-in-words';
import { ScanKey } from '../scan-key';

type Intent = (typeof INTENTS)[number];

const TYPED_LENGTH_MAX = 300;
const HOUSEHOLD_CODE = /^[0-9A-Za-z-]{4,20}$/;
/** A full name is for the clerk's eyes: it leaves the public screen by itself. */
const NAME_SHOWS_MS = 10_000;
const INTENT_CHOICES = [
  { value: 'in', words: '签到' },
  { value: 'out', words: '签退' },
] as const;

/** One of the home that was found: a tap lets them in. */
function PersonRow(props: {
  occasion: Occasion;
  person: { personId: PersonId; name: string; relation: string };
  intent: Intent;
  onDone: (words: string) => void;
}) {
  const { occasion, person, intent, onDone } = props;
  const { state, send, again } = useCheckingIn(occasion.id, person.personId);
  useDone(state, ({ checkedIn }) => onDone(checkedInWords(person.name, checkedIn, intent)));
  const input = { occasionId: occasion.id, personId: person.personId, intent };
  return (
    <>
      <RowPress
        icon={{ name: 'me', tone: 'red' }}
        title={person.name}
        sub={person.relation}
        end={intent === 'in' ? '签到' : '签退'}
        onPress={() => void send(input)}
      />
      <ChangeWords state={state} again={again} />
    </>
  );
}

function People(props: {
  occasion: Occasion;
  householdCode: string;
  intent: Intent;
  onDone: (words: string) => void;
}) {
  const { occasion, householdCode, intent, onDone } = props;
  const asked = useAsk(peopleQuery(occasion.id, householdCode));
  return (
    <Answer
      of={asked}
      empty={{
        when: ({ people }) => people.length === 0,
        face: <Blank icon="search" title="没有这一户" sub="请再问一遍存折号，或扫居民的码" />,
      }}
    >
      {({ people }) => (
        <Card>
          {people.map((person) => (
            <PersonRow
              key={person.personId}
              occasion={occasion}
              person={person}
              intent={intent}
              onDone={onDone}
            />
          ))}
        </Card>
      )}
    </Answer>
  );
}

/** 报存折号签到: the number by hand, or whatever a scanner types into the field. */
function NumberSheet(props: {
  occasion: Occasion;
  intent: Intent;
  onCode: (text: string) => void;
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const { occasion, intent, onCode, onDone, onClose } = props;
  const [typed, setTyped] = useState('');
  const [householdCode, setHouseholdCode] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const find = () => {
    const text = typed.trim();
    const { kind } = parseScanned(text);
    if (kind === 'card' || kind === 'person') return onCode(text);
    setWrong(!HOUSEHOLD_CODE.test(text));
    return setHouseholdCode(HOUSEHOLD_CODE.test(text) ? text : undefined);
  };
  return (
    <Sheet title="报存折号签到" onClose={onClose}>
      <Field
        label="存折号"
        hint="也可以用扫码枪扫卡"
        value={typed}
        lengthMax={TYPED_LENGTH_MAX}
        error={wrong ? '存折号是数字和字母，写在存折卡上' : undefined}
        onChange={setTyped}
        onEnter={find}
      />
      <Button look="line" block icon="search" onPress={find}>
        找这一户
      </Button>
      {householdCode && (
        <Box className="pads-top">
          <People
            key={householdCode}
            occasion={occasion}
            householdCode={householdCode}
            intent={intent}
            onDone={onDone}
          />
        </Box>
      )}
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
