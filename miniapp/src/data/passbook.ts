import { type Passbook, ReadPassbook } from '@bank/shared/contracts/passbook';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { useRef } from 'react';
import { call } from './call';
import { keepAnswer, keptAnswer } from './kept-answers';
import { ask } from './query-client';

/** The newest lines and the balances. */
export const passbookQuery = () => ask(ReadPassbook, {});

type Before = number | undefined;

function passbookPagesQuery() {
  const kept = () => keptAnswer(ReadPassbook, {});
  return infiniteQueryOptions({
    queryKey: [ReadPassbook.id, 'pages'],
    queryFn: async ({ pageParam, signal }): Promise<Passbook> => {
      const page = await call(ReadPassbook, { before: pageParam }, signal);
      if (pageParam === undefined) keepAnswer(ReadPassbook, {}, page);
      return page;
    },
    initialPageParam: undefined as Before,
    getNextPageParam: (page: Passbook): Before => page.older ?? undefined,
    initialData: () => {
      const newest = kept();
      return newest && { pages: [newest.answer], pageParams: [undefined as Before] };
    },
    initialDataUpdatedAt: () => kept()?.atMs,
  });
}

/** The whole passbook, a page of lines at a time; `fetchNextPage` brings older ones. */
export function usePassbookPages() {
  const asked = useInfiniteQuery(passbookPagesQuery());
  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void asked.refetch();
    shownBefore.current = true;
  });
  return asked;
}
