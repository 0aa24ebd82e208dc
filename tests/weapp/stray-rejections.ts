/**
 * Rejections nobody handled belong to the phone they happened on. Without this the test runner would
 * blame the test that happens to be running, or the whole run.
 */

type Hear = (reason: unknown) => void;
type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/** Each phone has a `Promise` of its own, by which its rejections are known. */
const phones = new Map<unknown, Hear>();
let others: Listener[] | undefined;

/** Hands the stray rejections of one phone to it, also those that come after it was closed. */
export function hearStrayRejections(phonePromise: unknown, hear: Hear): void {
  phones.set(phonePromise, hear);
  if (others !== undefined) return;
  others = process.listeners('unhandledRejection') as Listener[];
  process.removeAllListeners('unhandledRejection');
  process.on('unhandledRejection', (reason, promise) => {
    const phone = phones.get(promise.constructor);
    if (phone !== undefined) phone(reason);
    else for (const other of others ?? []) other(reason, promise);
  });
}
