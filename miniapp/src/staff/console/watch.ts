import type { ReadConsole } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';
import type { OccasionId } from '@bank/shared/ids';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { ProblemError } from '@/data/errors';
import { consoleQuery } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { isHidden } from '@/device/page-hidden';

const ASK_EVERY_MS = 3_000;
const ASK_EVERY_HIDDEN_MS = 30_000;
const TICK_MS = 1_000;

export type Console = OutputOf<typeof ReadConsole>;

/** Asks again and again while the desk is open: often in front of people, seldom behind another page. */
export function useConsole(occasionId: OccasionId) {
  const asked = useAsk(consoleQuery(occasionId));
  const away = useRef(false);
  useDidShow(() => {
    away.current = false;
  });
  useDidHide(() => {
    away.current = true;
  });
  const latest = useRef(asked);
  latest.current = asked;
  useEffect(() => {
    let askedAtMs = nowMs();
    const clock = setInterval(() => {
      const everyMs = away.current || isHidden() ? ASK_EVERY_HIDDEN_MS : ASK_EVERY_MS;
      const { isFetching, error, refetch } = latest.current;
      // A slow answer is waited for, not asked over; a no of the bank is not asked again and again.
      if (isFetching || error instanceof ProblemError) return;
      if (nowMs() - askedAtMs < everyMs) return;
      askedAtMs = nowMs();
      void refetch();
    }, TICK_MS);
    return () => clearInterval(clock);
  }, []);
  return asked;
}

/** The bank's time, second by second: this screen's own clock may be wrong by hours. */
export function useBankClock(desk: Console, answeredAtMs: number): number {
  const [atMs, setAtMs] = useState(nowMs);
  useEffect(() => {
    const clock = setInterval(() => setAtMs(nowMs()), TICK_MS);
    return () => clearInterval(clock);
  }, []);
  return Math.max(atMs, answeredAtMs) + desk.asOfMs - answeredAtMs;
}
