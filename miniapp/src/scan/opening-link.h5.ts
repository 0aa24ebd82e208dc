import { BIND_PAGE, CHECK_IN_PAGE, SCAN_PAGE } from '@/ui/go';
import { destinationOf } from './destinations';
import { holdScan } from './held-scan';

const PREFIX = '/q/';

function pageFor(link: string): string {
  const destination = destinationOf(link);
  if (destination.kind === 'bind') return `${BIND_PAGE}?code=${destination.code}`;
  if (destination.kind === 'words') {
    return `${SCAN_PAGE}?words=${encodeURIComponent(destination.words)}`;
  }
  holdScan(link);
  return CHECK_IN_PAGE;
}

/**
 * A code that any camera read opens the browser at `/q/…`. Before the router reads the address, it
 * becomes the page the code belongs to; the code itself stays neither there nor in the history.
 */
export function takeOpeningLink(): void {
  const { origin, pathname } = window.location;
  if (!pathname.startsWith(PREFIX)) return;
  window.history.replaceState(null, '', pageFor(origin + pathname));
}
