import { RequestId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { storage } from '@/device/storage';

const PREFIX = 'change:';
export const ID_BYTES = 15;
const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_';

const Pending = z.object({
  requestId: RequestId,
  /** The change as it was asked, so that the very same one can be asked again. */
  input: z.record(z.string(), z.unknown()),
  askedAtMs: z.number(),
});
export type Pending = z.infer<typeof Pending>;

/** Until the year 5188 a moment takes no more letters than this. */
const TIME_LETTERS = 9;

/**
 * A request id of 29 letters: the moment, then unguessable bytes (15 of them, six bits a letter). In
 * the order of time, so that the bank's index of answered requests grows at its end.
 */
export function requestIdFrom(bytes: Uint8Array, atMs: number): RequestId {
  let text = atMs.toString(36).padStart(TIME_LETTERS, '0');
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (const shift of [18, 12, 6, 0]) text += LETTERS.charAt((group >>> shift) & 63);
  }
  return z.parse(RequestId, text);
}

/** Changes whose input may be stored nowhere: they last as long as the app stays open. */
const inMemory = new Map<string, Pending>();

/** A change that was asked and not yet answered, from before a restart perhaps. */
export function pendingChange(name: string): Pending | undefined {
  const remembered = inMemory.get(name);
  if (remembered) return remembered;
  const text = storage.read(PREFIX + name);
  if (text === undefined) return undefined;
  try {
    return z.parse(Pending, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Same fields, same values, in whatever order they were given. */
export function sameInput(one: Pending['input'], other: Pending['input']): boolean {
  const ordered = (input: Pending['input']) =>
    JSON.stringify(Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1)));
  return ordered(one) === ordered(other);
}

/**
 * Stores the change before it is sent: an answer that gets lost can then be asked for again. With
 * secrets in it, it is remembered only while the app stays open.
 */
export function keepPending(name: string, pending: Pending, hasSecrets: boolean): void {
  if (hasSecrets) inMemory.set(name, pending);
  else storage.write(PREFIX + name, JSON.stringify(pending));
}

/** An answer, yes or no, was shown: the request id has done its duty. */
export function dropPending(name: string): void {
  inMemory.delete(name);
  storage.remove(PREFIX + name);
}

/** Forgets every unanswered change: another person may hold this phone next. */
export function forgetPending(): void {
  inMemory.clear();
  for (const key of storage.keys()) if (key.startsWith(PREFIX)) storage.remove(key);
}
