/** A phone has no keyboard beside the drawn one. */
export const onFigureKeys =
  (_pressed: (key: string) => void): (() => void) =>
  () =>
    undefined;

/** A hand scanner cannot be plugged into a phone's mini-program. */
export const onScannerLine =
  (_scanned: (text: string) => void): (() => void) =>
  () =>
    undefined;
