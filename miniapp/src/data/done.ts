import { useEffect, useRef } from 'react';
import type { ChangeState } from './change';

/** Runs once for each yes of a change. */
export function useDone<Answer>(state: ChangeState<Answer>, then: (answer: Answer) => void): void {
  // A new function at each drawing; only a new answer counts.
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    if (state.kind === 'done') latest.current(state.answer);
  }, [state]);
}
