/** A phone has no keyboard beside the drawn one. */
export const onFigureKeys =
  (_pressed: (key: string) => void): (() => void) =>
  () =>
    undefined;
