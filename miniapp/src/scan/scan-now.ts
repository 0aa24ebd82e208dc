import { openScanner } from '@/device/scan';
import { go, SCAN_PAGE } from '@/ui/go';
import { takeScanned } from './taken';

/** The seal key: the camera opens at once; without one, the page where a code is typed. */
export function scanNow(): void {
  void openScanner().then((opened) => {
    if (opened.kind === 'text') takeScanned(opened.text);
    if (opened.kind === 'no-camera') go(SCAN_PAGE);
  });
}
