/** A browser has no capsule; the title row is as tall as a finger needs. */
export const capsuleRow = (): { topPx: number; heightPx: number } => ({ topPx: 0, heightPx: 48 });
