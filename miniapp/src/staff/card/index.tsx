import type { Branch, BranchId, CardHolder } from '@bank/shared/contracts/redemption';
import { useState } from 'react';
import { counterQuery } from '@/data/counter';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Box } from '@/ui/element';
import { Strip } from '@/ui/strip';
import { BranchChoice } from '../branch-choice';
import { CardHolderForm } from '../card-holder-form';
import { CardRedemption } from '../card-redemption';
import { StaffPage } from '../staff-page';

function Desk({ branch }: { branch: Branch }) {
  const [held, setHeld] = useState<{ holder: CardHolder; cardCode: string }>();
  const [handed, setHanded] = useState<string>();
  return (
    <>
      {handed && <Strip tone="green">{handed}</Strip>}
      <Box className={held ? 'desk desk--found' : 'desk'}>
        <Box className="desk__part desk__part--first">
          <CardHolderForm
            branchId={branch.id}
            onFound={(holder, cardCode) => {
              setHanded(undefined);
              setHeld({ holder, cardCode });
            }}
          />
        </Box>
        <Box className="desk__part">
          {!held && <Blank icon="elder" title="等老人的卡" sub="用扫码枪扫，或点「扫老人的卡」" />}
          {held && (
            <CardRedemption
              key={held.cardCode}
              {...held}
              branchId={branch.id}
              onOther={() => setHeld(undefined)}
              onDone={(words) => {
                setHanded(words);
                setHeld(undefined);
              }}
            />
          )}
        </Box>
      </Box>
    </>
  );
}

function Counter() {
  const [branchId, setBranchId] = useState<BranchId>();
  const asked = useAsk(counterQuery(branchId));
  return (
    <Answer of={asked}>
      {(counter) => (
        <>
          <BranchChoice {...counter} onChoose={setBranchId} />
          {counter.branch && <Desk key={counter.branch.id} branch={counter.branch} />}
        </>
      )}
    </Answer>
  );
}

/** 老人卡兑换: the card, a second look, the goods, into their hands. */
export default function CardPage() {
  return (
    <StaffPage title="老人卡兑换" needs={['counter.hand-over']}>
      {() => <Counter />}
    </StaffPage>
  );
}
