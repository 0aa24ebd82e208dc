import { ledgerAccounts } from '@bank/db/schema/ledger';
import { selectionCampaigns, selectionNominations } from '@bank/db/schema/selection';
import { sayMoment } from '@bank/shared/calendar';
import { and, desc, eq, sql } from 'drizzle-orm';
import type { Keeper } from '../access/kept.ts';

const LINES_MAX = 200;

/** 评选: whom one's home recommended, and whether it has cast its ballot. Never for whom. */
export const keptBySelection: Keeper = async ({ reader }, { householdId }) => {
  const [slips, nominations] = await Promise.all([
    reader
      .select({ title: selectionCampaigns.title, balance: ledgerAccounts.balance })
      .from(ledgerAccounts)
      .innerJoin(
        selectionCampaigns,
        eq(sql`'slips.' || ${selectionCampaigns.id}`, ledgerAccounts.book),
      )
      .where(and(eq(ledgerAccounts.ownerId, householdId ?? ''), eq(ledgerAccounts.kind, 'slip'))),
    reader
      .select({
        title: selectionCampaigns.title,
        story: selectionNominations.story,
        atMs: selectionNominations.atMs,
      })
      .from(selectionNominations)
      .innerJoin(selectionCampaigns, eq(selectionCampaigns.id, selectionNominations.campaignId))
      .where(eq(selectionNominations.byHouseholdId, householdId ?? ''))
      .orderBy(desc(selectionNominations.atMs))
      .limit(LINES_MAX),
  ]);
  return {
    title: '评选',
    why: '一户一票要对得上；投给谁不和您家记在一起',
    lines: [
      ...slips.map(({ title, balance }) => ({
        label: title,
        value: balance === 0 ? '您家投过了' : '您家的票还没投',
      })),
      ...nominations.map(({ title, story, atMs }) => ({
        label: `${sayMoment(atMs)} 推荐`,
        value: `${title}：${story}`,
      })),
    ],
  };
};
