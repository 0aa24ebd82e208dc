/** `1286` as `1,286`, with the true minus. Engines without Intl print it alike. */
export function sayPoints(points: number): string {
  const digits = String(Math.abs(Math.trunc(points))).replace(/\B(?=(\d{3})+$)/g, ',');
  return points < 0 ? `−${digits}` : digits;
}

/** `+20`, `−60`, `0`: what an entry did to the balance. */
export function sayChange(change: number): string {
  return change > 0 ? `+${sayPoints(change)}` : sayPoints(change);
}
