import { noticesInbox } from '@bank/db/schema/notices';
import { count, eq } from 'drizzle-orm';
import type { Keeper } from '../access/kept.ts';

/** 消息: how many were sent to somebody; each is read in the inbox. */
export const keptByNotices: Keeper = async ({ reader }, { personId }) => {
  const [found] = await reader
    .select({ sent: count() })
    .from(noticesInbox)
    .where(eq(noticesInbox.personId, personId));
  return {
    title: '消息',
    why: '候补有位、积分到账、东西快过期，要告诉您',
    lines: [{ label: '发给您的', value: `${found?.sent ?? 0} 条，在「消息」里看` }],
  };
};
