import { dayOf, startOfDayMs } from '@bank/shared/calendar';
import {
  ConfirmService,
  HELPED_WORDS,
  LogService,
  ReturnService,
  WithdrawService,
} from '@bank/shared/contracts/volunteering';
import { ServiceId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { attenderOf, timeSpans, touchAttender } from '../events/attendee-store.ts';
import { recordNotice } from '../notices/store.ts';
import { command, type Desk } from '../platform/command.ts';
import { actorId } from '../platform/context.ts';
import { periodId, pointsFor } from '../scoring/award.ts';
import { planPostings } from '../scoring/posting.ts';
import { type AwardRecord, earningRuleOn, periodUses } from '../scoring/store.ts';
import { decideConfirmer, decideLog, decidePending, SERVICE_RULE_CODE } from './logged-service.ts';
import { recordService, type ServiceRecord, serviceById } from './store.ts';

const DAY_MS = 86_400_000;

const selfOf = ({ actor }: Desk) =>
  actor.kind === 'person'
    ? { personId: actor.personId, householdId: actor.householdId }
    : { personId: '', householdId: null };

/** 记一次: rests on nothing else taking the time, so it writes the person's row as they all do. */
export const logService = command(LogService, {
  async load(desk, input) {
    const { personId } = selfOf(desk);
    const dayStartMs = startOfDayMs(dayOf(input.startsAtMs));
    const [spans, seen] = await Promise.all([
      desk.lookout.look(timeSpans, [personId, dayStartMs, dayStartMs + DAY_MS] as const),
      desk.lookout.look(attenderOf, personId),
    ]);
    return { spans, seen, dayStartMs };
  },
  decide({ spans, seen, dayStartMs }, desk, { startsAtMs, endsAtMs, helped, words }) {
    const { personId, householdId } = selfOf(desk);
    if (!seen || householdId === null) {
      return refuse({ code: 'request/not-found', facts: NO_FACTS });
    }
    const minutes = decideLog({ startsAtMs, endsAtMs }, spans, dayStartMs, desk.nowMs);
    if (!minutes.ok) return minutes;
    const id = desk.chance.newId('service');
    const service: ServiceRecord = {
      id,
      version: 1,
      personId,
      householdId,
      startsAtMs,
      endsAtMs,
      minutes: minutes.value,
      helped,
      words,
      state: 'pending',
      returnReason: null,
      decidedBy: null,
      decidedAtMs: null,
      loggedAtMs: desk.nowMs,
    };
    return accept({
      subjectId: id,
      answer: { serviceId: ServiceId.parse(id), minutes: minutes.value, state: service.state },
      rows: [recordService(service), touchAttender(seen.attender)],
    });
  },
});

/** 撤回: by whoever logged it, while nobody has decided. */
export const withdrawService = command(WithdrawService, {
  load: (desk, input) => desk.lookout.look(serviceById, input.serviceId),
  decide(found, desk) {
    if (found?.service.personId !== selfOf(desk).personId) {
      return refuse({ code: 'request/not-found', facts: NO_FACTS });
    }
    const { service } = found;
    const pending = decidePending(service.state);
    if (!pending.ok) return pending;
    const rows = [recordService({ ...service, version: service.version + 1, state: 'withdrawn' })];
    return accept({ subjectId: service.id, answer: {}, rows });
  },
});

async function loadService(desk: Desk, input: { serviceId: string }) {
  const found = await desk.lookout.look(serviceById, input.serviceId);
  return { areaPath: found?.areaPath ?? null, service: found?.service ?? null };
}

/** Whether this service still waits, and for somebody else than whoever decides. */
function decideHere(desk: Desk, service: ServiceRecord) {
  const pending = decidePending(service.state);
  if (!pending.ok) return pending;
  return decideConfirmer(selfOf(desk), service);
}

function tellVolunteer(desk: Desk, service: ServiceRecord, isAccepted: boolean) {
  const facts = { title: HELPED_WORDS[service.helped], isAccepted, subjectId: service.id };
  return recordNotice(desk.chance, service.personId, 'service-decided', facts, desk.nowMs);
}

/** 认定: the hours stand, and what they earn is posted at once, under the month's cap. */
export const confirmService = command(ConfirmService, {
  async load(desk, input) {
    const loaded = await loadService(desk, input);
    const day = dayOf(loaded.service?.startsAtMs ?? 0);
    const rule = await desk.lookout.look(earningRuleOn, [SERVICE_RULE_CODE, day] as const);
    const ids = rule && loaded.service ? [periodId(loaded.service.householdId, rule, day)] : [];
    return { ...loaded, day, rule, uses: await desk.lookout.look(periodUses, ids) };
  },
  decide({ service, rule, day, uses }, desk) {
    if (!service) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const here = decideHere(desk, service);
    if (!here.ok) return here;
    const confirmed: ServiceRecord = {
      ...service,
      version: service.version + 1,
      state: 'confirmed',
      decidedBy: actorId(desk.actor),
      decidedAtMs: desk.nowMs,
    };
    const earned: AwardRecord[] = rule
      ? [
          {
            id: `${service.id}|award`,
            version: 0,
            householdId: service.householdId,
            personId: service.personId,
            ruleCode: rule.code,
            ruleVersion: rule.version,
            subjectId: service.id,
            title: `志愿服务：${HELPED_WORDS[service.helped]}`,
            points: pointsFor(rule, service.minutes),
            cutBy: null,
            state: 'pending',
            recordedBy: actorId(desk.actor),
            atMs: desk.nowMs,
          },
        ]
      : [];
    const postings = rule ? planPostings(desk.chance, earned, rule, day, uses) : null;
    const award = postings?.awards[0];
    return accept({
      subjectId: service.id,
      answer: {
        minutes: service.minutes,
        points: award?.points ?? 0,
        isCut: award ? award.cutBy !== null : false,
      },
      transfers: postings?.transfers ?? [],
      rows: [
        recordService(confirmed),
        ...(postings?.rows ?? []),
        tellVolunteer(desk, service, true),
      ],
    });
  },
});

/** 退回: with a reason the volunteer reads; the time is free again. */
export const returnService = command(ReturnService, {
  load: loadService,
  decide({ service }, desk, { reason }) {
    if (!service) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const here = decideHere(desk, service);
    if (!here.ok) return here;
    const returned: ServiceRecord = {
      ...service,
      version: service.version + 1,
      state: 'returned',
      returnReason: reason,
      decidedBy: actorId(desk.actor),
      decidedAtMs: desk.nowMs,
    };
    return accept({
      subjectId: service.id,
      answer: {},
      rows: [recordService(returned), tellVolunteer(desk, service, false)],
    });
  },
});
