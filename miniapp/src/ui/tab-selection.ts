import { useSyncExternalStore } from 'react';
import type { TabName } from './go';

let selected: TabName = 'home';
const listeners = new Set<() => void>();

/** Said by a tab page whenever it shows: WeChat makes one bar a page, and none of them knows where it is. */
export function selectTab(tab: TabName): void {
  if (tab === selected) return;
  selected = tab;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useSelectedTab(): TabName {
  return useSyncExternalStore(listen, () => selected);
}
