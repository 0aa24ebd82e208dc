import { sayClock } from '@bank/shared/calendar';
import type { CheckedIn } from '@bank/shared/contracts/events';
import { sayMinutes } from '@/ui/time-words';

function earnedWords({ pendingPoints, isCountedForHome }: CheckedIn): string {
  if (pendingPoints > 0) return `，+${pendingPoints} 分待入账`;
  return isCountedForHome ? '，这家已经记过分' : '';
}

/** What a clerk reads after letting somebody in or out; a second time is no mistake. */
export function checkedInWords(name: string, done: CheckedIn, intent: 'in' | 'out'): string {
  if (intent === 'in') {
    return done.isAgain
      ? `${name} ${sayClock(done.inAtMs)} 已经签过了`
      : `${name} 签好了${earnedWords(done)}`;
  }
  const left = sayClock(done.outAtMs ?? done.inAtMs);
  return done.isAgain
    ? `${name} ${left} 已经签退了`
    : `${name} 签退好了，记 ${sayMinutes(done.serviceMinutes)}${earnedWords(done)}`;
}
