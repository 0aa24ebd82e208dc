import { dayOf } from '@bank/shared/calendar';
import { NameVoter } from '@bank/shared/contracts/community';
import { PersonId } from '@bank/shared/ids';
import { accept } from '@bank/shared/outcome';
import { command } from '../platform/command.ts';
import { decideVoter } from './household.ts';
import { peopleOfHousehold } from './store.ts';
import { recordVoter, voterOf } from './voters.ts';

/** 户主请一位大人替自己投票. Both may then cast the home's one ballot; whoever is first has cast it. */
export const nameVoter = command(NameVoter, {
  async load({ actor, lookout }) {
    const householdId = actor.kind === 'person' ? (actor.householdId ?? '') : '';
    const [people, named] = await Promise.all([
      lookout.look(peopleOfHousehold, householdId),
      lookout.look(voterOf, householdId),
    ]);
    return { householdId, people, named };
  },
  decide({ householdId, people, named }, desk, { personId }) {
    const decision = decideVoter(personId, named.personId, people, dayOf(desk.nowMs));
    if (!decision.ok) return decision;
    const voter = decision.value;
    return accept({
      subjectId: voter,
      answer: { voterPersonId: voter === null ? null : PersonId.parse(voter) },
      rows: [recordVoter(householdId, named.version + 1, voter)],
    });
  },
});
