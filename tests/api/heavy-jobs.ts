/** Jobs that a test gives away, for good and for bad. They run in a thread of their own. */

export function addUp(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

export function throwWithSecret(secret: string): never {
  throw new Error(`could not print ${secret}`);
}

/** Takes memory until there is none, as a workbook could that unpacks to millions of cells. */
export function hoard(atOnce: number): number {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: atOnce }, (_, at) => `${kept.length} ${at}`));
}

export function endTheThread(code: number): void {
  process.exit(code);
}

/** Never ends. */
export function turnRound(start: number): number {
  let count = start;
  while (count >= 0) count = (count + 1) % 1_000_000;
  return count;
}
