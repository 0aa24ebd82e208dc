import type { Settings } from '@bank/shared/contracts/scoring';

/** The settings that the book reads, by their names in the county's workbook. */
const SETTING_NAMES = {
  basePoints: '开户基础分',
  redeemFrom: '起兑分',
  reserveDays: '预留期限',
} as const;

/** What holds while a county has not said otherwise: nothing is given away, nothing lapses at once. */
const DEFAULTS: Settings = { basePoints: 0, redeemFrom: 0, reserveDays: 15 };

/** Typed settings from the county's 总则; a value that is not a whole number is left at its default. */
export function settingsFrom(values: ReadonlyMap<string, string>): Settings {
  const read = (field: keyof Settings) => {
    const value = Number(values.get(SETTING_NAMES[field]));
    return Number.isSafeInteger(value) && value >= 0 && values.has(SETTING_NAMES[field])
      ? value
      : DEFAULTS[field];
  };
  return {
    basePoints: read('basePoints'),
    redeemFrom: read('redeemFrom'),
    reserveDays: read('reserveDays'),
  };
}
