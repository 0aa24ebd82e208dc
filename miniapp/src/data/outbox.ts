import * as z from '@bank/shared/zod';
import { useSyncExternalStore } from 'react';
import { nowMs } from '@/device/clock';
import { isOnline, onNetworkReturn } from '@/device/network';
import { randomBytes } from '@/device/random';
import { storage } from '@/device/storage';
import { OfflineError, UnknownOutcome } from './errors';
import { ID_BYTES, requestIdFrom } from './request-id';

const KEY = 'outbox';
/** More than a full hall; beyond it the oldest would be hidden under the newest. */
const SCANS_MAX = 500;

const Scan = z.object({
  /** Made here, once; the bank takes a scan with the same id only once. */
  clientId: z.string(),
  text: z.string(),
  scannedAtMs: z.number(),
  /** What the scan was for: an event's check-in page says which. */
  about: z.string(),
});
export type WaitingScan = z.infer<typeof Scan>;

/** Hands one scan to the bank. A `ProblemError` is an answer; only a missing answer keeps the scan. */
export type DeliverScan = (scan: WaitingScan) => Promise<void>;

const listeners = new Set<() => void>();
let waiting: readonly WaitingScan[] | undefined;
let flushing = false;

function scans(): readonly WaitingScan[] {
  if (waiting) return waiting;
  const text = storage.read(KEY);
  try {
    waiting = text === undefined ? [] : z.parse(z.array(Scan), JSON.parse(text));
  } catch {
    waiting = [];
  }
  return waiting;
}

function keep(next: readonly WaitingScan[]): boolean {
  waiting = next;
  for (const listener of listeners) listener();
  return storage.write(KEY, JSON.stringify(next));
}

/** Puts a scan in line. False when the phone would not keep it: the person must be told. */
export async function putInOutbox(text: string, about: string): Promise<boolean> {
  const scannedAtMs = nowMs();
  if (scans().length >= SCANS_MAX) return false;
  const clientId = requestIdFrom(await randomBytes(ID_BYTES));
  return keep([...scans(), { clientId, text, scannedAtMs, about }]);
}

/** Sends the line, one at a time, oldest first; stops at the first that gets no answer. */
export async function flushOutbox(deliver: DeliverScan): Promise<void> {
  if (flushing) return;
  flushing = true;
  try {
    for (let next = scans()[0]; next && isOnline(); next = scans()[0]) {
      const { clientId } = next;
      if (!(await delivered(next, deliver))) return;
      keep(scans().filter((scan) => scan.clientId !== clientId));
    }
  } finally {
    flushing = false;
  }
}

async function delivered(scan: WaitingScan, deliver: DeliverScan): Promise<boolean> {
  try {
    await deliver(scan);
    return true;
  } catch (error) {
    return !(error instanceof OfflineError || error instanceof UnknownOutcome);
  }
}

/** Sends the line whenever the network returns; the answer stops it. Call `flushOutbox` when the app shows. */
export function flushOnNetworkReturn(deliver: DeliverScan): () => void {
  return onNetworkReturn(() => void flushOutbox(deliver));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** How many scans wait: 2 条记录先存在手机里，有网自动传. */
export function useOutboxCount(): number {
  return useSyncExternalStore(listen, () => scans().length);
}
