import { dayOf, sayClock, sayDay, sayMoment } from '@bank/shared/calendar';
import { HELPED_WORDS, type WaitingService } from '@bank/shared/contracts/volunteering';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { waitingServicesQuery } from '@/data/volunteering';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { Box, Heading } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Card } from '@/ui/section';
import { Strip } from '@/ui/strip';
import { sayMinutes } from '@/ui/time-words';
import { ConfirmWay, ReturnSheet } from '../service-sheets';
import { StaffPage } from '../staff-page';

const timeWords = ({ startsAtMs, endsAtMs, minutes }: WaitingService) =>
  `${sayDay(dayOf(startsAtMs))} ${sayClock(startsAtMs)}–${sayClock(endsAtMs)}，${sayMinutes(minutes)}`;

function Waiting(props: {
  service: WaitingService;
  onReturn: () => void;
  onDone: (words: string) => void;
}) {
  const { service, onReturn, onDone } = props;
  return (
    <Card padded>
      <Heading level={2} className="b">
        {service.name}
      </Heading>
      <Box className="sub">{`${service.address} · ${service.householdCode}`}</Box>
      <Facts
        of={[
          { words: '什么时候', value: timeWords(service) },
          { words: '帮了谁', value: HELPED_WORDS[service.helped] },
          { words: '做了什么', value: service.words },
          { words: '记的时间', value: sayMoment(service.loggedAtMs) },
        ]}
      />
      <Box className="ways ways--in">
        <ConfirmWay service={service} onDone={onDone} />
        {!service.isOwnHousehold && (
          <Button look="line" small onPress={onReturn}>
            退回
          </Button>
        )}
      </Box>
    </Card>
  );
}

function Services() {
  const asked = useAsk(waitingServicesQuery());
  const [returning, setReturning] = useState<WaitingService>();
  const [done, setDone] = useState<string>();
  return (
    <>
      {done && <Strip tone="green">{done}</Strip>}
      <Answer
        of={asked}
        empty={{
          when: ({ services }) => services.length === 0,
          face: <Blank icon="volunteer" title="没有等认定的" sub="有人记了服务，就在这里等您" />,
        }}
      >
        {({ services, more }) => (
          <Box className="pads stacked stacked--pairs">
            {services.map((service) => (
              <Waiting
                key={service.serviceId}
                service={service}
                onReturn={() => setReturning(service)}
                onDone={setDone}
              />
            ))}
            {more && <Box className="sub">还有更多，办完这些就能看到</Box>}
          </Box>
        )}
      </Answer>
      {returning && (
        <ReturnSheet
          service={returning}
          onClose={() => setReturning(undefined)}
          onDone={(words) => {
            setDone(words);
            setReturning(undefined);
          }}
        />
      )}
    </>
  );
}

/** 认定服务: what people logged of their own, to be known or returned with a reason. */
export default function ServicesPage() {
  return (
    <StaffPage title="认定服务" needs={['service.confirm']}>
      {() => <Services />}
    </StaffPage>
  );
}
