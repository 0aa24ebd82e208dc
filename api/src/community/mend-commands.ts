import { MendHousehold, MendPerson } from '@bank/shared/contracts/community';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { command } from '../platform/command.ts';
import { decideMend, decideRelation } from './household.ts';
import { nameInitials } from './initials.ts';
import {
  householdById,
  peopleOfHousehold,
  personById,
  recordHousehold,
  recordPerson,
} from './store.ts';

export const mendHousehold = command(MendHousehold, {
  async load(desk, input) {
    const found = await desk.lookout.look(householdById, input.householdId);
    return { areaPath: found?.areaPath ?? null, household: found?.household };
  },
  decide({ household }, _desk, { requestId: _, householdId: __, ...wanted }) {
    if (!household) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const decision = decideMend(household, wanted);
    if (!decision.ok) return decision;
    return accept({
      subjectId: household.id,
      answer: { changedFields: decision.value },
      rows: [recordHousehold({ ...household, ...wanted, version: household.version + 1 })],
    });
  },
});

export const mendPerson = command(MendPerson, {
  async load(desk, input) {
    const found = await desk.lookout.look(personById, input.personId);
    const people = found?.person.householdId
      ? await desk.lookout.look(peopleOfHousehold, found.person.householdId)
      : [];
    return { areaPath: found?.areaPath ?? null, person: found?.person, people };
  },
  decide({ person, people }, _desk, { name, relation, phone }) {
    if (!person) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const wanted = { name, relation, ...(phone === undefined ? {} : { phone }) };
    const fits = decideRelation(person.id, relation, people);
    if (!fits.ok) return fits;
    const decision = decideMend(person, wanted);
    if (!decision.ok) return decision;
    const initials = nameInitials(name);
    return accept({
      subjectId: person.id,
      answer: { changedFields: decision.value },
      rows: [recordPerson({ ...person, ...wanted, initials, version: person.version + 1 })],
    });
  },
});
