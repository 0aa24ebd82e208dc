import { parseScanned, type ScannedCode } from '@bank/shared/codes';
import { go } from '@/ui/go';
import { destinationOf } from './destinations';

export const SCAN_PAGE = '/scan/camera/index';

/** What a scan led to: its page has been opened, or there is a sentence to show. */
export type Taken = { kind: 'opened' } | { kind: 'words'; words: string };

const OTHERWISE: Record<ScannedCode['kind'], string> = {
  event: '这个活动码在这里用不了，请到活动页里签到',
  person: '这是居民自己的码，要由工作人员来扫',
  card: '这是存折卡，要由工作人员来扫',
  pickup: '这是取货码，请到储蓄所的领取台出示',
  bind: '这是绑定码，请在登录时输入',
  'six-digits': '六位数字要在活动页或领取台输入',
  spoken: '这几个字要在登录时或领取台输入',
  unknown: '没认出这个码，请对准了再扫一次，或者把码上的字输进来',
};

/** Opens the page a scanned or typed text belongs to; says why when there is none. */
export function takeText(text: string): Taken {
  const code = parseScanned(text);
  const destination = destinationOf(code);
  if (destination === undefined) return { kind: 'words', words: OTHERWISE[code.kind] };
  go(destination);
  return { kind: 'opened' };
}

/** From WeChat's own scanner, which has no page to show a sentence on: the scan page shows it. */
export function takeScanned(text: string): void {
  const taken = takeText(text);
  if (taken.kind === 'words') go(`${SCAN_PAGE}?words=${encodeURIComponent(taken.words)}`);
}
