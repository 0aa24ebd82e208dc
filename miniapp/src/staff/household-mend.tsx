import type { HouseholdFile } from '@bank/shared/contracts/community';
import { useState } from 'react';
import { useHouseholdMend } from '@/data/community';
import { useDone } from '@/data/done';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Field } from '@/ui/field';
import { RowSwitch } from '@/ui/row';
import { Sheet } from '@/ui/sheet';

const PLACE_LENGTH_MAX = 20;
const NOTE_LENGTH_MAX = 200;

/** 改一户的登记. */
export function HouseholdMend({ home, onClose }: { home: HouseholdFile; onClose: () => void }) {
  const [building, setBuilding] = useState(home.building);
  const [unit, setUnit] = useState(home.unit);
  const [room, setRoom] = useState(home.room);
  const [isLowIncome, setLowIncome] = useState(home.isLowIncome);
  const [note, setNote] = useState(home.note);
  const { state, send, again } = useHouseholdMend(home.id);
  useDone(state, onClose);
  const mend = () => void send({ householdId: home.id, building, unit, room, isLowIncome, note });
  return (
    <Sheet title="改登记" onClose={onClose}>
      <Field
        label="楼栋"
        value={building}
        lengthMax={PLACE_LENGTH_MAX}
        onChange={setBuilding}
        onEnter={mend}
      />
      <Field
        label="单元"
        value={unit}
        lengthMax={PLACE_LENGTH_MAX}
        onChange={setUnit}
        onEnter={mend}
      />
      <Field
        label="房号"
        value={room}
        lengthMax={PLACE_LENGTH_MAX}
        onChange={setRoom}
        onEnter={mend}
      />
      <RowSwitch title="低保户" on={isLowIncome} onTurn={setLowIncome} />
      <Field
        label="备注"
        lines="many"
        value={note}
        lengthMax={NOTE_LENGTH_MAX}
        onChange={setNote}
      />
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={mend}>
        改好了，存下
      </Button>
    </Sheet>
  );
}
