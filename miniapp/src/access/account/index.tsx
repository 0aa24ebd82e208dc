import { useState } from 'react';
import { useMe, useSignOut, useUnbinding } from '@/data/access';
import { useDone } from '@/data/done';
import { Answer } from '@/ui/answer';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { go, TABS } from '@/ui/go';
import { RowPress } from '@/ui/row';
import { Card } from '@/ui/section';
import { Sheet } from '@/ui/sheet';
import { Shell } from '@/ui/shell';

type Leaving = 'unbind' | 'here' | 'everywhere';

function SignOutSheet({ everywhere, onClose }: { everywhere: boolean; onClose: () => void }) {
  const { state, send, again } = useSignOut(() => go(TABS.home.path));
  const title = everywhere ? '所有手机都退出' : '退出登录';
  return (
    <Sheet title={title} onClose={onClose}>
      <Box className="sub">
        {everywhere
          ? '您登录过的手机和电脑都要重新登录。积分不会少'
          : '退出后，这部手机不再留着您家的存折。积分不会少'}
      </Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={() => void send({ everywhere })}>
        {title}
      </Button>
    </Sheet>
  );
}

function UnbindSheet({ onClose }: { onClose: () => void }) {
  const { state, send, again } = useUnbinding();
  useDone(state, () => go(TABS.home.path));
  return (
    <Sheet title="解除绑定" onClose={onClose}>
      <Box className="sub">
        解除后，这个账号看不到存折了。积分还在存折里，家里人照样能用。想再绑，找网格员要新的绑定码
      </Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={() => void send({})}>
        解除绑定
      </Button>
    </Sheet>
  );
}

/** 账号: leave this phone, leave all of them, or let go of the passbook. */
export default function AccountPage() {
  const me = useMe();
  const [leaving, setLeaving] = useState<Leaving>();
  const close = () => setLeaving(undefined);
  return (
    <Shell title="账号">
      <Answer of={me}>
        {({ person }) => (
          <Box className="pads">
            <Card>
              {person?.household && (
                <RowPress
                  icon={{ name: 'passbook', tone: 'plain' }}
                  title="解除绑定"
                  sub={`存折号 ${person.household.code}`}
                  onPress={() => setLeaving('unbind')}
                />
              )}
              <RowPress
                icon={{ name: 'phone', tone: 'plain' }}
                title="退出登录"
                sub="只退出这一部"
                onPress={() => setLeaving('here')}
              />
              <RowPress
                icon={{ name: 'shield', tone: 'plain' }}
                title="所有手机都退出"
                sub="手机丢了，先点这个"
                onPress={() => setLeaving('everywhere')}
              />
            </Card>
          </Box>
        )}
      </Answer>
      {leaving === 'unbind' && <UnbindSheet onClose={close} />}
      {(leaving === 'here' || leaving === 'everywhere') && (
        <SignOutSheet everywhere={leaving === 'everywhere'} onClose={close} />
      )}
    </Shell>
  );
}
