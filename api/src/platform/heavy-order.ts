/** What the thread of a heavy job is told, and what it answers. */
export interface HeavyOrder {
  readonly module: string;
  readonly name: string;
  readonly input: unknown;
}

export type HeavyAnswer =
  | { readonly ok: true; readonly output: unknown }
  | { readonly ok: false; readonly where: string };

/** Where an error was thrown, without its words: they may hold what was worked on. */
export function framesOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
