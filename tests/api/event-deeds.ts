import { CancelSignUp, CheckIn, SignUp } from '@bank/shared/contracts/events';
import { CloseOccasion } from '@bank/shared/contracts/events-staff';
import { ReadInbox } from '@bank/shared/contracts/notices';
import { bodyOf } from '../answer.ts';
import type { TestBank } from '../bank.ts';
import { codeOnScreen } from './occasion-world.ts';

/** What people do about an event, at the bank that a test has open when they do it. */
export function eventDeeds(open: () => TestBank) {
  return {
    signUp: (as: string, occasionId: string, personId?: string) =>
      open().call(as, SignUp, { requestId: open().requestId(), occasionId, personId }),
    cancel: (as: string, occasionId: string, personId?: string) =>
      open().call(as, CancelSignUp, { requestId: open().requestId(), occasionId, personId }),
    close: (as: string, occasionId: string, headcount?: number) =>
      open().call(as, CloseOccasion, { requestId: open().requestId(), occasionId, headcount }),
    async scan(as: string, occasionId: string) {
      const code = await codeOnScreen(open(), occasionId);
      return open().call(as, CheckIn, { requestId: open().requestId(), code, intent: 'in' });
    },
    inbox: async (personId: string) => bodyOf(await open().call(personId, ReadInbox, {})).lines,
  };
}
