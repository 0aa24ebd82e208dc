import type { Branch, ShelfItem, SOURCE_KINDS } from '@bank/shared/contracts/redemption';
import { useState } from 'react';
import { useReceivingStock } from '@/data/counter';
import { useDone } from '@/data/done';
import { useAsk } from '@/data/query-client';
import { shelfQuery } from '@/data/redemption';
import { PictureWell } from '@/redemption/picture-well';
import { itemWords } from '@/redemption/purchase';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box, Heading } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowPress, RowSwitch } from '@/ui/row';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import { AtCounter } from '../at-counter';
import { StaffPage } from '../staff-page';

type SourceKind = (typeof SOURCE_KINDS)[number];

const SOURCES: readonly { value: SourceKind; words: string }[] = [
  { value: 'firm', words: '企业商户' },
  { value: 'person', words: '个人' },
  { value: 'team', words: '帮扶单位' },
  { value: 'collective', words: '集体经济' },
  { value: 'purchase', words: '采购' },
];
const QUANTITY_DIGITS = 6;
const SOURCE_LENGTH_MAX = 60;

const quantityError = (quantity: string) =>
  /^[1-9][0-9]*$/.test(quantity) ? undefined : '请填进了多少，要大于 0';
const sourceError = (name: string) => (name.trim() === '' ? '请填谁给的，或哪里买的' : undefined);

function ReceiveSheet(props: {
  branch: Branch;
  item: ShelfItem;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { branch, item, onClose, onDone } = props;
  const [quantity, setQuantity] = useState('');
  const [kind, setKind] = useState<SourceKind>('firm');
  const [source, setSource] = useState('');
  const [named, setNamed] = useState(true);
  const [shown, setShown] = useState(false);
  const { state, send, again } = useReceivingStock(branch.id, item.id);
  useDone(state, ({ stockAfter, batchCode }) =>
    onDone(`${itemWords(item)}入库好了，批次 ${batchCode}，现在有 ${stockAfter} ${item.unit}`),
  );
  const receive = () => {
    setShown(true);
    if (quantityError(quantity) ?? sourceError(source)) return;
    void send({
      branchId: branch.id,
      itemId: item.id,
      quantity: Number(quantity),
      sourceKind: kind,
      sourceName: source.trim(),
      isNamedInPublic: named,
    });
  };
  return (
    <Sheet title="入库" onClose={onClose}>
      <Heading level={3} className="h2">
        {itemWords(item)}
      </Heading>
      <Field
        label={`进了多少${item.unit}`}
        kind="digits"
        value={quantity}
        waits
        lengthMax={QUANTITY_DIGITS}
        error={shown ? quantityError(quantity) : undefined}
        onChange={setQuantity}
      />
      <Box className="b">哪里来的</Box>
      <Chips label="哪里来的" choices={SOURCES} value={kind} onChoose={setKind} />
      <Field
        label="谁给的"
        value={source}
        lengthMax={SOURCE_LENGTH_MAX}
        error={shown ? sourceError(source) : undefined}
        onChange={setSource}
        onEnter={receive}
      />
      <RowSwitch title="货架上写捐赠人" on={named} onTurn={setNamed} />
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={receive}>
        入库
      </Button>
    </Sheet>
  );
}

function Goods({ branch }: { branch: Branch }) {
  const shelf = useAsk(shelfQuery(branch.id));
  const [item, setItem] = useState<ShelfItem>();
  const [received, setReceived] = useState<string>();
  return (
    <Box className="sides">
      {received && <Strip tone="green">{received}</Strip>}
      <Answer of={shelf}>
        {({ items }) => (
          <Box className="across">
            <Card>
              {items.map((one) => (
                <RowPress
                  key={one.id}
                  lead={<PictureWell of={one.picture} size="s" />}
                  title={itemWords(one)}
                  sub={`货架上 ${one.stock} ${one.unit}`}
                  onPress={() => setItem(one)}
                />
              ))}
            </Card>
          </Box>
        )}
      </Answer>
      {item && (
        <ReceiveSheet
          branch={branch}
          item={item}
          onClose={() => setItem(undefined)}
          onDone={(words) => {
            setReceived(words);
            setItem(undefined);
          }}
        />
      )}
    </Box>
  );
}

/** 入库: what, how much, from whom. */
export default function ReceivePage() {
  return (
    <StaffPage title="入库" needs={['shelf.receive']}>
      {() => <AtCounter>{(branch) => <Goods key={branch.id} branch={branch} />}</AtCounter>}
    </StaffPage>
  );
}
