import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SAMPLES } from '../../../tests/samples/make';
import { messySample } from '../../../tests/samples/messy-sample';
import { writeWorkbook } from '../../../tests/samples/write-workbook';
import { writeMarkedCopy } from './marked-copy';
import { previewRoster } from './preview-of';
import { previewLines } from './preview-text';
import { readRoster } from './roster';
import { compareRoster } from './roster-diff';
import type { RosterReading } from './roster-shape';
import { readWorkbook } from './workbook';

const opened = readWorkbook(writeWorkbook(messySample()));
if (!opened.ok) throw new Error(opened.why);
const { workbook } = opened;
const reading = readRoster(workbook, '2026-01-08');
const preview = previewRoster(
  reading,
  compareRoster(reading, { areas: [], households: [], people: [], clusterLeads: [], posts: [] }),
);

describe('the preview', () => {
  test('the page gets every remark once and every line is accounted for', () => {
    const { corrected, asked, refused, setAside, lines } = preview;
    expect(corrected.length + asked.length + refused.length + setAside.length).toBe(
      reading.remarks.length,
    );
    expect(lines.all).toBe(lines.taken + lines.asked + lines.refused + lines.notData);
  });

  test('the terminal shows counts first, then sheet, row, column, what was read and why', () => {
    const lines = previewLines(preview);
    expect(lines[0]).toBe('读了 35 行：收下 11 行，请确认 11 行，不能收 2 行，不是数据 11 行');
    expect(lines).toContain('居民：新增 11，改动 0，没变 0');
    expect(lines).toContain('  「花名册」第 21 行 M 列 出生日期：「1981-02-30」 日历上没有这一天');
    expect(lines).toContain(
      '  「花名册」第 5 行 I 列 姓名：「覃〔全角空格〕良」→「覃良」 去掉多余的空格；去掉姓名中间的空格',
    );
  });

  test('a long list folds with a count of the rest', () => {
    const lines = previewLines(preview, 3);
    expect(lines).toContain('【已更正】37 条');
    expect(lines).toContain('  还有 34 条没有列出来');
  });
});

describe('the marked copy', () => {
  test('it has the same cells as text, a note at the end of each line, and nothing that could run', async () => {
    const copy = readWorkbook(await writeMarkedCopy(workbook, reading));
    if (!copy.ok) throw new Error(copy.why);
    const [sheet] = copy.workbook.sheets;
    expect(sheet?.name).toBe('花名册');
    const row = (number: number) => sheet?.rows.find((one) => one.row === number)?.cells;
    expect(row(9)?.[9]).toEqual({ kind: 'text', text: '=彭小满' });
    expect(row(8)?.[19]).toEqual({ kind: 'text', text: '=联户长代办' });
    expect(row(21)?.at(-1)?.text).toBe('不能收：出生日期，日历上没有这一天');
    expect(row(17)?.at(-1)?.text).toBe('请确认：户 01010005 没有户主，全家一起等');
    const kinds = new Set(
      sheet?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.kind ?? [])),
    );
    expect([...kinds]).toEqual(['text']);
  });

  test('a copy that comes back is read like the file it was made of', async () => {
    const copy = readWorkbook(await writeMarkedCopy(workbook, reading));
    if (!copy.ok) throw new Error(copy.why);
    const again = readRoster(copy.workbook, '2026-01-08');
    const facts = (one: RosterReading) =>
      one.people.map(({ personCode, name, bornOn, phone }) => [personCode, name, bornOn, phone]);
    expect(facts(again)).toEqual(facts(reading));
    expect(again.remarks.filter(({ heading }) => heading.startsWith('处理说明'))).toEqual([]);
  });
});

test('the sample workbooks that are kept are the ones that their makers write', () => {
  for (const [name, sample] of Object.entries(SAMPLES)) {
    const kept = readWorkbook(
      readFileSync(new URL(`../../../tests/samples/${name}`, import.meta.url)),
    );
    expect(kept).toEqual(readWorkbook(writeWorkbook(sample())));
  }
});
