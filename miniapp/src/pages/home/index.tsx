import { sayMoment } from '@bank/shared/calendar';
import type { Me } from '@bank/shared/contracts/access';
import type { Passbook } from '@bank/shared/contracts/passbook';
import { HelpersToCall } from '@/access/helpers-to-call';
import { OwnWork } from '@/access/own-work';
import { useMe } from '@/data/access';
import { isNotSignedIn, OfflineError } from '@/data/errors';
import { passbookQuery } from '@/data/passbook';
import { useAsk } from '@/data/query-client';
import { aboutTheRest } from '@/passbook/figures';
import { WaitingStrip } from '@/redemption/waiting-strip';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { useCare, useCareOf } from '@/ui/care';
import { Box } from '@/ui/element';
import {
  BIND_PAGE,
  BOARD_PAGE,
  CAMPAIGNS_PAGE,
  HONOURS_PAGE,
  HOURS_PAGE,
  HOUSEHOLD_PAGE,
  INBOX_PAGE,
  MY_CODE_PAGE,
  ORDERS_PAGE,
  PASSBOOK_PAGE,
  RULEBOOK_PAGE,
} from '@/ui/go';
import { PassbookCard } from '@/ui/passbook-card';
import { Quick, type QuickAction } from '@/ui/quick';
import { Card } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { ComingEvents } from './coming-events';
import { Honoured, Posted } from './neighbours';
import { OpenBallot } from './open-ballot';
import { StrangerHome } from './stranger-home';

const ACTS = [
  { to: PASSBOOK_PAGE, words: '看存折', icon: 'passbook' },
  { to: MY_CODE_PAGE, words: '我的码', icon: 'qr' },
] as const;

const FIRST_ROW: readonly QuickAction[] = [
  { to: RULEBOOK_PAGE, words: '怎么得分', icon: 'star', tone: 'green' },
  { to: HOURS_PAGE, words: '志愿时长', icon: 'volunteer', tone: 'red' },
  { to: CAMPAIGNS_PAGE, words: '评选投票', icon: 'vote', tone: 'indigo' },
  { to: BOARD_PAGE, words: '公示板', icon: 'megaphone', tone: 'ochre' },
];
const SECOND_ROW: readonly QuickAction[] = [
  { to: ORDERS_PAGE, words: '兑换单', icon: 'gift', tone: 'ochre' },
  { to: HONOURS_PAGE, words: '荣誉墙', icon: 'trophy', tone: 'gold' },
  { to: HOUSEHOLD_PAGE, words: '家里人', icon: 'family', tone: 'green' },
  { to: INBOX_PAGE, words: '我的消息', icon: 'info', tone: 'indigo' },
];
/** Larger type takes one row of cards of two: fewer things, shorter words. */
const CARE_WORDS: Record<string, string> = { [CAMPAIGNS_PAGE]: '评选', [BOARD_PAGE]: '看公示' };
const CARE_ACTIONS = FIRST_ROW.map((action) => ({
  ...action,
  words: CARE_WORDS[action.to] ?? action.words,
}));

const noteOf = (book: Passbook) =>
  book.total === 0 ? '参加一次活动，就有第一笔积分' : aboutTheRest(book);

/** Under an older balance: from when it is. The rest of the page then needs no word of its own. */
function EarlierNote({ error, atMs }: { error: Error; atMs: number }) {
  const why = error instanceof OfflineError ? '没网' : '没连上';
  return <Box className="ochre" role="status">{`${why}。显示的是 ${sayMoment(atMs)} 的账`}</Box>;
}

function OwnPassbook({ holder }: { holder: string }) {
  const asked = useAsk(passbookQuery());
  return (
    <Answer
      quiet
      of={asked}
      skeleton={<PassbookCard holder={holder} points={undefined} acts={ACTS} />}
    >
      {(book) => (
        <PassbookCard
          holder={holder}
          points={book.available}
          month={{ earned: book.monthIn, spent: book.monthOut }}
          note={
            asked.error ? (
              <EarlierNote error={asked.error} atMs={asked.dataUpdatedAt} />
            ) : (
              noteOf(book)
            )
          }
          acts={ACTS}
        />
      )}
    </Answer>
  );
}

function QuickActions() {
  const care = useCare();
  return (
    <Box className="pads-top">
      <Quick actions={care ? CARE_ACTIONS : FIRST_ROW} />
      {!care && <Quick actions={SECOND_ROW} />}
    </Box>
  );
}

function Bound({ me }: { me: Me }) {
  const household = me.person?.household;
  if (household) {
    return (
      <>
        <OwnPassbook holder={`${household.householderName} 家`} />
        <WaitingStrip />
        <QuickActions />
      </>
    );
  }
  // Staff come for their work; who lives elsewhere has no passbook to miss.
  if (me.posts.length > 0) return null;
  return (
    <Card>
      <Blank
        icon="passbook"
        title="还没有绑定存折"
        sub="拿上网格员给的绑定码，两步就好"
        action={<ButtonLink to={BIND_PAGE}>绑定存折</ButtonLink>}
      />
    </Card>
  );
}

/** What goes on around: each part asks by itself and is not there when it has nothing to say. */
function Around({ isBound }: { isBound: boolean }) {
  const care = useCare();
  return (
    <>
      <ComingEvents />
      {isBound && <OpenBallot />}
      {!care && <Posted />}
      {!care && <Honoured />}
      {care && isBound && <HelpersToCall />}
    </>
  );
}

/** 首页: the balance first, then what is posted for everybody. */
export default function HomePage() {
  const me = useMe();
  useCareOf(me.data);
  if (isNotSignedIn(me.error)) return <StrangerHome />;
  const household = me.data?.person?.household;
  return (
    <Shell
      title={household ? `${household.siteName}储蓄所` : '文明储蓄所'}
      tab="home"
      branded
      mark={me.data?.isDemo ? '演示' : undefined}
    >
      <Box className="pads">
        <Answer quiet of={me} skeleton={<PassbookCard holder="" points={undefined} acts={[]} />}>
          {(who) => <Bound me={who} />}
        </Answer>
      </Box>
      {me.data && <OwnWork posts={me.data.posts} />}
      {me.data && <Around isBound={Boolean(household)} />}
      <Box className="tail" />
    </Shell>
  );
}
