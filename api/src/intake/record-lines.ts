import type { LineReader } from './line-reader';
import { groupBy } from './repeated-lines';

/** A line of a list of records as far as it reads; undefined fields wait or were refused. */
export interface RecordDraft<Field extends string, Facts extends object> {
  readonly reader: LineReader<Field>;
  readonly facts: Facts;
}

/** Two lines of one key: the same in everything are taken once, different ones are all asked about. */
export function settleRepeatedRecords<Field extends string, Facts extends object>(
  drafts: readonly RecordDraft<Field, Facts>[],
  keyField: NoInfer<Field>,
  keyOf: (facts: Facts) => string | undefined,
): void {
  for (const group of groupBy(drafts, ({ facts }) => keyOf(facts) ?? null)) {
    if (group.length < 2) continue;
    const rows = group.map(({ reader }) => `第 ${reader.source.row} 行`).join('、');
    const same = new Set(group.map(({ facts }) => JSON.stringify(facts))).size === 1;
    for (const [index, { reader }] of group.entries()) {
      if (!same) reader.ask(keyField, `${rows}写的是同一个编号，内容却不一样，请核对`);
      else if (index > 0) reader.setAside('not-data', `${rows}完全一样，只收一次`);
    }
  }
}

/** Whether every field was read; a line that was taken always is. */
export function isWhole<Facts extends object>(
  facts: {
    readonly [Field in keyof Facts]: Facts[Field] | undefined;
  },
): facts is Facts {
  return Object.values(facts).every((value) => value !== undefined);
}

/** Keys of lines that wait or were refused. */
export function waitingKeys<Facts extends object>(
  drafts: readonly {
    readonly reader: { readonly account: { readonly outcome: string } };
    readonly facts: Facts;
  }[],
  keyOf: (facts: Facts) => string | undefined,
): string[] {
  return drafts
    .filter(({ reader }) => ['asked', 'refused'].includes(reader.account.outcome))
    .flatMap(({ facts }) => keyOf(facts) ?? []);
}
