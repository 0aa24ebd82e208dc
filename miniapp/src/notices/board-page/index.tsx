import { dayOf, sayDay } from '@bank/shared/calendar';
import type { BoardNotice } from '@bank/shared/contracts/notices';
import type { CampaignCard } from '@bank/shared/contracts/selection';
import { type ReactNode, useState } from 'react';
import { HelpersToCall } from '@/access/helpers-to-call';
import { boardQuery } from '@/data/notices';
import { useAsk } from '@/data/query-client';
import { campaignQuery, campaignsQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { candidateWords, daysLeftWords } from '@/selection/campaign-words';
import { countedOf } from '@/selection/results';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Chips } from '@/ui/choice';
import { Box, Heading } from '@/ui/element';
import { CAMPAIGNS_PAGE, campaignPage } from '@/ui/go';
import { Row, RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Tag, Tags } from '@/ui/tag';

const ALL = '全部';

/** One sheet on the board: what is made public, where, and when it comes down. */
function Posted(props: {
  title: string;
  siteName: string;
  untilMs: number | null;
  children: ReactNode;
}) {
  const { title, siteName, untilMs, children } = props;
  return (
    <Section>
      <Card>
        <Box className="prose">
          <Heading level={2} className="h2">
            {title}
          </Heading>
          <Box className="sub">
            {untilMs === null ? siteName : `${siteName} · 公示到 ${sayDay(dayOf(untilMs))}`}
          </Box>
          {untilMs !== null && (
            <Tags>
              <Tag tone="ochre" icon="clock">
                {daysLeftWords(untilMs, nowMs())}
              </Tag>
            </Tags>
          )}
        </Box>
        {children}
      </Card>
    </Section>
  );
}

function Notice({ notice }: { notice: BoardNotice }) {
  return (
    <Posted title={notice.title} siteName={notice.siteName} untilMs={notice.untilMs}>
      {notice.lines.map(({ label, value }) => (
        <Row key={`${label} ${value}`} title={label} end={value} />
      ))}
    </Posted>
  );
}

/** Who was chosen, for as long as somebody may object. */
function Chosen({ campaign }: { campaign: CampaignCard }) {
  const asked = useAsk(campaignQuery(campaign.id));
  const { title, siteName, publicityUntilMs } = campaign;
  return (
    <Posted title={`${title}结果公示`} siteName={siteName} untilMs={publicityUntilMs}>
      <Answer quiet of={asked}>
        {(file) =>
          countedOf(file)
            .filter(({ isChosen }) => isChosen)
            .map((one) => (
              <Row
                key={one.id}
                title={`${candidateWords(one)} 家`}
                sub={one.building}
                end={`${one.votes} 票`}
              />
            ))
        }
      </Answer>
      <RowLink to={campaignPage(campaign.id)} title="看全部候选和票数" />
    </Posted>
  );
}

const isPosted = ({ state, publicityUntilMs }: CampaignCard) =>
  state === 'publicity' && nowMs() <= (publicityUntilMs ?? 0);

function Board({
  notices,
  campaigns,
}: {
  notices: readonly BoardNotice[];
  campaigns: readonly CampaignCard[];
}) {
  const [site, setSite] = useState(ALL);
  const sites = [...new Set([...campaigns, ...notices].map(({ siteName }) => siteName))];
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
      {campaigns.filter(isShown).map((campaign) => (
        <Chosen key={campaign.id} campaign={campaign} />
      ))}
      {notices.filter(isShown).map((notice) => (
        <Notice key={notice.id} notice={notice} />
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
  const campaigns = useAsk(campaignsQuery());
  return (
    <Shell title="公示板">
      <Answer of={board}>
        {({ notices }) => (
          <Answer quiet of={campaigns}>
            {(all) => <Board notices={notices} campaigns={all.campaigns.filter(isPosted)} />}
          </Answer>
        )}
      </Answer>
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
