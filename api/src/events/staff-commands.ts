import { parseScanned } from '@bank/shared/codes';
import { CheckInPerson, DecideLateScan, UndoCheckIn } from '@bank/shared/contracts/events-staff';
import { PersonId } from '@bank/shared/ids';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';
import { cardBySerial } from '../community/store.ts';
import { recordNotice } from '../notices/store.ts';
import { readCardCode, readPersonCode } from '../platform/code-keys.ts';
import { command, type Desk } from '../platform/command.ts';
import { recordAward } from '../scoring/store.ts';
import {
  type AttendanceRecord,
  personByCodeKey,
  presentOfHousehold,
  recordAttendance,
  touchAttender,
} from './attendee-store.ts';
import { decideStaffHands } from './check-in.ts';
import { comeIn, leave } from './check-in-commands.ts';
import { type Entry, loadEntry, planAdmission } from './entry.ts';
import { decidePlanned } from './event.ts';
import { passSeatOn } from './sign-up-commands.ts';
import {
  occasionById,
  recordSignUp,
  type SignUpRecord,
  touchOccasion,
  waitingAt,
} from './store.ts';
import { decideTimeFree } from './time-span.ts';

const staffHome = ({ actor }: Desk) => (actor.kind === 'person' ? actor.householdId : null);

type Shown = Outcome<
  { readonly personId: string; readonly way: 'personal-code' | 'card' | 'roll' },
  Problem<'events/person-code-forged' | 'events/person-code-stale'>
>;

const unknownCode = (): Shown => refuse({ code: 'events/person-code-forged', facts: NO_FACTS });

/** Whom a clerk has before him: a tick on the roll, a phone's code, or a paper card. */
async function whoIsShown(
  desk: Desk,
  input: { code?: string | undefined; personId?: string | undefined },
): Promise<Shown> {
  if (input.code !== undefined) {
    const scanned = parseScanned(input.code);
    if (scanned.kind === 'card') return holderOfCard(desk, scanned.code);
    return scanned.kind === 'person' ? holderOfPhone(desk, scanned.code) : unknownCode();
  }
  if (input.personId === undefined) return unknownCode();
  return accept({ personId: input.personId, way: 'roll' });
}

async function holderOfCard(desk: Desk, code: string): Promise<Shown> {
  const reading = readCardCode(desk.keys.master, code);
  if (reading.state === 'forged') return unknownCode();
  const found = await desk.lookout.look(cardBySerial, reading.cardKey);
  const isGood = found?.card.state === 'active' && found.person.state === 'here';
  return isGood ? accept({ personId: found.person.id, way: 'card' }) : unknownCode();
}

async function holderOfPhone(desk: Desk, code: string): Promise<Shown> {
  const reading = readPersonCode(desk.keys.master, code, desk.nowMs);
  if (reading.state === 'stale') {
    return refuse({ code: 'events/person-code-stale', facts: NO_FACTS });
  }
  if (reading.state !== 'fresh') return unknownCode();
  const personId = await desk.lookout.look(personByCodeKey, reading.deviceKey);
  return personId === null ? unknownCode() : accept({ personId, way: 'personal-code' });
}

/** 签到、签退 by staff. */
export const checkInPerson = command(CheckInPerson, {
  async load(desk, input) {
    const [occasion, shown] = await Promise.all([
      desk.lookout.look(occasionById, input.occasionId),
      whoIsShown(desk, input),
    ]);
    const entry = await loadEntry(desk, occasion, shown.ok ? shown.value.personId : null);
    return { areaPath: occasion?.areaPath ?? null, shown, entry };
  },
  decide({ shown, entry }, desk, { intent }) {
    if (!shown.ok) return shown;
    if (!entry) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const hands = decideStaffHands(staffHome(desk), entry.person.householdId);
    if (!hands.ok) return hands;
    const decision =
      intent === 'in'
        ? comeIn(desk, entry, { way: shown.value.way, by: 'staff' })
        : leave(desk, entry);
    if (!decision.ok) return decision;
    const personId = PersonId.parse(entry.person.personId);
    return accept({
      ...decision.value,
      answer: { checkedIn: decision.value.answer, personId },
      // The clerk reads the name once; it is kept in no answer.
      once: { name: entry.person.name },
    });
  },
});

async function loadStaffEntry(desk: Desk, input: { occasionId: string; personId: string }) {
  const occasion = await desk.lookout.look(occasionById, input.occasionId);
  const entry = await loadEntry(desk, occasion, input.personId);
  const home = entry?.person.attendance?.householdId ?? '';
  const [[waiting], family] = await Promise.all([
    desk.lookout.look(waitingAt, input.occasionId),
    desk.lookout.look(presentOfHousehold, [input.occasionId, home] as const),
  ]);
  return { areaPath: occasion?.areaPath ?? null, entry, waiting, family };
}

/** 撤回: the attendance stays as a trace; award and walk-in's seat go back. */
export const undoCheckIn = command(UndoCheckIn, {
  load: loadStaffEntry,
  decide({ entry, waiting, family }, desk, { reason }) {
    if (!entry) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { occasion, person } = entry;
    const planned = decidePlanned(occasion.record.state);
    if (!planned.ok) return planned;
    const before = person.attendance;
    if (before?.state !== 'present') {
      return refuse({ code: 'events/not-checked-in', facts: NO_FACTS });
    }
    const hands = decideStaffHands(staffHome(desk), before.householdId);
    if (!hands.ok) return hands;
    const attendance: AttendanceRecord = {
      ...before,
      version: before.version + 1,
      state: 'undone',
      undoReason: reason,
    };
    const walkIn = person.signUp?.isWalkIn
      ? takeWalkInBack(desk, entry, person.signUp, waiting)
      : null;
    return accept({
      subjectId: before.id,
      answer: { attendedCount: occasion.attendedCount - 1 },
      transfers: walkIn?.transfers ?? [],
      rows: [
        touchOccasion(occasion),
        touchAttender(person.attender),
        recordAttendance(attendance),
        ...takeAwardBack(entry, family),
        ...(walkIn?.rows ?? []),
      ],
    });
  },
});

function takeWalkInBack(
  desk: Desk,
  { occasion, person }: Entry,
  signUp: SignUpRecord,
  waiting: SignUpRecord | undefined,
) {
  const passed = passSeatOn(desk, occasion, person.personId, waiting);
  const record: SignUpRecord = { ...signUp, version: signUp.version + 1, state: 'cancelled' };
  return { transfers: passed.transfers, rows: [recordSignUp(record), ...passed.rows] };
}

/** What an undone check-in earned is dropped; where it counts once a home, another of it earned it. */
function takeAwardBack({ occasion, person, award }: Entry, family: readonly string[]) {
  if (award?.state !== 'pending' || award.personId !== person.personId) return [];
  const heir = occasion.oncePerHousehold ? family.find((id) => id !== person.personId) : undefined;
  const next = { ...award, version: award.version + 1 };
  return [
    recordAward(heir ? { ...next, personId: heir } : { ...next, points: 0, state: 'dropped' }),
  ];
}

/** 补交的签到: accepted it counts from when its code was on the screen. */
export const decideLateScan = command(DecideLateScan, {
  load: loadStaffEntry,
  decide({ entry }, desk, { isAccepted }) {
    if (!entry) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { occasion, person, spans } = entry;
    const planned = decidePlanned(occasion.record.state);
    if (!planned.ok) return planned;
    const before = person.attendance;
    if (before?.state !== 'waiting') {
      return refuse({ code: 'events/late-scan-not-waiting', facts: NO_FACTS });
    }
    const hands = decideStaffHands(staffHome(desk), before.householdId);
    if (!hands.ok) return hands;
    const facts = { title: occasion.title, isAccepted, subjectId: occasion.record.eventId };
    const told = recordNotice(desk.chance, person.personId, 'late-scan-decided', facts, desk.nowMs);
    if (!isAccepted) {
      const refused: AttendanceRecord = {
        ...before,
        version: before.version + 1,
        state: 'refused',
      };
      return accept({
        subjectId: before.id,
        answer: { state: refused.state },
        rows: [touchOccasion(occasion), recordAttendance(refused), told],
      });
    }
    const untilMs = Math.max(occasion.record.endsAtMs, before.inAtMs + 1);
    const services = spans.filter((span) => span.kind === 'service');
    const free = decideTimeFree(services, before.inAtMs, untilMs);
    if (!free.ok) return refuse({ code: 'events/time-taken', facts: free.problem });
    const admission = planAdmission(desk, entry, { inAtMs: before.inAtMs, way: 'late' });
    if (!admission.ok) return admission;
    const { attendance, rows, transfers } = admission.value;
    return accept({
      subjectId: before.id,
      answer: { state: attendance.state },
      rows: [...rows, told],
      transfers,
    });
  },
});
