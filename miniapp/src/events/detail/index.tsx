import type { ReadEvent } from '@bank/shared/contracts/events';
import type { OutputOf } from '@bank/shared/endpoint';
import { EventId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { eventQuery } from '@/data/events';
import { useAsk } from '@/data/query-client';
import { callPhone } from '@/device/phone-call';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { useCare } from '@/ui/care';
import { Box, Heading } from '@/ui/element';
import { TABS } from '@/ui/go';
import { Icon } from '@/ui/icon';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { KIND_ICONS } from '../occasion-words';
import { OccasionPart } from './occasion-part';

type EventFile = OutputOf<typeof ReadEvent>;

function EventView({ file }: { file: EventFile }) {
  const care = useCare();
  const { name: icon, tone } = KIND_ICONS[file.kind];
  const { title, description, contactName, contactPhone, occasions, family } = file;
  return (
    <>
      <Box className={`kind-head i-${tone}`} silent>
        <Icon name={icon} tone={tone === 'plain' ? 'ink-2' : tone} />
      </Box>
      <Box className="band" silent />
      <Box className="pads">
        <Heading level={2} className="h1">
          {title}
        </Heading>
      </Box>
      <Section title={occasions.length > 1 ? `${occasions.length} 场` : '时间和名额'}>
        {occasions.map((occasion) => (
          <OccasionPart key={occasion.id} occasion={occasion} family={family} />
        ))}
      </Section>
      {description !== '' && (
        <Section title="做什么">
          <Card padded>
            <Box>{description}</Box>
          </Card>
        </Section>
      )}
      <Section title="有事找谁">
        <Card>
          <RowPress
            icon={{ name: 'phone', tone: 'indigo' }}
            title={contactName}
            sub="有事直接打电话"
            end={care ? undefined : '打电话'}
            onPress={() => callPhone(contactPhone)}
          />
        </Card>
      </Section>
      {file.oncePerHousehold && <Box className="cap center pads">一家来几个人，积分记一次</Box>}
      <Box className="tail" />
    </>
  );
}

function EventAsked({ eventId }: { eventId: EventId }) {
  const asked = useAsk(eventQuery(eventId));
  return (
    <Shell title="活动详情">
      <Answer of={asked}>{(file) => <EventView file={file} />}</Answer>
    </Shell>
  );
}

/** 活动详情: what it is, when and where, how many seats are left, and the way in. */
export default function EventPage() {
  const id = z.safeParse(EventId, useRouter().params.id);
  if (id.success) return <EventAsked eventId={id.data} />;
  return (
    <Shell title="活动详情">
      <Blank
        icon="events"
        title="没找到这个活动"
        sub="回活动里再看看"
        action={<ButtonLink to={TABS.events.path}>看活动</ButtonLink>}
      />
    </Shell>
  );
}
