import {
  type BranchId,
  CancelOrder,
  PlaceOrder,
  ReadItem,
  ReadOrder,
  ReadOrders,
  ReadShelf,
} from '@bank/shared/contracts/redemption';
import type { OutputOf } from '@bank/shared/endpoint';
import type { ItemId, OrderId } from '@bank/shared/ids';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { call } from './call';
import { about, useChange } from './change';
import { keepAnswer, keptAnswer } from './kept-answers';
import { ask } from './query-client';

/** What lies on the shelf of a branch; without one, of the reader's own site. */
export const shelfQuery = (branchId?: BranchId) => ask(ReadShelf, branchId ? { branchId } : {});

/** One kind of goods as this branch has it now. */
export const itemQuery = (branchId: BranchId, itemId: ItemId) =>
  ask(ReadItem, { branchId, itemId });

/** The newest orders of the household. */
export const ordersQuery = () => ask(ReadOrders, {});

/** One order and its pickup code, which must also show where there is no signal. */
export const orderQuery = (orderId: OrderId) => ask(ReadOrder, { orderId });

/** Reserves goods and points together. An order that lost its answer is taken up at its own goods only. */
export const usePlacingOrder = (branchId: BranchId, itemId: ItemId) =>
  useChange(PlaceOrder, about(PlaceOrder, branchId, itemId));

export const useCancelling = (orderId: OrderId) =>
  useChange(CancelOrder, about(CancelOrder, orderId));

type Page = OutputOf<typeof ReadOrders>;
type Before = number | undefined;

function orderPagesQuery() {
  const kept = () => keptAnswer(ReadOrders, {});
  return infiniteQueryOptions({
    queryKey: [ReadOrders.id, 'pages'],
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const page = await call(ReadOrders, { before: pageParam }, signal);
      if (pageParam === undefined) keepAnswer(ReadOrders, {}, page);
      return page;
    },
    initialPageParam: undefined as Before,
    getNextPageParam: (page: Page): Before => page.older ?? undefined,
    initialData: () => {
      const newest = kept();
      return newest && { pages: [newest.answer], pageParams: [undefined as Before] };
    },
    initialDataUpdatedAt: () => kept()?.atMs,
  });
}

/** All orders, a page at a time; `fetchNextPage` brings older ones. */
export function useOrderPages() {
  const asked = useInfiniteQuery(orderPagesQuery());
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void asked.refetch();
    shownBefore.current = true;
  });
  return asked;
}
