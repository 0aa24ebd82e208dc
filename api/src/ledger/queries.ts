import { type BookCheck, verifyBook } from '@bank/db/verify';
import { type Verification, VerifyBook } from '@bank/shared/contracts/ledger';
import { accept } from '@bank/shared/outcome';
import type { Bank } from '../platform/context.ts';
import { type Query, query } from '../platform/query.ts';

/** 查账, as the operator, the start and the auditor's page all run it. */
export async function verify(
  { reading, chance }: Pick<Bank, 'reading' | 'chance'>,
  checks: readonly BookCheck[],
): Promise<Verification> {
  const atMs = chance.nowMs();
  const { fault, ...found } = await verifyBook(reading, checks);
  const counts = `${found.transferCount} 笔流水、${found.accountCount} 个账户`;
  const summary =
    fault === null ? `账是对的：${counts}，一笔不差` : `账有问题：${fault}（共 ${counts}）`;
  return {
    ...found,
    isSound: fault === null,
    firstFault: fault,
    summary,
    atMs,
    tookMs: chance.nowMs() - atMs,
  };
}

/** The auditor's endpoint. The rooms hand in what each promises about the book. */
export function verifyForAuditor(checks: readonly BookCheck[]): Query<typeof VerifyBook> {
  return query(VerifyBook, async (window) => accept(await verify(window, checks)));
}
