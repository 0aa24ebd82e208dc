import { dayOf, sayClock } from '@bank/shared/calendar';
import type { Occasion } from '@bank/shared/contracts/events';
import { programmeQuery } from '@/data/events';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import {
  doorOf,
  earningWords,
  ownTodayFirst,
  placesWords,
  standingWords,
  wayOf,
} from '@/events/occasion-words';
import { ButtonLink } from '@/ui/button';
import { useCare } from '@/ui/care';
import { Box } from '@/ui/element';
import { checkInPage, eventPage, TABS } from '@/ui/go';
import { Leaf } from '@/ui/leaf';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Tag, Tags } from '@/ui/tag';
import { sayHour, sayNearDay } from '@/ui/time-words';

const SHOWN_MAX = 3;

const isToCome = ({ state, endsAtMs }: Occasion) => state === 'planned' && endsAtMs > nowMs();

function Marks({ occasion }: { occasion: Occasion }) {
  const earning = earningWords(occasion);
  const standing = standingWords(occasion);
  const isFull = occasion.capacity !== null && occasion.takenCount >= occasion.capacity;
  return (
    <Tags>
      {earning && <Tag tone="green">{earning}</Tag>}
      {standing ? (
        <Tag tone="red" icon="check">
          {standing}
        </Tag>
      ) : (
        <Tag tone={isFull ? 'ochre' : 'plain'}>{placesWords(occasion)}</Tag>
      )}
    </Tags>
  );
}

interface Way {
  to: string;
  words: string;
  look: 'primary' | 'line';
}

/** The one thing to do: coming in or going out on the day; large type says the rest outright. */
function wayTo(occasion: Occasion, care: boolean): Way | undefined {
  const door = occasion.mine ? doorOf(occasion, nowMs()) : undefined;
  if (door) {
    const words = door === 'in' ? '签到' : '签退';
    return { to: checkInPage(occasion.id, door), words, look: 'primary' };
  }
  if (!care) return undefined;
  const to = eventPage(occasion.eventId);
  const isOpen = wayOf(occasion, nowMs()).kind === 'sign-up';
  return isOpen
    ? { to, words: '我要报名', look: 'primary' }
    : { to, words: '看一看', look: 'line' };
}

function Line({ occasion, care }: { occasion: Occasion; care: boolean }) {
  const { title, place, startsAtMs, eventId } = occasion;
  const clock = care ? sayHour(startsAtMs) : sayClock(startsAtMs);
  const isToday = dayOf(startsAtMs) === dayOf(nowMs());
  const way = wayTo(occasion, care);
  return (
    <>
      <RowLink
        to={eventPage(eventId)}
        lead={<Leaf atMs={startsAtMs} />}
        title={isToday && !care ? `今天 ${title}` : title}
        sub={care ? clock : `${clock} ${place}`}
        below={care ? <Box className="row__sub">{place}</Box> : <Marks occasion={occasion} />}
      />
      {way && (
        <Box className="row-way">
          <ButtonLink block look={way.look} to={way.to}>
            {way.words}
          </ButtonLink>
        </Box>
      )}
    </>
  );
}

/** 这几天的活动: one's own of today first, then what comes; one at a time in large type. */
export function ComingEvents() {
  const care = useCare();
  const occasions = (useAsk(programmeQuery()).data?.occasions ?? []).filter(isToCome);
  const shown = ownTodayFirst(occasions, nowMs()).slice(0, care ? 1 : SHOWN_MAX);
  const [first] = shown;
  if (!first) return null;
  const title = care ? `${sayNearDay(first.startsAtMs, nowMs())}的活动` : '这几天的活动';
  return (
    <Section title={title} more={{ to: TABS.events.path, words: '全部' }}>
      <Card>
        {shown.map((occasion) => (
          <Line key={occasion.id} occasion={occasion} care={care} />
        ))}
      </Card>
    </Section>
  );
}
