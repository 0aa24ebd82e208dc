import { type Row, row } from '@bank/db/plan';
import { noticesBoard, noticesInbox } from '@bank/db/schema/notices';
import type { Chance } from '../platform/context.ts';
import type { InboxFacts, InboxKind } from './notice.ts';

/** A message to one person, in the same plan as what it tells of. */
export function recordNotice(
  chance: Pick<Chance, 'newId'>,
  personId: string,
  kind: InboxKind,
  facts: InboxFacts,
  nowMs: number,
): Row {
  return row(noticesInbox, {
    id: chance.newId('notice'),
    personId,
    kind,
    facts: JSON.stringify(facts),
    atMs: nowMs,
  });
}

/** A public list at a site: names already masked, down by itself when its time is over. */
export function recordBoardNotice(
  chance: Pick<Chance, 'newId'>,
  notice: {
    readonly sitePath: string;
    readonly title: string;
    readonly lines: readonly { readonly label: string; readonly value: string }[];
    readonly untilMs: number;
  },
  nowMs: number,
): Row {
  return row(noticesBoard, {
    id: chance.newId('notice'),
    version: 1,
    sitePath: notice.sitePath,
    title: notice.title,
    lines: JSON.stringify(notice.lines),
    postedAtMs: nowMs,
    untilMs: notice.untilMs,
  });
}
