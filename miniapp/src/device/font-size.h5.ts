const CARE_FROM_PX = 22;

/** Whether the browser's own type is set as large as 关怀模式 wants it. */
export function systemTypeIsLarge(): boolean {
  const rootPx = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return rootPx >= CARE_FROM_PX;
}
