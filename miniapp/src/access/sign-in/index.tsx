import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { demoDoorsQuery, useDemoSignIn } from '@/data/access';
import { useAsk } from '@/data/query-client';
import { goOn } from '@/scan/held-scan';
import { ChangeWords } from '@/ui/change-words';
import { Seg } from '@/ui/choice';
import { Box } from '@/ui/element';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { PinChoiceForm } from '../pin-choice-form';
import { PinSignInForm } from '../pin-sign-in-form';
import { WeChatDoor } from '../wechat-door';

const WAYS = [
  { value: 'pin', words: '用密码' },
  { value: 'first', words: '第一次来' },
] as const;

/** Doors into a demonstration. A real bank has none, and then there is nothing to see here. */
function DemoDoors() {
  const asked = useAsk(demoDoorsQuery());
  const { state, send, again } = useDemoSignIn(goOn);
  const doors = asked.data?.doors ?? [];
  if (doors.length === 0) return null;
  return (
    <Section title="演示：换一位看看">
      <ChangeWords state={state} again={again} />
      <Card>
        {doors.map((door) => (
          <RowPress
            key={door.personId}
            icon={{ name: 'people', tone: 'indigo' }}
            title={`${door.title} ${door.name}`}
            sub={door.note}
            onPress={() => void send({ personId: door.personId })}
          />
        ))}
      </Card>
    </Section>
  );
}

/** 登录: by WeChat where there is one, else by phone and PIN; a person can always go back unseen. */
export default function SignInPage() {
  // The first admin of a new county comes by a link that carries the code.
  const { code } = useRouter().params;
  const [way, setWay] = useState<'pin' | 'first'>(code === undefined ? 'pin' : 'first');
  return (
    <Shell title="登录">
      <Box className="pads">
        <WeChatDoor onOpen={goOn} />
        <Seg label="怎么登录" choices={WAYS} value={way} onChoose={setWay} />
        {way === 'pin' ? (
          <PinSignInForm onOpen={goOn} />
        ) : (
          <PinChoiceForm given={code} onOpen={goOn} />
        )}
        <Box className="sub">忘了密码，或没有一次性码，请找您的网格员，或到社区服务台</Box>
      </Box>
      <DemoDoors />
      <Box className="tail" />
    </Shell>
  );
}
