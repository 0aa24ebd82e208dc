import type { Row } from '@bank/db/plan';
import { PICKUP_LENGTH, spokenForm } from '@bank/shared/codes';
import {
  ApprovePost,
  EndPost,
  GivePost,
  IssueResidentCode,
  IssueStaffCode,
} from '@bank/shared/contracts/access';
import { GrantId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { areaById, personById } from '../community/store.ts';
import { newPickupCode } from '../platform/code-keys.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { decideApprovePost, decideEndPost, decideGivePost } from './post.ts';
import { codeExpiryMs } from './session.ts';
import {
  ADMIN_ROLL,
  adminRoll,
  grantById,
  grantsOfPerson,
  oneTimeCodeOf,
  recordAdminRoll,
  recordGrant,
  recordOneTimeCode,
} from './store.ts';

type Roll = { readonly version: number; readonly adminCount: number };

/** The count of admins in office moves with each of them: two who end each other meet here. */
function countAdmins(role: string, roll: Roll, by: number): Row[] {
  return role === 'county-admin' ? [recordAdminRoll(roll.version, roll.adminCount + by)] : [];
}

export const givePost = command(GivePost, {
  async load(desk, input) {
    const [area, holder, held, roll] = await Promise.all([
      desk.lookout.look(areaById, input.areaId),
      desk.lookout.look(personById, input.personId),
      desk.lookout.look(grantsOfPerson, input.personId),
      desk.lookout.look(adminRoll, ADMIN_ROLL),
    ]);
    const isHere = holder?.person.state === 'here';
    return { areaPath: isHere ? (area?.path ?? null) : null, held, roll };
  },
  decide({ held, roll }, desk, input) {
    const giverId = actorId(desk.actor);
    const here = held.filter((grant) => grant.areaId === input.areaId);
    const decision = decideGivePost(input, giverId, here, roll.adminCount - 1);
    if (!decision.ok) return decision;
    const { role, state } = decision.value;
    const grantId = GrantId.parse(desk.chance.newId('grant'));
    const grant = recordGrant({
      id: grantId,
      version: 1,
      personId: input.personId,
      role,
      areaId: input.areaId,
      fromOn: input.fromOn,
      toOn: input.toOn,
      state,
      organisation: input.organisation ?? '',
      staffNumber: null,
      contactPhone: null,
      note: '',
      givenBy: giverId,
      approvedBy: null,
    });
    const counted = state === 'active' ? countAdmins(role, roll, 1) : [];
    return accept({
      subjectId: input.personId,
      answer: { grantId, state },
      rows: [grant, ...counted],
    });
  },
});

async function loadGrant(desk: Desk, grantId: string) {
  const [found, roll] = await Promise.all([
    desk.lookout.look(grantById, grantId),
    desk.lookout.look(adminRoll, ADMIN_ROLL),
  ]);
  return { areaPath: found?.areaPath ?? null, grant: found?.grant, roll };
}

export const approvePost = command(ApprovePost, {
  load: (desk, input) => loadGrant(desk, input.grantId),
  decide({ grant, roll }, desk) {
    if (!grant) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const decision = decideApprovePost(grant, actorId(desk.actor));
    if (!decision.ok) return decision;
    const state = decision.value;
    const approved = {
      ...grant,
      version: grant.version + 1,
      state,
      approvedBy: actorId(desk.actor),
    };
    return accept({
      subjectId: grant.personId,
      answer: { state },
      rows: [recordGrant(approved), ...countAdmins(grant.role, roll, 1)],
    });
  },
});

export const endPost = command(EndPost, {
  load: (desk, input) => loadGrant(desk, input.grantId),
  decide({ grant, roll }) {
    if (!grant) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const decision = decideEndPost(grant, roll.adminCount);
    if (!decision.ok) return decision;
    const ended = { ...grant, version: grant.version + 1, state: decision.value };
    const counted = grant.state === 'active' ? countAdmins(grant.role, roll, -1) : [];
    return accept({
      subjectId: grant.personId,
      answer: { state: decision.value },
      rows: [recordGrant(ended), ...counted],
    });
  },
});

async function loadForCode(desk: Desk, personId: string) {
  const [found, grants, code] = await Promise.all([
    desk.lookout.look(personById, personId),
    desk.lookout.look(grantsOfPerson, personId),
    desk.lookout.look(oneTimeCodeOf, personId),
  ]);
  const area = grants[0] ? await desk.lookout.look(areaById, grants[0].areaId) : null;
  return {
    person: found?.person.state === 'here' ? found.person : null,
    homePath: found?.areaPath ?? null,
    postPath: area?.path ?? null,
    grants,
    code,
  };
}

type ForCode = Awaited<ReturnType<typeof loadForCode>>;

/** A new code replaces the old one. It is told once, and only its keyed hash is kept. */
function issueCode({ person, code }: ForCode, desk: Desk) {
  if (!person) return refuse({ code: 'request/not-found' as const, facts: NO_FACTS });
  const symbols = newPickupCode((size) => desk.chance.randomBytes(size)).slice(-PICKUP_LENGTH);
  const expiresAtMs = codeExpiryMs(desk.nowMs);
  return accept({
    subjectId: person.id,
    answer: { personName: '', expiresAtMs },
    once: { code: spokenForm(symbols), personName: person.name },
    rows: [
      recordOneTimeCode({
        id: person.id,
        version: (code?.version ?? 0) + 1,
        codeHash: desk.keys.hash('one-time-code', symbols),
        expiresAtMs,
        isUsed: false,
      }),
    ],
  });
}

export const issueResidentCode = command(IssueResidentCode, {
  async load(desk, input) {
    const found = await loadForCode(desk, input.personId);
    return { ...found, areaPath: found.homePath };
  },
  decide(found, desk) {
    // Else a grid worker could sign in as the county admin who lives in the grid.
    if (found.grants.length > 0) return refuse({ code: 'access/holds-a-post', facts: NO_FACTS });
    return issueCode(found, desk);
  },
});

export const issueStaffCode = command(IssueStaffCode, {
  async load(desk, input) {
    const found = await loadForCode(desk, input.personId);
    return { ...found, areaPath: found.postPath ?? found.homePath };
  },
  decide(found, desk, input) {
    if (found.grants.length === 0) return refuse({ code: 'access/holds-no-post', facts: NO_FACTS });
    if (input.personId === actorId(desk.actor)) {
      return refuse({ code: 'access/own-code', facts: NO_FACTS });
    }
    return issueCode(found, desk);
  },
});
