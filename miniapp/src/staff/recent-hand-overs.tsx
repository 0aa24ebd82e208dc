import { sayClock } from '@bank/shared/calendar';
import type { Order, REVERSAL_REASONS, ReadCounter } from '@bank/shared/contracts/redemption';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { useReversing } from '@/data/counter';
import { useDone } from '@/data/done';
import { goodsWords } from '@/redemption/order-words';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Row } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Tag } from '@/ui/tag';

type Recent = OutputOf<typeof ReadCounter>['recent'];
type Reason = (typeof REVERSAL_REASONS)[number];

const REASONS: readonly { value: Reason; words: string }[] = [
  { value: 'wrong-goods', words: '拿错了货' },
  { value: 'wrong-household', words: '给错了人家' },
  { value: 'damaged', words: '货是坏的' },
  { value: 'not-taken', words: '人没拿走' },
];

/** 发错了: a reason from the list, then goods and points both go back. */
function ReversalSheet({ order, onClose }: { order: Order; onClose: () => void }) {
  const [reason, setReason] = useState<Reason>();
  const { state, send, again } = useReversing(order.id);
  useDone(state, onClose);
  return (
    <Sheet title="发错了" onClose={onClose}>
      <Box>{`${goodsWords(order)}：货回货架，${order.points} 分退回存折`}</Box>
      <Chips
        label="哪里错了"
        choices={REASONS}
        value={reason ?? ('' as Reason)}
        onChoose={setReason}
      />
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        offBecause={reason === undefined ? '先选哪里错了' : undefined}
        onPress={() => {
          if (reason) void send({ orderId: order.id, reason });
        }}
      >
        退回这一单
      </Button>
    </Sheet>
  );
}

/** What left the counter today, newest first. */
export function RecentHandOvers({ recent }: { recent: Recent }) {
  const [wrong, setWrong] = useState<Order>();
  if (recent.length === 0) return null;
  return (
    <Section title="今天发出的">
      <Card>
        {recent.map(({ order, householderName, canReverse }) => (
          <Row
            key={order.id}
            title={goodsWords(order)}
            sub={`${householderName} 家 · ${sayClock(order.endedAtMs ?? order.reservedAtMs)}`}
            below={order.state === 'reversed' ? <Tag>发错，已退回</Tag> : undefined}
            end={
              canReverse ? (
                <Button look="line" small onPress={() => setWrong(order)}>
                  发错了
                </Button>
              ) : undefined
            }
          />
        ))}
      </Card>
      {wrong && <ReversalSheet order={wrong} onClose={() => setWrong(undefined)} />}
    </Section>
  );
}
