import type { Occasion, ReadEvent, Standing } from '@bank/shared/contracts/events';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { useCancellingSignUp, useSigningUp } from '@/data/events';
import { nowMs } from '@/device/clock';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Row } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { standingWords, wayOf, whenWords } from '../occasion-words';

export type Family = OutputOf<typeof ReadEvent>['family'];

type Member = Family[number];

const standingAt = ({ standings }: Member, { id }: Occasion): Standing | null =>
  standings.find(({ occasionId }) => occasionId === id)?.standing ?? null;

/** One of the family: signed up and given up with one tap each; giving up asks once. */
function FamilyRow({ member, occasion }: { member: Member; occasion: Occasion }) {
  const { personId, name } = member;
  const [isSure, setSure] = useState(false);
  const joining = useSigningUp(occasion.id, personId);
  const leaving = useCancellingSignUp(occasion.id, personId);
  const own = { ...occasion, mine: standingAt(member, occasion) };
  const way = wayOf(own, nowMs());
  const wish = { occasionId: occasion.id, personId };
  const giveUp = () => {
    if (isSure) void leaving.send(wish).then((answer) => answer && setSure(false));
    else setSure(true);
  };
  return (
    <Box>
      <Row
        icon={{ name: 'me', tone: 'indigo' }}
        title={name}
        sub={standingWords(own) ?? (way.kind === 'none' ? way.words : '没有报名')}
        end={
          <>
            {way.kind === 'cancel' && (
              <Button look="line" small sending={leaving.state.kind === 'sending'} onPress={giveUp}>
                {isSure ? '让出名额' : '不去了'}
              </Button>
            )}
            {(way.kind === 'sign-up' || way.kind === 'queue') && (
              <Button
                look={way.kind === 'queue' ? 'linered' : 'primary'}
                small
                sending={joining.state.kind === 'sending'}
                onPress={() => void joining.send(wish)}
              >
                {way.kind === 'queue' ? '排候补' : '报名'}
              </Button>
            )}
          </>
        }
      />
      {isSure && <Box className="sub">{`${name}不去了，名额让给排在后面的人`}</Box>}
      <ChangeWords state={joining.state} again={joining.again} />
      <ChangeWords state={leaving.state} again={leaving.again} />
    </Box>
  );
}

const SOMETHING: readonly string[] = ['sign-up', 'queue', 'cancel'];

/** Whether there is something to do for anybody of the home. */
export const hasFamilyWay = (family: Family, occasion: Occasion): boolean =>
  family.some((member) =>
    SOMETHING.includes(wayOf({ ...occasion, mine: standingAt(member, occasion) }, nowMs()).kind),
  );

/** 给谁报名: whoever lives in the home, the reader first. */
export function FamilyWay(props: { family: Family; occasion: Occasion; isSecond: boolean }) {
  const { family, occasion, isSecond } = props;
  const [isOpen, setOpen] = useState(false);
  const isAnybodyIn = family.some((member) => standingAt(member, occasion) !== null);
  return (
    <>
      <Button look={isSecond || isAnybodyIn ? 'line' : 'primary'} onPress={() => setOpen(true)}>
        {isAnybodyIn ? '家里谁去，改一改' : '报名'}
      </Button>
      {isOpen && (
        <Sheet title="给谁报名" onClose={() => setOpen(false)}>
          <Box className="sub num">{whenWords(occasion)}</Box>
          {family.map((member) => (
            <FamilyRow key={member.personId} member={member} occasion={occasion} />
          ))}
        </Sheet>
      )}
    </>
  );
}
