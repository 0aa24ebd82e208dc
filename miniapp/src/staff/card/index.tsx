import type { Branch, CardHolder } from '@bank/shared/contracts/redemption';
import { useState } from 'react';
import { Blank } from '@/ui/blank';
import { Box } from '@/ui/element';
import { Strip } from '@/ui/strip';
import { AtCounter } from '../at-counter';
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

/** 老人卡兑换: the card, a second look, the goods, into their hands. */
export default function CardPage() {
  return (
    <StaffPage title="老人卡兑换" needs={['counter.hand-over']}>
      {() => <AtCounter>{(branch) => <Desk key={branch.id} branch={branch} />}</AtCounter>}
    </StaffPage>
  );
}
