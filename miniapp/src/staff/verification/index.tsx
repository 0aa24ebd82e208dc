import { sayMoment } from '@bank/shared/calendar';
import { verificationQuery } from '@/data/ledger';
import { useAsk } from '@/data/query-client';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Facts } from '@/ui/facts';
import { sayPoints } from '@/ui/points';
import { Card } from '@/ui/section';
import { Stamp } from '@/ui/stamp';
import { Strip } from '@/ui/strip';
import { StaffPage } from '../staff-page';

const HASH_SHOWN = 16;

function Verification() {
  const asked = useAsk(verificationQuery());
  return (
    <Box className="pads form">
      <Answer of={asked}>
        {(found) => (
          <Card padded>
            <Box className="once">
              <Stamp tone={found.isSound ? 'green' : 'red'}>
                {found.isSound ? '账对' : '账不对'}
              </Stamp>
              <Box className="pads-top">{found.summary}</Box>
            </Box>
            {found.firstFault !== null && <Strip tone="red">{found.firstFault}</Strip>}
            <Facts
              of={[
                { words: '流水', value: `${sayPoints(found.transferCount)} 笔` },
                { words: '账户', value: `${sayPoints(found.accountCount)} 个` },
                { words: '最后一笔', value: found.lastHash.slice(0, HASH_SHOWN) },
                { words: '查账时间', value: sayMoment(found.atMs) },
                { words: '用了', value: `${sayPoints(found.tookMs)} 毫秒` },
              ]}
            />
          </Card>
        )}
      </Answer>
      <Box className="pads-top">
        <Button
          block
          sending={asked.isFetching}
          sendingWords="正在一笔一笔算…"
          onPress={() => void asked.refetch()}
        >
          再查一次
        </Button>
      </Box>
    </Box>
  );
}

/** 查账: from the first line to the last, done anew each time. */
export default function VerificationPage() {
  return (
    <StaffPage title="查账" needs={['book.verify']}>
      {() => <Verification />}
    </StaffPage>
  );
}
