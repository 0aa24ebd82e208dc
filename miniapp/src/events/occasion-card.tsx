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
  earningWords,
  hasPointsWaiting,
  KIND_ICONS,
  seatWords,
  standingWords,
  wayOf,
} from './occasion-words';
import { When } from './when';

/** One occasion in a list: what, when, where, how full, and the way to it. */
export function OccasionCard({ occasion }: { occasion: Occasion }) {
  const { title, kind, place, capacity, takenCount, signUp, eventId } = occasion;
  const earning = earningWords(occasion);
  const isFull = capacity !== null && takenCount >= capacity;
  const to = eventPage(eventId);
  const line: RowProps = {
    icon: KIND_ICONS[kind],
    title,
    sub: <When of={occasion} />,
    below: (
      <Box className="row__sub">
        <Words>{place}</Words>
        {earning && <Words className="unbroken b green">{` · ${earning}`}</Words>}
        {hasPointsWaiting(occasion) && (
          <Words className="unbroken b ochre">{' · 积分待入账'}</Words>
        )}
      </Box>
    ),
  };
  const door = occasion.mine ? doorOf(occasion, nowMs()) : undefined;
  return (
    <Card>
      {door ? <RowLink {...line} to={to} /> : <Row {...line} />}
      <Box className="flex card__foot">
        <Box className="grow">
          <Box className="cap num">{seatWords(occasion)}</Box>
          {signUp && capacity !== null && (
            <Bar done={takenCount} of={capacity} tone={isFull ? 'ochre' : 'green'} />
          )}
        </Box>
        {door ? (
          <ButtonLink to={checkInPage(occasion.id, door)}>
            {door === 'in' ? '签到' : '签退'}
          </ButtonLink>
        ) : (
          <CardWay occasion={occasion} to={to} />
        )}
      </Box>
    </Card>
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
