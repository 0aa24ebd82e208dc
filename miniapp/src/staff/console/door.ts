import { sayMoment } from '@bank/shared/calendar';
import type { ReadConsole } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';

type Console = OutputOf<typeof ReadConsole>;
type Code = Console['codes'][number];

/** What the screen shows in place of, or as, the code. */
export type Door =
  | { readonly kind: 'code'; readonly code: Code; readonly secondsLeft: number }
  | { readonly kind: 'shut'; readonly title: string; readonly sub: string };

const shut = (title: string, sub: string): Door => ({ kind: 'shut', title, sub });

function whyShut({ occasion, checkIn }: Console, nowMs: number): Door | undefined {
  if (occasion.state === 'cancelled') return shut('这场不办了', '不用签到');
  if (occasion.state === 'closed') return shut('签到结束了', '名册里看谁来过');
  if (occasion.countedBy === 'headcount') {
    return shut('这场不用签到', '数好人数，办完点「结束签到」');
  }
  if (nowMs < checkIn.opensAtMs) {
    return shut('签到还没开始', `${sayMoment(checkIn.opensAtMs)} 开始，这里会自己出码`);
  }
  if (nowMs >= checkIn.closesAtMs) {
    return shut('不能自己扫了', '还有人要签，请扫居民的码，或报存折号');
  }
  return undefined;
}

/** The code of this very moment; when none is left, nothing that could be scanned in vain. */
export function doorOf(desk: Console, nowMs: number): Door {
  const reason = whyShut(desk, nowMs);
  if (reason) return reason;
  const code = desk.codes.find(({ fromMs, untilMs }) => fromMs <= nowMs && nowMs < untilMs);
  if (code) {
    return { kind: 'code', code, secondsLeft: Math.ceil((code.untilMs - nowMs) / 1_000) };
  }
  return shut('等网络', '旧码过期了，连上就出新码。可以先记下存折号');
}
