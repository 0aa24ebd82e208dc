import type { Me } from '@bank/shared/contracts/access';
import type { Area } from '@bank/shared/contracts/community';
import { useState } from 'react';
import { useBindCodePrint } from '@/data/community';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { AreaChoice } from '../area-choice';
import { PrintedSheet } from '../printed-sheet';
import { StaffPage } from '../staff-page';

const GRID_LEVEL = 2;

function PrintSheet({ area, onClose }: { area: Area; onClose: () => void }) {
  const { state, send, again } = useBindCodePrint(area.id);
  return (
    <Sheet title={`打印${area.name}的绑定码`} onClose={onClose}>
      {state.kind === 'done' ? (
        <PrintedSheet sheet={state.answer} />
      ) : (
        <>
          <Box>这一片每户一个新码，没用的旧码马上作废。绑定好的不受影响</Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            sendingWords="正在排版…"
            onPress={() => void send({ areaId: area.id })}
          >
            打印这一片
          </Button>
        </>
      )}
    </Sheet>
  );
}

function Prints({ me }: { me: Me }) {
  const [area, setArea] = useState<Area>();
  return (
    <Box className="pads">
      <Box className="sub pads-bottom">
        一户一码，裁开后按门牌发到手里。只要一户，到「找一户」里打
      </Box>
      <AreaChoice
        within={me.posts.map(({ areaPath }) => areaPath)}
        verb="打这一片"
        levelMin={GRID_LEVEL}
        onChoose={setArea}
      />
      {area && <PrintSheet area={area} onClose={() => setArea(undefined)} />}
    </Box>
  );
}

/** 打印绑定码: a grid or a joint household at a time. */
export default function PrintsPage() {
  return (
    <StaffPage title="打印绑定码" needs={['households.issue-bind-codes']}>
      {(me) => <Prints me={me} />}
    </StaffPage>
  );
}
