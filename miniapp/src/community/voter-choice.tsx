import type { HouseholdFile } from '@bank/shared/contracts/community';
import type { PersonId } from '@bank/shared/ids';
import { useState } from 'react';
import { useNamingVoter } from '@/data/community';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Row, RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';

/** Civil Code of China, article 17; the bank decides again by the birthday in the roster. */
const ADULT_YEARS_MIN = 18;
const HOUSEHOLDER = '户主';

/** 请谁替我投: one adult of the home, or nobody. */
function Choosing({ home, onClose }: { home: HouseholdFile; onClose: () => void }) {
  const { state, send, again } = useNamingVoter();
  const name = (personId: PersonId | null) =>
    void send({ personId }).then((answer) => answer && onClose());
  const adults = home.people.filter(
    ({ relation, ageYears }) => relation !== HOUSEHOLDER && (ageYears ?? 0) >= ADULT_YEARS_MIN,
  );
  return (
    <Sheet title="请谁替我投" onClose={onClose}>
      <Box className="sub">一家还是一票，您自己也照样能投，谁先投就算谁的</Box>
      <ChangeWords state={state} again={again} />
      {adults.map(({ id, name: words, relation }) => (
        <RowPress
          key={id}
          icon={{ name: 'me', tone: 'plain' }}
          title={words}
          sub={relation}
          end={id === home.voterPersonId ? '现在是这位' : undefined}
          onPress={() => name(id)}
        />
      ))}
      {adults.length === 0 && <Box>家里登记的人里没有别的大人</Box>}
      {home.voterPersonId !== null && (
        <RowPress
          icon={{ name: 'cross', tone: 'plain' }}
          title="不请人了，我自己投"
          onPress={() => name(null)}
        />
      )}
    </Sheet>
  );
}

/** 评选投票由谁投: everybody of the home may read it, the householder may change it. */
export function VoterChoice({ home, mayChange }: { home: HouseholdFile; mayChange: boolean }) {
  const [choosing, setChoosing] = useState(false);
  const named = home.people.find(({ id }) => id === home.voterPersonId)?.name;
  const who = named === undefined ? '户主投' : `户主，或${named}`;
  return (
    <Section title="评选投票">
      <Card>
        {mayChange ? (
          <RowPress
            icon={{ name: 'vote', tone: 'red' }}
            title="谁来投"
            sub={named === undefined ? `${who}，也能请家里人替您投` : who}
            onPress={() => setChoosing(true)}
          />
        ) : (
          <Row icon={{ name: 'vote', tone: 'red' }} title="谁来投" sub={who} />
        )}
      </Card>
      {choosing && <Choosing home={home} onClose={() => setChoosing(false)} />}
    </Section>
  );
}
