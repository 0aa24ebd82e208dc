import { openCell } from './cells';
import { halfWidth } from './characters';
import { asked, type CellReader, type Finding, nothing, refused, sound } from './finding';
import { dayText, isCalendarDay, serialToText } from './serial-dates';

const YEAR_MIN = 1880;
const YEAR_MAX = 2200;
/** Date numbers from 1927 to 2119: under a heading that asks for a date, nothing else. */
const SERIAL_MIN = 10_000;
const SERIAL_MAX = 80_000;

const WRITTEN =
  /^(\d{4})\s?[-./年]\s?(\d{1,2})\s?[-./月]\s?(\d{1,2})\s?[日号]?(?:[ T]0{1,2}:00(?::00)?)?$/;
const TIGHT = /^(\d{4})(\d{2})(\d{2})$/;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** A day of the calendar as 1980-07-01, from a date cell or from the ways people write one. */
export const readDay: CellReader<string | null> = (cell) => {
  if (cell === undefined) return nothing();
  const isWritten = cell.kind === 'date' || cell.kind === 'text';
  if (isWritten && IS_DAY.test(cell.text)) return checkedDay(cell.text, []);
  const opened = openCell(cell);
  if (opened.state === 'asked') return opened;
  if (opened.text === '') return nothing();
  if (opened.kind === 'date') {
    const done = opened.text.length > 10 ? ['去掉时间，只留日期'] : [];
    return checkedDay(opened.text.slice(0, 10), [...opened.done, ...done]);
  }
  if (opened.kind === 'number' && cell.from1904 === true) {
    return asked('这一格是数字，看不出是哪一天，请写成 1980-07-01 这样');
  }
  return readWritten(halfWidth(opened.text), opened.done);
};

function checkedDay(day: string, done: readonly string[]): Finding<string> {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  if (!isCalendarDay(year, month, date)) return refused('日历上没有这一天');
  if (year < YEAR_MIN || year > YEAR_MAX) return asked('年份看着不对，请核对');
  return sound(day, done);
}

function readWritten(text: string, done: readonly string[]): Finding<string> {
  const parts = WRITTEN.exec(text) ?? TIGHT.exec(text);
  if (parts !== null) {
    const day = dayText(Number(parts[1]), Number(parts[2]), Number(parts[3]));
    return checkedDay(day, [...done, '改成统一的日期写法']);
  }
  if (/^\d{5}$/.test(text)) {
    const serial = Number(text);
    const day = serial >= SERIAL_MIN && serial <= SERIAL_MAX ? serialToText(serial, false) : null;
    if (day !== null) return checkedDay(day, [...done, 'Excel 把日期存成了数字，改回日期']);
  }
  if (/农历|阴历|腊月|正月/.test(text)) return asked('写的是农历，请改填公历日期');
  return asked('看不出是哪一天，请写成 1980-07-01 这样');
}
