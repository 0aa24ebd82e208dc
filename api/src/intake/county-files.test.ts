import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readGoods } from './goods';
import { readRoster } from './roster';
import { compareRoster } from './roster-diff';
import { readRules } from './rules';
import { readWorkbook } from './workbook';

/** A folder with a county's real-sized files; without it these checks have nothing to read. */
const folder = process.env.YUNXI_DIR ?? '';
const isPresent = folder !== '' && existsSync(join(folder, 'roster.xlsx'));
if (!isPresent) console.warn('\n!!! 没有设 YUNXI_DIR，全县名册的检查这次没有做 !!!\n');

function open(name: string) {
  const result = readWorkbook(readFileSync(join(folder, name)));
  if (!result.ok) throw new Error(result.why);
  return result.workbook;
}

if (isPresent) {
  test('a whole county is read and compared without a remark, quickly', () => {
    const startedMs = performance.now();
    const reading = readRoster(open('roster.xlsx'), '2026-01-08');
    const people = reading.people.flatMap(({ personCode, ...facts }) =>
      personCode === null ? [] : [{ ...facts, personCode }],
    );
    const again = compareRoster(reading, { ...reading, people });
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    expect(reading.remarks).toEqual([]);
    expect([
      reading.people.length,
      reading.households.length,
      reading.clusterLeads.length,
      reading.posts.length,
    ]).toEqual([13_406, 3_210, 321, 439]);
    expect(reading.areas.map(({ kind }) => kind).filter((kind) => kind === 'grid')).toHaveLength(
      10,
    );
    expect(again.people.unchanged).toHaveLength(13_406);
    expect([again.people.added, again.people.changed, again.people.absent].flat()).toEqual([]);
  });

  test('what could be mended in an untidy list agrees with the true roster but for its notes', () => {
    const truth = readRoster(open('roster.xlsx'), '2026-01-08');
    const people = truth.people.flatMap(({ personCode, ...facts }) =>
      personCode === null ? [] : [{ ...facts, personCode }],
    );
    const untidy = readRoster(open('roster-messy.xlsx'), '2026-01-08');
    const { people: compared, uncertain } = compareRoster(untidy, { ...truth, people });
    expect(untidy.linesRead).toHaveLength(311);
    expect([compared.added, uncertain].flat()).toEqual([]);
    expect(
      new Set(compared.changed.flatMap(({ changes }) => changes.map(({ field }) => field))),
    ).toEqual(new Set(['note']));
  });

  test('the rulebook and the goods are read without a remark', () => {
    const rules = readRules(open('rules.xlsx'));
    const goods = readGoods(open('goods.xlsx'));
    expect([...rules.remarks, ...goods.remarks]).toEqual([]);
    expect([
      rules.rules.length,
      rules.settings.length,
      goods.goods.length,
      goods.batches.length,
    ]).toEqual([46, 13, 30, 889]);
  });
} else {
  test('without the folder nothing of it is needed', () => {
    expect(isPresent).toBe(false);
  });
}
