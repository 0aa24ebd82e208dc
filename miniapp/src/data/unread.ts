import { useSyncExternalStore } from 'react';

/**
 * Whether a message waits. WeChat draws its tab bar outside the app's tree, where no question can
 * be asked, so the pages that know say it here.
 */
let waits = false;
const listeners = new Set<() => void>();

export function sayUnread(next: boolean): void {
  if (next === waits) return;
  waits = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useUnread(): boolean {
  return useSyncExternalStore(listen, () => waits);
}
