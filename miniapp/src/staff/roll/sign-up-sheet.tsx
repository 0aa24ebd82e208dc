import type { Occasion, SignUpAnswer } from '@bank/shared/contracts/events';
import { useDone } from '@/data/done';
import { useSigningUpPerson } from '@/data/event-office';
import { seatWords } from '@/events/occasion-words';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { RowPress } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { type FoundPerson, HomeByNumber } from '../home-by-number';

interface SheetProps {
  occasion: Occasion;
  /** What was done, in a sentence. */
  onDone: (words: string) => void;
}

const placeWords = (name: string, { position }: SignUpAnswer) =>
  position === null ? `${name}报上了` : `${name}排在候补第 ${position} 位`;

/** One of the home that was found: a tap signs them up. */
function PersonRow({ occasion, person, onDone }: SheetProps & { person: FoundPerson }) {
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

/** 报存折号替人报名: for who has no phone, by the same rules as by oneself. */
export function SignUpSheet({ onClose, ...rest }: SheetProps & { onClose: () => void }) {
  const { occasion } = rest;
  return (
    <Sheet title="替人报名" onClose={onClose}>
      <Box className="sub num">{seatWords(occasion)}</Box>
      <HomeByNumber occasion={occasion} hint="写在存折卡上" otherwise="请再问一遍存折号">
        {(person) => <PersonRow key={person.personId} person={person} {...rest} />}
      </HomeByNumber>
    </Sheet>
  );
}
