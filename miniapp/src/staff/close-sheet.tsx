import type { Occasion } from '@bank/shared/contracts/events';
import type { Posting, ReadRoll } from '@bank/shared/contracts/events-staff';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { rollQuery, useClosing } from '@/data/event-office';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { Field } from '@/ui/field';
import { sayPoints } from '@/ui/points';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import { rollPage } from './pages';

const HEADS_DIGITS = 6;

/** What a close posted, and what it left for a colleague. */
export function PostingFacts({ posting }: { posting: Posting }) {
  const { attendedCount, postedCount, postedPoints, cutCount, leftForOthers } = posting;
  return (
    <>
      <Facts
        of={[
          { words: '到场', value: `${attendedCount} 人` },
          { words: '入账', value: `${postedCount} 人，共 ${sayPoints(postedPoints)} 分` },
          ...(cutCount > 0
            ? [{ words: '到上限', value: `${cutCount} 人这段时间得满了，没有全记` }]
            : []),
        ]}
      />
      {leftForOthers > 0 && (
        <Strip tone="indigo">{`您自己家的 ${leftForOthers} 笔，请别的社区干部在名册里入账`}</Strip>
      )}
    </>
  );
}

/** The heads there were, where nobody checks in by name. */
function HeadsField(props: { heads: string; shown: boolean; onChange: (heads: string) => void }) {
  const { heads, shown, onChange } = props;
  return (
    <Field
      label="到场多少人"
      kind="digits"
      value={heads}
      lengthMax={HEADS_DIGITS}
      error={shown && !/^\d+$/.test(heads) ? '请填到场多少人，没人来填 0' : undefined}
      onChange={onChange}
    />
  );
}

function Closing({ roll, onClose }: { roll: OutputOf<typeof ReadRoll>; onClose: () => void }) {
  const { occasion, lines } = roll;
  const [heads, setHeads] = useState('');
  const [shown, setShown] = useState(false);
  const { state, send, again } = useClosing(occasion.id);
  if (state.kind === 'done') {
    return (
      <>
        <Strip tone="green">签到结束了</Strip>
        <PostingFacts posting={state.answer} />
        <Button block onPress={onClose}>
          好
        </Button>
      </>
    );
  }
  const present = lines.filter(({ attendance }) => attendance?.state === 'present');
  const lateCount = lines.filter(({ attendance }) => attendance?.state === 'waiting').length;
  const points = present.reduce((sum, { attendance }) => sum + (attendance?.points ?? 0), 0);
  const stillIn = occasion.countsHours
    ? present.filter(({ attendance }) => attendance?.outAtMs === null).length
    : 0;
  const counts = occasion.countedBy === 'headcount';
  const close = () => {
    setShown(true);
    if (counts && !/^\d+$/.test(heads)) return;
    void send({ occasionId: occasion.id, ...(counts && { headcount: Number(heads) }) });
  };
  return (
    <>
      {counts ? (
        <HeadsField heads={heads} shown={shown} onChange={setHeads} />
      ) : (
        <Facts
          of={[
            { words: '签到', value: `${present.length} 人` },
            { words: '要入账', value: `${sayPoints(points)} 分，按上限算` },
            ...(lateCount > 0 ? [{ words: '待确认', value: `${lateCount} 条` }] : []),
          ]}
        />
      )}
      {stillIn > 0 && (
        <Strip tone="ochre">{`还有 ${stillIn} 人没签退，不算时长也不得分。到名册上点名字，替他们签退`}</Strip>
      )}
      <Box className="sub">结束以后不能再签到，也不能再改名册</Box>
      {(lateCount > 0 || stillIn > 0) && (
        <ButtonLink to={rollPage(occasion.id)} look="linered" block>
          {lateCount > 0 ? '去名册确认' : '去名册签退'}
        </ButtonLink>
      )}
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        offBecause={lateCount > 0 ? `先确认 ${lateCount} 条签到` : undefined}
        onPress={close}
      >
        结束签到
      </Button>
    </>
  );
}

/** 结束签到: what will be posted, then what was. */
export function CloseSheet({ occasion, onClose }: { occasion: Occasion; onClose: () => void }) {
  const asked = useAsk(rollQuery(occasion.id));
  return (
    <Sheet title="结束签到" onClose={onClose}>
      <Box className="b">{occasion.title}</Box>
      <Answer of={asked} quiet>
        {(roll) => <Closing roll={roll} onClose={onClose} />}
      </Answer>
    </Sheet>
  );
}
