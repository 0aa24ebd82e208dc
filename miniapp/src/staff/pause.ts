import { useEffect, useState } from 'react';
import type { ChangeState } from '@/data/change';
import { ProblemError } from '@/data/errors';

function secondsIn(state: ChangeState<unknown>): number {
  if (state.kind !== 'refused' || !(state.error instanceof ProblemError)) return 0;
  const { waitSeconds } = state.error.facts;
  return typeof waitSeconds === 'number' ? waitSeconds : 0;
}

/** Whether the counter rests because of wrong codes; it wakes by itself when the bank said it would. */
export function usePause(state: ChangeState<unknown>): boolean {
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    const seconds = secondsIn(state);
    if (seconds === 0) return undefined;
    setPaused(true);
    const clock = setTimeout(() => setPaused(false), seconds * 1000);
    return () => clearTimeout(clock);
  }, [state]);
  return paused;
}
