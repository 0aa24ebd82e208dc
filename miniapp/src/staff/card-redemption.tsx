import type {
  BranchId,
  CardHolder,
  SECOND_LOOKS,
  ShelfItem,
} from '@bank/shared/contracts/redemption';
import { useState } from 'react';
import { useCardRedemption } from '@/data/counter';
import { useDone } from '@/data/done';
import { useAsk } from '@/data/query-client';
import { shelfQuery } from '@/data/redemption';
import { BeforeAndAfter } from '@/redemption/before-and-after';
import { PictureWell } from '@/redemption/picture-well';
import { itemWords, quantityMax, stockWords } from '@/redemption/purchase';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box, Heading, Words } from '@/ui/element';
import { Quantity } from '@/ui/quantity';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';

type SecondLook = (typeof SECOND_LOOKS)[number];

const LOOKS: readonly { value: SecondLook; words: string }[] = [
  { value: 'name', words: '自己说出了姓名' },
  { value: 'face', words: '我认得这位' },
  { value: 'helper', words: '陪来的人报了姓名' },
];

interface Held {
  branchId: BranchId;
  holder: CardHolder;
  cardCode: string;
}

/** 再认一次人, how many, and what is left: then it is handed over on the spot. */
function ConfirmSheet(
  props: Held & { item: ShelfItem; onClose: () => void; onDone: (words: string) => void },
) {
  const { branchId, holder, cardCode, item, onClose, onDone } = props;
  const [quantity, setQuantity] = useState(1);
  const [look, setLook] = useState<SecondLook>();
  const { state, send, again } = useCardRedemption(holder.householdId, item.id);
  useDone(state, ({ order }) =>
    onDone(`${itemWords(item)} × ${order.quantity} ${order.unit}，交给${holder.holderName}了`),
  );
  const redeem = () => {
    if (look === undefined) return;
    void send({ branchId, cardCode, itemId: item.id, quantity, secondLook: look });
  };
  return (
    <Sheet title="替老人兑换" onClose={onClose}>
      <Box className="flex">
        <PictureWell of={item.picture} size="m" />
        <Heading level={3} className="h2 grow">
          {itemWords(item)}
        </Heading>
      </Box>
      <Box className="flex how-many">
        <Words className="grow">{`要几${item.unit}`}</Words>
        <Quantity
          value={quantity}
          min={1}
          max={quantityMax(item, holder.available)}
          onChange={setQuantity}
        />
      </Box>
      <BeforeAndAfter have={holder.available} spend={item.price * quantity} />
      <Box className="b">{`再认一次：是${holder.holderName}吗`}</Box>
      <Chips
        label="怎么认的"
        choices={LOOKS}
        value={look ?? ('' as SecondLook)}
        onChoose={setLook}
      />
      <ChangeWords state={state} again={again} />
      <Button
        look="green"
        block
        sending={state.kind === 'sending'}
        offBecause={look === undefined ? '先再认一次人' : undefined}
        onPress={redeem}
      >
        确认，已交到手上
      </Button>
    </Sheet>
  );
}

/** What stands on the shelf and can be paid for with what the household has. */
export function CardRedemption(
  props: Held & { onDone: (words: string) => void; onOther: () => void },
) {
  const { branchId, holder, onOther } = props;
  const shelf = useAsk(shelfQuery(branchId));
  const [item, setItem] = useState<ShelfItem>();
  return (
    <Section title={`${holder.holderName}，可以兑换 ${holder.available} 分`}>
      <Box className="sub pads-bottom">
        {`${holder.householderName} 家 · ${holder.address} · ${holder.householdCode}`}
      </Box>
      <Box className="pads-bottom">
        <Button look="line" small onPress={onOther}>
          换一位
        </Button>
      </Box>
      <Answer of={shelf}>
        {({ items }) => {
          const within = items.filter(({ stock, price }) => stock > 0 && price <= holder.available);
          return (
            <Card>
              {within.map((one) => (
                <RowPress
                  key={one.id}
                  lead={<PictureWell of={one.picture} size="s" />}
                  title={itemWords(one)}
                  sub={`${one.price} 分 · ${stockWords(one).words}`}
                  onPress={() => setItem(one)}
                />
              ))}
              {within.length === 0 && <Box className="prose">现在的积分还不够换货架上的东西</Box>}
            </Card>
          );
        }}
      </Answer>
      {item && <ConfirmSheet {...props} item={item} onClose={() => setItem(undefined)} />}
    </Section>
  );
}
