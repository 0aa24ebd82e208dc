import { parseEventCode, parseScanned, STEP_MS } from '@bank/shared/codes';
import {
  BringLateScan,
  type CheckedIn,
  CheckIn,
  ShowPersonalCode,
} from '@bank/shared/contracts/events';
import { OccasionId } from '@bank/shared/ids';
import { accept, refuse } from '@bank/shared/outcome';
import { NO_FACTS } from '@bank/shared/problem';
import { recordTries, triesOf } from '../access/store.ts';
import { afterWrongTry, decideTry, EVENT_DIGITS_TRIES, triesLeft } from '../access/tries.ts';
import {
  deriveDeviceKey,
  deriveEventKey,
  newPublicKey,
  personCode,
  readEventCode,
  readEventDigits,
} from '../platform/code-keys.ts';
import { command, type Decision, type Desk } from '../platform/command.ts';
import {
  type AttendanceRecord,
  attenderOf,
  recordAttendance,
  touchAttender,
} from './attendee-store.ts';
import {
  CHECK_IN_LEAD_MS,
  CHECK_IN_TAIL_MS,
  decideComing,
  decideDoor,
  decideEventCode,
  decideLeaving,
  GATE,
  shownAtMs,
} from './check-in.ts';
import { checkedIn, type Entry, loadEntry, planAdmission, planLeaving } from './entry.ts';
import { type OccasionFile, occasionByKey, occasionsAtTheDoor, touchOccasion } from './store.ts';

const PERSONAL_CODES_FOR_MS = 120_000;

const selfOf = ({ actor }: Desk) => (actor.kind === 'person' ? actor.personId : '');
const siteOf = (homePath: string) => `/${homePath.split('/')[1] ?? ''}/`;

/** Six figures are tried by account: five wrong ones, then a pause until the minute is over. */
function digitsTries(desk: Desk): string {
  const accountId = desk.actor.kind === 'person' ? desk.actor.accountId : '';
  return desk.keys.hash('tries', `digits|${accountId}`);
}

/** The occasion at whose door six figures fit now, of the reader's site or the page's. */
async function occasionOfDigits(
  desk: Desk,
  digits: string,
  wantedId: string | undefined,
): Promise<OccasionFile | null> {
  const home = desk.actor.kind === 'person' ? (desk.actor.householdPath ?? '/') : '/';
  const key = [siteOf(home), desk.nowMs + CHECK_IN_LEAD_MS, desk.nowMs - CHECK_IN_TAIL_MS] as const;
  const open = await desk.lookout.look(occasionsAtTheDoor, key);
  const fits = ({ record }: OccasionFile) => {
    if (wantedId !== undefined && wantedId !== record.id) return false;
    const eventKey = deriveEventKey(desk.keys.master, record.publicKey);
    return readEventDigits(eventKey, record.publicKey, GATE, digits, desk.nowMs).state === 'fresh';
  };
  return open.find(fits) ?? null;
}

async function loadCheckIn(desk: Desk, input: { code: string; occasionId?: string | undefined }) {
  const scanned = parseScanned(input.code);
  if (scanned.kind === 'six-digits') {
    const triesId = digitsTries(desk);
    const [occasion, counted] = await Promise.all([
      occasionOfDigits(desk, scanned.digits, input.occasionId),
      desk.lookout.look(triesOf, triesId),
    ]);
    const entry = await loadEntry(desk, occasion, selfOf(desk));
    return { kind: 'digits' as const, triesId, counted, entry };
  }
  const parsed = scanned.kind === 'event' ? parseEventCode(scanned.code) : undefined;
  if (parsed === undefined) return { kind: 'code' as const, reading: FORGED, entry: null };
  const occasion = await desk.lookout.look(occasionByKey, parsed.eventKey);
  return {
    kind: 'code' as const,
    reading: readEventCode(desk.keys.master, parsed.code, desk.nowMs),
    entry: await loadEntry(desk, occasion, selfOf(desk)),
  };
}

const FORGED = { state: 'forged' } as const;

type LoadedCheckIn = Awaited<ReturnType<typeof loadCheckIn>>;

/** 签到、签退 by oneself. */
export const checkIn = command(CheckIn, {
  load: loadCheckIn,
  decide(seen, desk, { intent, occasionId }): Decision<CheckedIn> {
    const proved = prove(seen, desk, occasionId);
    if (!proved.ok) return proved;
    const way = seen.kind === 'digits' ? 'digits' : 'event-code';
    return intent === 'in'
      ? comeIn(desk, proved.value, { way, by: 'self' })
      : leave(desk, proved.value);
  },
});

/** Whether the code or the figures are what the screen shows now. A wrong try leaves a trace. */
function prove(seen: LoadedCheckIn, desk: Desk, wantedId: string | undefined) {
  if (seen.kind === 'code') {
    const { entry } = seen;
    const found = entry && { id: entry.occasion.record.id, title: entry.occasion.title };
    const code = decideEventCode(seen.reading, found, wantedId);
    if (!code.ok) return code;
    return entry ? accept(entry) : refuse({ code: 'events/code-forged' as const, facts: NO_FACTS });
  }
  const may = decideTry(seen.counted, EVENT_DIGITS_TRIES, desk.nowMs);
  if (!may.ok) return refuse({ code: 'events/digits-paused' as const, facts: may.problem });
  if (seen.entry) return accept(seen.entry);
  const after = afterWrongTry(may.value);
  return {
    ok: false as const,
    problem: {
      code: 'events/wrong-digits' as const,
      facts: { triesLeft: triesLeft(after, EVENT_DIGITS_TRIES) },
    },
    rows: [recordTries(seen.triesId, seen.counted, after)],
  };
}

/** 签到 of a person who is proved to be here. Twice answers the first time and pays once. */
export function comeIn(
  desk: Desk,
  entry: Entry,
  how: { way: AttendanceRecord['way']; by: 'self' | 'staff' },
): Decision<CheckedIn> {
  const { person, occasion } = entry;
  const coming = decideComing(person.attendance, how.by);
  if (!coming.ok) return coming;
  const subjectId = `${occasion.record.id}|${person.personId}`;
  if (coming.value === 'again' && person.attendance) {
    const answer = checkedIn(entry, person.attendance, entry.award, true);
    return accept({ subjectId, answer });
  }
  const door = decideDoor({ ...occasion.record, ...occasion }, desk.nowMs, how.by);
  if (!door.ok) return door;
  const admission = planAdmission(desk, entry, { inAtMs: desk.nowMs, way: how.way });
  if (!admission.ok) return admission;
  const { attendance, award, rows, transfers } = admission.value;
  return accept({ subjectId, answer: checkedIn(entry, attendance, award, false), rows, transfers });
}

/** 签退 of a person who is here. */
export function leave(desk: Desk, entry: Entry): Decision<CheckedIn> {
  const { person, occasion } = entry;
  const leaving = decideLeaving(person.attendance, occasion.countsHours, desk.nowMs);
  if (!leaving.ok) return leaving;
  const before = person.attendance;
  if (!before) return refuse({ code: 'events/not-checked-in', facts: NO_FACTS });
  if (leaving.value === 'again') {
    return accept({ subjectId: before.id, answer: checkedIn(entry, before, entry.award, true) });
  }
  const door = decideDoor({ ...occasion.record, ...occasion }, desk.nowMs, 'staff');
  if (!door.ok) return door;
  const { attendance, award, rows } = planLeaving(desk, entry, before);
  return accept({
    subjectId: before.id,
    answer: checkedIn(entry, attendance, award, false),
    rows,
  });
}

/** A scan made without signal: it waits for staff, and never pays by itself. */
export const bringLateScan = command(BringLateScan, {
  async load(desk, input) {
    const scanned = parseScanned(input.code);
    const parsed = scanned.kind === 'event' ? parseEventCode(scanned.code) : undefined;
    if (parsed === undefined) return { entry: null, atMs: null };
    const occasion = await desk.lookout.look(occasionByKey, parsed.eventKey);
    const entry = await loadEntry(desk, occasion, selfOf(desk));
    const reading = readEventCode(desk.keys.master, parsed.code, desk.nowMs);
    return { entry, atMs: shownAtMs(reading, desk.nowMs) };
  },
  decide({ entry, atMs }, desk, { nonce, scannedAtMs }) {
    if (!entry || atMs === null) return refuse({ code: 'events/code-forged', facts: NO_FACTS });
    const { occasion, person } = entry;
    const answer = (attendance: AttendanceRecord) => ({
      occasionId: OccasionId.parse(occasion.record.id),
      title: occasion.title,
      state: attendance.state,
      inAtMs: attendance.inAtMs,
    });
    const before = person.attendance;
    if (before?.state === 'undone') return refuse({ code: 'events/taken-back', facts: NO_FACTS });
    if (before) return accept({ subjectId: before.id, answer: answer(before) });
    const door = decideDoor({ ...occasion.record, ...occasion }, atMs, 'self');
    if (!door.ok) return door;
    const attendance: AttendanceRecord = {
      id: `${occasion.record.id}|${person.personId}`,
      version: 1,
      occasionId: occasion.record.id,
      personId: person.personId,
      householdId: person.householdId,
      state: 'waiting',
      way: 'late',
      inAtMs: atMs,
      outAtMs: null,
      serviceMinutes: 0,
      scannedAtMs,
      nonce: desk.keys.hash('late-scan', `${occasion.record.id}|${person.personId}|${nonce}`),
      undoReason: null,
      recordedBy: person.personId,
    };
    return accept({
      subjectId: attendance.id,
      answer: answer(attendance),
      rows: [touchOccasion(occasion), touchAttender(person.attender), recordAttendance(attendance)],
    });
  },
});

/** 我的码 for the next two minutes, so that the phone needs no secret of its own. */
export const showPersonalCode = command(ShowPersonalCode, {
  load: (desk) => desk.lookout.look(attenderOf, selfOf(desk)),
  decide(seen, desk) {
    if (!seen) return refuse({ code: 'request/not-found', facts: NO_FACTS });
    const { attender, name, householdCode } = seen;
    const codeKey = attender.codeKey ?? newPublicKey((length) => desk.chance.randomBytes(length));
    const key = deriveDeviceKey(desk.keys.master, codeKey);
    const firstMs = desk.nowMs - (desk.nowMs % STEP_MS);
    const codes = Array.from({ length: PERSONAL_CODES_FOR_MS / STEP_MS + 1 }, (_, at) => {
      const fromMs = firstMs + at * STEP_MS;
      return { qrText: personCode(key, codeKey, fromMs), fromMs, untilMs: fromMs + STEP_MS };
    });
    return accept({
      subjectId: attender.id,
      answer: {},
      once: { card: { name, householdCode: householdCode ?? '', nowMs: desk.nowMs, codes } },
      rows: attender.codeKey === null ? [touchAttender(attender, codeKey)] : [],
    });
  },
});
