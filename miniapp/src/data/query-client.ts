import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import { QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useDidShow } from '@tarojs/taro';
import { call } from './call';
import { keepAnswer, keptAnswer } from './kept-answers';

/**
 * Questions and their answers. Networks are judged by `call`, not by the library, which sees no
 * network events in a mini-program; a page asks again whenever it shows.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 0,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

export interface AskOptions {
  /** Kept on the phone for the day without a network. False for codes and whatever is secret. */
  keep?: boolean;
}

/**
 * The question a promise answers. Its last answer, if the phone kept one, is there at once with the
 * time it came; rooms wrap this as `passbookQuery()`.
 */
export function ask<E extends Endpoint>(
  promise: E,
  input: InputOf<E>,
  { keep = true }: AskOptions = {},
) {
  // Read when the question is first asked, not before: after a sign-out nothing is left to show.
  const kept = () => (keep ? keptAnswer(promise, input) : undefined);
  return queryOptions<OutputOf<E>, Error, OutputOf<E>, readonly unknown[]>({
    queryKey: [promise.id, input],
    queryFn: async ({ signal }) => {
      const answer = await call(promise, input, signal);
      if (keep) keepAnswer(promise, input, answer);
      return answer;
    },
    initialData: () => kept()?.answer as never,
    initialDataUpdatedAt: () => kept()?.atMs,
  });
}

type Asked<Value> = ReturnType<typeof queryOptions<Value, Error, Value, readonly unknown[]>>;

/** Asks, and asks again each time the page shows. */
export function useAsk<Value>(question: Asked<Value>) {
  const asked = useQuery(question);
  // A part that came later than its page has no first showing of its own: what is under way is kept.
  // Not by `asked.refetch`: a result of which only that was touched tells its part of no answer.
  useDidShow(
    () =>
      void queryClient.refetchQueries(
        { queryKey: question.queryKey, exact: true },
        { cancelRefetch: false },
      ),
  );
  return asked;
}
