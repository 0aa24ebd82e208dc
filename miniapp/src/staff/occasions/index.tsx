import type { Me } from '@bank/shared/contracts/access';
import type { OfficeOccasion } from '@bank/shared/contracts/events-staff';
import { useState } from 'react';
import { officeOccasionsQuery } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { earningWords, KIND_ICONS, whenWords } from '@/events/occasion-words';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { Row } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Strip } from '@/ui/strip';
import { Tag, Tags } from '@/ui/tag';
import { CancelSheet } from '../cancel-sheet';
import { ChangeSheet } from '../change-sheet';
import { CloseSheet } from '../close-sheet';
import { mayDo } from '../duties';
import { changeableOf } from '../occasion-change';
import { byDay, countWords, isDue, stateOf } from '../office-occasion-words';
import { ARRANGE_PAGE, consolePage, rollPage } from '../pages';
import { StaffPage } from '../staff-page';

type Doing = { kind: 'change' | 'cancel' | 'close'; one: OfficeOccasion };

interface ListProps {
  posts: Me['posts'];
  onDo: (doing: Doing) => void;
}

function Ways({ one, posts, onDo }: ListProps & { one: OfficeOccasion }) {
  const { id, state, countedBy } = one.occasion;
  const planned = state === 'planned';
  const changeable = changeableOf(one.occasion, one.attendedCount);
  const arranges = mayDo(posts, 'events.arrange');
  const closes = planned && mayDo(posts, 'events.close') && isDue(one.occasion, nowMs());
  const press = (kind: Doing['kind'], words: string) => (
    <Button look="line" small onPress={() => onDo({ kind, one })}>
      {words}
    </Button>
  );
  return (
    <Box className="ways">
      {planned && countedBy === 'check-in' && mayDo(posts, 'events.check-in') && (
        <ButtonLink to={consolePage(id)} small>
          签到台
        </ButtonLink>
      )}
      <ButtonLink to={rollPage(id)} look="line" small>
        名册
      </ButtonLink>
      {closes && press('close', '结束签到')}
      {arranges && changeable === 'all' && press('change', '改时间地点')}
      {arranges && changeable === 'seats' && press('change', '改名额')}
      {arranges && changeable === 'all' && press('cancel', '不办了')}
    </Box>
  );
}

function Line({ one, ...rest }: ListProps & { one: OfficeOccasion }) {
  const { occasion } = one;
  const state = stateOf(one, nowMs());
  const earning = earningWords(occasion);
  return (
    <Card>
      <Row
        icon={KIND_ICONS[occasion.kind]}
        title={occasion.title}
        sub={`${whenWords(occasion)} · ${occasion.place}`}
        below={
          <>
            <Box className="row__sub num">{countWords(one)}</Box>
            <Tags>
              <Tag tone={state.tone}>{state.words}</Tag>
              {earning && <Tag tone="green">{earning}</Tag>}
            </Tags>
          </>
        }
      />
      <Ways one={one} {...rest} />
    </Card>
  );
}

function Part({
  title,
  of,
  empty,
  ...rest
}: ListProps & { title: string; of: readonly OfficeOccasion[]; empty?: string }) {
  if (of.length === 0 && empty === undefined) return null;
  return (
    <Section title={title}>
      {of.length === 0 && <Box className="sub">{empty}</Box>}
      <Box className="stacked stacked--pairs">
        {of.map((one) => (
          <Line key={one.occasion.id} one={one} {...rest} />
        ))}
      </Box>
    </Section>
  );
}

function Sheets({
  doing: { kind, one },
  onClose,
  onDone,
}: {
  doing: Doing;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { occasion } = one;
  const sheet = { occasion, onClose, onDone };
  if (kind === 'close') return <CloseSheet occasion={occasion} onClose={onClose} />;
  if (kind === 'cancel') return <CancelSheet {...sheet} />;
  return <ChangeSheet {...sheet} attendedCount={one.attendedCount} />;
}

function Occasions({ me: { posts } }: { me: Me }) {
  const asked = useAsk(officeOccasionsQuery());
  const [doing, setDoing] = useState<Doing>();
  const [done, setDone] = useState<string>();
  const list = { posts, onDo: setDoing };
  const arranges = mayDo(posts, 'events.arrange');
  return (
    <>
      {done && <Strip tone="green">{done}</Strip>}
      {arranges && (
        <Box className="pads">
          <ButtonLink to={ARRANGE_PAGE} icon="plus" block>
            办活动
          </ButtonLink>
        </Box>
      )}
      <Answer
        of={asked}
        empty={{
          when: ({ occasions }) => occasions.length === 0,
          face: <Blank icon="events" title="还没有场次" sub="办了活动，就在这里看报名和签到" />,
        }}
      >
        {({ occasions }) => {
          const { today, coming, past } = byDay(occasions, nowMs());
          return (
            <>
              <Part title="今天" of={today} empty="今天没有要办的" {...list} />
              <Part title="往后" of={coming} {...list} />
              <Part title="办过的" of={past} {...list} />
            </>
          );
        }}
      </Answer>
      {doing && (
        <Sheets
          doing={doing}
          onClose={() => setDoing(undefined)}
          onDone={(words) => {
            setDone(words);
            setDoing(undefined);
          }}
        />
      )}
    </>
  );
}

/** 活动场次: what is on today, what comes, what was; and what one may do about each. */
export default function OccasionsPage() {
  return (
    <StaffPage title="活动场次" needs={['events.read-roll', 'events.arrange']}>
      {(me) => <Occasions me={me} />}
    </StaffPage>
  );
}
