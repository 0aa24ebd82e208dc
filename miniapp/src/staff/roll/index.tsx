import { sayClock } from '@bank/shared/calendar';
import type { Me } from '@bank/shared/contracts/access';
import type { ReadRoll, RollLine } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';
import type { OccasionId } from '@bank/shared/ids';
import { useState } from 'react';
import { officeOccasionsQuery, rollQuery, useLeftPosting } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { whenWords } from '@/events/occasion-words';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Strip } from '@/ui/strip';
import { ChangeSheet } from '../change-sheet';
import { CloseSheet, PostingFacts } from '../close-sheet';
import { mayDo } from '../duties';
import { changeableOf } from '../occasion-change';
import { OccasionPage } from '../occasion-page';
import { isDue } from '../office-occasion-words';
import { consolePage } from '../pages';
import { found, groupOf, ROLL_GROUP_WORDS, ROLL_GROUPS } from '../roll-groups';
import { RollLineSheet } from '../roll-line-sheet';
import { RollPrintKey } from '../roll-print-key';
import { SignUpSheet } from './sign-up-sheet';

type Roll = OutputOf<typeof ReadRoll>;

const SEARCH_LENGTH_MAX = 40;

function endOf({ attendance, position, isWalkIn }: RollLine): string | undefined {
  if (attendance && attendance.state !== 'undone' && attendance.state !== 'refused') {
    return sayClock(attendance.inAtMs);
  }
  if (position !== null) return `第 ${position} 位`;
  return isWalkIn ? '没报名' : undefined;
}

function Groups({ lines, onTap }: { lines: readonly RollLine[]; onTap: (line: RollLine) => void }) {
  return ROLL_GROUPS.map((group) => {
    const part = lines.filter((line) => groupOf(line) === group);
    if (part.length === 0) return null;
    return (
      <Section key={group} title={`${ROLL_GROUP_WORDS[group]} ${part.length} 人`}>
        <Card>
          {part.map((line) => (
            <RowPress
              key={line.personId}
              title={line.name}
              sub={`${line.address} · ${line.householdCode}`}
              end={endOf(line)}
              onPress={() => onTap(line)}
            />
          ))}
        </Card>
      </Section>
    );
  });
}

/** What a colleague left of the own home when closing. */
function LeftAwards({ occasionId }: { occasionId: OccasionId }) {
  const left = useAsk(officeOccasionsQuery()).data?.occasions.find(
    ({ occasion }) => occasion.id === occasionId,
  )?.pendingAwards;
  const { state, send, again } = useLeftPosting(occasionId);
  if (state.kind === 'done') {
    return (
      <>
        <Strip tone="green">入账了</Strip>
        <PostingFacts posting={state.answer} />
      </>
    );
  }
  if (!left) return null;
  return (
    <Box className="pads">
      <Box className="sub pads-bottom">{`还有 ${left} 笔没入账，是结束签到的人自己家的，要别的社区干部来入`}</Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={() => void send({ occasionId })}>
        替同事入账
      </Button>
    </Box>
  );
}

type Doing = 'close' | 'sign-up' | 'change';

const attendedCountOf = ({ lines }: Roll) =>
  lines.filter(({ attendance }) => attendance?.state === 'present').length;

function Ways({ roll, me, onDo }: { roll: Roll; me: Me; onDo: (doing: Doing) => void }) {
  const { occasion } = roll;
  const closes = mayDo(me.posts, 'events.close');
  const planned = occasion.state === 'planned';
  const atDesk = planned && mayDo(me.posts, 'events.check-in');
  const arranges = mayDo(me.posts, 'events.arrange');
  const changeable = arranges ? changeableOf(occasion, attendedCountOf(roll)) : 'nothing';
  return (
    <>
      <Box className="ways ways--top">
        {atDesk && occasion.countedBy === 'check-in' && (
          <ButtonLink to={consolePage(occasion.id)} look="line" small icon="qr">
            签到台
          </ButtonLink>
        )}
        {atDesk && occasion.signUp && nowMs() < occasion.signUp.closesAtMs && (
          <Button small look="line" icon="edit" onPress={() => onDo('sign-up')}>
            报存折号替人报名
          </Button>
        )}
        {changeable !== 'nothing' && (
          <Button small look="line" onPress={() => onDo('change')}>
            {changeable === 'all' ? '改时间地点' : '改名额'}
          </Button>
        )}
        {planned && closes && isDue(occasion, nowMs()) && (
          <Button small look="line" onPress={() => onDo('close')}>
            结束签到
          </Button>
        )}
        {planned && <RollPrintKey roll={roll} />}
      </Box>
      {occasion.state === 'closed' && closes && <LeftAwards occasionId={occasion.id} />}
    </>
  );
}

function Sheets(props: {
  roll: Roll;
  doing: Doing;
  onDone: (words: string) => void;
  onClose: () => void;
}) {
  const { roll, doing, ...ways } = props;
  const { occasion } = roll;
  if (doing === 'close') return <CloseSheet occasion={occasion} onClose={ways.onClose} />;
  if (doing === 'sign-up') return <SignUpSheet occasion={occasion} {...ways} />;
  return <ChangeSheet occasion={occasion} attendedCount={attendedCountOf(roll)} {...ways} />;
}

function Lines({ roll, me, onDone }: { roll: Roll; me: Me; onDone: (words: string) => void }) {
  const { occasion, lines } = roll;
  const [search, setSearch] = useState('');
  const [tapped, setTapped] = useState<RollLine>();
  const shown = found(lines, search);
  if (lines.length === 0) {
    return <Blank icon="people" title="名册还是空的" sub="有人报名或签到，就在这里" />;
  }
  return (
    <>
      <Box className="pads">
        <Field
          label="找一位"
          hint="姓名、门牌或存折号"
          value={search}
          lengthMax={SEARCH_LENGTH_MAX}
          onChange={setSearch}
        />
      </Box>
      {shown.length === 0 && (
        <Blank icon="search" title="名册里没有这一位" sub="没报名的，到签到台报存折号" />
      )}
      <Groups lines={shown} onTap={setTapped} />
      {tapped && (
        <RollLineSheet
          key={tapped.personId}
          occasion={occasion}
          line={tapped}
          mayCheckIn={mayDo(me.posts, 'events.check-in')}
          mayDecide={mayDo(me.posts, 'events.decide-late')}
          onDone={(words) => {
            onDone(words);
            setTapped(undefined);
          }}
          onClose={() => setTapped(undefined)}
        />
      )}
    </>
  );
}

function RollAsked({ occasionId, me }: { occasionId: OccasionId; me: Me }) {
  const asked = useAsk(rollQuery(occasionId));
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<string>();
  return (
    <>
      {done && <Strip tone="green">{done}</Strip>}
      <Answer of={asked}>
        {(roll) => (
          <>
            <Box className="staff-name">
              <Heading level={2} className="h2">
                {roll.occasion.title}
              </Heading>
              <Box className="sub num">{`${whenWords(roll.occasion)} · ${roll.occasion.place}`}</Box>
            </Box>
            <Ways roll={roll} me={me} onDo={setDoing} />
            <Lines roll={roll} me={me} onDone={setDone} />
          </>
        )}
      </Answer>
      {doing && asked.data && (
        <Sheets
          roll={asked.data}
          doing={doing}
          onDone={(words) => {
            setDone(words);
            setDoing(undefined);
          }}
          onClose={() => setDoing(undefined)}
        />
      )}
    </>
  );
}

/** 名册: who signed up and who came, by name, for those who look after the occasion. */
export default function RollPage() {
  return (
    <OccasionPage title="名册" icon="people" needs={['events.read-roll']}>
      {(occasionId, me) => <RollAsked occasionId={occasionId} me={me} />}
    </OccasionPage>
  );
}
