import type { Branch, ShelfItem } from '@bank/shared/contracts/redemption';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { usePlacingOrder } from '@/data/redemption';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading, Words } from '@/ui/element';
import { goInstead, orderPage } from '@/ui/go';
import { Quantity } from '@/ui/quantity';
import { Sheet } from '@/ui/sheet';
import { BeforeAndAfter } from './before-and-after';
import { PictureWell } from './picture-well';
import { itemWords, quantityMax } from './purchase';

/** 确认兑换: what, how many, and what is left afterwards. */
export function RedeemSheet(props: {
  item: ShelfItem;
  branch: Branch;
  available: number;
  onClose: () => void;
}) {
  const { item, branch, available, onClose } = props;
  const [quantity, setQuantity] = useState(1);
  const { state, send, again } = usePlacingOrder(branch.id, item.id);
  useDone(state, ({ order }) => goInstead(orderPage(order.id)));
  return (
    <Sheet title="确认兑换" onClose={onClose}>
      <Box className="flex">
        <PictureWell of={item.picture} size="m" />
        <Box className="grow">
          <Heading level={3} className="h2">
            {itemWords(item)}
          </Heading>
          <Box className="sub">{`每户每月最多 ${item.monthlyMax} ${item.unit}`}</Box>
        </Box>
      </Box>
      <Box className="flex how-many">
        <Words className="grow">{`要几${item.unit}`}</Words>
        <Quantity
          value={quantity}
          min={1}
          max={quantityMax(item, available)}
          onChange={setQuantity}
        />
      </Box>
      <BeforeAndAfter have={available} spend={item.price * quantity} />
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending' || state.kind === 'done'}
        onPress={() => void send({ branchId: branch.id, itemId: item.id, quantity })}
      >
        确认兑换
      </Button>
    </Sheet>
  );
}
