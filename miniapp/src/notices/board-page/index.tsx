import { dayOf, sayDay } from '@bank/shared/calendar';
import type { BoardNotice } from '@bank/shared/contracts/notices';
import { useState } from 'react';
import { HelpersToCall } from '@/access/helpers-to-call';
import { boardQuery } from '@/data/notices';
import { useAsk } from '@/data/query-client';
import { nowMs } from '@/device/clock';
import { daysLeftWords } from '@/selection/campaign-words';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Chips } from '@/ui/choice';
import { Box, Heading } from '@/ui/element';
import { CAMPAIGNS_PAGE } from '@/ui/go';
import { Row, RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag, Tags } from '@/ui/tag';

const ALL = '全部';

/** One sheet on the board: what is made public, where, and when it comes down. */
function Posted({ notice }: { notice: BoardNotice }) {
  const { title, siteName, untilMs, lines } = notice;
  return (
    <Section>
      <Card>
        <Box className="prose">
          <Heading level={2} className="h2">
            {title}
          </Heading>
          <Box className="sub">{`${siteName} · 公示到 ${sayDay(dayOf(untilMs))}`}</Box>
          <Tags>
            <Tag tone="ochre" icon="clock">
              {daysLeftWords(untilMs, nowMs())}
            </Tag>
          </Tags>
        </Box>
        {lines.map(({ label, value }) => (
          <Row key={`${label} ${value}`} title={label} end={value} />
        ))}
      </Card>
    </Section>
  );
}

function Board({ notices }: { notices: readonly BoardNotice[] }) {
  const [site, setSite] = useState(ALL);
  const sites = [...new Set(notices.map(({ siteName }) => siteName))];
  const isShown = ({ siteName }: { siteName: string }) => site === ALL || siteName === site;
  return (
    <>
      {sites.length > 1 && (
        <Chips
          label="哪个社区"
          choices={[ALL, ...sites].map((value) => ({ value, words: value }))}
          value={site}
          onChoose={setSite}
        />
      )}
      {notices.filter(isShown).map((notice) => (
        <Posted key={notice.id} notice={notice} />
      ))}
      {sites.length === 0 && (
        <Blank icon="megaphone" title="现在没有公示" sub="要公示的贴在这里，到期自动取下" />
      )}
      {sites.length > 0 && <Box className="cap center pads">名字中间一字打 *，保护隐私</Box>}
    </>
  );
}

/** 公示板: everything that is public now, each with the day it comes down. */
export default function BoardPage() {
  const board = useAsk(boardQuery());
  return (
    <Shell title="公示板">
      <Answer of={board}>{({ notices }) => <Board notices={notices} />}</Answer>
      <Section>
        <Card>
          <RowLink
            to={CAMPAIGNS_PAGE}
            icon={{ name: 'vote', tone: 'gold' }}
            title="评选"
            sub="推荐、投票、看结果"
          />
        </Card>
      </Section>
      <HelpersToCall />
      <Box className="tail" />
    </Shell>
  );
}
