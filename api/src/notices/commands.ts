import { MarkInboxRead } from '@bank/shared/contracts/notices';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { accountById, recordAccount } from '../access/store.ts';
import { command } from '../platform/command.ts';

/** 都看过了: everything up to now counts as read. */
export const markInboxRead = command(MarkInboxRead, {
  async load({ actor, lookout }) {
    if (actor.kind !== 'person' && actor.kind !== 'visitor') return null;
    return lookout.look(accountById, actor.accountId);
  },
  decide(account, { nowMs }) {
    if (!account) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    return accept({
      subjectId: account.id,
      answer: {},
      rows: [recordAccount(account, { id: account.id, inboxReadAtMs: nowMs })],
    });
  },
});
