import type { CheckedIn } from '@bank/shared/contracts/events';
import { useLastMe } from '@/data/access';
import { useLateScans } from '@/data/outbox';
import { nowMs } from '@/device/clock';
import { holdScan } from '@/scan/held-scan';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { Box } from '@/ui/element';
import { BIND_PAGE, eventPage, go, goInstead, SIGN_IN_PAGE, TABS } from '@/ui/go';
import type { Attempt, CheckInState, useCheckIn } from './check-in-state';
import { Entry } from './entry';
import { mayLeave, remedyFor } from './next-step';
import { Ticket } from './ticket';

type Asking = ReturnType<typeof useCheckIn>;
type StateOf<Kind extends CheckInState['kind']> = Extract<CheckInState, { kind: Kind }>;

const LookAtEvents = () => (
  <ButtonLink to={TABS.events.path} look="line">
    看活动
  </ButtonLink>
);

/** A post's own account: signed in, and of no home here, so that no passbook could take it. */
const Homeless = () => (
  <Blank
    icon="passbook"
    title="这个账号没有存折"
    sub="签到记在家里的存折上，工作账号签不了。您家也住这里，就请现场的工作人员报存折号替您签"
    action={<LookAtEvents />}
  />
);

/** Who this is must be known first; the scan waits in memory meanwhile and is taken up afterwards. */
function Stranger({ needs, attempt }: StateOf<'stranger'>) {
  const isStranger = needs === 'sign-in';
  const person = useLastMe();
  if (!isStranger && person) return <Homeless />;
  const leave = () => {
    holdScan(attempt.code);
    goInstead(isStranger ? SIGN_IN_PAGE : BIND_PAGE);
  };
  return (
    <Blank
      icon={isStranger ? 'me' : 'passbook'}
      title={isStranger ? '先登录，再签到' : '先绑定存折，再签到'}
      sub={isStranger ? '登录好了，接着给您签到' : '绑定好了，接着给您签到。没有绑定码，找网格员'}
      action={<Button onPress={leave}>{isStranger ? '去登录' : '去绑定'}</Button>}
    />
  );
}

function Refused({ problem, onScan }: StateOf<'refused'> & { onScan: () => void }) {
  const isScan = remedyFor(problem.code) === 'scan';
  return (
    <Blank
      icon={isScan ? 'scan' : 'info'}
      warn
      title={problem.title}
      sub={problem.message}
      action={isScan ? <Button onPress={onScan}>再扫一次</Button> : <LookAtEvents />}
    />
  );
}

/** Never like a success: nothing is booked until the scan has gone out and staff have looked at it. */
function Kept() {
  if (useLateScans().waiting.length === 0) {
    return (
      <Blank
        icon="info"
        title="存着的签到有结果了"
        sub="写在上面，也写在活动页里"
        action={<LookAtEvents />}
      />
    );
  }
  return (
    <Blank
      icon="offline"
      warn
      title="没网，还没有签上"
      sub="签到先存在手机里，有网自动补交，等工作人员确认"
      action={<LookAtEvents />}
    />
  );
}

function Unknown({ words, attempt, asking }: StateOf<'unknown'> & { asking: Asking }) {
  return (
    <Blank
      icon="warning"
      warn
      title="信号不好，不知道签上没有"
      sub={words}
      action={
        <Box className="stack">
          <Button onPress={() => void asking.send(attempt)}>再试一次</Button>
          {attempt.intent === 'in' && (
            <Button look="line" onPress={() => void asking.keep(attempt)}>
              先存在手机里
            </Button>
          )}
        </Box>
      }
    />
  );
}

/** What the page shows of a check-in: one face for each state. */
export function CheckInFace(props: {
  asking: Asking;
  verb: '签到' | '签退';
  onScan: () => void;
  onDigits: (digits: string) => void;
}) {
  const { asking, verb, onScan, onDigits } = props;
  const { state } = asking;
  switch (state.kind) {
    case 'ready':
      return <Entry verb={verb} error={state.error} onScan={onScan} onDigits={onDigits} />;
    case 'sending':
      return <Blank icon="clock" title={`正在${state.intent === 'in' ? '签到' : '签退'}…`} />;
    case 'done':
      return <Ticket answer={state.answer} />;
    case 'refused':
      return <Refused {...state} onScan={onScan} />;
    case 'stranger':
      return <Stranger {...state} />;
    case 'kept':
      return <Kept />;
    case 'offline':
      return <Blank icon="offline" warn title="没网" sub={state.words} action={<LookAtEvents />} />;
    case 'unknown':
      return <Unknown {...state} asking={asking} />;
  }
}

/** 走了，签退？ for whoever scanned again after a while; otherwise the two ways on. */
export function CheckInFoot(props: { answer: CheckedIn; attempt: Attempt; asking: Asking }) {
  const { answer, attempt, asking } = props;
  const asksToLeave = answer.isAgain && mayLeave(answer, nowMs());
  const { code, occasionId } = attempt;
  const seeEvents = () => go(TABS.events.path);
  return (
    <Box className="footbar">
      {asksToLeave && <Box className="footbar__note">走了，签退吗</Box>}
      <Box className="btns btns--first">
        {asksToLeave ? (
          <Button onPress={() => void asking.send({ code, occasionId, intent: 'out' })}>
            走了，签退
          </Button>
        ) : (
          <Button onPress={seeEvents}>知道了</Button>
        )}
        {asksToLeave ? (
          <Button look="line" onPress={seeEvents}>
            还没走
          </Button>
        ) : (
          <ButtonLink look="line" to={eventPage(answer.eventId)}>
            看活动
          </ButtonLink>
        )}
      </Box>
    </Box>
  );
}
