import { sayClock } from '@bank/shared/calendar';
import { type CheckedIn, STAY_MINUTES_MIN } from '@bank/shared/contracts/events';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** What helps after a no: scan anew, look at the screen and type, or look at the event. */
export type Remedy = 'scan' | 'type' | 'look';

const SCAN_AGAIN: readonly string[] = [
  'events/code-forged',
  'events/code-stale',
  'events/code-of-other-event',
];
const TYPE_AGAIN: readonly string[] = ['events/wrong-digits', 'events/digits-paused'];

export function remedyFor(code: string): Remedy {
  if (TYPE_AGAIN.includes(code)) return 'type';
  return SCAN_AGAIN.includes(code) ? 'scan' : 'look';
}

/** Whether a person who is here may be asked whether they leave. */
export const mayLeave = ({ countsHours, outAtMs, inAtMs }: CheckedIn, nowMs: number): boolean =>
  countsHours && outAtMs === null && nowMs - inAtMs >= STAY_MINUTES_MIN * MINUTE_MS;

/** 签到成功, 您 08:02 已经签过了, 签退好了, 您 10:05 已经签退了. */
export function headline({ isAgain, inAtMs, outAtMs }: CheckedIn): string {
  if (outAtMs !== null) return isAgain ? `您 ${sayClock(outAtMs)} 已经签退了` : '签退成功';
  return isAgain ? `您 ${sayClock(inAtMs)} 已经签过了` : '签到成功';
}

/** 2 小时 5 分钟, 45 分钟. */
export function sayMinutes(minutes: number): string {
  const hours = Math.floor(minutes / HOUR_MINUTES);
  const rest = minutes % HOUR_MINUTES;
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`;
}

/** What is still to be done here, or nothing. */
export function whatNext(answer: CheckedIn, nowMs: number): string | undefined {
  if (!answer.countsHours || answer.outAtMs !== null) return undefined;
  if (!answer.isAgain) return '走的时候再扫一次，才算完成';
  return mayLeave(answer, nowMs)
    ? '现在走，就点签退。不走，这样就好'
    : `签到满 ${STAY_MINUTES_MIN} 分钟才能签退，走的时候再扫一次`;
}
