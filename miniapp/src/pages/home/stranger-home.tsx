import { demoDoorsQuery } from '@/data/access';
import { useAsk } from '@/data/query-client';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { useCare } from '@/ui/care';
import { Box } from '@/ui/element';
import { BOARD_PAGE, CAMPAIGNS_PAGE, HONOURS_PAGE, RULEBOOK_PAGE, SIGN_IN_PAGE } from '@/ui/go';
import { Quick, type QuickAction } from '@/ui/quick';
import { Card } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { ComingEvents } from './coming-events';
import { Honoured, Posted } from './neighbours';

/** What anybody may open without saying who they are. */
const OPEN_ROOMS: readonly QuickAction[] = [
  { to: RULEBOOK_PAGE, words: '怎么得分', icon: 'star', tone: 'green' },
  { to: CAMPAIGNS_PAGE, words: '评选', icon: 'vote', tone: 'indigo' },
  { to: BOARD_PAGE, words: '公示板', icon: 'megaphone', tone: 'ochre' },
  { to: HONOURS_PAGE, words: '荣誉墙', icon: 'trophy', tone: 'gold' },
];

/** 首页 of somebody who has not signed in: what is open to all, and one way in. */
export function StrangerHome() {
  const care = useCare();
  const isDemo = (useAsk(demoDoorsQuery()).data?.doors.length ?? 0) > 0;
  return (
    <Shell title="文明储蓄所" tab="home" branded mark={isDemo ? '演示' : undefined}>
      <Box className="pads">
        <Card>
          <Blank
            icon="passbook"
            title="登录后看您家的存折"
            sub="活动、货架和公示，不登录也能看"
            action={<ButtonLink to={SIGN_IN_PAGE}>去登录</ButtonLink>}
          />
        </Card>
        <Box className="pads-top">
          <Quick actions={OPEN_ROOMS} />
        </Box>
      </Box>
      <ComingEvents />
      {!care && <Posted />}
      {!care && <Honoured />}
      <Box className="tail" />
    </Shell>
  );
}
