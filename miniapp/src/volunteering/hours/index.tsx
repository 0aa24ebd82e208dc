import { type HoursLine, type ReadHours, STAR_HOURS } from '@bank/shared/contracts/volunteering';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { hoursQuery } from '@/data/volunteering';
import { Answer } from '@/ui/answer';
import { Bar } from '@/ui/bar';
import { Button } from '@/ui/button';
import { Box, Words } from '@/ui/element';
import type { IconName } from '@/ui/icon';
import { Row, RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { Stars } from '@/ui/stars';
import { Strip } from '@/ui/strip';
import { Tag, Tags, type TagTone } from '@/ui/tag';
import { sayMinutes } from '@/ui/time-words';
import {
  lineState,
  lineTime,
  lineTitle,
  lineWay,
  returnWords,
  sayHours,
  starName,
  wayToStar,
} from '../hours-words';
import { LogSheet } from '../log-sheet';
import { MonthChart } from '../month-chart';
import { WithdrawSheet } from '../withdraw-sheet';
import './hours.css';

type Hours = OutputOf<typeof ReadHours>;

const EVENT_ICON: { name: IconName; tone: TagTone } = { name: 'broom', tone: 'green' };
const LOGGED_ICON: { name: IconName; tone: TagTone } = { name: 'volunteer', tone: 'indigo' };

function Way({ stars, minutesToNextStar }: { stars: number; minutesToNextStar: number }) {
  const { done, of } = wayToStar(stars, minutesToNextStar);
  return (
    <>
      <Bar done={done} of={of} tone="gold" />
      <Box className="hours__way sub">
        <Words>
          {stars > 0
            ? `${starName(stars).slice(0, 2)} ${STAR_HOURS[stars - 1]} 小时`
            : '从 0 小时起'}
        </Words>
        <Words>{`再做 ${sayMinutes(minutesToNextStar)}到${starName(stars + 1).slice(0, 2)}`}</Words>
      </Box>
    </>
  );
}

function Sum({ hours }: { hours: Hours }) {
  const { name, confirmedMinutes, pendingMinutes, stars, minutesToNextStar } = hours;
  return (
    <Box className="sides">
      <Card>
        <Box className="band" silent />
        <Box className="hours__sum">
          <Box className="sub">{`${name} 累计`}</Box>
          <Box className="hours__num">
            <Words className="hero-num">{sayHours(confirmedMinutes)}</Words>
            <Words className="sub">小时</Words>
          </Box>
          <Stars count={stars} />
          <Box className="hours__star b gold">{starName(stars)}</Box>
          {minutesToNextStar !== null && (
            <Way stars={stars} minutesToNextStar={minutesToNextStar} />
          )}
          {pendingMinutes > 0 && (
            <Box className="sub ochre pads-top">{`还有 ${sayMinutes(pendingMinutes)}等认定`}</Box>
          )}
        </Box>
      </Card>
    </Box>
  );
}

function Line({ line, onTap }: { line: HoursLine; onTap: () => void }) {
  const state = lineState(line);
  const why = returnWords(line);
  const way = lineWay(line);
  const words = {
    icon: line.serviceId === null ? EVENT_ICON : LOGGED_ICON,
    title: lineTitle(line),
    sub: lineTime(line),
    end: sayMinutes(line.minutes),
    below: (state || why) && (
      <>
        {why && <Box className="row__sub">{why}</Box>}
        {way === 'mend' && <Box className="row__sub b">点这里，改好再记</Box>}
        {state && (
          <Tags>
            <Tag tone={state.tone}>{state.words}</Tag>
          </Tags>
        )}
      </>
    ),
  };
  return way ? <RowPress {...words} onPress={onTap} /> : <Row {...words} />;
}

function HoursView({ hours, onTap }: { hours: Hours; onTap: (line: HoursLine) => void }) {
  const { months, lines } = hours;
  return (
    <>
      <Sum hours={hours} />
      {lines.length > 0 && (
        <Section title="每月小时">
          <Card padded>
            <MonthChart months={months} />
          </Card>
        </Section>
      )}
      <Section title="最近">
        <Card>
          {lines.length === 0 && (
            <Box className="prose">还没有记录。参加志愿活动签到签退，或自己记一次，都会在这里</Box>
          )}
          {lines.map((line) => (
            <Line
              key={line.serviceId ?? `${line.title} ${line.startsAtMs}`}
              line={line}
              onTap={() => onTap(line)}
            />
          ))}
        </Card>
      </Section>
      <Box className="tail" />
    </>
  );
}

function Foot({ onLog }: { onLog: () => void }) {
  return (
    <Box className="footbar">
      <Button block icon="edit" onPress={onLog}>
        记一次服务
      </Button>
    </Box>
  );
}

/** 志愿时长: the hours on record, the stars, the months, and a way to log one's own. */
export default function HoursPage() {
  const asked = useAsk(hoursQuery());
  const [logging, setLogging] = useState(false);
  const [tapped, setTapped] = useState<HoursLine>();
  const [done, setDone] = useState<string>();
  const finish = (words: string) => {
    setDone(words);
    setLogging(false);
    setTapped(undefined);
  };
  return (
    <Shell
      title="志愿时长"
      foot={asked.data && asked.error === null && <Foot onLog={() => setLogging(true)} />}
    >
      {done && <Strip tone="green">{done}</Strip>}
      <Answer of={asked}>{(hours) => <HoursView hours={hours} onTap={setTapped} />}</Answer>
      {logging && <LogSheet onClose={() => setLogging(false)} onDone={finish} />}
      {tapped?.serviceId && lineWay(tapped) === 'mend' && (
        <LogSheet
          key={tapped.serviceId}
          returned={tapped}
          onClose={() => setTapped(undefined)}
          onDone={finish}
        />
      )}
      {tapped?.serviceId && lineWay(tapped) === 'withdraw' && (
        <WithdrawSheet
          key={tapped.serviceId}
          line={tapped}
          serviceId={tapped.serviceId}
          onClose={() => setTapped(undefined)}
          onDone={finish}
        />
      )}
    </Shell>
  );
}
