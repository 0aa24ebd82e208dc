import type {
  Branch,
  BranchId,
  CounterOrder,
  ReadCounter,
} from '@bank/shared/contracts/redemption';
import type { OutputOf } from '@bank/shared/endpoint';
import { useEffect, useRef, useState } from 'react';
import { counterQuery, useFindingOrder } from '@/data/counter';
import { useDone } from '@/data/done';
import { useAsk } from '@/data/query-client';
import { onScannerLine } from '@/device/keyboard';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading } from '@/ui/element';
import { Strip } from '@/ui/strip';
import { BranchChoice } from '../branch-choice';
import { FoundOrder } from '../found-order';
import { DIGITS, Keypad, SixBoxes } from '../keypad';
import { usePause } from '../pause';
import { RecentHandOvers } from '../recent-hand-overs';
import { ScanKey } from '../scan-key';
import { StaffPage } from '../staff-page';

/** Six figures by key, or the code by camera; the sixth figure asks by itself. */
function CodeEntry({
  branch,
  onFound,
}: {
  branch: Branch;
  onFound: (found: CounterOrder) => void;
}) {
  const [digits, setDigits] = useState('');
  const { state, send, again } = useFindingOrder();
  const paused = usePause(state);
  const busy = state.kind === 'sending';
  useDone(state, ({ found }) => {
    if (found) onFound(found);
  });
  const find = (code: string) => {
    setDigits('');
    void send({ branchId: branch.id, code });
  };
  const scanned = useRef(find);
  scanned.current = (code) => {
    if (!paused) find(code);
  };
  useEffect(() => onScannerLine((text) => scanned.current(text)), []);
  const type = (next: string) => {
    if (next.length === DIGITS) find(next);
    else setDigits(next);
  };
  return (
    <>
      <Heading level={2} className="b">
        输 6 位取货码
      </Heading>
      <SixBoxes digits={digits} />
      <ChangeWords state={state} again={again} />
      <Keypad digits={digits} off={paused || busy} onChange={type} />
      <ScanKey words="扫居民的码" off={paused ? '停一停，马上就好' : undefined} onText={find} />
    </>
  );
}

function Desk({ counter, branch }: { counter: OutputOf<typeof ReadCounter>; branch: Branch }) {
  const [found, setFound] = useState<CounterOrder>();
  const [handed, setHanded] = useState<string>();
  return (
    <>
      {handed && <Strip tone="green">{handed}</Strip>}
      <Box className={found ? 'desk desk--found' : 'desk'}>
        <Box className="desk__part desk__part--first">
          <CodeEntry
            branch={branch}
            onFound={(next) => {
              setHanded(undefined);
              setFound(next);
            }}
          />
        </Box>
        <Box className="desk__part">
          {found && (
            <FoundOrder
              key={found.order.id}
              found={found}
              onAgain={() => setFound(undefined)}
              onDone={(words) => {
                setHanded(words);
                setFound(undefined);
              }}
            />
          )}
          {!found && counter.recent.length === 0 && (
            <Blank icon="scan" title="等居民报码" sub="输完第 6 位，就去找这张单" />
          )}
          <RecentHandOvers recent={counter.recent} />
        </Box>
      </Box>
    </>
  );
}

function Counter({ name }: { name: string }) {
  const [branchId, setBranchId] = useState<BranchId>();
  const asked = useAsk(counterQuery(branchId));
  return (
    <Answer of={asked}>
      {(counter) => (
        <>
          <BranchChoice
            {...counter}
            beside={`${name} · 今天已发 ${counter.handedToday} 件，还有 ${counter.openCount} 件等人领`}
            onChoose={setBranchId}
          />
          {counter.branch && (
            <Desk key={counter.branch.id} counter={counter} branch={counter.branch} />
          )}
        </>
      )}
    </Answer>
  );
}

/** 领取台: the code, the household, and into their hands. */
export default function PickupPage() {
  return (
    <StaffPage title="领取台" needs={['counter.hand-over']}>
      {({ person }) => <Counter name={person?.name ?? '管理员'} />}
    </StaffPage>
  );
}
