import { accessAccounts } from '@bank/db/schema/access';
import { communityAreas } from '@bank/db/schema/community';
import { noticesBoard, noticesInbox } from '@bank/db/schema/notices';
import { INBOX_KINDS, INBOX_MAX, ReadBoard, ReadInbox } from '@bank/shared/contracts/notices';
import { NoticeId } from '@bank/shared/ids';
import { accept } from '@bank/shared/outcome';
import { and, desc, eq, gt } from 'drizzle-orm';
import { query } from '../platform/query.ts';
import { type InboxFacts, sayNotice } from './notice.ts';

const BOARD_MAX = 50;

export const readInbox = query(ReadInbox, async ({ actor, reader }) => {
  if (actor.kind !== 'person') return accept({ lines: [], unreadCount: 0 });
  const [account] = await reader
    .select({ readAtMs: accessAccounts.inboxReadAtMs })
    .from(accessAccounts)
    .where(eq(accessAccounts.id, actor.accountId));
  const readAtMs = account?.readAtMs ?? 0;
  const rows = await reader
    .select()
    .from(noticesInbox)
    .where(eq(noticesInbox.personId, actor.personId))
    .orderBy(desc(noticesInbox.atMs), desc(noticesInbox.id))
    .limit(INBOX_MAX);
  const lines = rows.flatMap((row) => {
    const kind = INBOX_KINDS.find((known) => known === row.kind);
    if (!kind) return [];
    const said = sayNotice(kind, JSON.parse(row.facts) as InboxFacts);
    const isRead = row.atMs <= readAtMs;
    return { id: NoticeId.parse(row.id), kind, ...said, isRead, atMs: row.atMs };
  });
  return accept({ lines, unreadCount: lines.filter((line) => !line.isRead).length });
});

/** 公示板: what has not taken itself down yet. */
export const readBoard = query(ReadBoard, async ({ reader, nowMs }, { siteCode }) => {
  const rows = await reader
    .select({ notice: noticesBoard, siteName: communityAreas.name })
    .from(noticesBoard)
    .innerJoin(communityAreas, eq(communityAreas.path, noticesBoard.sitePath))
    .where(
      and(
        gt(noticesBoard.untilMs, nowMs),
        siteCode === undefined ? undefined : eq(communityAreas.code, siteCode),
      ),
    )
    .orderBy(desc(noticesBoard.postedAtMs))
    .limit(BOARD_MAX);
  return accept({
    notices: rows.map(({ notice, siteName }) => ({
      id: NoticeId.parse(notice.id),
      title: notice.title,
      siteName,
      lines: JSON.parse(notice.lines) as { label: string; value: string }[],
      postedAtMs: notice.postedAtMs,
      untilMs: notice.untilMs,
    })),
  });
});
