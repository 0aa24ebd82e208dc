/**
 * Fetches what a scan needs while there is a network: in a hall without one, the camera and the
 * check-in page must still open, so that the scan can be kept.
 */
export function keepScanAtHand(): void {
  for (const page of [import('./camera/index'), import('@/events/check-in/index')]) {
    page.catch(() => undefined);
  }
}
