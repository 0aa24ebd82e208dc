import type { Preview, PreviewPart, PreviewRemark } from './preview';
import type { LineAccount } from './roster-shape';
import { visibleText } from './visible-text';

/** How many lines of one list a terminal shows before it folds the rest. */
export const LIST_LINES_MAX = 40;

/** The preview as lines for a terminal: counts first, then what to answer, then what was done. */
export function previewLines(preview: Preview, listLinesMax: number = LIST_LINES_MAX): string[] {
  const fold = (lines: readonly string[]) => folded(lines, listLinesMax);
  const sections: [string, readonly string[]][] = [
    ['不能收', preview.refused.map(remarkLine)],
    ['请确认', preview.asked.map(remarkLine)],
    ['跟着一起等的行', preview.waitingLines.map(accountLine)],
    ['已更正', preview.corrected.map(remarkLine)],
    ['没有收的栏目和重复的行', preview.setAside.map(remarkLine)],
    ['不是数据的行', preview.notDataLines.map(accountLine)],
  ];
  return [
    ...countLines(preview),
    ...preview.parts.flatMap((part) => partLines(part, fold)),
    ...sections.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : ['', `【${title}】${lines.length} 条`, ...fold(lines)],
    ),
  ];
}

function countLines({ parts, lines, corrected, asked, refused }: Preview): string[] {
  return [
    `读了 ${lines.all} 行：收下 ${lines.taken} 行，请确认 ${lines.asked} 行，不能收 ${lines.refused} 行，不是数据 ${lines.notData} 行`,
    `已更正 ${corrected.length} 处，请确认 ${asked.length} 处，不能收 ${refused.length} 处`,
    ...parts.map(
      ({ name, counts }) =>
        `${name}：新增 ${counts.added}，改动 ${counts.changed}，没变 ${counts.unchanged}${absentWords(counts.absent)}`,
    ),
  ];
}

function absentWords(absent: number): string {
  return absent === 0 ? '' : `，存折里有、表里没有 ${absent}（不会删）`;
}

function partLines(part: PreviewPart, fold: (lines: readonly string[]) => string[]): string[] {
  const changed = part.changed.flatMap(({ label, changes }) =>
    changes.map(
      (change) =>
        `${label}：${change.label}「${visibleText(change.before)}」→「${visibleText(change.after)}」`,
    ),
  );
  const lists: [string, readonly string[]][] = [
    ['新增', part.added],
    ['改动', changed],
    ['表里没有', part.absent],
  ];
  return lists.flatMap(([title, lines]) =>
    lines.length === 0 ? [] : ['', `【${part.name}·${title}】${lines.length} 条`, ...fold(lines)],
  );
}

/** 「花名册」第 16 行 G 列 房号：「302」…… */
export function remarkLine({
  sheet,
  row,
  column,
  heading,
  shown,
  became,
  why,
}: PreviewRemark): string {
  const place = column === '' ? heading : `${column} 列 ${heading}`;
  const read = shown === '' ? '' : `「${shown}」`;
  const after = became === undefined ? '' : `→「${visibleText(became)}」`;
  return `「${sheet}」第 ${row} 行 ${place}：${read}${after}${read + after === '' ? '' : ' '}${why}`;
}

function accountLine({ sheet, row, why }: LineAccount): string {
  return `「${sheet}」第 ${row} 行：${why}`;
}

function folded(lines: readonly string[], linesMax: number): string[] {
  const shown = lines.slice(0, linesMax).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return rest > 0 ? [...shown, `  还有 ${rest} 条没有列出来`] : shown;
}
