import type { Me } from '@bank/shared/contracts/access';
import type { Passbook } from '@bank/shared/contracts/passbook';
import { useMe } from '@/data/access';
import { isNotSignedIn } from '@/data/errors';
import { boardQuery } from '@/data/notices';
import { passbookQuery } from '@/data/passbook';
import { useAsk } from '@/data/query-client';
import { Board } from '@/notices/board';
import { aboutTheRest } from '@/passbook/figures';
import { WaitingStrip } from '@/redemption/waiting-strip';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { useCareOf } from '@/ui/care';
import { Box } from '@/ui/element';
import {
  BIND_PAGE,
  HOUSEHOLD_PAGE,
  INBOX_PAGE,
  ORDERS_PAGE,
  PASSBOOK_PAGE,
  RULEBOOK_PAGE,
  SIGN_IN_PAGE,
} from '@/ui/go';
import { PassbookCard } from '@/ui/passbook-card';
import { Quick, type QuickAction } from '@/ui/quick';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';

const ACTS = [{ to: PASSBOOK_PAGE, words: '看存折', icon: 'passbook' }] as const;

const QUICK: readonly QuickAction[] = [
  { to: RULEBOOK_PAGE, words: '怎么得分', icon: 'star', tone: 'green' },
  { to: ORDERS_PAGE, words: '兑换单', icon: 'gift', tone: 'ochre' },
  { to: HOUSEHOLD_PAGE, words: '家里人', icon: 'family', tone: 'indigo' },
  { to: INBOX_PAGE, words: '消息', icon: 'megaphone', tone: 'red' },
];

const noteOf = (book: Passbook) =>
  book.total === 0 ? '参加一次活动，就有第一笔积分' : aboutTheRest(book);

function OwnPassbook({ holder }: { holder: string }) {
  const asked = useAsk(passbookQuery());
  return (
    <Answer of={asked} skeleton={<PassbookCard holder={holder} points={undefined} acts={ACTS} />}>
      {(book) => (
        <PassbookCard
          holder={holder}
          points={book.available}
          month={{ earned: book.monthIn, spent: book.monthOut }}
          note={noteOf(book)}
          acts={ACTS}
        />
      )}
    </Answer>
  );
}

function Bound({ me }: { me: Me }) {
  const household = me.person?.household;
  if (household) {
    return (
      <>
        <OwnPassbook holder={`${household.householderName} 家`} />
        <WaitingStrip />
        <Box className="pads-top">
          <Quick actions={QUICK} />
        </Box>
      </>
    );
  }
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

function SignedOut() {
  return (
    <Card>
      <Blank
        icon="passbook"
        title="登录后看您家的存折"
        sub="积分、兑换和公示都在这里"
        action={<ButtonLink to={SIGN_IN_PAGE}>去登录</ButtonLink>}
      />
    </Card>
  );
}

/** 首页: the balance first, then what is posted for everybody. */
export default function HomePage() {
  const me = useMe();
  useCareOf(me.data);
  const board = useAsk(boardQuery());
  const site = me.data?.person?.household?.siteName;
  return (
    <Shell
      title={site ? `${site}储蓄所` : '文明储蓄所'}
      tab="home"
      branded
      mark={me.data?.isDemo ? '演示' : undefined}
    >
      <Box className="pads">
        {isNotSignedIn(me.error) ? (
          <SignedOut />
        ) : (
          <Answer quiet of={me} skeleton={<PassbookCard holder="" points={undefined} acts={[]} />}>
            {(who) => <Bound me={who} />}
          </Answer>
        )}
      </Box>
      {board.data && board.data.notices.length > 0 && (
        <Section title="公示">
          <Board notices={board.data.notices} />
        </Section>
      )}
      <Box className="tail" />
    </Shell>
  );
}
