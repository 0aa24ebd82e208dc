import { dayOf, sayDay } from '@bank/shared/calendar';
import type { Order } from '@bank/shared/contracts/redemption';
import { stopPullDownRefresh, usePullDownRefresh } from '@tarojs/taro';
import { useOrderPages } from '@/data/redemption';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { orderPage, TABS } from '@/ui/go';
import { sayChange } from '@/ui/points';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag, Tags } from '@/ui/tag';
import { goodsWords, ORDER_STATE } from '../order-words';
import { PictureWell } from '../picture-well';

const whenOf = ({ state, lapseAtMs, endedAtMs, reservedAtMs }: Order) =>
  state === 'reserved'
    ? `最晚 ${sayDay(dayOf(lapseAtMs))}`
    : sayDay(dayOf(endedAtMs ?? reservedAtMs));

function Line({ order }: { order: Order }) {
  const { words, tone } = ORDER_STATE[order.state];
  const spent = order.state === 'reserved' || order.state === 'collected';
  return (
    <RowLink
      to={orderPage(order.id)}
      lead={<PictureWell of={order.picture} size="s" />}
      title={goodsWords(order)}
      sub={`${whenOf(order)} · ${spent ? `${sayChange(-order.points)} 分` : '没有花分'}`}
      below={
        <Tags>
          <Tag tone={tone}>{words}</Tag>
        </Tags>
      }
    />
  );
}

function Lines({ title, orders }: { title: string; orders: readonly Order[] }) {
  if (orders.length === 0) return null;
  return (
    <Section title={title}>
      <Card>
        {orders.map((order) => (
          <Line key={order.id} order={order} />
        ))}
      </Card>
    </Section>
  );
}

const NothingYet = () => (
  <Blank
    icon="gift"
    title="没有要领的东西"
    sub="攒够积分，就到货架挑一样"
    action={<ButtonLink to={TABS.shelf.path}>看货架</ButtonLink>}
  />
);

/** 我的兑换单: what waits first, then what was. */
export default function OrdersPage() {
  const asked = useOrderPages();
  usePullDownRefresh(() => void asked.refetch().finally(() => stopPullDownRefresh()));
  return (
    <Shell title="我的兑换单">
      <Answer
        of={asked}
        empty={{ when: ({ pages }) => (pages[0]?.orders.length ?? 0) === 0, face: <NothingYet /> }}
      >
        {({ pages }) => {
          const orders = pages.flatMap((page) => page.orders);
          return (
            <>
              <Lines title="等您来领" orders={orders.filter(({ state }) => state === 'reserved')} />
              <Lines title="以前的" orders={orders.filter(({ state }) => state !== 'reserved')} />
              {asked.hasNextPage && (
                <Box className="pads">
                  <Button
                    look="line"
                    block
                    sending={asked.isFetchingNextPage}
                    sendingWords="正在打开…"
                    onPress={() => void asked.fetchNextPage()}
                  >
                    看更早的
                  </Button>
                </Box>
              )}
              <Box className="tail" />
            </>
          );
        }}
      </Answer>
    </Shell>
  );
}
