import Taro from '@tarojs/taro';
import { quietly } from './quietly';

let online = true;
let watching = false;
const listeners = new Set<() => void>();

/** Begins when the app starts, so that the first question already knows. Once is enough. */
export function watchNetwork(): void {
  if (watching) return;
  watching = true;
  quietly(
    Taro.getNetworkType({
      success: ({ networkType }) => {
        online = networkType !== 'none';
      },
    }),
  );
  Taro.onNetworkStatusChange(({ isConnected }) => {
    const returned = isConnected && !online;
    online = isConnected;
    if (returned) for (const back of listeners) back();
  });
}

/** Whether the phone knows of a network. True is only a hope; false is certain. */
export const isOnline = (): boolean => online;

/** Calls back each time the network returns; the answer stops it. */
export function onNetworkReturn(back: () => void): () => void {
  listeners.add(back);
  return () => void listeners.delete(back);
}
