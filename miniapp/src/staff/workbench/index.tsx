import type { Me } from '@bank/shared/contracts/access';
import type { Capability } from '@bank/shared/roles';
import { counterQuery } from '@/data/counter';
import { officeOccasionsQuery } from '@/data/event-office';
import { postsQuery } from '@/data/posts';
import { useAsk } from '@/data/query-client';
import { waitingServicesQuery } from '@/data/volunteering';
import { nowMs } from '@/device/clock';
import { ButtonLink } from '@/ui/button';
import { Box, Heading, Link, Words } from '@/ui/element';
import { Icon, type IconName } from '@/ui/icon';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { mayDo } from '../duties';
import { byDay } from '../office-occasion-words';
import { dueWords, useOwnCampaigns } from '../own-campaigns';
import {
  ARRANGE_PAGE,
  CAMPAIGNS_PAGE,
  CARD_PAGE,
  HOUSEHOLDS_PAGE,
  INTAKE_PAGE,
  OCCASIONS_PAGE,
  PICKUP_PAGE,
  POSTS_PAGE,
  PRINTS_PAGE,
  RECEIVE_PAGE,
  SERVICES_PAGE,
  STOCK_PAGE,
  VERIFICATION_PAGE,
} from '../pages';
import { StaffPage } from '../staff-page';
import { Today } from '../today';
import { CHOOSES_FILES } from '../tools';

interface Tool {
  to: string;
  title: string;
  sub: string;
  icon: IconName;
  needs: readonly Capability[];
}

const TOOLS: readonly Tool[] = [
  {
    to: OCCASIONS_PAGE,
    title: '活动场次',
    sub: '签到台、名册、结束签到',
    icon: 'events',
    needs: ['events.read-roll'],
  },
  {
    to: ARRANGE_PAGE,
    title: '办活动',
    sub: '什么事、在哪、几场、怎么记分',
    icon: 'megaphone',
    needs: ['events.arrange'],
  },
  {
    to: SERVICES_PAGE,
    title: '认定服务',
    sub: '居民自己记的志愿服务',
    icon: 'volunteer',
    needs: ['service.confirm'],
  },
  {
    to: PICKUP_PAGE,
    title: '发东西',
    sub: '报码或扫码，交到手上',
    icon: 'gift',
    needs: ['counter.hand-over'],
  },
  {
    to: CARD_PAGE,
    title: '老人卡兑换',
    sub: '扫纸卡，当面换',
    icon: 'elder',
    needs: ['counter.hand-over'],
  },
  {
    to: RECEIVE_PAGE,
    title: '入库',
    sub: '什么货、多少、谁给的',
    icon: 'plus',
    needs: ['shelf.receive'],
  },
  {
    to: STOCK_PAGE,
    title: '库存账',
    sub: '进了多少、发了多少、还有多少',
    icon: 'chart',
    needs: ['shelf.read-stock'],
  },
  {
    to: HOUSEHOLDS_PAGE,
    title: '找一户',
    sub: '户编号、姓名、门牌都能找',
    icon: 'search',
    needs: ['households.read'],
  },
  {
    to: PRINTS_PAGE,
    title: '打印绑定码',
    sub: '按网格或联户打一片',
    icon: 'print',
    needs: ['households.issue-bind-codes'],
  },
  {
    to: CAMPAIGNS_PAGE,
    title: '评选',
    sub: '推荐、候选、投票、开票、授牌',
    icon: 'vote',
    needs: ['campaigns.run'],
  },
  { to: POSTS_PAGE, title: '岗位', sub: '谁在哪一片办什么', icon: 'people', needs: ['posts.read'] },
  {
    to: VERIFICATION_PAGE,
    title: '查账',
    sub: '从第一笔算到最后一笔',
    icon: 'shield',
    needs: ['book.verify'],
  },
];

const INTAKE: Tool = {
  to: INTAKE_PAGE,
  title: '导入',
  sub: '花名册、细则、货品，先看再收',
  icon: 'list',
  needs: ['roster.import'],
};

function Tile(props: {
  to: string;
  icon: IconName;
  tone?: 'ochre' | 'red' | 'indigo';
  count: number | undefined;
  words: string;
}) {
  const { to, icon, tone = 'ochre', count, words } = props;
  return (
    <Link
      to={to}
      className="tile"
      label={count === 0 ? `${words}：没有要办的` : `${count ?? ''} ${words}`}
    >
      <Box className="tile__top">
        <Box className={`row__icon i-${tone}`} silent>
          <Icon name={icon} tone={tone} />
        </Box>
        <Words className="tile__num">{count ?? '—'}</Words>
      </Box>
      <Box>{words}</Box>
      {count === 0 && <Box className="cap">没有要办的</Box>}
    </Link>
  );
}

function CounterTile() {
  const counter = useAsk(counterQuery());
  return <Tile to={PICKUP_PAGE} icon="gift" count={counter.data?.openCount} words="件东西等人领" />;
}

function PostsTile() {
  const waiting = useAsk(postsQuery('waiting', ''));
  return (
    <Tile to={POSTS_PAGE} icon="people" count={waiting.data?.posts.length} words="个岗位等同意" />
  );
}

function OccasionTiles({ decides }: { decides: boolean }) {
  const occasions = useAsk(officeOccasionsQuery()).data?.occasions;
  const today = occasions && byDay(occasions, nowMs()).today;
  const lateCount = occasions
    ?.filter(({ occasion }) => occasion.state === 'planned')
    .reduce((sum, one) => sum + one.lateCount, 0);
  const planned = today?.filter(({ occasion }) => occasion.state === 'planned').length;
  return (
    <>
      <Tile to={OCCASIONS_PAGE} icon="events" tone="indigo" count={planned} words="场活动今天办" />
      {decides && (
        <Tile to={OCCASIONS_PAGE} icon="warning" count={lateCount} words="条签到等确认" />
      )}
    </>
  );
}

function ServicesTile() {
  const waiting = useAsk(waitingServicesQuery());
  return (
    <Tile
      to={SERVICES_PAGE}
      icon="volunteer"
      tone="red"
      count={waiting.data?.services.length}
      words="次服务等认定"
    />
  );
}

function CampaignsTile({ me }: { me: Me }) {
  const { data } = useOwnCampaigns(me);
  const due = data?.filter((campaign) => dueWords(campaign, nowMs()) !== undefined);
  return (
    <Tile to={CAMPAIGNS_PAGE} icon="vote" tone="red" count={due?.length} words="次评选等您办" />
  );
}

function Workbench({ me }: { me: Me }) {
  const { posts } = me;
  const tools = [...TOOLS, ...(CHOOSES_FILES ? [INTAKE] : [])].filter(({ needs }) =>
    needs.some((one) => mayDo(posts, one)),
  );
  const hands = mayDo(posts, 'counter.hand-over');
  const gives = mayDo(posts, 'posts.give');
  const reads = mayDo(posts, 'events.read-roll');
  const confirms = mayDo(posts, 'service.confirm');
  const runs = mayDo(posts, 'campaigns.run');
  return (
    <>
      <Box className="staff-name">
        <Heading level={2} className="h2">
          {me.person?.name ?? ''}
        </Heading>
        <Box className="sub">
          {posts.map(({ roleName, areaName }) => `${roleName} · ${areaName}`).join('，')}
        </Box>
        <Box className="cap">仅限工作人员。看到的住户信息只用来办事</Box>
      </Box>
      {(hands || gives || reads || confirms || runs) && (
        <Box className="tiles">
          {reads && <OccasionTiles decides={mayDo(posts, 'events.decide-late')} />}
          {confirms && <ServicesTile />}
          {hands && <CounterTile />}
          {gives && <PostsTile />}
          {runs && <CampaignsTile me={me} />}
        </Box>
      )}
      {hands && (
        <Box className="pads">
          <ButtonLink to={PICKUP_PAGE} icon="scan">
            发东西：扫码或输码
          </ButtonLink>
        </Box>
      )}
      {reads && <Today posts={posts} />}
      <Section title="常用">
        <Box className="across">
          <Card>
            {tools.map(({ to, title, sub, icon }) => (
              <RowLink
                key={to}
                to={to}
                title={title}
                sub={sub}
                icon={{ name: icon, tone: 'red' }}
              />
            ))}
            {tools.length === 0 && <Box className="prose">您的岗位现在没有要在这里办的事</Box>}
          </Card>
        </Box>
      </Section>
    </>
  );
}

/** 工作台: what waits, then the tools the person's posts carry. */
export default function WorkbenchPage() {
  return (
    <StaffPage title="工作台" needs={[]}>
      {(me) => <Workbench me={me} />}
    </StaffPage>
  );
}
