import { parseScanned, type ScannedCode } from '@bank/shared/codes';

/** What a scanned or typed text leads to. */
export type Destination =
  | { readonly kind: 'check-in' }
  | { readonly kind: 'bind'; readonly code: string }
  /** There is no page for it: why, and what to do. */
  | { readonly kind: 'words'; readonly words: string };

const OTHERWISE: Record<Exclude<ScannedCode['kind'], 'event' | 'six-digits' | 'bind'>, string> = {
  person: '这是居民自己的码，要由工作人员来扫',
  card: '这是存折卡，要由工作人员来扫',
  pickup: '这是取货码，请到储蓄所的领取台出示',
  spoken: '这几个字要在登录时或领取台输入',
  unknown: '没认出这个码，请对准了再扫一次，或者把码上的字输进来',
};

/** Event codes and six figures check in, bind codes bind; the rest is answered in words. */
export function destinationOf(text: string): Destination {
  const code = parseScanned(text);
  if (code.kind === 'event' || code.kind === 'six-digits') return { kind: 'check-in' };
  if (code.kind === 'bind') return { kind: 'bind', code: code.code };
  return { kind: 'words', words: OTHERWISE[code.kind] };
}
