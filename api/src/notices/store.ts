import { type Row, row } from '@bank/db/plan';
import { noticesInbox } from '@bank/db/schema/notices';
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
