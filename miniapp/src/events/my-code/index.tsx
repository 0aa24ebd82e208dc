import { useLastMe } from '@/data/access';
import { ProblemError } from '@/data/errors';
import { CouldNotOpen } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { QrCard } from '@/ui/code';
import { Box, Heading, Words } from '@/ui/element';
import { BIND_PAGE } from '@/ui/go';
import { Icon } from '@/ui/icon';
import { Shell } from '@/ui/shell';
import { Strip } from '@/ui/strip';
import { type PersonalCode, usePersonalCode } from './personal-code';
import './my-code.css';

const QR_SIDE_PX = 280;

interface Holder {
  readonly name: string;
  readonly householdCode: string;
}

function Code({ now, isAsking }: Pick<PersonalCode, 'now' | 'isAsking'>) {
  if (now.qrText !== undefined) {
    return (
      <>
        <QrCard text={now.qrText} label="我的码" sidePx={QR_SIDE_PX} />
        <Box className="my-code__renews">
          <Icon name="refresh" tone="ink-2" size="s" />
          <Words className="num">{`自动换新，还有 ${now.secondsLeft} 秒`}</Words>
        </Box>
      </>
    );
  }
  return (
    <Box className="my-code__none" role="status">
      {isAsking ? '正在出码' : '没网，出不了码。把上面的存折号报给工作人员，一样能办'}
    </Box>
  );
}

/** Black on white in every theme; the number stays when the code cannot come. */
function Front({ holder, code }: { holder: Holder; code: PersonalCode }) {
  const { name, householdCode } = holder;
  return (
    <Box className="my-code__cover">
      <Box className="my-code">
        <Heading level={2} className="my-code__name">
          {name}
        </Heading>
        <Box className="my-code__label">存折号</Box>
        <Box
          className="my-code__number num"
          role="img"
          label={`存折号 ${[...householdCode].join(' ')}`}
        >
          {householdCode}
        </Box>
        <Code now={code.now} isAsking={code.isAsking} />
      </Box>
    </Box>
  );
}

function Shown({ holder, code }: { holder: Holder; code: PersonalCode }) {
  return (
    <>
      <Front holder={holder} code={code} />
      <Box className="band band--cover" silent />
      <Box className="pads center">
        <Heading level={2} className="h2">
          给工作人员扫一扫
        </Heading>
        <Box className="sub">签到就用这个码，谁的码记在谁名下</Box>
      </Box>
    </>
  );
}

const Unbound = () => (
  <Blank
    icon="passbook"
    title="先绑定存折，才有我的码"
    sub="没有绑定码，找您的网格员"
    action={<ButtonLink to={BIND_PAGE}>去绑定</ButtonLink>}
  />
);

function Face({ code }: { code: PersonalCode }) {
  const me = useLastMe();
  const { card, error, isAsking, again } = code;
  if (error instanceof ProblemError) {
    if (error.code === 'request/not-your-duty') return <Unbound />;
    return <CouldNotOpen error={error} onAgain={again} />;
  }
  const kept = me?.household && { name: me.name, householdCode: me.household.code };
  const holder = card ?? kept;
  if (holder) return <Shown holder={holder} code={code} />;
  if (isAsking) return <Blank icon="qr" title="正在出码" />;
  return <CouldNotOpen error={error ?? null} onAgain={again} />;
}

/** 我的码: who this is, for a clerk's camera. Each code ends by itself, so a picture of it is soon worthless. */
export default function MyCodePage() {
  const code = usePersonalCode();
  const shows = code.now.qrText !== undefined && !(code.error instanceof ProblemError);
  return (
    <Shell
      title="我的码"
      tone="cover"
      foot={shows && <Strip tone="ochre">不要截图发给别人，截图一分钟就失效</Strip>}
    >
      <Face code={code} />
    </Shell>
  );
}
