import type { Occasion } from '@bank/shared/contracts/events';
import { nowMs } from '@/device/clock';
import { Bar } from '@/ui/bar';
import { ButtonLink } from '@/ui/button';
import { Box, Words } from '@/ui/element';
import { checkInPage, eventPage } from '@/ui/go';
import { Row, RowLink, type RowProps } from '@/ui/row';
import { Card } from '@/ui/section';
import {
  doorOf,
  doorOpensWords,
  earningWords,
  KIND_ICONS,
  seatWords,
  standingWords,
  waitingPointsWords,
  wayOf,
} from './occasion-words';
import { When } from './when';

/** One occasion in a list: what, when, where, how full, and the way to it. */
export function OccasionCard({ occasion }: { occasion: Occasion }) {
  const to = eventPage(occasion.eventId);
  const door = occasion.mine ? doorOf(occasion, nowMs()) : undefined;
  const opens = door === 'in' ? doorOpensWords(occasion, nowMs()) : undefined;
  const line: RowProps = {
    icon: KIND_ICONS[occasion.kind],
    title: occasion.title,
    sub: <When of={occasion} />,
    below: <Below occasion={occasion} opens={opens} />,
  };
  return (
    <Card>
      {door ? <RowLink {...line} to={to} /> : <Row {...line} />}
      <Box className="flex card__foot">
        <Seats occasion={occasion} />
        {door ? (
          <ButtonLink to={checkInPage(occasion.id, door)} look={opens ? 'line' : 'primary'}>
            {door === 'in' ? '签到' : '签退'}
          </ButtonLink>
        ) : (
          <CardWay occasion={occasion} to={to} />
        )}
      </Box>
    </Card>
  );
}

/** Where, what it earns, what waits, and when its door opens. */
function Below({ occasion, opens }: { occasion: Occasion; opens: string | undefined }) {
  const earning = earningWords(occasion);
  const waiting = waitingPointsWords(occasion);
  return (
    <Box className="row__sub">
      <Words>{occasion.place}</Words>
      {earning && <Words className="unbroken b green">{` · ${earning}`}</Words>}
      {waiting && <Words className="unbroken b ochre">{` · ${waiting}`}</Words>}
      {opens && <Words className="unbroken b">{` · ${opens}`}</Words>}
    </Box>
  );
}

function Seats({ occasion }: { occasion: Occasion }) {
  const { signUp, capacity, takenCount } = occasion;
  return (
    <Box className="grow">
      <Box className="cap num">{seatWords(occasion)}</Box>
      {signUp && capacity !== null && (
        <Bar done={takenCount} of={capacity} tone={takenCount >= capacity ? 'ochre' : 'green'} />
      )}
    </Box>
  );
}

/** Signing up is asked on the event's own page, where everything that matters is said. */
function CardWay({ occasion, to }: { occasion: Occasion; to: string }) {
  const way = wayOf(occasion, nowMs());
  const words = standingWords(occasion);
  if (way.kind === 'sign-up') return <ButtonLink to={to}>报名</ButtonLink>;
  if (way.kind === 'queue') {
    return (
      <ButtonLink to={to} look="linered">
        排候补
      </ButtonLink>
    );
  }
  return (
    <ButtonLink to={to} look="line">
      {words ?? '看一看'}
    </ButtonLink>
  );
}
