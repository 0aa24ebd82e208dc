import type { Changed, Comparison, FieldChange } from './comparison';
import type { LineAccount, Remark } from './roster-shape';
import { visibleText } from './visible-text';

/** One kind of record in a preview: 家庭, 居民, 细则 … */
export interface PreviewPart {
  readonly name: string;
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly absent: number;
  };
  readonly added: readonly string[];
  readonly changed: readonly {
    readonly key: string;
    readonly label: string;
    readonly changes: readonly FieldChange[];
  }[];
  /** In the book, not in the file; nothing is removed for it. */
  readonly absent: readonly string[];
}

export interface PreviewRemark extends Remark {
  /** As read, with what cannot be seen made visible. */
  readonly shown: string;
}

/** The whole preview as plain data for a page; nothing is folded here. */
export interface Preview {
  readonly parts: readonly PreviewPart[];
  readonly lines: {
    readonly all: number;
    readonly taken: number;
    readonly asked: number;
    readonly refused: number;
    readonly notData: number;
  };
  readonly corrected: readonly PreviewRemark[];
  readonly asked: readonly PreviewRemark[];
  readonly refused: readonly PreviewRemark[];
  readonly setAside: readonly PreviewRemark[];
  /** Lines that wait only because another line of their home does, and lines that are no data. */
  readonly waitingLines: readonly LineAccount[];
  readonly notDataLines: readonly LineAccount[];
  /** Whether an import would change anything in the book. */
  readonly changesAnything: boolean;
}

export interface PreviewSource {
  readonly remarks: readonly Remark[];
  readonly linesRead: readonly LineAccount[];
}

/** Lines that only the book could put in doubt: they wait too, and say so wherever they are shown. */
export function askedByTheBook(source: PreviewSource, asked: readonly Remark[]): PreviewSource {
  const whyOf = new Map(asked.map(({ sheet, row, why }) => [`${row} ${sheet}`, why]));
  return {
    remarks: [...source.remarks, ...asked],
    linesRead: source.linesRead.map((line) => {
      const why = whyOf.get(`${line.row} ${line.sheet}`);
      return why === undefined || line.outcome !== 'taken'
        ? line
        : { ...line, outcome: 'asked', why };
    }),
  };
}

/** Puts one kind of record into a preview; `labelOf` says a record in a few words. */
export function previewPart<Facts>(
  name: string,
  comparison: Comparison<Facts>,
  labelOf: (facts: Facts) => string,
): PreviewPart {
  const { added, changed, unchanged, absent } = comparison;
  return {
    name,
    counts: {
      added: added.length,
      changed: changed.length,
      unchanged: unchanged.length,
      absent: absent.length,
    },
    added: added.map(labelOf),
    changed: changed.map(({ key, before, changes }: Changed<Facts>) => ({
      key,
      label: labelOf(before),
      changes,
    })),
    absent: absent.map(labelOf),
  };
}

/** Puts a reading and its comparison together for people to decide on. */
export function makePreview(source: PreviewSource, parts: readonly PreviewPart[]): Preview {
  const shown = source.remarks.map((remark) => ({ ...remark, shown: visibleText(remark.read) }));
  const ofKind = (kind: Remark['kind']) => shown.filter((remark) => remark.kind === kind);
  const remarked = new Set(
    source.remarks.filter(isStop).map(({ sheet, row }) => `${row} ${sheet}`),
  );
  const repeated = new Set(
    ofKind('set-aside')
      .filter(isWholeLine)
      .map(({ sheet, row }) => `${row} ${sheet}`),
  );
  const ended = (outcome: LineAccount['outcome']) =>
    source.linesRead.filter((line) => line.outcome === outcome);
  return {
    parts,
    lines: {
      all: source.linesRead.length,
      taken: ended('taken').length,
      asked: ended('asked').length,
      refused: ended('refused').length,
      notData: ended('not-data').length,
    },
    corrected: ofKind('corrected'),
    asked: ofKind('asked'),
    refused: ofKind('refused'),
    setAside: ofKind('set-aside'),
    waitingLines: ended('asked').filter(({ sheet, row }) => !remarked.has(`${row} ${sheet}`)),
    notDataLines: ended('not-data').filter(({ sheet, row }) => !repeated.has(`${row} ${sheet}`)),
    changesAnything: parts.some(({ counts }) => counts.added > 0 || counts.changed > 0),
  };
}

function isStop({ kind }: Remark): boolean {
  return kind === 'asked' || kind === 'refused';
}

/** A line set aside as a whole is listed with its remark already. */
function isWholeLine({ column, heading }: Remark): boolean {
  return column === '' && heading === '整行';
}
