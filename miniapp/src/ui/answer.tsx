import { sayMoment } from '@bank/shared/calendar';
import { type ReactNode, useEffect, useState } from 'react';
import { OfflineError, ProblemError } from '@/data/errors';
import { Blank } from './blank';
import { Button, ButtonLink } from './button';
import { Box } from './element';
import { SIGN_IN_PAGE } from './go';
import { Skeleton } from './skeleton';
import { Strip } from './strip';

/** Faster than this, a skeleton would only flicker. */
const SKELETON_AFTER_MS = 300;
/** Longer than this is not slow any more: it did not open. */
const GIVE_UP_AFTER_MS = 8_000;

/** What `useAsk` gives, as far as a face needs it. */
export interface Question<Value> {
  data: Value | undefined;
  error: Error | null;
  isPending: boolean;
  isFetching: boolean;
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
}

type Waited = 'just-now' | 'a-while' | 'too-long';

function useWaited(waiting: boolean): Waited {
  const [waited, setWaited] = useState<Waited>('just-now');
  useEffect(() => {
    setWaited('just-now');
    if (!waiting) return undefined;
    const clocks = [
      setTimeout(() => setWaited('a-while'), SKELETON_AFTER_MS),
      setTimeout(() => setWaited('too-long'), GIVE_UP_AFTER_MS),
    ];
    return () => clocks.forEach(clearTimeout);
  }, [waiting]);
  return waited;
}

/** The bank's own no: its title and its sentence; before sign-in, the way to it. */
function SaidNo({ problem, onAgain }: { problem: ProblemError; onAgain: () => void }) {
  const signIn = problem.code === 'request/not-signed-in';
  const action = signIn ? (
    <ButtonLink to={SIGN_IN_PAGE}>去登录</ButtonLink>
  ) : (
    <Button look="line" onPress={onAgain}>
      再看一次
    </Button>
  );
  return (
    <Blank
      icon={signIn ? 'me' : 'info'}
      title={problem.title}
      sub={problem.message}
      action={action}
    />
  );
}

/** 没打开，不是您的问题: shown for a failure and for an answer that takes too long. */
export function CouldNotOpen({ error, onAgain }: { error: Error | null; onAgain: () => void }) {
  if (error instanceof ProblemError) return <SaidNo problem={error} onAgain={onAgain} />;
  const offline = error instanceof OfflineError;
  return (
    <Blank
      icon={offline ? 'offline' : 'warning'}
      warn
      title={offline ? '没网，打不开' : '没打开，不是您的问题'}
      sub="积分没有少，再试一次"
      action={<Button onPress={onAgain}>再试一次</Button>}
    />
  );
}

export interface AnswerProps<Value> {
  of: Question<Value>;
  /** The real layout in grey; five plain rows unless the page says otherwise. */
  skeleton?: ReactNode;
  /** The face for an answer that holds nothing, and when that is. */
  empty?: { when: (value: Value) => boolean; face: ReactNode } | undefined;
  /** A question around another one: the strip is left to the inner one, for a screen has at most one. */
  quiet?: boolean;
  children: (value: Value) => ReactNode;
}

/**
 * The faces of every question: asking (grey after 300 ms), could not ask (also after 8 s), empty,
 * answered. An older answer stays readable under a strip that says from when it is.
 */
export function Answer<Value>(props: AnswerProps<Value>) {
  const { of: asked, skeleton, empty, quiet, children } = props;
  const waited = useWaited(asked.data === undefined && asked.isFetching);
  const { data, error, isFetching } = asked;
  const couldNot = <CouldNotOpen error={error} onAgain={() => void asked.refetch()} />;
  // A no from the bank outranks what was kept: it may be about who is asking.
  if (error instanceof ProblemError && !isFetching) return couldNot;
  if (data !== undefined) {
    return (
      <>
        {error && !quiet && <FromEarlier error={error} atMs={asked.dataUpdatedAt} />}
        {empty?.when(data) ? empty.face : children(data)}
      </>
    );
  }
  if (!isFetching || waited === 'too-long') return couldNot;
  return waited === 'a-while' ? (skeleton ?? <FiveRows />) : null;
}

const FiveRows = () => (
  <Box className="pads">
    <Skeleton rows={5} />
  </Box>
);

function FromEarlier({ error, atMs }: { error: Error | null; atMs: number }) {
  const why = error instanceof OfflineError ? '没网。' : '没连上。';
  return <Strip tone="ochre" icon="offline">{`${why}显示的是 ${sayMoment(atMs)} 的内容`}</Strip>;
}
