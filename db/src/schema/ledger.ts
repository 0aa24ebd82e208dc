import { TRANSFER_KINDS } from '@bank/shared/contracts/ledger';
import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export const HOLD_STATES = ['pending', 'collected', 'released'] as const;

/** 账簿. One unit of account: points, one kind of goods, the seats of one occasion. */
export const ledgerBooks = sqliteTable('ledger_books', {
  id: text().primaryKey(),
  unit: text({ enum: ['points', 'goods', 'seat', 'slip'] }).notNull(),
});

/** 账户. The balance is moved by triggers only; the floor has the last word. */
export const ledgerAccounts = sqliteTable(
  'ledger_accounts',
  {
    id: text().primaryKey(),
    book: text()
      .notNull()
      .references(() => ledgerBooks.id),
    kind: text().notNull(),
    ownerId: text('owner_id'),
    /** The balance may not pass below it; null is a source, which may. */
    floor: integer(),
    balance: integer().notNull().default(0),
  },
  (account) => [
    check('within_floor', sql`${account.floor} IS NULL OR ${account.balance} >= ${account.floor}`),
    index('ledger_accounts_by_owner').on(account.ownerId),
    index('ledger_accounts_by_book').on(account.book, account.kind),
  ],
);

/** 流水. Insert-only and chained: a mistake is answered by a reversal, never by an update. */
export const ledgerTransfers = sqliteTable(
  'ledger_transfers',
  {
    seq: integer().primaryKey(),
    id: text().notNull().unique(),
    book: text().notNull(),
    kind: text({ enum: TRANSFER_KINDS }).notNull(),
    sourceId: text('source_id')
      .notNull()
      .references(() => ledgerAccounts.id),
    targetId: text('target_id')
      .notNull()
      .references(() => ledgerAccounts.id),
    amount: integer().notNull(),
    /** The hold that a collect or a release ends. */
    holdId: text('hold_id'),
    /** When a hold lapses; null elsewhere. */
    lapseAtMs: integer('lapse_at_ms'),
    /** The transfer that a reversal answers. */
    reversesId: text('reverses_id'),
    /** A code, never a sentence: `redemption/order`, `rule/JF03@1`. */
    code: text().notNull(),
    subjectId: text('subject_id'),
    /** SHA-256 of salt and words, which lie in ledger_memos and can be erased. */
    memoDigest: text('memo_digest'),
    requestId: text('request_id').notNull(),
    atMs: integer('at_ms').notNull(),
    prev: text().notNull(),
    hash: text().notNull(),
  },
  (transfer) => [
    check('moves_a_whole_positive_amount', sql`${transfer.amount} BETWEEN 1 AND 1000000000`),
    check('moves_between_two_accounts', sql`${transfer.sourceId} <> ${transfer.targetId}`),
    check(
      'names_its_hold',
      sql`(${transfer.kind} IN ('collect', 'release')) = (${transfer.holdId} IS NOT NULL)`,
    ),
    check('a_hold_lapses', sql`(${transfer.kind} = 'hold') = (${transfer.lapseAtMs} IS NOT NULL)`),
    check(
      'names_what_it_reverses',
      sql`(${transfer.kind} = 'reverse') = (${transfer.reversesId} IS NOT NULL)`,
    ),
    // Partial: hardly any transfer reverses another, and the rest need no place in this index.
    uniqueIndex('reversed_once')
      .on(transfer.reversesId)
      .where(sql`${transfer.reversesId} IS NOT NULL`),
    index('ledger_transfers_by_subject').on(transfer.subjectId),
  ],
);

/** One leg of a transfer in one account, with the balance after it. Written by trigger. */
export const ledgerPostings = sqliteTable(
  'ledger_postings',
  {
    accountId: text('account_id').notNull(),
    seq: integer().notNull(),
    change: integer().notNull(),
    balanceAfter: integer('balance_after').notNull(),
  },
  (posting) => [primaryKey({ columns: [posting.accountId, posting.seq] })],
);

/** 冻结. Opened and ended by trigger; ends once, in the amount it was opened with. */
export const ledgerHolds = sqliteTable(
  'ledger_holds',
  {
    id: text().primaryKey(),
    sourceId: text('source_id').notNull(),
    targetId: text('target_id').notNull(),
    amount: integer().notNull(),
    lapseAtMs: integer('lapse_at_ms').notNull(),
    state: text({ enum: HOLD_STATES }).notNull(),
  },
  (hold) => [index('ledger_holds_by_lapse').on(hold.state, hold.lapseAtMs)],
);

/** The words behind a digest. Erasing words and salt leaves the chain whole. */
export const ledgerMemos = sqliteTable('ledger_memos', {
  id: text().primaryKey(),
  version: integer().notNull(),
  salt: text(),
  words: text(),
});

/** The end of the chain and the writer's lease: moves with every group, also an empty one. */
export const ledgerTip = sqliteTable(
  'ledger_tip',
  {
    id: integer().primaryKey(),
    holder: text().notNull(),
    leaseUntilMs: integer('lease_until_ms').notNull(),
    groupNo: integer('group_no').notNull(),
    groupId: text('group_id').notNull(),
    seq: integer().notNull(),
    hash: text().notNull(),
  },
  (tip) => [check('one_tip_a_bank', sql`${tip.id} = 1`)],
);
