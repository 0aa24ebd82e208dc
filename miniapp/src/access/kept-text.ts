import { dayOf, sayMoment } from '@bank/shared/calendar';
import type { ReadWhatIsKept } from '@bank/shared/contracts/access';
import type { OutputOf } from '@bank/shared/endpoint';

export type Kept = OutputOf<typeof ReadWhatIsKept>;

/** Everything that is kept, as plain text to take away. */
export function keptText({ madeAtMs, sections }: Kept): string {
  const parts = sections.map(({ title, why, lines }) =>
    [`【${title}】${why}`, ...lines.map(({ label, value }) => `${label}：${value}`)].join('\n'),
  );
  return [`文明储蓄所留着我的信息（${sayMoment(madeAtMs)}）`, ...parts].join('\n\n');
}

export const keptFileName = ({ madeAtMs }: Kept) => `我的信息-${dayOf(madeAtMs)}.txt`;
