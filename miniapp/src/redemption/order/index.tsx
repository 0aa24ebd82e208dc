import { dayOf, sayDay, sayMoment } from '@bank/shared/calendar';
import type { Order, PickupCode } from '@bank/shared/contracts/redemption';
import { OrderId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { orderQuery, useCancelling } from '@/data/redemption';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { QrCard, SixDigits } from '@/ui/code';
import { Box, Words } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { ORDERS_PAGE } from '@/ui/go';
import { sayPoints } from '@/ui/points';
import { Sheet } from '@/ui/sheet';
import { Shell } from '@/ui/shell';
import { Stamp } from '@/ui/stamp';
import { Steps } from '@/ui/steps';
import { goodsWords } from '../order-words';
import { PictureWell } from '../picture-well';

const STEPS = ['已下单', '来领取', '领好了'] as const;

const Perforation = () => <Box className="perf" silent />;

/** The figures to read out and the code to show. */
function Pickup({ pickup }: { pickup: PickupCode }) {
  return (
    <Box className="ticket__code">
      <Box className="sub">报这个号，或给人扫码</Box>
      <SixDigits digits={pickup.digits} label="取货码" />
      <QrCard text={pickup.qrText} label="取货码" sidePx={200} />
    </Box>
  );
}

const ENDED: Record<Exclude<Order['state'], 'reserved'>, { stamp: string; words: string }> = {
  collected: { stamp: '已领', words: '东西已经交到您家手上' },
  cancelled: { stamp: '已退', words: '您说不要了，积分已退回存折' },
  lapsed: { stamp: '过期', words: '过了期限没来领，积分已退回存折' },
  reversed: { stamp: '已冲正', words: '东西发错了，积分已退回存折' },
};

function Ended({ state }: { state: keyof typeof ENDED }) {
  const { stamp, words } = ENDED[state];
  return (
    <Box className="ticket__code">
      <Stamp tone={state === 'collected' ? 'green' : 'grey'}>{stamp}</Stamp>
      <Box className="sub pads-top">{words}</Box>
    </Box>
  );
}

function factsOf(order: Order) {
  const common = [
    { words: '领取地点', value: order.branchName },
    { words: '单号', value: order.number },
  ];
  if (order.state === 'reserved') {
    const last = <Words className="b ochre">{sayDay(dayOf(order.lapseAtMs))}</Words>;
    return [{ words: '最晚', value: last }, ...common];
  }
  const ended = order.endedAtMs === null ? '' : sayMoment(order.endedAtMs);
  return [
    ...common,
    { words: order.state === 'collected' ? '领取时间' : '退回时间', value: ended },
  ];
}

function Ticket({ order, pickup }: { order: Order; pickup: PickupCode | null }) {
  const { state } = order;
  const isOpen = state === 'reserved';
  const gone = isOpen || state === 'collected';
  return (
    <>
      <Box className="ticket">
        {gone && (
          <Box className="ticket__steps">
            <Steps names={STEPS} now={isOpen ? 1 : STEPS.length} />
          </Box>
        )}
        {gone && <Perforation />}
        {state === 'reserved' ? pickup && <Pickup pickup={pickup} /> : <Ended state={state} />}
        <Perforation />
        <Box className="flex ticket__goods">
          <PictureWell of={order.picture} size="s" />
          <Box className="grow">
            <Box className="b">{goodsWords(order)}</Box>
            <Box className="sub num">
              {gone ? `花了 ${sayPoints(order.points)} 分` : `退回 ${sayPoints(order.points)} 分`}
            </Box>
          </Box>
        </Box>
        <Box className="ticket__facts">
          <Facts of={factsOf(order)} />
        </Box>
      </Box>
      {isOpen && (
        <Box className="cap center pads">{`过期不领，${sayPoints(order.points)} 分自动退回`}</Box>
      )}
      <Box className="tail" />
    </>
  );
}

/** 不要了: asked once. */
function Cancel({ order }: { order: Order }) {
  const [asking, setAsking] = useState(false);
  const { state, send, again } = useCancelling(order.id);
  return (
    <Box className="footbar">
      <Button look="line" block onPress={() => setAsking(true)}>
        不要了
      </Button>
      {asking && (
        <Sheet title="不要了吗" onClose={() => setAsking(false)}>
          <Box>{`${goodsWords(order)}放回货架，${sayPoints(order.points)} 分退回存折`}</Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() => void send({ orderId: order.id })}
          >
            不要了，退回积分
          </Button>
        </Sheet>
      )}
    </Box>
  );
}

function OrderView({ orderId }: { orderId: OrderId }) {
  const asked = useAsk(orderQuery(orderId));
  const open = asked.data?.order.state === 'reserved' ? asked.data.order : undefined;
  return (
    <Shell title="兑换单" foot={open && <Cancel order={open} />}>
      <Answer of={asked}>{(answer) => <Ticket {...answer} />}</Answer>
    </Shell>
  );
}

/** 兑换单: the code for the counter while it waits, and what became of it afterwards. */
export default function OrderPage() {
  const id = z.safeParse(OrderId, useRouter().params.id);
  if (id.success) return <OrderView orderId={id.data} />;
  return (
    <Shell title="兑换单">
      <Blank
        icon="gift"
        title="没找到这张兑换单"
        sub="到我的兑换单里找找"
        action={<ButtonLink to={ORDERS_PAGE}>我的兑换单</ButtonLink>}
      />
    </Shell>
  );
}
