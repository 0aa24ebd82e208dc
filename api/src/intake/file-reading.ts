import { createHash } from 'node:crypto';
import type { IntakePreview } from '@bank/shared/contracts/intake';
import type { Comparison } from './comparison';
import { compareGoods, type GoodsComparison, readGoods } from './goods';
import type { BatchFacts, GoodFacts, GoodsReading } from './goods-shape';
import { writeMarkedCopy } from './marked-copy';
import { askedByTheBook, type Preview, type PreviewSource } from './preview';
import { previewGoods, previewRoster, previewRules, rosterSource } from './preview-of';
import { readRoster } from './roster';
import { compareRoster, type RosterComparison, type RosterPresent } from './roster-diff';
import type { Remark } from './roster-shape';
import { compareRules, type RulesComparison, readRules } from './rules';
import type { RuleFacts, SettingFacts } from './rules-shape';
import { readWorkbook } from './workbook';
import type { Workbook } from './workbook-shape';

/**
 * The heavy half of an import: a workbook read and held against what the book has. Nothing here knows
 * the database or the clock, so it is done beside the server; see `platform/heavy-work.ts`.
 */

/** The file as base64, and whether its marked copy is wanted where there is something to mark. */
export interface FileToRead {
  readonly file: string;
  readonly wantsMarkedCopy: boolean;
}

export type FileRead<Findings> =
  | { readonly ok: false; readonly why: string }
  | {
      readonly ok: true;
      readonly preview: IntakePreview;
      /** A mark for exactly this preview: another file, or a book that moved, has another. */
      readonly seen: string;
      /** The smallest area that everything in the file lies in. */
      readonly areaPath: string;
      /** What would be added and changed; what stays as it is does not travel. */
      readonly findings: Findings;
      readonly markedCopyBase64?: string;
    };

/** A roster. `today` is written 2026-01-08. */
export function readRosterFile(
  wish: FileToRead & {
    readonly present: RosterPresent;
    readonly today: string;
    readonly mayGivePosts: boolean;
  },
): Promise<FileRead<RosterComparison>> {
  return readFile(wish, (workbook) => {
    const reading = readRoster(workbook, wish.today);
    const full = compareRoster(reading, wish.present);
    const nothing = { added: [], changed: [], unchanged: full.posts.unchanged, absent: [] };
    const comparison = wish.mayGivePosts ? full : { ...full, posts: nothing };
    const sites = new Set(reading.households.map(({ siteCode }) => siteCode));
    const [only] = sites;
    const isOneKnownSite =
      sites.size === 1 &&
      only !== undefined &&
      wish.present.areas.some(({ kind, code }) => kind === 'site' && code === only);
    const source = rosterSource(reading, comparison);
    return {
      source,
      preview: previewRoster(source, comparison),
      areaPath:
        isOneKnownSite && reading.areas.every(({ code }) => code.startsWith(only))
          ? `/${only}/`
          : '/',
      postsAreLeftOut:
        !wish.mayGivePosts && full.posts.added.length + full.posts.changed.length > 0,
      findings: {
        areas: moved(comparison.areas),
        households: moved(comparison.households),
        people: moved(comparison.people),
        clusterLeads: moved(comparison.clusterLeads),
        posts: moved(comparison.posts),
        uncertain: [],
      },
    };
  });
}

/** A rulebook. */
export function readRulesFile(
  wish: FileToRead & {
    readonly rules: readonly RuleFacts[];
    readonly settings: readonly SettingFacts[];
  },
): Promise<FileRead<RulesComparison>> {
  return readFile(wish, (workbook) => {
    const reading = readRules(workbook);
    const { rules, settings } = compareRules(reading, wish);
    return {
      source: reading,
      preview: previewRules(reading, { rules, settings }),
      areaPath: '/',
      postsAreLeftOut: false,
      findings: { rules: moved(rules), settings: moved(settings) },
    };
  });
}

/** Goods and their batches; `siteNames` are the sites that have a shelf. */
export function readGoodsFile(
  wish: FileToRead & {
    readonly goods: readonly GoodFacts[];
    readonly batches: readonly BatchFacts[];
    readonly siteNames: ReadonlySet<string>;
  },
): Promise<FileRead<GoodsComparison>> {
  return readFile(wish, (workbook) => {
    const reading = readGoods(workbook);
    const { known, source } = settleSites(reading, compareGoods(reading, wish), wish.siteNames);
    return {
      source,
      preview: previewGoods(source, known),
      areaPath: '/',
      postsAreLeftOut: false,
      findings: { goods: moved(known.goods), batches: moved(known.batches) },
    };
  });
}

interface Held<Findings> {
  readonly source: PreviewSource;
  readonly preview: Preview;
  readonly areaPath: string;
  readonly postsAreLeftOut: boolean;
  readonly findings: Findings;
}

async function readFile<Findings>(
  { file, wantsMarkedCopy }: FileToRead,
  holdAgainstBook: (workbook: Workbook) => Held<Findings>,
): Promise<FileRead<Findings>> {
  const opened = readWorkbook(Buffer.from(file, 'base64'));
  if (!opened.ok) return { ok: false, why: opened.why };
  const { source, preview, areaPath, postsAreLeftOut, findings } = holdAgainstBook(opened.workbook);
  const isCopyDue = wantsMarkedCopy && source.remarks.length > 0;
  const copy = isCopyDue ? await writeMarkedCopy(opened.workbook, source) : null;
  return {
    ok: true,
    preview: showPreview(preview, postsAreLeftOut),
    seen: createHash('sha256').update(JSON.stringify(preview)).digest('hex'),
    areaPath,
    findings,
    ...(copy === null ? {} : { markedCopyBase64: copy.toString('base64') }),
  };
}

function moved<Facts>({ added, changed }: Comparison<Facts>): Comparison<Facts> {
  return { added, changed, unchanged: [], absent: [] };
}

/** A batch for a site that the book does not know waits, and says so: rosters come first. */
function settleSites(
  reading: GoodsReading,
  comparison: GoodsComparison,
  siteNames: ReadonlySet<string>,
): { known: GoodsComparison; source: PreviewSource } {
  const isKnown = ({ siteName }: BatchFacts) => siteNames.has(siteName);
  const waiting = reading.batches.filter((batch) => !isKnown(batch));
  const remarks = waiting.map(
    ({ source, siteName }): Remark => ({
      kind: 'asked',
      ...source,
      column: '',
      heading: '安置点',
      read: siteName,
      why: '账上没有这个安置点，这一批先不收。请先导入花名册，或改成账上的名称',
    }),
  );
  const { batches } = comparison;
  return {
    known: { ...comparison, batches: { ...batches, added: batches.added.filter(isKnown) } },
    source: askedByTheBook(reading, remarks),
  };
}

const CHANGES_MAX = 500;

function showPreview(preview: Preview, postsAreLeftOut: boolean): IntakePreview {
  const { corrected, asked, refused, setAside } = preview;
  return {
    parts: preview.parts.map(({ name, counts, changed }) => ({
      name,
      ...counts,
      changes: changed.slice(0, CHANGES_MAX).map(({ label, changes }) => ({
        label,
        words: changes.map((one) => `${one.label}：${one.before} → ${one.after}`).join('；'),
      })),
    })),
    lines: preview.lines,
    remarks: [...refused, ...asked, ...corrected, ...setAside].map(
      ({ kind, sheet, row, column, heading, shown, became, why }) => ({
        kind,
        sheet,
        row,
        column,
        heading,
        shown,
        why,
        ...(became === undefined ? {} : { became }),
      }),
    ),
    changesAnything: preview.changesAnything,
    postsAreLeftOut,
  };
}
