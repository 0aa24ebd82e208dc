import type { HoursLine } from '@bank/shared/contracts/volunteering';
import { ServiceId } from '@bank/shared/ids';
import { describe, expect, test } from 'vitest';
import {
  chartWords,
  lineState,
  lineTime,
  lineTitle,
  lineWay,
  returnWords,
  sayHours,
  scaleTop,
  wayToStar,
} from './hours-words';

const line: HoursLine = {
  serviceId: ServiceId.parse('service_1'),
  title: '',
  helped: 'elders',
  startsAtMs: Date.UTC(2026, 2, 17, 0, 30),
  endsAtMs: Date.UTC(2026, 2, 17, 2, 30),
  minutes: 120,
  state: 'pending',
  returnReason: null,
};

describe('hours', () => {
  test('are said with at most one place and never rounded up', () => {
    expect([0, 30, 90, 119, 11_160].map(sayHours)).toEqual(['0', '0.5', '1.5', '1.9', '186']);
  });

  test('186 hours are 86 of the 200 from the first star to the second', () => {
    expect(wayToStar(1, 114 * 60)).toEqual({ done: 86 * 60, of: 200 * 60 });
    expect(wayToStar(0, 40 * 60)).toEqual({ done: 60 * 60, of: 100 * 60 });
  });
});

describe('a line', () => {
  test('names the help that was logged, or the event', () => {
    expect(lineTitle(line)).toBe('助老');
    expect(lineTitle({ ...line, serviceId: null, helped: null, title: '义务植树' })).toBe(
      '义务植树',
    );
    expect(lineTime(line)).toBe('3 月 17 日 08:30–10:30');
  });

  test('waits for the team leader, or for the close of its event', () => {
    expect(lineState(line)?.words).toBe('等认定');
    expect(lineState({ ...line, serviceId: null })?.words).toBe('活动结束后记上');
    expect(lineState({ ...line, state: 'confirmed' })).toBeUndefined();
  });

  test('says why it was returned', () => {
    expect(returnWords({ ...line, state: 'returned', returnReason: 'wrong-time' })).toBe(
      '时间对不上，请改好再报',
    );
  });
});

describe('a tap on a line', () => {
  const returned = { ...line, state: 'returned' as const };

  test('takes back what waits, and nothing of an event', () => {
    expect(lineWay(line)).toBe('withdraw');
    expect(lineWay({ ...line, serviceId: null })).toBeUndefined();
    expect(lineWay({ ...line, state: 'confirmed' })).toBeUndefined();
  });

  test('mends what can be put right, and not what is no service or stands there twice', () => {
    expect(lineWay({ ...returned, returnReason: 'wrong-time' })).toBe('mend');
    expect(lineWay({ ...returned, returnReason: 'not-known' })).toBe('mend');
    expect(lineWay({ ...returned, returnReason: 'not-service' })).toBeUndefined();
    expect(lineWay({ ...returned, returnReason: 'twice' })).toBeUndefined();
  });
});

describe('the chart', () => {
  const months = [
    { month: '2026-01', minutes: 16 * 60 },
    { month: '2026-02', minutes: 0 },
    { month: '2026-03', minutes: 13 * 60 + 30 },
  ];

  test('is read aloud as the months that have something', () => {
    expect(chartWords(months)).toBe('近 12 个月志愿小时：1 月 16 小时，3 月 13.5 小时');
    expect(chartWords([])).toBe('近 12 个月还没有志愿小时');
  });

  test('begins at zero and ends at an even number of hours', () => {
    expect([scaleTop(months), scaleTop([{ month: '2026-03', minutes: 61 }]), scaleTop([])]).toEqual(
      [16, 2, 2],
    );
  });
});
