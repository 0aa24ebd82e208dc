import { endpoint } from '../endpoint.ts';
import * as z from '../zod.ts';

/** 流水, 查账: points, and everything else that is scarce, as a balance in one book. */

export const TRANSFER_KINDS = ['move', 'hold', 'collect', 'release', 'reverse'] as const;
/** move: at once. hold: set aside. collect / release: the two ends of a hold. reverse: a correction. */
export type TransferKind = (typeof TRANSFER_KINDS)[number];

export const Verification = z.object({
  isSound: z.boolean(),
  /** One line for the log and the screen. */
  summary: z.string(),
  /** The first wrong row, by name; null when the book is sound. */
  firstFault: z.nullable(z.string()),
  transferCount: z.int(),
  accountCount: z.int(),
  lastHash: z.string(),
  atMs: z.int(),
  tookMs: z.int(),
});
export type Verification = z.infer<typeof Verification>;

export const VerifyBook = endpoint({
  id: 'ledger/verify-book',
  method: 'GET',
  path: '/ledger/verification',
  summary: '查账：从第一笔算到最后一笔',
  duty: 'book.verify',
  scope: 'area',
  input: z.object({}),
  output: Verification,
  refusals: [],
});

export const ledgerProblems = {
  'ledger/insufficient-points': {
    status: 409,
    title: '积分不够',
    detail: (facts: { available: number; needed: number }) =>
      `还差 ${facts.needed - facts.available} 分。现在可用 ${facts.available} 分，要用 ${facts.needed} 分`,
  },
  'ledger/not-reversible': {
    status: 409,
    title: '这一笔不能冲正',
    detail: () => '这一笔已经冲正过，或者本身就是冲正，不能再冲',
  },
} as const;
