import type { BranchId, ReadStock } from '@bank/shared/contracts/redemption';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { stockQuery } from '@/data/counter';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { useCare } from '@/ui/care';
import { Box } from '@/ui/element';
import { Card } from '@/ui/section';
import { BranchChoice } from '../branch-choice';
import { mayDo } from '../duties';
import { RECEIVE_PAGE } from '../pages';
import { StaffPage } from '../staff-page';

type StockRow = OutputOf<typeof ReadStock>['rows'][number];

const COLUMNS = [
  { key: 'received', words: '进了' },
  { key: 'handed', words: '发了' },
  { key: 'held', words: '留着' },
  { key: 'lost', words: '损耗' },
  { key: 'free', words: '还有' },
] as const;

function Line({ row }: { row: StockRow }) {
  const care = useCare();
  return (
    <Box className="table__row">
      <Box className="table__name b">{`${row.name}（${row.unit}）`}</Box>
      {COLUMNS.map(({ key, words }) => (
        <Box
          key={key}
          className={`table__n ${key === 'free' ? 'b' : ''} ${key === 'lost' ? 'narrow-hide' : ''}`}
        >
          {care ? `${words} ${row[key]}` : row[key]}
        </Box>
      ))}
    </Box>
  );
}

function Rows({ rows }: { rows: readonly StockRow[] }) {
  if (rows.length === 0) {
    return <Blank icon="shop" title="还没有进过货" sub="第一次入库后，这里就有账" />;
  }
  return (
    <Card>
      <Box className="table__row table__row--head" silent>
        <Box className="table__name">货品</Box>
        {COLUMNS.map(({ key, words }) => (
          <Box key={key} className={key === 'lost' ? 'table__n narrow-hide' : 'table__n'}>
            {words}
          </Box>
        ))}
      </Box>
      {rows.map((row) => (
        <Line key={row.itemId} row={row} />
      ))}
    </Card>
  );
}

function Stock({ receives }: { receives: boolean }) {
  const [branchId, setBranchId] = useState<BranchId>();
  const asked = useAsk(stockQuery(branchId));
  return (
    <Answer of={asked}>
      {(stock) => (
        <>
          <BranchChoice {...stock} onChoose={setBranchId} />
          <Box className="sides">
            {receives && (
              <Box className="pads-bottom">
                <ButtonLink to={RECEIVE_PAGE} icon="plus">
                  入库
                </ButtonLink>
              </Box>
            )}
            <Rows rows={stock.rows} />
          </Box>
        </>
      )}
    </Answer>
  );
}

/** 库存账: what came, what went, what is set aside, what is free. */
export default function StockPage() {
  return (
    <StaffPage title="库存账" needs={['shelf.read-stock']}>
      {({ posts }) => <Stock receives={mayDo(posts, 'shelf.receive')} />}
    </StaffPage>
  );
}
