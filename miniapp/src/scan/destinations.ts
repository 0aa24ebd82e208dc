import type { ScannedCode } from '@bank/shared/codes';
import { BIND_PAGE } from '@/ui/go';

type PageFor<Kind extends ScannedCode['kind']> = (
  code: Extract<ScannedCode, { kind: Kind }>,
) => string;

/** Which page a code opens. A kind that is not here is answered in words. */
const PAGES: { [Kind in ScannedCode['kind']]?: PageFor<Kind> } = {
  bind: ({ code }) => `${BIND_PAGE}?code=${code}`,
};

export function destinationOf(code: ScannedCode): string | undefined {
  const page = PAGES[code.kind] as ((code: ScannedCode) => string) | undefined;
  return page?.(code);
}
