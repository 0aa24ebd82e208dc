import { CAPACITY_MAX } from '@bank/shared/contracts/events';

export const CAPACITY_DIGITS = 5;
export const CAPACITY_ERROR = '名额填数字，不限就空着';

/** What was typed as the number of seats: null for no limit, undefined for what is no number of seats. */
export function readCapacity(typed: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const count = /^\d+$/.test(text) ? Number(text) : 0;
  return count >= 1 && count <= CAPACITY_MAX ? count : undefined;
}
