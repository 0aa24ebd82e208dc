import { showValue } from './line-reader';

/** One field of one record, before and after. */
export interface FieldChange {
  readonly field: string;
  /** The field's name as people read it. */
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

export interface Changed<Facts> {
  readonly key: string;
  readonly before: Facts;
  readonly after: Facts;
  readonly changes: readonly FieldChange[];
}

/** What a file would do to one kind of record; `absent` is only said, nothing is ever removed for it. */
export interface Comparison<Facts> {
  readonly added: readonly Facts[];
  readonly changed: readonly Changed<Facts>[];
  readonly unchanged: readonly Facts[];
  readonly absent: readonly Facts[];
}

export interface ComparisonRules<Facts> {
  readonly keyOf: (facts: Facts) => string;
  /** The fields that count, with the words people know them by; the key is not among them. */
  readonly labels: Readonly<Partial<Record<keyof Facts & string, string>>>;
  /** Whether a record of the book should have been in this file. */
  readonly isExpected: (facts: Facts) => boolean;
}

/**
 * Compares records by key; the order of neither side matters. Fields that the file does not state keep
 * what the book has.
 */
export function compareRecords<Facts extends object>(
  read: readonly (Facts & { readonly notStated: readonly string[] })[],
  present: readonly Facts[],
  { keyOf, labels, isExpected }: ComparisonRules<Facts>,
): Comparison<Facts> {
  const left = new Map(present.map((facts) => [keyOf(facts), facts]));
  const added: Facts[] = [];
  const changed: Changed<Facts>[] = [];
  const unchanged: Facts[] = [];
  for (const facts of read) {
    const key = keyOf(facts);
    const before = left.get(key);
    left.delete(key);
    if (before === undefined) {
      added.push(facts);
      continue;
    }
    const changes = changesOf(before, facts, labels);
    if (changes.length === 0) unchanged.push(before);
    else changed.push({ key, before, after: merged(before, facts, changes), changes });
  }
  const byKey = (one: Facts, other: Facts) => (keyOf(one) < keyOf(other) ? -1 : 1);
  return {
    added: added.sort(byKey),
    changed: changed.sort((one, other) => (one.key < other.key ? -1 : 1)),
    unchanged: unchanged.sort(byKey),
    absent: [...left.values()].filter(isExpected).sort(byKey),
  };
}

function changesOf<Facts extends object>(
  before: Facts,
  after: Facts & { readonly notStated: readonly string[] },
  labels: ComparisonRules<Facts>['labels'],
): FieldChange[] {
  return (Object.keys(labels) as (keyof Facts & string)[]).flatMap((field) => {
    const old = before[field] ?? null;
    const now = after[field] ?? null;
    if (old === now || after.notStated.includes(field)) return [];
    return [
      { field, label: labels[field] ?? field, before: showValue(old), after: showValue(now) },
    ];
  });
}

function merged<Facts extends object>(
  before: Facts,
  after: Facts,
  changes: readonly FieldChange[],
): Facts {
  const changedFields = new Set(changes.map(({ field }) => field));
  const moved = Object.entries(after).filter(([field]) => changedFields.has(field));
  return { ...before, ...Object.fromEntries(moved) };
}
