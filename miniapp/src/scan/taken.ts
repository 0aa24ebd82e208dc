import { BIND_PAGE, CHECK_IN_PAGE, go, goBack, goInstead, pagesOpen, SCAN_PAGE } from '@/ui/go';
import { destinationOf } from './destinations';
import { holdScan } from './held-scan';

/** What a scan led to: its page has been opened, or there is a sentence to show. */
export type Taken = { kind: 'opened' } | { kind: 'words'; words: string };

/** The check-in page, and no camera left beneath it: the page that sent for a scan gets it back. */
function openCheckIn(): void {
  const [top, beneath] = pagesOpen().reverse();
  if (top !== SCAN_PAGE) go(CHECK_IN_PAGE);
  else if (beneath === CHECK_IN_PAGE) goBack();
  else goInstead(CHECK_IN_PAGE);
}

/** Opens the page a scanned or typed text belongs to; says why when there is none. */
export function takeText(text: string): Taken {
  const destination = destinationOf(text);
  if (destination.kind === 'words') return destination;
  if (destination.kind === 'bind') {
    go(`${BIND_PAGE}?code=${destination.code}`);
  } else {
    holdScan(text);
    openCheckIn();
  }
  return { kind: 'opened' };
}

/** From WeChat's own scanner, which has no page to show a sentence on: the scan page shows it. */
export function takeScanned(text: string): void {
  const taken = takeText(text);
  if (taken.kind === 'words') go(`${SCAN_PAGE}?words=${encodeURIComponent(taken.words)}`);
}
