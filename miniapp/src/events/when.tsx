import { dayOf, sayClock, sayDay } from '@bank/shared/calendar';
import type { Occasion } from '@bank/shared/contracts/events';
import { Words } from '@/ui/element';

/** 3 月 20 日 周五 09:00–11:30, where the line may end between day and hours but within neither. */
export function When({ of: { startsAtMs, endsAtMs } }: { of: Occasion }) {
  return (
    <>
      <Words className="unbroken">{sayDay(dayOf(startsAtMs))}</Words>
      <Words> </Words>
      <Words className="unbroken">{`${sayClock(startsAtMs)}–${sayClock(endsAtMs)}`}</Words>
    </>
  );
}
