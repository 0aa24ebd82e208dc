import type { ReadConsole } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';
import { EventId, OccasionId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import { doorOf } from './door';

const HOUR = 3_600_000;
const start = Date.UTC(2026, 2, 21, 0);
const step = (at: number) => ({
  qrText: `https://bank.test/q/E${at}`,
  digits: `00000${at}`,
  fromMs: start + at * 15_000,
  untilMs: start + (at + 1) * 15_000,
});
const desk: OutputOf<typeof ReadConsole> = {
  occasion: {
    id: OccasionId.parse('occasion_1'),
    eventId: EventId.parse('event_1'),
    title: '清洁家园志愿服务',
    kind: 'volunteering',
    siteName: '春晖社区',
    areaName: '春晖社区',
    place: '3 栋楼下',
    startsAtMs: start,
    endsAtMs: start + 2 * HOUR,
    state: 'planned',
    capacity: 30,
    takenCount: 22,
    waitingCount: 0,
    signUp: null,
    takesWalkIns: true,
    countedBy: 'check-in',
    checkIn: { opensAtMs: start - HOUR, closesAtMs: start + 3 * HOUR },
    countsHours: true,
    earning: null,
    mine: null,
  },
  codes: [step(0), step(1)],
  checkIn: { opensAtMs: start - HOUR, closesAtMs: start + 3 * HOUR },
  signedUpCount: 22,
  attendedCount: 18,
  walkInCount: 3,
  leftCount: 0,
  lateCount: 0,
  latest: [],
  asOfMs: start,
};

describe('the code on the screen', () => {
  test('changes at the very second, without asking anybody', () => {
    expect(doorOf(desk, start + 14_999)).toMatchObject({ kind: 'code', secondsLeft: 1 });
    expect(doorOf(desk, start + 15_000)).toMatchObject({
      kind: 'code',
      code: { digits: '000001' },
      secondsLeft: 15,
    });
  });

  test('is gone when the last one known has passed', () => {
    expect(doorOf(desk, start + 30_000)).toMatchObject({ kind: 'shut', title: '等网络' });
  });

  test('is not there before the door opens, and the screen says when it will be', () => {
    const door = doorOf({ ...desk, codes: [] }, start - 2 * HOUR);
    expect(door).toMatchObject({ title: '签到还没开始' });
    expect(door.kind === 'shut' && door.sub).toContain('3 月 21 日 07:00');
  });

  test.each([
    ['closed', '签到结束了'],
    ['cancelled', '这场不办了'],
  ] as const)('is not shown of an occasion that is %s', (state, title) => {
    expect(doorOf({ ...desk, occasion: { ...desk.occasion, state } }, start)).toMatchObject({
      title,
    });
  });

  test('is not shown where heads are counted, nor after people may let themselves in', () => {
    const heads = { ...desk, occasion: { ...desk.occasion, countedBy: 'headcount' as const } };
    expect(doorOf(heads, start)).toMatchObject({ title: '这场不用签到' });
    expect(doorOf(desk, start + 3 * HOUR)).toMatchObject({ title: '不能自己扫了' });
  });
});
