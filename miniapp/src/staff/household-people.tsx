import type { Me } from '@bank/shared/contracts/access';
import type { ElderCard, HouseholdFile, PersonCard } from '@bank/shared/contracts/community';
import type * as z from '@bank/shared/zod';
import { useState } from 'react';
import { go } from '@/ui/go';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Tag, Tags } from '@/ui/tag';
import { mayDo } from './duties';
import { givePostPage } from './pages';
import { PersonMend } from './person-mend';
import { CardSheet, CodeSheet, RevokeSheet } from './person-sheets';

type Doing = 'choose' | 'mend' | 'code' | 'staff-code' | 'card' | 'revoke';
type Posts = Me['posts'];
type HeldCard = z.infer<typeof ElderCard>;

interface Deed {
  words: string;
  sub?: string;
  press: () => void;
}

/** What the person's post may do for this one; nothing it may not. */
function deedsFor(
  { person, card, posts }: { person: PersonCard; card: HeldCard | undefined; posts: Posts },
  turn: (doing: Doing | undefined) => void,
): Deed[] {
  const deeds: (Deed | false)[] = [
    mayDo(posts, 'households.mend') && { words: '改登记', press: () => turn('mend') },
    mayDo(posts, 'sign-in.issue-resident-code') && {
      words: '给一次性码',
      sub: '设密码、登录用',
      press: () => turn('code'),
    },
    mayDo(posts, 'sign-in.issue-staff-code') && {
      words: '给工作人员一次性码',
      sub: '有岗位的人第一次登录用',
      press: () => turn('staff-code'),
    },
    mayDo(posts, 'cards.bind') && {
      words: card ? '补办老人卡' : '办老人卡',
      press: () => turn('card'),
    },
    mayDo(posts, 'cards.bind') &&
      card !== undefined && { words: '作废老人卡', press: () => turn('revoke') },
    mayDo(posts, 'posts.give') && {
      words: '给岗位',
      press: () => {
        turn(undefined);
        go(givePostPage(person.id, person.name));
      },
    },
  ];
  return deeds.filter((deed) => deed !== false);
}

function PersonRow(props: { person: PersonCard; card: HeldCard | undefined; posts: Posts }) {
  const { person, card } = props;
  const [doing, setDoing] = useState<Doing>();
  const close = () => setDoing(undefined);
  const age = person.ageYears === null ? undefined : `${person.ageYears} 岁`;
  const about = [person.relation, person.sex, age, person.hasPhone ? '有电话' : '没有电话'];
  return (
    <>
      <RowPress
        title={person.name}
        sub={about.filter(Boolean).join(' · ')}
        below={
          (person.isSignedUp || card) && (
            <Tags>
              {person.isSignedUp && <Tag tone="green">绑定了</Tag>}
              {card && <Tag tone="indigo">有老人卡</Tag>}
            </Tags>
          )
        }
        onPress={() => setDoing('choose')}
      />
      {doing === 'choose' && (
        <Sheet title={person.name} onClose={close}>
          {deedsFor(props, setDoing).map(({ words, sub, press }) => (
            <RowPress key={words} title={words} sub={sub} onPress={press} />
          ))}
        </Sheet>
      )}
      {doing === 'mend' && <PersonMend person={person} onClose={close} />}
      {(doing === 'code' || doing === 'staff-code') && (
        <CodeSheet person={person} staff={doing === 'staff-code'} onClose={close} />
      )}
      {doing === 'card' && (
        <CardSheet person={person} hasCard={card !== undefined} onClose={close} />
      )}
      {doing === 'revoke' && card && <RevokeSheet card={card} onClose={close} />}
    </>
  );
}

/** The people of a home; a tap on one shows what can be done for them. */
export function HouseholdPeople({ home, posts }: { home: HouseholdFile; posts: Posts }) {
  return (
    <Section title={`${home.people.length} 人`}>
      <Card>
        {home.people.map((person) => (
          <PersonRow
            key={person.id}
            person={person}
            posts={posts}
            card={home.cards.find(
              ({ personId, state }) => personId === person.id && state === 'active',
            )}
          />
        ))}
      </Card>
    </Section>
  );
}
