import { useState } from 'react';
import { useWeChatSignIn } from '@/data/access';
import { weChatCode } from '@/device/login';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Strip } from '@/ui/strip';

/** Signs in with the WeChat account that holds the phone: one tap, nothing to type. */
export function WeChatDoor({ onOpen }: { onOpen: () => void }) {
  const { state, send } = useWeChatSignIn(onOpen);
  const [noCode, setNoCode] = useState(false);
  // WeChat's code is good once: another try takes a new one.
  const signIn = () => {
    void weChatCode()
      .catch(() => undefined)
      .then((code) => {
        setNoCode(code === undefined);
        if (code !== undefined) return send({ code });
        return undefined;
      });
  };
  return (
    <Box className="pads-bottom">
      {noCode && <Strip tone="red">微信没有回应，请再点一次</Strip>}
      <ChangeWords state={state} again={signIn} />
      <Button block sending={state.kind === 'sending'} sendingWords="正在登录…" onPress={signIn}>
        微信登录
      </Button>
    </Box>
  );
}
