import { dayOf, sayDay } from '@bank/shared/calendar';
import type { CounterOrder } from '@bank/shared/contracts/redemption';
import type { PersonId } from '@bank/shared/ids';
import { useState } from 'react';
import { useHandingOver } from '@/data/counter';
import { useDone } from '@/data/done';
import { PictureWell } from '@/redemption/picture-well';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box, Heading, Words } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Icon } from '@/ui/icon';
import { sayPoints } from '@/ui/points';

const HOUSEHOLDER = '户主本人';

/** The householder fetches it, or one of the household by name. */
function WhoCame(props: {
  found: CounterOrder;
  value: PersonId | undefined;
  onChoose: (personId: PersonId | undefined) => void;
}) {
  const { found, value, onChoose } = props;
  const others = found.members.filter(({ name }) => name !== found.householderName);
  if (others.length === 0) return null;
  const choices = [
    { value: HOUSEHOLDER, words: `${found.householderName}（${HOUSEHOLDER}）` },
    ...others.map(({ personId, name, relation }) => ({
      value: personId as string,
      words: `${name}（${relation}）`,
    })),
  ];
  const choose = (chosen: string) =>
    onChoose(others.find(({ personId }) => personId === chosen)?.personId);
  return (
    <Box className="pads-top">
      <Box className="b">谁来领的</Box>
      <Chips label="谁来领的" choices={choices} value={value ?? HOUSEHOLDER} onChoose={choose} />
    </Box>
  );
}

/** 找到了，可以发: large enough to hold beside the shelf, and the household by name. */
export function FoundOrder(props: {
  found: CounterOrder;
  onDone: (words: string) => void;
  onAgain: () => void;
}) {
  const { found, onDone, onAgain } = props;
  const { order } = found;
  const [cameId, setCameId] = useState<PersonId>();
  const { state, send, again } = useHandingOver(order.id);
  useDone(state, () => onDone(`${order.itemName} × ${order.quantity} ${order.unit}，交好了`));
  const name = [order.itemName, order.specification].filter(Boolean).join(' ');
  return (
    <Box as="section" className="found" label="找到的兑换单">
      <Box className="found__head">
        <Icon name="check-circle" tone="green" />
        <Heading level={2} className="h2 grow">
          找到了，可以发
        </Heading>
        <Words className="sub num">{order.number}</Words>
      </Box>
      <Box className="found__body">
        <Box className="found__goods">
          <PictureWell of={order.picture} size="m" />
          <Box className="grow">
            <Heading level={3} className="h1">
              {name}
            </Heading>
            <Box className="found__times">{`× ${order.quantity} ${order.unit}`}</Box>
            <Box className="sub">{`货架还剩 ${found.stockLeft} ${order.unit}`}</Box>
          </Box>
        </Box>
        <Facts
          of={[
            {
              words: '哪一户',
              value: <Words className="b">{`${found.householderName} 家`}</Words>,
            },
            { words: '住在', value: `${found.address} · ${found.householdCode}` },
            {
              words: '积分',
              value: `${sayPoints(order.points)} 分 · 最晚 ${sayDay(dayOf(order.lapseAtMs))}`,
            },
          ]}
        />
        <WhoCame found={found} value={cameId} onChoose={setCameId} />
        <ChangeWords state={state} again={again} />
        <Box className="btns btns--desk pads-top">
          <Button look="line" onPress={onAgain}>
            不对，重输
          </Button>
          <Button
            look="green"
            sending={state.kind === 'sending'}
            onPress={() =>
              void send({ orderId: order.id, ...(cameId && { collectedByPersonId: cameId }) })
            }
          >
            确认，已交到手上
          </Button>
        </Box>
      </Box>
    </Box>
  );
}
