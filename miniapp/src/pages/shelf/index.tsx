import type { Branch, BranchId, ReadShelf, ShelfItem } from '@bank/shared/contracts/redemption';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { passbookQuery } from '@/data/passbook';
import { useAsk } from '@/data/query-client';
import { shelfQuery } from '@/data/redemption';
import { goodsPictures } from '@/redemption/goods-pictures';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/choice';
import { Box, Words } from '@/ui/element';
import { goodsPage } from '@/ui/go';
import { Goods, GoodsCard } from '@/ui/goods-card';
import { Icon } from '@/ui/icon';
import { sayPoints } from '@/ui/points';
import { RowPress } from '@/ui/row';
import { Sheet } from '@/ui/sheet';
import { Shell } from '@/ui/shell';

type Shelf = OutputOf<typeof ReadShelf>;

const ALL = '全部';
const AFFORDABLE = '我够兑';

interface Branches {
  branches: readonly Branch[];
  onChoose: (branchId: BranchId) => void;
}

/** 换一处: the other branches, one tap each. */
function OtherBranch({ branch, branches, onChoose }: Branches & { branch: Branch }) {
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Button look="text" small onPress={() => setChoosing(true)}>
        换一处
      </Button>
      {choosing && (
        <Sheet title="去哪一处看" onClose={() => setChoosing(false)}>
          {branches.map((other) => (
            <RowPress
              key={other.id}
              title={other.name}
              sub={other.address}
              end={other.id === branch.id ? '现在看的' : undefined}
              onPress={() => {
                onChoose(other.id);
                setChoosing(false);
              }}
            />
          ))}
        </Sheet>
      )}
    </>
  );
}

function BranchCard(props: Branches & { branch: Branch; have: number | undefined }) {
  const { branch, branches, have } = props;
  return (
    <Box as="section" className="card branch" label={branch.name}>
      <Box className="row__icon i-red" silent>
        <Icon name="bank" tone="red" />
      </Box>
      <Box className="grow">
        <Box className="b">{branch.name}</Box>
        <Box className="sub num">
          {[branch.openDays, branch.address].filter(Boolean).join(' · ')}
        </Box>
        {branches.length > 1 && <OtherBranch {...props} />}
      </Box>
      {have !== undefined && (
        <Box className="branch__have">
          <Box className="cap">可以兑换</Box>
          <Box>
            <Words className="num b branch__num">{sayPoints(have)}</Words>
            <Words className="sub"> 分</Words>
          </Box>
        </Box>
      )}
    </Box>
  );
}

function chosenItems(items: readonly ShelfItem[], choice: string, have: number | undefined) {
  if (choice === ALL) return items;
  if (choice === AFFORDABLE)
    return items.filter(({ price }) => have !== undefined && price <= have);
  return items.filter(({ category }) => category === choice);
}

function Items(props: {
  items: readonly ShelfItem[];
  branch: Branch | null;
  have: number | undefined;
}) {
  const { items, branch, have } = props;
  if (items.length === 0) {
    return <Blank icon="shop" title="货架正在补" sub="换一类看看，或者过两天再来" />;
  }
  return (
    <Goods>
      {items.map((item) => (
        <GoodsCard
          key={item.id}
          to={branch ? goodsPage(branch.id, item.id) : undefined}
          name={`${item.name} ${item.specification}`.trim()}
          points={item.price}
          left={item.stock}
          unit={item.unit}
          donor={item.donor === null ? undefined : `${item.donor} 捐`}
          picture={goodsPictures[item.picture]}
          pointsShort={have === undefined ? 0 : Math.max(0, item.price - have)}
        />
      ))}
    </Goods>
  );
}

function ShelfView(props: {
  shelf: Shelf;
  have: number | undefined;
  onChoose: Branches['onChoose'];
}) {
  const { shelf, have, onChoose } = props;
  const [choice, setChoice] = useState(ALL);
  const names = [ALL, ...shelf.categories, ...(have === undefined ? [] : [AFFORDABLE])];
  return (
    <>
      {shelf.branch && (
        <BranchCard
          branch={shelf.branch}
          branches={shelf.branches}
          have={have}
          onChoose={onChoose}
        />
      )}
      <Chips
        label="看哪一类"
        choices={names.map((name) => ({ value: name, words: name }))}
        value={choice}
        onChoose={setChoice}
      />
      <Box className="sides">
        <Items items={chosenItems(shelf.items, choice, have)} branch={shelf.branch} have={have} />
      </Box>
    </>
  );
}

/** 储蓄所: what points can be turned into at the reader's own branch. */
export default function ShelfPage() {
  const [branchId, setBranchId] = useState<BranchId>();
  const shelf = useAsk(shelfQuery(branchId));
  const passbook = useAsk(passbookQuery());
  return (
    <Shell title="储蓄所" tab="shelf">
      <Answer
        of={shelf}
        empty={{
          when: ({ branch }) => branch === null,
          face: <Blank icon="shop" title="储蓄所还没开张" sub="开张了，货架会写在这里" />,
        }}
      >
        {(answer) => (
          <ShelfView
            key={answer.branch?.id}
            shelf={answer}
            have={passbook.data?.available}
            onChoose={setBranchId}
          />
        )}
      </Answer>
      <Box className="tail" />
    </Shell>
  );
}
