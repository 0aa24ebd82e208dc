import type { Occasion } from '@bank/shared/contracts/events';
import { FindPeople } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';
import * as z from '@bank/shared/zod';
import { type ReactNode, useState } from 'react';
import { peopleQuery } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Card } from '@/ui/section';

/** A scanner in the clerk's hand types whole codes. */
const TYPED_LENGTH_MAX = 300;

/** One of the home that was found. */
export type FoundPerson = OutputOf<typeof FindPeople>['people'][number];

interface HomeProps {
  occasion: Occasion;
  /** What to do when there is no such home. */
  otherwise: string;
  /** A row for each of the home. */
  children: (person: FoundPerson) => ReactNode;
}

function People(props: HomeProps & { householdCode: string }) {
  const { occasion, otherwise, children, householdCode } = props;
  const asked = useAsk(peopleQuery(occasion.id, householdCode));
  return (
    <Answer
      of={asked}
      empty={{
        when: ({ people }) => people.length === 0,
        face: <Blank icon="search" title="没有这一户" sub={otherwise} />,
      }}
    >
      {({ people }) => <Card>{people.map(children)}</Card>}
    </Answer>
  );
}

/** 报存折号: the number by hand, then the people of the home. */
export function HomeByNumber(
  props: HomeProps & {
    hint: string;
    /** Takes what is no number, such as a scanned card; true when it was taken. */
    onOther?: (text: string) => boolean;
  },
) {
  const { hint, onOther, ...home } = props;
  const [typed, setTyped] = useState('');
  const [householdCode, setHouseholdCode] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const find = () => {
    if (onOther?.(typed.trim())) return;
    const wish = { occasionId: home.occasion.id, householdCode: typed };
    const read = z.safeParse(FindPeople.input, wish);
    setWrong(!read.success);
    setHouseholdCode(read.success ? read.data.householdCode : undefined);
  };
  return (
    <>
      <Field
        label="存折号"
        hint={hint}
        value={typed}
        lengthMax={TYPED_LENGTH_MAX}
        error={wrong ? '存折号是数字和字母，写在存折卡上' : undefined}
        onChange={setTyped}
        onEnter={find}
      />
      <Button look="line" block icon="search" onPress={find}>
        找这一户
      </Button>
      {householdCode !== undefined && (
        <Box className="pads-top">
          <People key={householdCode} householdCode={householdCode} {...home} />
        </Box>
      )}
    </>
  );
}
