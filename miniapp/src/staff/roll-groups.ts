import type { RollLine } from '@bank/shared/contracts/events-staff';

export const ROLL_GROUPS = [
  'late',
  'present',
  'expected',
  'waiting',
  'not-counted',
  'gave-up',
] as const;
export type RollGroup = (typeof ROLL_GROUPS)[number];

/** What stands above each part of the roll, in the order a clerk works through them. */
export const ROLL_GROUP_WORDS: Record<RollGroup, string> = {
  late: '待确认',
  present: '已签到',
  expected: '报了名还没来',
  waiting: '候补',
  'not-counted': '不算的',
  'gave-up': '说了不来',
};

/** The one part of the roll a line belongs to: what happened at the door outranks the sign-up. */
export function groupOf({ attendance, signUp }: RollLine): RollGroup {
  if (attendance?.state === 'waiting') return 'late';
  if (attendance?.state === 'present') return 'present';
  if (attendance?.state === 'refused') return 'not-counted';
  if (signUp === 'seated') return attendance === null ? 'expected' : 'not-counted';
  if (signUp === 'waiting') return 'waiting';
  return attendance === null ? 'gave-up' : 'not-counted';
}

/** Lines whose name, door or 存折号 holds what was typed. */
export function found(lines: readonly RollLine[], search: string): RollLine[] {
  const wanted = search.trim();
  return lines.filter((line) =>
    [line.name, line.address, line.householdCode].some((text) => text.includes(wanted)),
  );
}
