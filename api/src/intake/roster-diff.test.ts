import { describe, expect, test } from 'vitest';
import { PEOPLE_HEADINGS, peopleLines, rosterSample } from '../../../tests/samples/roster-sample';
import { type SampleSheet, writeWorkbook } from '../../../tests/samples/write-workbook';
import { previewRoster, rosterSource } from './preview-of';
import { readRoster } from './roster';
import { compareRoster, type RosterComparison, type RosterPresent } from './roster-diff';
import type { RosterReading } from './roster-shape';
import { readWorkbook } from './workbook';

function read(sheets: readonly SampleSheet[]): RosterReading {
  const result = readWorkbook(writeWorkbook(sheets));
  if (!result.ok) throw new Error(result.why);
  return readRoster(result.workbook, '2026-01-08');
}

function present(reading: RosterReading): RosterPresent {
  const people = reading.people.flatMap(({ personCode, ...facts }) =>
    personCode === null ? [] : [{ ...facts, personCode }],
  );
  return { ...reading, people };
}

function changeCount({ areas, households, people, clusterLeads, posts }: RosterComparison): number {
  return [areas, households, people, clusterLeads, posts].reduce(
    (sum, { added, changed }) => sum + added.length + changed.length,
    0,
  );
}

const EMPTY: RosterPresent = { areas: [], households: [], people: [], clusterLeads: [], posts: [] };
const whole = read(rosterSample());
const book = present(whole);

/** Only the columns of an office list: no codes of people, fewer facts. */
function officeList(lines = peopleLines()): SampleSheet[] {
  const kept = ['户编号', '联户编号', '姓名', '与户主关系', '性别', '民族', '出生日期', '联系电话'];
  const columns = kept.map((heading) => PEOPLE_HEADINGS.indexOf(heading));
  return [
    {
      name: '名单',
      rows: [kept, ...lines.map((line) => columns.map((column) => line[column] ?? null))],
    },
  ];
}

describe('comparing with the book', () => {
  test('into an empty book everything is new, parents before children', () => {
    const comparison = compareRoster(whole, EMPTY);
    expect([
      comparison.areas.added.length,
      comparison.households.added.length,
      comparison.people.added.length,
    ]).toEqual([8, 12, 40]);
    expect(comparison.areas.added.slice(0, 3).map(({ kind }) => kind)).toEqual([
      'site',
      'grid',
      'cluster',
    ]);
  });

  test('the same people again, in any order of lines, change nothing', () => {
    const shuffled = rosterSample().map((sheet) => {
      const [headings = [], ...lines] = sheet.rows;
      return { ...sheet, rows: [headings, ...lines.reverse()] };
    });
    const comparison = compareRoster(read(shuffled), book);
    expect(changeCount(comparison)).toBe(0);
    expect(comparison.people.unchanged).toHaveLength(40);
    expect(comparison.people.absent).toEqual([]);
  });

  test('one changed telephone number is exactly one change, with before and after', () => {
    const sheets = rosterSample().map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => [...row]),
    }));
    const line = sheets[0]?.rows[2];
    if (line !== undefined) line[14] = '16100001888';
    const comparison = compareRoster(read(sheets), book);
    expect(changeCount(comparison)).toBe(1);
    expect(comparison.people.changed[0]).toMatchObject({
      key: '0101000102',
      changes: [{ field: 'phone', label: '联系电话', before: '16100001002', after: '16100001888' }],
    });
  });

  test('whoever the file leaves out is said to be absent, but not where a line waits', () => {
    const sheets = rosterSample()
      .slice(0, 1)
      .map((sheet) => ({ ...sheet, rows: sheet.rows.filter((_row, index) => index !== 2) }));
    expect(
      compareRoster(read(sheets), book).people.absent.map(({ personCode }) => personCode),
    ).toEqual(['0101000102']);
    const waiting = rosterSample()
      .slice(0, 1)
      .map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
    const line = waiting[0]?.rows[2];
    if (line !== undefined) line[11] = null;
    expect(compareRoster(read(waiting), book).people.absent).toEqual([]);
  });

  test('a file about one site calls nobody of another site absent', () => {
    const first = rosterSample()
      .slice(0, 1)
      .map((sheet) => ({
        ...sheet,
        rows: sheet.rows.filter((row, index) => index === 0 || String(row[1]).startsWith('01')),
      }));
    const comparison = compareRoster(read(first), book);
    expect(comparison.people.absent).toEqual([]);
    expect(comparison.households.absent).toEqual([]);
  });

  test('a list without codes finds its people by home, name and birthday, and does not empty what it leaves out', () => {
    const comparison = compareRoster(read(officeList()), book);
    expect(changeCount(comparison)).toBe(0);
    expect(comparison.people.unchanged).toHaveLength(40);
  });

  test('a waiting line without a code makes nobody of its home absent', () => {
    const lines = peopleLines();
    const line = lines[1];
    if (line !== undefined) line[11] = null;
    expect(compareRoster(read(officeList(lines)), book).people.absent).toEqual([]);
  });

  test('into an empty book such a list issues the same codes in any order of lines', () => {
    const codes = (comparison: RosterComparison) =>
      comparison.people.added.map(({ personCode, name }) => `${personCode} ${name}`);
    const straight = codes(compareRoster(read(officeList()), EMPTY));
    expect(codes(compareRoster(read(officeList(peopleLines().reverse())), EMPTY))).toEqual(
      straight,
    );
    expect(straight[0]).toBe('0101000101 覃世良');
  });

  test('a person without a code who is only half like somebody known waits', () => {
    const lines = peopleLines();
    const line = lines[1];
    if (line !== undefined) line[13] = { date: '1970-11-03' };
    const reading = read(officeList(lines));
    const comparison = compareRoster(reading, book);
    expect(comparison.uncertain.map(({ person }) => person.name)).toEqual(['向腊梅']);
    expect(changeCount(comparison)).toBe(0);
    expect(comparison.people.absent).toEqual([]);
    const preview = previewRoster(rosterSource(reading, comparison), comparison);
    expect(preview.lines).toMatchObject({ all: 41, taken: 39, asked: 1, notData: 1 });
    expect(preview.asked.map(({ row, read }) => [row, read])).toContainEqual([3, '向腊梅']);
  });
});
