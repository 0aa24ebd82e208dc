import { dayOf, sayDay } from '@bank/shared/calendar';
import type { BoardNotice } from '@bank/shared/contracts/notices';
import { Row } from '@/ui/row';
import { Card } from '@/ui/section';

/** What is posted in public, each with the day it comes down. */
export function Board({ notices }: { notices: readonly BoardNotice[] }) {
  return (
    <Card>
      {notices.map((notice) => (
        <Row
          key={notice.id}
          title={notice.title}
          sub={`${notice.siteName} · 公示到 ${sayDay(dayOf(notice.untilMs))}`}
        />
      ))}
    </Card>
  );
}
