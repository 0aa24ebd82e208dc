import { is } from 'drizzle-orm';
import { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as access from './schema/access.ts';
import * as community from './schema/community.ts';
import * as events from './schema/events.ts';
import * as ledger from './schema/ledger.ts';
import * as notices from './schema/notices.ts';
import * as platform from './schema/platform.ts';
import * as redemption from './schema/redemption.ts';
import * as scoring from './schema/scoring.ts';
import * as selection from './schema/selection.ts';
import * as volunteering from './schema/volunteering.ts';

const rooms = [
  platform,
  community,
  access,
  ledger,
  scoring,
  notices,
  redemption,
  events,
  volunteering,
  selection,
];

/** Every table of the bank, found rather than listed, so that none can be forgotten. */
export const bankTables: readonly SQLiteTable[] = rooms
  .flatMap((room) => Object.values(room) as unknown[])
  .filter((entry): entry is SQLiteTable => is(entry, SQLiteTable));

/** Tables whose key is the only way to a row. Without a rowid, a row also keeps no order of arrival. */
export const withoutRowid: ReadonlySet<string> = new Set(['ledger_postings', 'selection_choices']);
