import type { ElderCard, PersonCard } from '@bank/shared/contracts/community';
import type * as z from '@bank/shared/zod';
import { useCardRevocation, useElderCardPrint } from '@/data/community';
import { useDone } from '@/data/done';
import { useResidentCode, useStaffCode } from '@/data/posts';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Sheet } from '@/ui/sheet';
import { IssuedCode } from './issued-code';
import { PrintedSheet } from './printed-sheet';

interface About {
  person: Pick<PersonCard, 'id' | 'name'>;
  onClose: () => void;
}

/** 给一次性码: to a resident, or to somebody with a post. */
export function CodeSheet({ person, staff, onClose }: About & { staff: boolean }) {
  const resident = useResidentCode(person.id);
  const worker = useStaffCode(person.id);
  const { state, send, again } = staff ? worker : resident;
  return (
    <Sheet title="给一次性码" onClose={onClose}>
      {state.kind === 'done' ? (
        <IssuedCode issued={state.answer} />
      ) : (
        <>
          <Box>{`${person.name}用它设密码、登录。以前没用的码和旧密码都作废`}</Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() => void send({ personId: person.id })}
          >
            给一个码
          </Button>
        </>
      )}
    </Sheet>
  );
}

/** 办卡, or a new one for a lost one: the old card ends at once. */
export function CardSheet({ person, hasCard, onClose }: About & { hasCard: boolean }) {
  const { state, send, again } = useElderCardPrint(person.id);
  return (
    <Sheet title={hasCard ? '补办老人卡' : '办老人卡'} onClose={onClose}>
      {state.kind === 'done' ? (
        <PrintedSheet sheet={state.answer} />
      ) : (
        <>
          <Box>
            {hasCard
              ? `给${person.name}换一张新卡，旧卡马上作废。积分在存折里，不会少`
              : `给${person.name}打一张纸卡，拿卡到储蓄所就能兑换`}
          </Box>
          <ChangeWords state={state} again={again} />
          <Button
            block
            sending={state.kind === 'sending'}
            onPress={() => void send({ personIds: [person.id] })}
          >
            {hasCard ? '补办' : '办卡'}
          </Button>
        </>
      )}
    </Sheet>
  );
}

/** 卡丢了: it ends at once. */
export function RevokeSheet(props: { card: z.infer<typeof ElderCard>; onClose: () => void }) {
  const { card, onClose } = props;
  const { state, send, again } = useCardRevocation(card.id);
  useDone(state, onClose);
  return (
    <Sheet title="作废老人卡" onClose={onClose}>
      <Box>{`${card.personName}的这张卡马上不能用了。积分在存折里，不会少`}</Box>
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        onPress={() => void send({ cardId: card.id })}
      >
        作废这张卡
      </Button>
    </Sheet>
  );
}
