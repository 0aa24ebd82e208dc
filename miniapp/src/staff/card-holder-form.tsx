import { parseScanned } from '@bank/shared/codes';
import type { BranchId, CardHolder } from '@bank/shared/contracts/redemption';
import { useEffect, useRef, useState } from 'react';
import { useFindingCardHolder } from '@/data/counter';
import { useDone } from '@/data/done';
import { onScannerLine } from '@/device/keyboard';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { usePause } from './pause';
import { ScanKey } from './scan-key';

const CARD_LENGTH_MAX = 120;

/** A card's code in its one exact form, or undefined when it is something else. */
function cardCodeFrom(text: string): string | undefined {
  const scanned = parseScanned(text);
  return scanned.kind === 'card' ? scanned.code : undefined;
}

/** 扫老人的纸卡, or the characters a hand scanner types. */
export function CardHolderForm(props: {
  branchId: BranchId;
  onFound: (holder: CardHolder, cardCode: string) => void;
}) {
  const { branchId, onFound } = props;
  const [typed, setTyped] = useState('');
  const [sent, setSent] = useState('');
  const [wrong, setWrong] = useState(false);
  const { state, send, again } = useFindingCardHolder();
  const paused = usePause(state);
  useDone(state, ({ holder }) => {
    if (!holder) return;
    setTyped('');
    onFound(holder, sent);
  });
  const find = (text: string) => {
    const cardCode = cardCodeFrom(text);
    setWrong(cardCode === undefined);
    if (cardCode === undefined) return;
    setSent(cardCode);
    void send({ branchId, cardCode });
  };
  const scanned = useRef(find);
  scanned.current = (text) => {
    if (!paused) find(text);
  };
  useEffect(() => onScannerLine((text) => scanned.current(text)), []);
  const off = paused ? '停一停，马上就好' : undefined;
  return (
    <Box>
      <ScanKey words="扫老人的卡" off={off} onText={find} />
      <Field
        label="或者输卡上的码"
        hint="C1 开头的一串字"
        value={typed}
        lengthMax={CARD_LENGTH_MAX}
        error={wrong ? '这不是存折卡上的码，请再扫一次' : undefined}
        onChange={(text) => {
          setTyped(text);
          setWrong(false);
        }}
        onEnter={() => find(typed)}
      />
      <ChangeWords state={state} again={again} />
      <Button
        look="line"
        block
        sending={state.kind === 'sending'}
        offBecause={off}
        onPress={() => find(typed)}
      >
        找这张卡
      </Button>
    </Box>
  );
}
