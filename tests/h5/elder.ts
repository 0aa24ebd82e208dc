import { communityHouseholds, communityPeople } from '@bank/db/schema/community';
import { eq } from 'drizzle-orm';
import type { Town } from './town.ts';

/** Somebody old who lives alone and has no phone. */
export async function elderOf(town: Town): Promise<{ name: string; householdCode: string }> {
  const [elder] = await town.bank.reader
    .select({ name: communityPeople.name, householdCode: communityHouseholds.code })
    .from(communityPeople)
    .innerJoin(communityHouseholds, eq(communityHouseholds.id, communityPeople.householdId))
    .where(eq(communityPeople.isLoneElder, true));
  if (!elder) throw new Error('the demonstration has no elder');
  return elder;
}
