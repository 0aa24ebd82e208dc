import { endpoint } from '../endpoint.ts';
import { HouseholdId, TransferId } from '../ids.ts';
import * as z from '../zod.ts';
import { TRANSFER_KINDS } from './ledger.ts';
import { Cursor } from './shapes.ts';

/** 存折: what a household has, and why. */

export const PASSBOOK_LINES_MAX = 50;

/** One line of the passbook. `change` is what it did to the balance, with its sign. */
export const PassbookLine = z.object({
  seq: z.int(),
  transferId: TransferId,
  kind: z.enum(TRANSFER_KINDS),
  change: z.int(),
  balanceAfter: z.int(),
  /** 事由, in words: what for. */
  title: z.string(),
  /** 依据: the rule and its version, or the order number. */
  basis: z.string(),
  /** Which member earned it, and who recorded it. */
  personName: z.nullable(z.string()),
  recordedBy: z.string(),
  isReversed: z.boolean(),
  atMs: z.int(),
});
export type PassbookLine = z.infer<typeof PassbookLine>;

/** 待入账: earned at an event, posted when staff close it. Not in the balance. */
export const PendingLine = z.object({
  id: z.string(),
  points: z.int(),
  title: z.string(),
  note: z.string(),
  atMs: z.int(),
});
export type PendingLine = z.infer<typeof PendingLine>;

/** base is never spent; available may be; held is set aside for orders; total is all three. */
export const Passbook = z.object({
  householdId: HouseholdId,
  householdCode: z.string(),
  householderName: z.string(),
  siteName: z.string(),
  base: z.int(),
  available: z.int(),
  held: z.int(),
  total: z.int(),
  monthIn: z.int(),
  monthOut: z.int(),
  pending: z.array(PendingLine),
  lines: z.array(PassbookLine),
  /** Ask with it for older lines; null when these are the last. */
  older: z.nullable(z.int()),
  asOfMs: z.int(),
});
export type Passbook = z.infer<typeof Passbook>;

export const ReadPassbook = endpoint({
  id: 'passbook/read-passbook',
  method: 'GET',
  path: '/passbook',
  summary: '我家的存折',
  duty: 'household-member',
  scope: 'household',
  input: z.object({ before: Cursor }),
  output: Passbook,
  refusals: [],
});

export const ReadHouseholdPassbook = endpoint({
  id: 'passbook/read-household-passbook',
  method: 'GET',
  path: '/passbook/households/:householdId',
  summary: '工作人员看一户的存折',
  duty: 'households.read',
  scope: 'area',
  input: z.object({ householdId: HouseholdId, before: Cursor }),
  output: Passbook,
  refusals: [],
});
