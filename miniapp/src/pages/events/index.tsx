import { EVENT_KIND_WORDS, type EventKind, type Occasion } from '@bank/shared/contracts/events';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { isNotSignedIn } from '@/data/errors';
import { ownOccasionsQuery, programmeQuery } from '@/data/events';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { takeAskedForOwn } from '@/events/asked-view';
import { LateScans } from '@/events/late-scans';
import { OccasionCard } from '@/events/occasion-card';
import { ownTodayFirst } from '@/events/occasion-words';
import { keepScanAtHand } from '@/scan/at-hand';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { Chips, Seg } from '@/ui/choice';
import { Box } from '@/ui/element';
import { BIND_PAGE, SIGN_IN_PAGE } from '@/ui/go';
import { Shell } from '@/ui/shell';

type View = 'open' | 'mine' | 'past';

const VIEWS: readonly { value: View; words: string }[] = [
  { value: 'open', words: '可报名' },
  { value: 'mine', words: '我报的' },
  { value: 'past', words: '已参加' },
];
const ALL = 'all';

const choiceOf = (kind: EventKind) => ({ value: kind, words: EVENT_KIND_WORDS[kind] });

function Cards({ occasions, empty }: { occasions: readonly Occasion[]; empty: string }) {
  if (occasions.length === 0) {
    return <Blank icon="events" title={empty} sub="有了新活动，会写在这里" />;
  }
  return (
    <Box className="cards">
      {occasions.map((occasion) => (
        <OccasionCard key={occasion.id} occasion={occasion} />
      ))}
      <Box className="tail" />
    </Box>
  );
}

function Programme() {
  const asked = useAsk(programmeQuery());
  const [kind, setKind] = useState<EventKind | typeof ALL>(ALL);
  return (
    <Answer of={asked}>
      {({ occasions }) => {
        const kinds = [...new Set(occasions.map((occasion) => occasion.kind))];
        const shown = occasions.filter((one) => kind === ALL || one.kind === kind);
        return (
          <>
            {kinds.length > 1 && (
              <Chips
                label="哪一类活动"
                choices={[{ value: ALL, words: '全部' }, ...kinds.map(choiceOf)]}
                value={kind}
                onChoose={setKind}
              />
            )}
            <Cards occasions={ownTodayFirst(shown, nowMs())} empty="这几天没有活动" />
          </>
        );
      }}
    </Answer>
  );
}

function Own({ isPast }: { isPast: boolean }) {
  const asked = useAsk(ownOccasionsQuery());
  if (asked.error && !asked.data) {
    const isStranger = isNotSignedIn(asked.error);
    return (
      <Blank
        icon="me"
        title={isStranger ? '登录后看自己报的活动' : '绑定存折后看自己报的活动'}
        sub="活动本身不登录也能看"
        action={
          <ButtonLink to={isStranger ? SIGN_IN_PAGE : BIND_PAGE}>
            {isStranger ? '去登录' : '去绑定'}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <Answer of={asked}>
      {({ coming, past }) => (
        <Cards
          occasions={isPast ? past : coming}
          empty={isPast ? '还没有参加过活动' : '还没有报名的活动'}
        />
      )}
    </Answer>
  );
}

/** 活动: what can be joined, what one has joined. */
export default function EventsPage() {
  const [view, setView] = useState<View>('open');
  useEffect(keepScanAtHand, []);
  useDidShow(() => {
    if (takeAskedForOwn()) setView('mine');
  });
  return (
    <Shell title="活动" tab="events">
      <LateScans />
      <Box className="pads">
        <Seg label="看哪些活动" choices={VIEWS} value={view} onChoose={setView} />
      </Box>
      {view === 'open' ? <Programme /> : <Own isPast={view === 'past'} />}
    </Shell>
  );
}
