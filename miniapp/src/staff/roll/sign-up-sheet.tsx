import type { Occasion, SignUpAnswer } from '@bank/shared/contracts/events';
import { FindPeople } from '@bank/shared/contracts/events-staff';
import type { PersonId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { peopleQuery, useSigningUpPerson } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { seatWords } from '@/events/occasion-words';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowPress } from '@/ui/row';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';

const CODE_LENGTH_MAX = 20;

interface SheetProps {
  occasion: Occasion;
  /** What was done, in a sentence. */
  onDone: (words: string) => void;
}

const placeWords = (name: string, { position }: SignUpAnswer) =>
  position === null ? `${name}报上了` : `${name}排在候补第 ${position} 位`;

/** One of the home that was found: a tap signs them up. */
function PersonRow(
  props: SheetProps & { person: { personId: PersonId; name: string; relation: string } },
) {
  const { occasion, person, onDone } = props;
  const { personId, name, relation } = person;
  const { state, send, again } = useSigningUpPerson(occasion.id, personId);
  useDone(state, (answer) => onDone(placeWords(name, answer)));
  return (
    <>
      <RowPress
        icon={{ name: 'me', tone: 'red' }}
        title={name}
        sub={relation}
        end={state.kind === 'sending' ? '正在报名…' : '报名'}
        onPress={() => void send({ occasionId: occasion.id, personId })}
      />
      <ChangeWords state={state} again={again} />
    </>
  );
}

function People({ householdCode, ...rest }: SheetProps & { householdCode: string }) {
  const asked = useAsk(peopleQuery(rest.occasion.id, householdCode));
  return (
    <Answer
      of={asked}
      empty={{
        when: ({ people }) => people.length === 0,
        face: <Blank icon="search" title="没有这一户" sub="请再问一遍存折号" />,
      }}
    >
      {({ people }) => (
        <Card>
          {people.map((person) => (
            <PersonRow key={person.personId} person={person} {...rest} />
          ))}
        </Card>
      )}
    </Answer>
  );
}

/** 报存折号替人报名: for who has no phone, by the same rules as by oneself. */
export function SignUpSheet({ onClose, ...rest }: SheetProps & { onClose: () => void }) {
  const { occasion } = rest;
  const [typed, setTyped] = useState('');
  const [householdCode, setHouseholdCode] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const find = () => {
    const read = z.safeParse(FindPeople.input, { occasionId: occasion.id, householdCode: typed });
    setWrong(!read.success);
    setHouseholdCode(read.success ? read.data.householdCode : undefined);
  };
  return (
    <Sheet title="替人报名" onClose={onClose}>
      <Box className="sub num">{seatWords(occasion)}</Box>
      <Field
        label="存折号"
        hint="写在存折卡上"
        value={typed}
        lengthMax={CODE_LENGTH_MAX}
        error={wrong ? '存折号是数字和字母，写在存折卡上' : undefined}
        onChange={setTyped}
        onEnter={find}
      />
      <Button look="line" block icon="search" onPress={find}>
        找这一户
      </Button>
      {householdCode !== undefined && (
        <Box className="pads-top">
          <People key={householdCode} householdCode={householdCode} {...rest} />
        </Box>
      )}
    </Sheet>
  );
}
