/** What the scan key led to. `by-page` means the scan page has taken over. */
export type ScanOpened =
  | { kind: 'text'; text: string }
  | { kind: 'by-page' }
  | { kind: 'cancelled' }
  | { kind: 'no-camera' };
