import { bindCodeFrom } from '@bank/shared/codes';
import { BindHousehold, Unbind } from '@bank/shared/contracts/access';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { householdByBindCode } from '../community/store.ts';
import { command, type Desk } from '../platform/command.ts';
import { decideBinding } from './binding.ts';
import { accountById, recordAccount, recordTries, triesOf } from './store.ts';
import { afterWrongTry, BIND_TRIES, decideTry, triesLeft } from './tries.ts';

const accountIdOf = ({ actor }: Desk) =>
  actor.kind === 'person' || actor.kind === 'visitor' ? actor.accountId : '';

/** 绑定存折: by the printed code and the name it belongs to. */
export const bindHousehold = command(BindHousehold, {
  async load(desk, input) {
    const triesId = desk.keys.hash('tries', `bind|${accountIdOf(desk)}`);
    const codeHash = desk.keys.hash('bind-code', bindCodeFrom(input.code) ?? '');
    const [account, counted, household] = await Promise.all([
      desk.lookout.look(accountById, accountIdOf(desk)),
      desk.lookout.look(triesOf, triesId),
      desk.lookout.look(householdByBindCode, codeHash),
    ]);
    return { account, triesId, counted, household };
  },
  decide({ account, triesId, counted, household }, desk, input) {
    if (!account) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    if (account.personId) return refuse({ code: 'access/already-bound', facts: NO_FACTS });
    const may = decideTry(counted, BIND_TRIES, desk.nowMs);
    if (!may.ok) return refuse({ code: 'access/paused', facts: may.problem });

    const decision = decideBinding(household?.people ?? null, input.name);
    if (!decision.ok && decision.problem !== 'wrong') return refuse(decision.problem);
    if (!decision.ok || !household) {
      const after = afterWrongTry(may.value);
      const facts = { triesLeft: triesLeft(after, BIND_TRIES) };
      const rows = [recordTries(triesId, counted, after)];
      return { ok: false, problem: { code: 'access/wrong-bind-code', facts }, rows };
    }
    const { id } = decision.value;
    return accept({
      subjectId: id,
      answer: { householdCode: household.householdCode },
      rows: [recordAccount(account, { id: account.id, personId: id })],
    });
  },
});

/** 解除绑定: this way in no longer opens the passbook. The book itself is not touched. */
export const unbind = command(Unbind, {
  load: (desk) => desk.lookout.look(accountById, accountIdOf(desk)),
  decide(account) {
    if (!account?.personId) return refuse({ code: 'access/not-bound', facts: NO_FACTS });
    // A way in by PIN is the person's own: it ends by signing out, and the PIN by a new code.
    if (account.openIdHash === null) return refuse({ code: 'access/not-bound', facts: NO_FACTS });
    return accept({
      subjectId: account.personId,
      answer: {},
      rows: [recordAccount(account, { id: account.id, personId: null })],
    });
  },
});
