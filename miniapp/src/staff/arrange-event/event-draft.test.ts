import { AreaId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import { blankSession, type EventDraft, faultWords, nextSession, readDraft } from './event-draft';

const today = '2026-03-17';
const session = { ...blankSession(), day: '3-20', from: '9:00', until: '11:00', capacity: '60' };
const draft: EventDraft = {
  kind: 'clinic',
  title: ' 县医院专家义诊 ',
  place: '社区文化广场',
  description: '',
  contactName: '向明',
  contactPhone: '13512345678',
  area: { id: AreaId.parse('area_site1'), name: '春晖社区' },
  ruleCode: 'JF21',
  countedBy: 'check-in',
  oncePerHousehold: false,
  countsHours: false,
  sessions: [session],
};
const start = Date.UTC(2026, 2, 20, 1);
const HOUR = 3_600_000;

function wishOf(given: EventDraft) {
  const read = readDraft(given, today);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  return read.wish;
}

describe('a filled form', () => {
  test('asks for what was written, and for a window that ends an hour before', () => {
    expect(wishOf(draft)).toMatchObject({
      areaId: 'area_site1',
      title: '县医院专家义诊',
      ruleCode: 'JF21',
      occasions: [
        {
          startsAtMs: start,
          endsAtMs: start + 2 * HOUR,
          capacity: 60,
          signUp: { opensAtMs: Date.UTC(2026, 2, 16, 16), closesAtMs: start - HOUR },
          takesWalkIns: true,
        },
      ],
    });
  });

  test('the same form asked twice is the same request', () => {
    expect(wishOf(draft)).toEqual(wishOf({ ...draft }));
  });

  test('a window may end the evening before and begin some days ahead', () => {
    const sessions = [
      { ...session, opens: 'three-days-before', closes: 'evening-before' } as const,
    ];
    expect(wishOf({ ...draft, sessions }).occasions[0]?.signUp).toEqual({
      opensAtMs: Date.UTC(2026, 2, 16, 16),
      closesAtMs: Date.UTC(2026, 2, 19, 12),
    });
  });

  test('without sign-up everybody may come, as many as there are', () => {
    const sessions = [{ ...session, needsSignUp: false, takesWalkIns: false }];
    expect(wishOf({ ...draft, sessions }).occasions[0]).toMatchObject({
      capacity: null,
      signUp: null,
      takesWalkIns: true,
    });
  });

  test('where only heads are counted nothing is earned', () => {
    const heads = wishOf({ ...draft, countedBy: 'headcount', countsHours: true });
    expect(heads).toMatchObject({ ruleCode: null, countsHours: false });
  });
});

test('what is missing is said at its own field', () => {
  const read = readDraft(
    {
      ...draft,
      title: '',
      contactPhone: '123',
      area: null,
      sessions: [{ ...session, capacity: '很多' }],
    },
    today,
  );
  expect(read.ok).toBe(false);
  if (read.ok) return;
  expect(Object.keys(read.errors).sort()).toEqual(['area', 'contactPhone', 'sessions', 'title']);
  expect(Object.keys(read.errors.sessions[0] ?? {})).toEqual(['capacity']);
});

test('a further session keeps the hours of the last and asks for its day', () => {
  expect(nextSession(session)).toEqual({ ...session, day: '' });
});

test('what is not filled is named in its order, so that nobody looks for red on a long page', () => {
  const read = readDraft(
    { ...draft, place: '', contactPhone: '1', sessions: [session, blankSession()] },
    today,
  );
  expect(read.ok ? '' : faultWords(read.errors)).toBe('还没填好：在哪里办、打什么电话、第 2 场');
});
