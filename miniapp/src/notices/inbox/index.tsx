import { sayMoment } from '@bank/shared/calendar';
import type { InboxLine } from '@bank/shared/contracts/notices';
import { useEffect, useRef } from 'react';
import { inboxQuery, useInboxReading } from '@/data/notices';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Box, Words } from '@/ui/element';
import { isPageOfOurs } from '@/ui/go';
import { Row, RowLink } from '@/ui/row';
import { Card } from '@/ui/section';
import { Shell } from '@/ui/shell';

function Title({ line }: { line: InboxLine }) {
  if (line.isRead) return <Words>{line.title}</Words>;
  return (
    <>
      <Box as="span" className="red-dot" label="新" role="img" />
      <Words>{line.title}</Words>
    </>
  );
}

function Line({ line }: { line: InboxLine }) {
  const words = {
    title: <Title line={line} />,
    sub: line.text,
    below: <Box className="cap num">{sayMoment(line.atMs)}</Box>,
  };
  const { page } = line;
  if (page === null || !isPageOfOurs(page)) return <Row {...words} />;
  return <RowLink to={page} {...words} />;
}

/** Once they have been shown, the messages count as read; the dots stay until the page is left. */
function useReading(unreadCount: number) {
  const { send } = useInboxReading();
  const told = useRef(false);
  useEffect(() => {
    if (unreadCount === 0 || told.current) return;
    told.current = true;
    void send({});
  }, [unreadCount, send]);
}

/** 我的消息: what happened, newest first, and where it leads. */
export default function InboxPage() {
  const asked = useAsk(inboxQuery());
  useReading(asked.data?.unreadCount ?? 0);
  return (
    <Shell title="我的消息">
      <Answer
        of={asked}
        empty={{
          when: ({ lines }) => lines.length === 0,
          face: <Blank icon="megaphone" title="还没有消息" sub="到账、要领的东西，会写在这里" />,
        }}
      >
        {({ lines }) => (
          <Box className="pads">
            <Card>
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </Card>
          </Box>
        )}
      </Answer>
    </Shell>
  );
}
