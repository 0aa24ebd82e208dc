const DAY_MS = 86_400_000;
const SERIAL_OF_1970 = 25_569;
/** The office program believes that 1900 was a leap year; serial 60 is the day that never was. */
const SERIAL_OF_FALSE_LEAP_DAY = 60;
const SERIAL_OF_9999_12_31 = 2_958_465;
const SERIALS_BETWEEN_1900_AND_1904 = 1_462;

/**
 * A date number of the office program as text, 1980-07-01, with the time when there is one.
 * Null when the number is no date.
 */
export function serialToText(serial: number, from1904: boolean): string | null {
  const counted = from1904 ? serial + SERIALS_BETWEEN_1900_AND_1904 : serial;
  const day = Math.floor(counted);
  if (!(day >= 1 && day <= SERIAL_OF_9999_12_31)) return null;
  if (day === SERIAL_OF_FALSE_LEAP_DAY) return '1900-02-29';
  const shifted = day < SERIAL_OF_FALSE_LEAP_DAY ? day + 1 : day;
  const date = new Date((shifted - SERIAL_OF_1970) * DAY_MS).toISOString().slice(0, 10);
  const minutes = Math.round((counted - day) * 1_440) % 1_440;
  if (minutes === 0) return date;
  return `${date} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Whether year, month and day name a day of the calendar. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1980, 7, 1 → 1980-07-01. */
export function dayText(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`;
}

/** Whole days between two days written 1980-07-01; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}
