import { nowMs } from '@/device/clock';
import { CHECK_IN_PAGE, go, goInstead, TABS } from '@/ui/go';

/** Long enough to sign in and bind; a code that lies about longer helps nobody. */
const HELD_FOR_MS = 10 * 60_000;

/** In memory alone: an address stays in the history of a shared phone, storage stays longer still. */
let held: { readonly text: string; readonly atMs: number } | undefined;

/** What was scanned, on its way from the camera to the check-in page. */
export function holdScan(text: string): void {
  held = { text, atMs: nowMs() };
}

/** Hands the scan over, once. */
export function takeHeldScan(): string | undefined {
  const text = isScanHeld() ? held?.text : undefined;
  held = undefined;
  return text;
}

const isScanHeld = () => held !== undefined && nowMs() - held.atMs < HELD_FOR_MS;

/** After signing in or binding: back to the check-in that asked for it, else home. */
export function goOn(): void {
  if (isScanHeld()) goInstead(CHECK_IN_PAGE);
  else go(TABS.home.path);
}
