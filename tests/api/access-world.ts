import { IssueResidentCode } from '@bank/shared/contracts/access';
import { bodyOf } from '../answer.ts';
import { openTestBank, type TestBank } from '../bank.ts';
import { foundWorld, STAFF } from '../world.ts';

/** The usual community, with a WeChat that knows whoever brings a code that begins with `good`. */
export async function openAccessWorld(): Promise<TestBank> {
  const bank = await openTestBank({
    wechat: {
      codeToSession: async (code) => {
        if (code.startsWith('good')) return { state: 'known', openId: `openid-${code}` };
        if (code === 'away') return { state: 'away', why: 'timeout' };
        return { state: code === 'risky' ? 'risky' : 'code-spent' };
      },
    },
  });
  await foundWorld(bank);
  return bank;
}

/** A one-time code for 田秀英, given by the grid worker. */
export async function codeFromStaff(bank: TestBank): Promise<string> {
  const answer = await bank.call(STAFF.grid, IssueResidentCode, {
    requestId: bank.requestId(),
    personId: 'person_tian',
  });
  return bodyOf(answer).code ?? '';
}
