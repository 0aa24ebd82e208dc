import { sayClock } from '@bank/shared/calendar';
import { ReadMe } from '@bank/shared/contracts/access';
import { BringLateScan } from '@bank/shared/contracts/events';
import type { OutputOf } from '@bank/shared/endpoint';
import * as z from '@bank/shared/zod';
import { useDidShow } from '@tarojs/taro';
import { useEffect, useSyncExternalStore } from 'react';
import { nowMs } from '@/device/clock';
import { isOnline, onNetworkReturn } from '@/device/network';
import { randomBytes } from '@/device/random';
import { storage } from '@/device/storage';
import { call } from './call';
import { ProblemError } from './errors';
import { keptAnswer } from './kept-answers';
import {
  EMPTY,
  type LateAnswer,
  LateQueue,
  type LateScan,
  leavesScanOpen,
  nextScan,
  ofOwner,
  withAnswer,
  withoutAnswer,
  withScan,
} from './late-queue';
import { queryClient } from './query-client';
import { ID_BYTES, requestIdFrom } from './request-id';

const KEY = 'late-scans';

const listeners = new Set<() => void>();
let read: { readonly text: string | undefined; readonly queue: LateQueue } = {
  text: undefined,
  queue: EMPTY,
};
let isBringing = false;

/** A sending that got no answer is tried again this long after, for as long as the app is open. */
const AGAIN_AFTER_MS = 10_000;
let isTryingLater = false;

function tryLater(): void {
  if (isTryingLater) return;
  isTryingLater = true;
  setTimeout(() => {
    isTryingLater = false;
    void bringLateScans();
  }, AGAIN_AFTER_MS);
}

/** As the phone has it: another window of the same browser may have changed it. */
function queueNow(): LateQueue {
  const text = storage.read(KEY);
  if (text !== read.text) read = { text, queue: queueIn(text) };
  return read.queue;
}

function queueIn(text: string | undefined): LateQueue {
  if (text === undefined) return EMPTY;
  try {
    return z.parse(LateQueue, JSON.parse(text));
  } catch {
    return EMPTY;
  }
}

function keep(queue: LateQueue): boolean {
  const isKept = storage.write(KEY, JSON.stringify(queue));
  for (const listener of listeners) listener();
  return isKept;
}

/** Who holds this phone, as far as it remembers without asking. Forgotten at each sign-in and sign-out. */
const holderId = () => keptAnswer(ReadMe, {})?.answer.person?.id;

/** Keeps a scan that could not be sent. False when the phone cannot: the person must be told. */
export async function keepLateScan(code: string): Promise<boolean> {
  const scannedAtMs = nowMs();
  const ownerId = holderId();
  if (ownerId === undefined) return false;
  const requestId = requestIdFrom(await randomBytes(ID_BYTES), scannedAtMs);
  const nonce = requestIdFrom(await randomBytes(ID_BYTES), scannedAtMs);
  const queue = withScan(queueNow(), { requestId, nonce, ownerId, code, scannedAtMs });
  return queue !== undefined && keep(queue);
}

type Brought = OutputOf<typeof BringLateScan>;

const WORDS: Record<Brought['state'], (brought: Brought) => string> = {
  waiting: ({ title }) => `「${title}」的签到交上去了，等工作人员确认`,
  present: ({ title, inAtMs }) => `「${title}」${sayClock(inAtMs)} 已经签到了`,
  refused: ({ title }) => `「${title}」的签到，工作人员没有确认，有疑问请找活动联系人`,
  undone: ({ title }) => `「${title}」的签到，工作人员撤回了，有疑问请找活动联系人`,
};

/** Sends one scan; undefined when nobody knows yet what became of it. */
async function answerTo({ ownerId, ...scan }: LateScan): Promise<LateAnswer | undefined> {
  const { requestId } = scan;
  try {
    const brought = await call(BringLateScan, scan);
    const { state } = brought;
    const outcome = state === 'waiting' || state === 'present' ? state : 'no';
    return { requestId, ownerId, words: WORDS[state](brought), outcome };
  } catch (error) {
    if (!(error instanceof ProblemError) || leavesScanOpen(error.code)) return undefined;
    return { requestId, ownerId, words: `存着的签到没交上：${error.message}`, outcome: 'no' };
  }
}

/** Sends what waits, one at a time, oldest first; stops at the first that gets no answer. */
export async function bringLateScans(): Promise<void> {
  if (isBringing) return;
  isBringing = true;
  try {
    while (isOnline()) {
      // Asked anew for each: somebody else may have signed in meanwhile.
      const ownerId = holderId();
      const scan = ownerId && nextScan(queueNow(), ownerId);
      if (!scan) return;
      const answer = await answerTo(scan);
      if (!answer) return tryLater();
      keep(withAnswer(queueNow(), answer));
      void queryClient.invalidateQueries();
    }
  } finally {
    isBringing = false;
  }
}

/** The person has read the answer. */
export const dismissLateAnswer = (requestId: string): void => {
  keep(withoutAnswer(queueNow(), requestId));
};

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** What waits on this phone for whoever holds it, and the answers not yet read. */
export function useLateScans(): LateQueue {
  const queue = useSyncExternalStore(listen, queueNow);
  return ofOwner(queue, holderId() ?? '');
}

/** For the app as a whole: sends what waits whenever it shows and whenever the network returns. */
export function useLateScanDelivery(): void {
  const bring = () => void bringLateScans();
  useDidShow(bring);
  useEffect(() => onNetworkReturn(() => void bringLateScans()), []);
}
