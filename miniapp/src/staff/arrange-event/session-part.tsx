import { type Day, dayOf, sayClock, sayDay } from '@bank/shared/calendar';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/choice';
import { Box, Heading } from '@/ui/element';
import { RowSwitch } from '@/ui/row';
import { Card } from '@/ui/section';
import { TimeFields } from '@/ui/time-fields';
import { readTime, sayMinutes } from '@/ui/time-words';
import { SeatsField } from '../seats-field';
import type { SessionDraft, SessionErrors } from './event-draft';

const MINUTE_MS = 60_000;
const OPENINGS = [
  { value: 'now', words: '现在就可以' },
  { value: 'week-before', words: '提前 7 天' },
  { value: 'three-days-before', words: '提前 3 天' },
] as const;
const CLOSINGS = [
  { value: 'hour-before', words: '开始前 1 小时' },
  { value: 'at-start', words: '开始时' },
  { value: 'evening-before', words: '前一天晚上 8 点' },
] as const;

/** The day with its weekday and how long it lasts, once all of it can be read: a wrong day is seen at once. */
function SaidTime({ session, today }: { session: SessionDraft; today: Day }) {
  const time = readTime(session, today, 'ahead');
  if (!time.ok) return null;
  const { startsAtMs, endsAtMs } = time;
  const clock = `${sayClock(startsAtMs)}–${sayClock(endsAtMs)}`;
  const minutes = (endsAtMs - startsAtMs) / MINUTE_MS;
  return (
    <Box className="sub num">{`${sayDay(dayOf(startsAtMs))} ${clock}，${sayMinutes(minutes)}`}</Box>
  );
}

function SignUpPart(props: {
  session: SessionDraft;
  errors: SessionErrors;
  onChange: (session: SessionDraft) => void;
}) {
  const { session, errors, onChange } = props;
  return (
    <>
      <SeatsField
        seats={session.capacity}
        error={errors.capacity}
        onChange={(capacity) => onChange({ ...session, capacity })}
      />
      <Box className="b form__l">什么时候开始报名</Box>
      <Chips
        label="什么时候开始报名"
        choices={OPENINGS}
        value={session.opens}
        onChoose={(opens) => onChange({ ...session, opens })}
      />
      <Box className="b form__l">什么时候截止</Box>
      <Chips
        label="什么时候截止"
        choices={CLOSINGS}
        value={session.closes}
        onChoose={(closes) => onChange({ ...session, closes })}
      />
      <RowSwitch
        title="没报名的也可以来"
        sub="有空位就能签到"
        on={session.takesWalkIns}
        onTurn={(takesWalkIns) => onChange({ ...session, takesWalkIns })}
      />
    </>
  );
}

/** 一场: its day and hours, seats, and how people sign up. */
export function SessionPart(props: {
  session: SessionDraft;
  title: string;
  today: Day;
  errors: SessionErrors;
  onChange: (session: SessionDraft) => void;
  onRemove: (() => void) | undefined;
}) {
  const { session, title, today, errors, onChange, onRemove } = props;
  return (
    <Card padded>
      <Box as="section" label={title}>
        <Heading level={3} className="b">
          {title}
        </Heading>
        <TimeFields
          typed={session}
          today={today}
          side="ahead"
          errors={errors}
          onChange={({ day, from, until }) => onChange({ ...session, day, from, until })}
        />
        <SaidTime session={session} today={today} />
        <RowSwitch
          title="要报名"
          sub={session.needsSignUp ? '有名额，报满了排候补' : '不用报名，直接来'}
          on={session.needsSignUp}
          onTurn={(needsSignUp) => onChange({ ...session, needsSignUp })}
        />
        {session.needsSignUp && (
          <SignUpPart session={session} errors={errors} onChange={onChange} />
        )}
        {onRemove && (
          <Button look="line" small onPress={onRemove}>
            去掉这一场
          </Button>
        )}
      </Box>
    </Card>
  );
}
