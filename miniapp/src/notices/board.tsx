import { dayOf, sayDay } from '@bank/shared/calendar';
import type { BoardNotice } from '@bank/shared/contracts/notices';
import { BOARD_PAGE } from '@/ui/go';
import { RowLink } from '@/ui/row';
import { Card } from '@/ui/section';

/** What is posted in public, each with the day it comes down; the sheets hang on the board. */
export function Board({ notices }: { notices: readonly BoardNotice[] }) {
  return (
    <Card>
      {notices.map((notice) => (
        <RowLink
          key={notice.id}
          to={BOARD_PAGE}
          title={notice.title}
          sub={`${notice.siteName} · 公示到 ${sayDay(dayOf(notice.untilMs))}`}
        />
      ))}
    </Card>
  );
}
