import { dayOf, sayClock } from '@bank/shared/calendar';
import type { CheckedIn } from '@bank/shared/contracts/events';
import { nowMs } from '@/device/clock';
import { Box, Heading, Words } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { sayChange } from '@/ui/points';
import { DateStamp } from '@/ui/stamp';
import { Strip } from '@/ui/strip';
import { headline, sayMinutes, whatNext } from './next-step';

const earned = (points: number) => (
  <>
    <Words className="ticket__points in num">{sayChange(points)}</Words>
    <Words> 分</Words>
  </>
);

/** What it earns, how long one was there, and when the points arrive. */
function factsOf(answer: CheckedIn) {
  const { earning, pendingPoints, isCountedForHome, countsHours, outAtMs, serviceMinutes } = answer;
  const facts = [];
  if (pendingPoints > 0) facts.push({ words: '待入账', value: earned(pendingPoints) });
  else if (countsHours && earning && outAtMs === null) {
    facts.push({ words: `每${earning.unit}能得`, value: earned(earning.points) });
  }
  if (countsHours) {
    const value = outAtMs === null ? '签退时算好' : sayMinutes(serviceMinutes);
    facts.push({ words: '计时长', value });
  }
  if (earning && !isCountedForHome) {
    facts.push({ words: '到账时间', value: '活动结束，核对后到账' });
  }
  return facts;
}

/** The proof of a check-in: stamp, event, points and what to do next. */
export function Ticket({ answer }: { answer: CheckedIn }) {
  const { siteName, title, inAtMs, outAtMs, isAgain, isCountedForHome } = answer;
  const atMs = outAtMs ?? inAtMs;
  const next = whatNext(answer, nowMs());
  const facts = factsOf(answer);
  return (
    <>
      <Box className="ticket">
        <Box className="band" silent />
        <Box className="ticket__stamp">
          <DateStamp
            place={siteName}
            date={dayOf(atMs).replace(/-/g, '.')}
            done={outAtMs === null ? '已签到' : '已签退'}
            isNew={!isAgain}
          />
          <Heading level={2} className="h1 ticket__head">
            {headline(answer)}
          </Heading>
          <Box className="sub num">{`${sayClock(atMs)} · ${title}`}</Box>
        </Box>
        {isCountedForHome && (
          <Box className="ticket__note">家里已经有人签到，这场一家记一次积分，这次不再加</Box>
        )}
        {facts.length > 0 && (
          <>
            <Box className="perf" silent />
            <Box className="ticket__facts ticket__facts--plain">
              <Facts of={facts} />
            </Box>
          </>
        )}
      </Box>
      {next && (
        <Box className="pads soft">
          <Strip tone="indigo">{next}</Strip>
        </Box>
      )}
      <Box className="tail" />
    </>
  );
}
