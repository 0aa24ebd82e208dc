import type { PersonId } from '@bank/shared/ids';
import { useState } from 'react';
import { usePinSignIn } from '@/data/access';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { PHONE_LENGTH_MAX, PIN_LENGTH, phoneError, pinError } from './sign-in-fields';

/** Phone and PIN; when several people share both, 您是哪一位. */
export function PinSignInForm({ onOpen }: { onOpen: () => void }) {
  const { state, send, again, choices } = usePinSignIn(onOpen);
  const [phone, setPhone] = useState('');
  const [pin, setPin] = useState('');
  const [shown, setShown] = useState(false);
  const wrong = phoneError(phone) ?? pinError(pin);
  const signIn = (personId?: PersonId) => {
    setShown(true);
    if (wrong === undefined) void send({ phone, pin, ...(personId && { personId }) });
  };
  if (choices.length > 0) {
    return (
      <Section title="您是哪一位">
        <Card>
          {choices.map(({ personId, maskedName }) => (
            <RowPress key={personId} title={maskedName} onPress={() => signIn(personId)} />
          ))}
        </Card>
      </Section>
    );
  }
  return (
    <Box>
      <Field
        label="手机号"
        kind="phone"
        value={phone}
        lengthMax={PHONE_LENGTH_MAX}
        error={shown ? phoneError(phone) : undefined}
        onChange={setPhone}
      />
      <Field
        label="密码"
        hint="6 位数字"
        kind="password"
        value={pin}
        lengthMax={PIN_LENGTH}
        error={shown ? pinError(pin) : undefined}
        onChange={setPin}
        onEnter={() => signIn()}
      />
      <ChangeWords state={state} again={again} />
      <Box className="pads-y">
        <Button
          block
          sending={state.kind === 'sending'}
          sendingWords="正在登录…"
          onPress={() => signIn()}
        >
          登录
        </Button>
      </Box>
    </Box>
  );
}
