import type { Me } from '@bank/shared/contracts/access';
import { HelpersToCall } from '@/access/helpers-to-call';
import { OwnWork } from '@/access/own-work';
import { useCareModeMemory, useMe } from '@/data/access';
import { ownHouseholdQuery } from '@/data/community';
import { isNotSignedIn } from '@/data/errors';
import { ownOccasionsQuery } from '@/data/events';
import { passbookQuery } from '@/data/passbook';
import { useAsk } from '@/data/query-client';
import { ordersQuery } from '@/data/redemption';
import { hoursQuery } from '@/data/volunteering';
import { askForOwn } from '@/events/asked-view';
import { openOrders } from '@/redemption/waiting-strip';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { chooseCare, useCare, useCareOf } from '@/ui/care';
import { Box, Heading, Link, Words } from '@/ui/element';
import {
  ACCOUNT_PAGE,
  BIND_PAGE,
  CAMPAIGNS_PAGE,
  go,
  HONOURS_PAGE,
  HOURS_PAGE,
  HOUSEHOLD_PAGE,
  INBOX_PAGE,
  KEPT_PAGE,
  MY_CODE_PAGE,
  ORDERS_PAGE,
  PASSBOOK_PAGE,
  PRIVACY_PAGE,
  RULEBOOK_PAGE,
  SIGN_IN_PAGE,
  TABS,
} from '@/ui/go';
import { sayPoints } from '@/ui/points';
import { RowLink, RowPress, RowSwitch } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Skeleton } from '@/ui/skeleton';
import { Tag } from '@/ui/tag';
import { sayHours } from '@/volunteering/hours-words';

function CareSwitch({ isSignedIn }: { isSignedIn: boolean }) {
  const care = useCare();
  const memory = useCareModeMemory();
  const turn = (on: boolean) => {
    chooseCare(on);
    if (isSignedIn) void memory.send({ isCareMode: on });
  };
  return (
    <Section>
      <Card>
        <RowSwitch
          icon={{ name: 'text', tone: 'red' }}
          title="大字版"
          sub="字更大，按钮也更大"
          on={care}
          onTurn={turn}
        />
      </Card>
    </Section>
  );
}

/** The figures people come for, each a way to where it is written. */
function Figures() {
  const book = useAsk(passbookQuery()).data;
  const hours = useAsk(hoursQuery()).data;
  const figures = [
    { to: PASSBOOK_PAGE, words: '可兑换积分', figure: book && sayPoints(book.available) },
    { to: HOURS_PAGE, words: '志愿小时', figure: hours && sayHours(hours.confirmedMinutes) },
  ];
  return (
    <Section>
      <Card>
        <Box className="figures">
          {figures.map(({ to, words, figure }) => (
            <Link key={to} to={to} className="figures__i">
              <Words className="figures__n num">{figure ?? '—'}</Words>
              <Words className="sub">{words}</Words>
            </Link>
          ))}
        </Box>
      </Card>
    </Section>
  );
}

function OwnThings() {
  const open = openOrders(useAsk(ordersQuery()).data?.orders ?? []).length;
  const people = useAsk(ownHouseholdQuery()).data?.people.length;
  const coming = useAsk(ownOccasionsQuery()).data?.coming.length ?? 0;
  const seeOwnEvents = () => {
    askForOwn();
    go(TABS.events.path);
  };
  return (
    <>
      <RowLink to={PASSBOOK_PAGE} icon={{ name: 'passbook', tone: 'red' }} title="我的存折" />
      <RowLink
        to={ORDERS_PAGE}
        icon={{ name: 'gift', tone: 'ochre' }}
        title="兑换单"
        end={open > 0 ? <Tag tone="ochre">{`${open} 件待领`}</Tag> : undefined}
      />
      <RowPress
        icon={{ name: 'events', tone: 'indigo' }}
        title="我报的活动"
        end={coming > 0 ? `${coming} 个` : undefined}
        onPress={seeOwnEvents}
      />
      <RowLink to={HOURS_PAGE} icon={{ name: 'volunteer', tone: 'red' }} title="志愿时长" />
      <RowLink
        to={HOUSEHOLD_PAGE}
        icon={{ name: 'family', tone: 'green' }}
        title="家里人"
        end={people === undefined ? undefined : `${people} 人`}
      />
    </>
  );
}

const Rulebook = () => (
  <RowLink to={RULEBOOK_PAGE} icon={{ name: 'star', tone: 'gold' }} title="积分细则" />
);

/** What is everybody's. */
const Shared = () => (
  <Section>
    <Card>
      <RowLink to={CAMPAIGNS_PAGE} icon={{ name: 'vote', tone: 'indigo' }} title="评选" />
      <RowLink to={HONOURS_PAGE} icon={{ name: 'trophy', tone: 'gold' }} title="荣誉墙" />
      <Rulebook />
    </Card>
  </Section>
);

function Inbox({ unreadCount }: { unreadCount: number }) {
  return (
    <RowLink
      to={INBOX_PAGE}
      icon={{ name: 'megaphone', tone: 'indigo' }}
      title="我的消息"
      end={
        unreadCount > 0 ? (
          <Box as="span" className="red-dot" role="img" label="有新消息" />
        ) : undefined
      }
    />
  );
}

const Privacy = () => (
  <RowLink to={PRIVACY_PAGE} icon={{ name: 'shield', tone: 'plain' }} title="隐私说明" />
);

function Person({ me }: { me: Me }) {
  const household = me.person?.household;
  return (
    <>
      <Box className="head head--own">
        <Box className="grow">
          <Box className="flex">
            <Heading level={2} className="h2 head__name">
              {me.person?.name ?? '还没有绑定'}
            </Heading>
            {me.isDemo && <Tag tone="ochre">演示</Tag>}
          </Box>
          {household && (
            <Box className="sub num">
              <Words className="unbroken">{household.areaName}</Words>
              <Words> </Words>
              <Words className="unbroken">{`存折号 ${household.code}`}</Words>
            </Box>
          )}
        </Box>
        {household && (
          <ButtonLink look="line" icon="qr" to={MY_CODE_PAGE}>
            我的码
          </ButtonLink>
        )}
      </Box>
      {household && <Figures />}
      <CareSwitch isSignedIn />
      <OwnWork posts={me.posts} />
      <Section>
        <Card>
          <Inbox unreadCount={me.unreadCount} />
          {household ? (
            <OwnThings />
          ) : (
            <RowLink to={BIND_PAGE} icon={{ name: 'passbook', tone: 'red' }} title="绑定存折" />
          )}
        </Card>
      </Section>
      <Shared />
      {household && <HelpersToCall />}
      <Section>
        <Card>
          <RowLink
            to={KEPT_PAGE}
            icon={{ name: 'list', tone: 'plain' }}
            title="留着我的哪些信息"
            sub="看，也能带走一份"
          />
          <Privacy />
          <RowLink
            to={ACCOUNT_PAGE}
            icon={{ name: 'settings', tone: 'plain' }}
            title="账号"
            sub="退出登录、解除绑定"
          />
        </Card>
      </Section>
    </>
  );
}

function SignedOut() {
  return (
    <>
      <Blank
        icon="me"
        title="还没有登录"
        sub="登录后看存折、兑换和消息"
        action={<ButtonLink to={SIGN_IN_PAGE}>去登录</ButtonLink>}
      />
      <CareSwitch isSignedIn={false} />
      <Section>
        <Card>
          <Rulebook />
          <Privacy />
        </Card>
      </Section>
    </>
  );
}

/** 我的: who one is, one's own things, and larger type in one tap. */
export default function MePage() {
  const me = useMe();
  useCareOf(me.data);
  return (
    <Shell title="我的" tab="me">
      {isNotSignedIn(me.error) ? (
        <SignedOut />
      ) : (
        <Answer of={me} skeleton={<Skeleton rows={3} />}>
          {(who) => <Person me={who} />}
        </Answer>
      )}
      <Box className="tail" />
    </Shell>
  );
}
