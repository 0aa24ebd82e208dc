import type { Me } from '@bank/shared/contracts/access';
import type { OccasionId } from '@bank/shared/ids';
import { useState } from 'react';
import { whenWords } from '@/events/occasion-words';
import { Answer, type Question } from '@/ui/answer';
import sealFoil from '@/ui/brand/seal-foil.svg';
import { ButtonLink } from '@/ui/button';
import { Box, Heading, Picture, Press, Words } from '@/ui/element';
import { Icon } from '@/ui/icon';
import { CloseSheet } from '../close-sheet';
import { mayDo } from '../duties';
import { OccasionPage } from '../occasion-page';
import { rollPage } from '../pages';
import { CodePanel } from './code-panel';
import { CountPanel, LatestPanel } from './count-panel';
import { DeskKeys } from './desk-keys';
import { doorOf } from './door';
import { type Console, useBankClock, useConsole } from './watch';
import './console.css';

function Head(props: { desk: Console; online: boolean; onEnd: (() => void) | undefined }) {
  const { desk, online, onEnd } = props;
  const { occasion } = desk;
  return (
    <Box className="console__head">
      <Picture src={sealFoil} className="console__seal" label="" />
      <Box className="console__name">
        <Heading level={2} className="console__title song">
          {occasion.title}
        </Heading>
        <Box className="console__when num">{`${whenWords(occasion)} · ${occasion.place}`}</Box>
      </Box>
      <Box className="console__net" role="status">
        <Icon name={online ? 'refresh' : 'offline'} tone="on-red" />
        <Words>{online ? '在线' : '没网'}</Words>
      </Box>
      {onEnd && (
        <Press className="btn btn--s console__end" onPress={onEnd}>
          <Words>结束签到</Words>
        </Press>
      )}
    </Box>
  );
}

function Desk(props: { desk: Console; asked: Question<Console>; onEnd: (() => void) | undefined }) {
  const { desk, asked, onEnd } = props;
  const { occasion } = desk;
  const nowMs = useBankClock(desk, asked.dataUpdatedAt);
  const open = occasion.state === 'planned';
  const lets = open && occasion.countedBy === 'check-in' && nowMs >= desk.checkIn.opensAtMs;
  return (
    <>
      <Head desk={desk} online={asked.error === null} onEnd={open ? onEnd : undefined} />
      <Box className="band band--cover" silent />
      <Box className="console">
        <CodePanel door={doorOf(desk, nowMs)} />
        <Box className="console__side">
          <CountPanel desk={desk} />
          <LatestPanel desk={desk} />
          {lets && <DeskKeys occasion={occasion} />}
          {!open && (
            <ButtonLink to={rollPage(occasion.id)} look="line" block>
              看名册
            </ButtonLink>
          )}
        </Box>
      </Box>
    </>
  );
}

function ConsoleAsked({ occasionId, me }: { occasionId: OccasionId; me: Me }) {
  const asked = useConsole(occasionId);
  const [ending, setEnding] = useState(false);
  const onEnd = mayDo(me.posts, 'events.close') ? () => setEnding(true) : undefined;
  return (
    <>
      <Answer of={asked} quiet>
        {(desk) => <Desk desk={desk} asked={asked} onEnd={onEnd} />}
      </Answer>
      {ending && asked.data && (
        <CloseSheet occasion={asked.data.occasion} onClose={() => setEnding(false)} />
      )}
    </>
  );
}

/** 签到台: a code that changes, how many came, and who just did; read from across a hall. */
export default function ConsolePage() {
  return (
    <OccasionPage title="签到台" icon="events" tone="cover" needs={['events.check-in']}>
      {(occasionId, me) => <ConsoleAsked occasionId={occasionId} me={me} />}
    </OccasionPage>
  );
}
