import type { Order } from '@bank/shared/contracts/redemption';
import { useAsk } from '@/data/query-client';
import { ordersQuery } from '@/data/redemption';
import { useCare } from '@/ui/care';
import { Box, Link, Words } from '@/ui/element';
import { ORDERS_PAGE, orderPage } from '@/ui/go';
import { Icon } from '@/ui/icon';
import { goodsWords } from './order-words';

const isOpen = ({ state }: Order) => state === 'reserved';

/** The orders that wait at the counter. */
export const openOrders = (orders: readonly Order[]) => orders.filter(isOpen);

/** 1 件待领：茶油 5 升，去领. Nothing at all when nothing waits. */
export function WaitingStrip() {
  const asked = useAsk(ordersQuery());
  const care = useCare();
  const open = openOrders(asked.data?.orders ?? []);
  const [first] = open;
  if (!first) return null;
  const to = open.length === 1 ? orderPage(first.id) : ORDERS_PAGE;
  const count = care ? `${open.length} 件东西没领` : `${open.length} 件待领：`;
  const names = open.map(goodsWords).join('、');
  return (
    <Link to={to} className="notice-link" label={`${open.length} 件待领：${names}，去领`}>
      <Icon name="gift" tone="ochre" />
      <Box className="grow">
        <Words className="b">{count}</Words>
        {!care && <Words>{names}</Words>}
      </Box>
      <Words className="b notice-link__go">去领</Words>
      <Icon name="chevron-right" tone="ochre" size="s" />
    </Link>
  );
}
