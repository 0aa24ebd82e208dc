import type { Occasion, ReadEvent } from '@bank/shared/contracts/events';
import type { OutputOf } from '@bank/shared/endpoint';
import { EventId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { eventQuery, useCancellingSignUp, useSigningUp } from '@/data/events';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { callPhone } from '@/device/phone-call';
import { Answer } from '@/ui/answer';
import { Bar } from '@/ui/bar';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading } from '@/ui/element';
import { TABS } from '@/ui/go';
import { Row, RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Shell } from '@/ui/shell';
import { Tag, Tags } from '@/ui/tag';
import { earningWords, seatWords, standingWords, wayOf, whenWords } from '../occasion-words';

type EventFile = OutputOf<typeof ReadEvent>;

/** 不去了: asked once, since the seat goes to whoever waits. */
function GiveUp({ occasion }: { occasion: Occasion }) {
  const [asking, setAsking] = useState(false);
  const { state, send, again } = useCancellingSignUp(occasion.id);
  return (
    <>
      <Button look="line" onPress={() => setAsking(true)}>
        不去了
      </Button>
      {asking && (
        <Sheet title="不去了吗" onClose={() => setAsking(false)}>
          <Box>{`${whenWords(occasion)}，名额会让给排在后面的人`}</Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() =>
              void send({ occasionId: occasion.id }).then((answer) => answer && setAsking(false))
            }
          >
            不去了，让出名额
          </Button>
        </Sheet>
      )}
    </>
  );
}

function SignUpWay({ occasion }: { occasion: Occasion }) {
  const { state, send, again } = useSigningUp(occasion.id);
  const way = wayOf(occasion, nowMs());
  if (way.kind === 'cancel') return <GiveUp occasion={occasion} />;
  const verb = way.kind === 'queue' ? '排候补' : '报名';
  return (
    <>
      <ChangeWords state={state} again={again} />
      <Button
        look={way.kind === 'queue' ? 'linered' : 'primary'}
        sending={state.kind === 'sending'}
        offBecause={way.kind === 'none' ? way.words : undefined}
        onPress={() => void send({ occasionId: occasion.id })}
      >
        {verb}
      </Button>
    </>
  );
}

function OccasionPart({ occasion }: { occasion: Occasion }) {
  const { capacity, takenCount, signUp, place, waitingCount } = occasion;
  const standing = standingWords(occasion);
  const earning = earningWords(occasion);
  const isFull = capacity !== null && takenCount >= capacity;
  return (
    <Card padded>
      <Tags>
        {standing && <Tag tone="red">{standing}</Tag>}
        {!standing && isFull && <Tag tone="ochre">已报满</Tag>}
        {earning && <Tag tone="green">{earning}</Tag>}
      </Tags>
      <Row icon={{ name: 'clock', tone: 'plain' }} title={whenWords(occasion)} />
      <Row icon={{ name: 'pin', tone: 'plain' }} title={place} sub={occasion.areaName} />
      <Box className="num">{seatWords(occasion)}</Box>
      {signUp && capacity !== null && (
        <Bar done={takenCount} of={capacity} tone={isFull ? 'ochre' : 'green'} />
      )}
      {isFull && (
        <Box className="sub">
          {waitingCount > 0 ? '有人退出，就按顺序补上，补上了会有消息' : '有人退出，就轮到候补的人'}
        </Box>
      )}
      <Box className="pads-top">
        <SignUpWay occasion={occasion} />
      </Box>
    </Card>
  );
}

function EventView({ file }: { file: EventFile }) {
  const { title, description, contactName, contactPhone, occasions, oncePerHousehold } = file;
  return (
    <>
      <Box className="band" silent />
      <Box className="pads">
        <Heading level={2} className="h1">
          {title}
        </Heading>
      </Box>
      <Section title={occasions.length > 1 ? `${occasions.length} 场` : '时间和名额'}>
        {occasions.map((occasion) => (
          <OccasionPart key={occasion.id} occasion={occasion} />
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
            end="打电话"
            onPress={() => callPhone(contactPhone)}
          />
        </Card>
      </Section>
      {oncePerHousehold && <Box className="cap center pads">一家来几个人，积分记一次</Box>}
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
