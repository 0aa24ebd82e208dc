/** A browser always knows: nothing to begin. */
export const watchNetwork = (): void => undefined;

/** Whether the phone knows of a network. True is only a hope; false is certain. */
export const isOnline = (): boolean => navigator.onLine !== false;

/** Calls back each time the network returns; the answer stops it. */
export function onNetworkReturn(back: () => void): () => void {
  window.addEventListener('online', back);
  return () => window.removeEventListener('online', back);
}
