import { useDidHide, useDidShow } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type PersonalCard, personalCard } from '@/data/events';
import { nowMs } from '@/device/clock';
import { onNetworkReturn } from '@/device/network';
import { type CodeNow, codeNow } from './code-now';

const TICK_MS = 1_000;
/** After a question that failed, the next one waits: a hall without signal is not asked every second. */
const PAUSE_MS = 10_000;

interface Came {
  readonly card: PersonalCard;
  /** The bank's clock less the phone's, which may be wrong. */
  readonly aheadMs: number;
}

export interface PersonalCode {
  readonly card: PersonalCard | undefined;
  readonly now: CodeNow;
  readonly error: Error | undefined;
  readonly isAsking: boolean;
  readonly again: () => void;
}

/** Asks for the codes of the next two minutes; a second question waits for the first. */
function useCard() {
  const [came, setCame] = useState<Came>();
  const [error, setError] = useState<Error>();
  const [isAsking, setAsking] = useState(true);
  const busy = useRef(false);
  const failedAtMs = useRef(0);
  const again = useCallback(() => {
    if (busy.current) return;
    busy.current = true;
    setAsking(true);
    personalCard()
      .then((card) => {
        setCame({ card, aheadMs: card.nowMs - nowMs() });
        setError(undefined);
      })
      .catch((refused: unknown) => {
        failedAtMs.current = nowMs();
        setError(refused instanceof Error ? refused : undefined);
      })
      .finally(() => {
        busy.current = false;
        setAsking(false);
      });
  }, []);
  const mayAsk = useCallback(() => nowMs() - failedAtMs.current > PAUSE_MS, []);
  return { came, error, isAsking, again, mayAsk };
}

/** The code to show now: it goes on by itself, and stops while nobody sees it. */
export function usePersonalCode(): PersonalCode {
  const { came, error, isAsking, again, mayAsk } = useCard();
  const [isShown, setShown] = useState(true);
  const [atMs, setAtMs] = useState(nowMs);
  const now = codeNow(came?.card.codes ?? [], atMs + (came?.aheadMs ?? 0));
  const { wantsMore } = now;
  useEffect(again, [again]);
  useEffect(() => onNetworkReturn(again), [again]);
  useDidShow(() => {
    setShown(true);
    setAtMs(nowMs());
    again();
  });
  useDidHide(() => setShown(false));
  useEffect(() => {
    if (!isShown) return undefined;
    const clock = setInterval(() => setAtMs(nowMs()), TICK_MS);
    return () => clearInterval(clock);
  }, [isShown]);
  useEffect(() => {
    // `atMs` is the tick that asks.
    if (isShown && wantsMore && atMs > 0 && mayAsk()) again();
  }, [isShown, wantsMore, atMs, mayAsk, again]);
  return { card: came?.card, now, error, isAsking, again };
}
