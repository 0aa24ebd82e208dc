import { recordAdminRoll } from '@bank/api/access/store';
import { layFoundation } from '@bank/api/founding/county';
import { openTestBank, type TestBank } from '../bank.ts';
import { person, post } from '../world.ts';

/** Who takes workbooks in. */
export const ADMIN = 'person_admin';

/** A county on its first day: one admin, and nothing in the book. */
export async function openEmptyCounty(): Promise<TestBank> {
  const bank = await openTestBank();
  await layFoundation(bank.bank, '样本县');
  await bank.given({
    rows: [
      person(ADMIN, null, '县管理'),
      post(ADMIN, 'county-admin', 'area_county'),
      recordAdminRoll(0, 1),
    ],
  });
  return bank;
}
