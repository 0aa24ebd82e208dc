import { CheckIn, ShowPersonalCode } from '@bank/shared/contracts/events';
import { CheckInPerson, CloseOccasion } from '@bank/shared/contracts/events-staff';
import type { TestBank } from '../bank.ts';
import { STAFF } from '../world.ts';

/** What is done at the door of an event, at the bank that a test has open when it is done. */
export function checkInDeeds(open: () => TestBank) {
  return {
    scan: (as: string, code: string, more: { intent?: 'in' | 'out'; occasionId?: string } = {}) =>
      open().call(as, CheckIn, { requestId: open().requestId(), intent: 'in', code, ...more }),
    byStaff: (
      as: string,
      occasionId: string,
      who: { personId?: string; code?: string },
      intent: 'in' | 'out' = 'in',
    ) =>
      open().call(as, CheckInPerson, {
        requestId: open().requestId(),
        occasionId,
        intent,
        ...who,
      }),
    close: (occasionId: string) =>
      open().call(STAFF.steward, CloseOccasion, { requestId: open().requestId(), occasionId }),
    async personalCode(as: string): Promise<string> {
      const answer = await open().call(as, ShowPersonalCode, { requestId: open().requestId() });
      const first = 'body' in answer ? answer.body.card?.codes[0] : undefined;
      if (!first) throw new Error(JSON.stringify(answer));
      return first.qrText;
    },
  };
}
