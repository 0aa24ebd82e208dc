import type { HouseholdFile, PersonCard } from '@bank/shared/contracts/community';
import { HelpersToCall } from '@/access/helpers-to-call';
import { useMe } from '@/data/access';
import { ownHouseholdQuery } from '@/data/community';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Box } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Row } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag } from '@/ui/tag';
import { VoterChoice } from '../voter-choice';

function Person({ person }: { person: PersonCard }) {
  const age = person.ageYears === null ? undefined : `${person.ageYears} 岁`;
  return (
    <Row
      icon={{ name: 'me', tone: person.isSignedUp ? 'green' : 'plain' }}
      title={person.name}
      sub={[person.relation, age].filter(Boolean).join(' · ')}
      end={person.isSignedUp ? <Tag tone="green">绑定了</Tag> : undefined}
    />
  );
}

function Household({ home }: { home: HouseholdFile }) {
  const isHouseholder = useMe().data?.person?.isHouseholder ?? false;
  return (
    <>
      <Section title={`家里 ${home.people.length} 人`}>
        <Card>
          {home.people.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </Card>
      </Section>
      <Section title="登记的地方">
        <Card padded>
          <Facts
            of={[
              { words: '存折号', value: home.code },
              { words: '哪一片', value: home.areaName },
              { words: '住址', value: home.address },
            ]}
          />
        </Card>
      </Section>
      <VoterChoice home={home} mayChange={isHouseholder} />
      <HelpersToCall />
      <Box className="sub pads">写得不对，请告诉网格员，核对后就改</Box>
    </>
  );
}

/** 家里人: who belongs to the passbook, and who has bound a phone to it. */
export default function HouseholdPage() {
  const asked = useAsk(ownHouseholdQuery());
  return (
    <Shell title="家里人">
      <Answer of={asked}>{(home) => <Household home={home} />}</Answer>
    </Shell>
  );
}
