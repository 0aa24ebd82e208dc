import { useState } from 'react';
import { usePinChoice } from '@/data/access';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { PHONE_LENGTH_MAX, PIN_LENGTH, phoneError, pinError } from './sign-in-fields';

const CODE_LENGTH_MIN = 6;
const CODE_LENGTH_MAX = 24;

const codeError = (code: string) =>
  code.trim().length < CODE_LENGTH_MIN ? '请填工作人员给您的一次性码' : undefined;

/** The first PIN, or a new one, with the one-time code from a clerk. */
export function PinChoiceForm(props: { given: string | undefined; onOpen: () => void }) {
  const { given, onOpen } = props;
  const { state, send, again } = usePinChoice(onOpen);
  const [code, setCode] = useState(given ?? '');
  const [phone, setPhone] = useState('');
  const [pin, setPin] = useState('');
  const [shown, setShown] = useState(false);
  const wrong = codeError(code) ?? phoneError(phone) ?? pinError(pin);
  const choose = () => {
    setShown(true);
    if (wrong === undefined) void send({ code: code.trim(), phone, pin });
  };
  return (
    <Box>
      <Field
        label="一次性码"
        hint="工作人员给您的"
        value={code}
        lengthMax={CODE_LENGTH_MAX}
        error={shown ? codeError(code) : undefined}
        onChange={setCode}
      />
      <Field
        label="手机号"
        kind="phone"
        value={phone}
        lengthMax={PHONE_LENGTH_MAX}
        error={shown ? phoneError(phone) : undefined}
        onChange={setPhone}
      />
      <Field
        label="您自己定的密码"
        hint="6 位数字"
        kind="password"
        value={pin}
        lengthMax={PIN_LENGTH}
        error={shown ? pinError(pin) : undefined}
        onChange={setPin}
        onEnter={choose}
      />
      <ChangeWords state={state} again={again} />
      <Box className="pads-y">
        <Button block sending={state.kind === 'sending'} onPress={choose}>
          设好密码，登录
        </Button>
      </Box>
    </Box>
  );
}
