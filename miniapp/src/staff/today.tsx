import { sayClock } from '@bank/shared/calendar';
import type { Me } from '@bank/shared/contracts/access';
import type { OfficeOccasion } from '@bank/shared/contracts/events-staff';
import { officeOccasionsQuery } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { ButtonLink } from '@/ui/button';
import { Box, Words } from '@/ui/element';
import { Row } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { mayDo } from './duties';
import { byDay } from './office-occasion-words';
import { consolePage, rollPage } from './pages';

function Way({ one, checksIn, next }: { one: OfficeOccasion; checksIn: boolean; next: boolean }) {
  const { id, state, countedBy } = one.occasion;
  if (!checksIn || state !== 'planned' || countedBy !== 'check-in') {
    return (
      <ButtonLink to={rollPage(id)} look="line" small>
        看名册
      </ButtonLink>
    );
  }
  return (
    <ButtonLink to={consolePage(id)} look={next ? 'linered' : 'line'} small>
      开签到
    </ButtonLink>
  );
}

const signedUpWords = ({ occasion }: OfficeOccasion) =>
  occasion.signUp ? `已报 ${occasion.takenCount} 人` : '不用报名';

/** 今天: what is held today, by the clock, each with the way to its desk. Without any, nothing. */
export function Today({ posts }: Pick<Me, 'posts'>) {
  const { data } = useAsk(officeOccasionsQuery());
  const held = byDay(data?.occasions ?? [], nowMs()).today.filter(
    ({ occasion }) => occasion.state !== 'cancelled',
  );
  if (held.length === 0) return null;
  const next = held.find(({ occasion }) => occasion.state === 'planned');
  const checksIn = mayDo(posts, 'events.check-in');
  return (
    <Section title="今天">
      <Box className="today">
        <Card>
          {held.map((one) => (
            <Row
              key={one.occasion.id}
              lead={<Words className="today__at">{sayClock(one.occasion.startsAtMs)}</Words>}
              title={one.occasion.title}
              sub={`${one.occasion.place} · ${signedUpWords(one)}`}
              end={<Way one={one} checksIn={checksIn} next={one === next} />}
            />
          ))}
        </Card>
      </Box>
    </Section>
  );
}
