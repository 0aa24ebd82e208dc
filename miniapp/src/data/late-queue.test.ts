import { PersonId, RequestId } from '@bank/shared/ids';
import { expect, test } from 'vitest';
import {
  EMPTY,
  type LateScan,
  leavesScanOpen,
  nextScan,
  ofOwner,
  WAITING_MAX,
  withAnswer,
  withoutAnswer,
  withScan,
} from './late-queue';

const DAY_MS = 86_400_000;
const scan = (number: number, more: Partial<LateScan> = {}): LateScan => ({
  requestId: RequestId.parse(`request-${String(number).padStart(16, '0')}`),
  nonce: `nonce-${number}`,
  ownerId: PersonId.parse('person_tian'),
  code: `CODE${number}`,
  scannedAtMs: 1_000 + number,
  ...more,
});
const queueOf = (...scans: LateScan[]) =>
  scans.reduce((queue, one) => withScan(queue, one) ?? queue, EMPTY);
const neighbour = PersonId.parse('person_xiang');

test('scans go out oldest first, and only by whoever made them', () => {
  const queue = queueOf(scan(2), scan(1), scan(0, { ownerId: neighbour }));
  expect(nextScan(queue, 'person_tian')?.code).toBe('CODE1');
  expect(nextScan(queue, neighbour)?.code).toBe('CODE0');
  expect(nextScan(queue, 'person_new')).toBeUndefined();
});

test('a camera that reads the same code twice keeps one scan, with its first request id', () => {
  const queue = queueOf(scan(1), scan(2, { code: 'CODE1' }));
  expect(queue.waiting).toEqual([scan(1)]);
});

test('two people may scan the same screen from one phone', () => {
  expect(queueOf(scan(1), scan(2, { code: 'CODE1', ownerId: neighbour })).waiting).toHaveLength(2);
});

test('a full box takes nothing more, and scans of last week make room', () => {
  const full = queueOf(...Array.from({ length: WAITING_MAX }, (_, at) => scan(at)));
  expect(withScan(full, scan(99))).toBeUndefined();
  const later = withScan(full, scan(99, { scannedAtMs: 8 * DAY_MS }));
  expect(later?.waiting.map(({ code }) => code)).toEqual(['CODE99']);
});

test('an answer takes its own scan out of the line and stays to be read, until it is', () => {
  const { requestId, ownerId } = scan(1);
  const answered = withAnswer(queueOf(scan(1), scan(2)), {
    requestId,
    ownerId,
    words: '等工作人员确认',
    outcome: 'waiting',
  });
  expect(answered.waiting).toEqual([scan(2)]);
  expect(ofOwner(answered, ownerId).told.map(({ words }) => words)).toEqual(['等工作人员确认']);
  expect(ofOwner(answered, neighbour).told).toEqual([]);
  expect(withoutAnswer(answered, requestId).told).toEqual([]);
});

test('a no about who asks leaves the scan in the line, a no about the scan ends it', () => {
  expect(leavesScanOpen('request/not-signed-in')).toBe(true);
  expect(leavesScanOpen('request/not-your-duty')).toBe(true);
  expect(leavesScanOpen('events/code-forged')).toBe(false);
  expect(leavesScanOpen('request/bad-input')).toBe(false);
});
