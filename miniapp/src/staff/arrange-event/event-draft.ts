import { addDays, type Day, dayOf, startOfDayMs } from '@bank/shared/calendar';
import { COUNTED_BY, EVENT_KINDS } from '@bank/shared/contracts/events';
import type { ArrangeEvent, OccasionWish } from '@bank/shared/contracts/events-staff';
import type { InputOf } from '@bank/shared/endpoint';
import { AreaId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { readTime, type TimeErrors } from '../../ui/time-words';
import { CAPACITY_ERROR, readCapacity } from '../capacity';

const HOUR_MS = 3_600_000;
const EVENING_MS = 20 * HOUR_MS;

export const SIGN_UP_OPENINGS = ['now', 'week-before', 'three-days-before'] as const;
export const SIGN_UP_CLOSINGS = ['at-start', 'hour-before', 'evening-before'] as const;

export const SessionDraft = z.object({
  day: z.string(),
  from: z.string(),
  until: z.string(),
  /** Figures, or empty for no limit. */
  capacity: z.string(),
  needsSignUp: z.boolean(),
  opens: z.enum(SIGN_UP_OPENINGS),
  closes: z.enum(SIGN_UP_CLOSINGS),
  takesWalkIns: z.boolean(),
});
export type SessionDraft = z.infer<typeof SessionDraft>;

export const EventDraft = z.object({
  kind: z.enum(EVENT_KINDS),
  title: z.string(),
  place: z.string(),
  description: z.string(),
  contactName: z.string(),
  contactPhone: z.string(),
  area: z.nullable(z.object({ id: AreaId, name: z.string() })),
  ruleCode: z.nullable(z.string()),
  countedBy: z.enum(COUNTED_BY),
  oncePerHousehold: z.boolean(),
  countsHours: z.boolean(),
  sessions: z.array(SessionDraft),
});
export type EventDraft = z.infer<typeof EventDraft>;

export const blankSession = (): SessionDraft => ({
  day: '',
  from: '',
  until: '',
  capacity: '',
  needsSignUp: true,
  opens: 'now',
  closes: 'hour-before',
  takesWalkIns: true,
});

/** Another session like the last one, but for its day. */
export const nextSession = (last: SessionDraft | undefined): SessionDraft =>
  last ? { ...last, day: '' } : blankSession();

export interface SessionErrors extends TimeErrors {
  readonly capacity?: string;
}

export interface EventErrors {
  readonly title?: string;
  readonly place?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly area?: string;
  readonly sessions: readonly SessionErrors[];
}

type EventWish = Omit<InputOf<typeof ArrangeEvent>, 'requestId'>;

export type ReadDraft =
  | { readonly ok: true; readonly wish: EventWish }
  | { readonly ok: false; readonly errors: EventErrors };

const PHONE = /^[0-9]{3,4}-?[0-9]{7,8}$/;

function opensAtMs({ opens }: SessionDraft, startsAtMs: number, today: Day): number {
  if (opens === 'now') return startOfDayMs(today);
  const daysBefore = opens === 'week-before' ? 7 : 3;
  return startOfDayMs(addDays(dayOf(startsAtMs), -daysBefore));
}

function closesAtMs({ closes }: SessionDraft, startsAtMs: number): number {
  if (closes === 'at-start') return startsAtMs;
  if (closes === 'hour-before') return startsAtMs - HOUR_MS;
  return startOfDayMs(addDays(dayOf(startsAtMs), -1)) + EVENING_MS;
}

function capacityOf({ capacity, needsSignUp }: SessionDraft): number | null | undefined {
  return needsSignUp ? readCapacity(capacity) : null;
}

type ReadSession =
  | { readonly ok: true; readonly wish: OccasionWish }
  | { readonly ok: false; readonly errors: SessionErrors };

function readSession(session: SessionDraft, today: Day): ReadSession {
  const time = readTime(session, today, 'ahead');
  const capacity = capacityOf(session);
  if (!time.ok || capacity === undefined) {
    return {
      ok: false,
      errors: {
        ...(!time.ok && time.errors),
        ...(capacity === undefined && { capacity: CAPACITY_ERROR }),
      },
    };
  }
  const { startsAtMs, endsAtMs } = time;
  const signUp = session.needsSignUp
    ? {
        opensAtMs: opensAtMs(session, startsAtMs, today),
        closesAtMs: closesAtMs(session, startsAtMs),
      }
    : null;
  const takesWalkIns = session.takesWalkIns || !session.needsSignUp;
  return { ok: true, wish: { startsAtMs, endsAtMs, capacity, signUp, takesWalkIns } };
}

function fieldErrors(draft: EventDraft): Omit<EventErrors, 'sessions'> {
  return {
    ...(draft.title.trim().length < 2 && { title: '请写是什么活动，至少 2 个字' }),
    ...(draft.place.trim() === '' && { place: '请写在哪里办' }),
    ...(draft.contactName.trim() === '' && { contactName: '请写有事找谁' }),
    ...(!PHONE.test(draft.contactPhone.trim()) && {
      contactPhone: '电话填 11 位手机号，或区号加号码',
    }),
    ...(draft.area === null && { area: '请选给哪一片的人办' }),
  };
}

const FIELD_WORDS = {
  title: '活动叫什么',
  place: '在哪里办',
  contactName: '有事找谁',
  contactPhone: '打什么电话',
  area: '给哪一片',
} as const;
const FIELDS = ['title', 'place', 'contactName', 'contactPhone', 'area'] as const;

/** Which places of a long form want another look, in their order: 还没填好：在哪里办、第 1 场. */
export function faultWords(errors: EventErrors): string {
  const fields = FIELDS.filter((field) => errors[field] !== undefined);
  const sessions = errors.sessions.flatMap((one, at) =>
    Object.keys(one).length > 0 ? [`第 ${at + 1} 场`] : [],
  );
  return `还没填好：${[...fields.map((field) => FIELD_WORDS[field]), ...sessions].join('、')}`;
}

/** The event that was meant, or what is wrong with each field. `today` so that a second try is the same. */
export function readDraft(draft: EventDraft, today: Day): ReadDraft {
  const read = draft.sessions.map((session) => readSession(session, today));
  const fields = fieldErrors(draft);
  const wishes = read.flatMap((one) => (one.ok ? [one.wish] : []));
  if (Object.keys(fields).length > 0 || wishes.length < read.length || draft.area === null) {
    return {
      ok: false,
      errors: { ...fields, sessions: read.map((one) => (one.ok ? {} : one.errors)) },
    };
  }
  const byName = draft.countedBy === 'check-in';
  return {
    ok: true,
    wish: {
      areaId: draft.area.id,
      kind: draft.kind,
      title: draft.title.trim(),
      place: draft.place.trim(),
      description: draft.description.trim(),
      contactName: draft.contactName.trim(),
      contactPhone: draft.contactPhone.trim(),
      ruleCode: byName ? draft.ruleCode : null,
      countedBy: draft.countedBy,
      oncePerHousehold: draft.oncePerHousehold,
      countsHours: byName && draft.countsHours,
      occasions: wishes,
    },
  };
}
