import type { Occasion } from '@bank/shared/contracts/events';
import { nowMs } from '@/device/clock';
import { Bar } from '@/ui/bar';
import { ButtonLink } from '@/ui/button';
import { Box, Words } from '@/ui/element';
import { eventPage } from '@/ui/go';
import { Row } from '@/ui/row';
import { Card } from '@/ui/section';
import {
  earningWords,
  KIND_ICONS,
  seatWords,
  standingWords,
  wayOf,
  whenWords,
} from './occasion-words';

/** One occasion in a list: what, when, where, how full, and the way to it. */
export function OccasionCard({ occasion }: { occasion: Occasion }) {
  const { title, kind, place, capacity, takenCount, signUp, eventId } = occasion;
  const earning = earningWords(occasion);
  const isFull = capacity !== null && takenCount >= capacity;
  return (
    <Card>
      <Row
        icon={KIND_ICONS[kind]}
        title={title}
        sub={whenWords(occasion)}
        below={
          <Box className="row__sub">
            <Words>{place}</Words>
            {earning && <Words className="b green">{` · ${earning}`}</Words>}
          </Box>
        }
      />
      <Box className="flex card__foot">
        <Box className="grow">
          <Box className="cap num">{seatWords(occasion)}</Box>
          {signUp && capacity !== null && (
            <Bar done={takenCount} of={capacity} tone={isFull ? 'ochre' : 'green'} />
          )}
        </Box>
        <CardWay occasion={occasion} to={eventPage(eventId)} />
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
