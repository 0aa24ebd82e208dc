import { useState } from 'react';
import { usePinSignIn } from '@/data/access';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { CredentialForm } from './credential-form';
import { PHONE_FIELD, pinField } from './sign-in-fields';

/** Phone and PIN; when several people share both, 您是哪一位. */
export function PinSignInForm({ onOpen }: { onOpen: () => void }) {
  const { choices, ...change } = usePinSignIn(onOpen);
  const [typed, setTyped] = useState<Record<'phone' | 'pin', string>>();
  if (typed && choices.length > 0) {
    return (
      <Section title="您是哪一位">
        <Card>
          {choices.map(({ personId, maskedName }) => (
            <RowPress
              key={personId}
              title={maskedName}
              onPress={() => void change.send({ ...typed, personId })}
            />
          ))}
        </Card>
      </Section>
    );
  }
  return (
    <CredentialForm
      // Back from the question who it is, with a no: what was typed is still there.
      fields={[
        { ...PHONE_FIELD, given: typed?.phone },
        { ...pinField('密码'), given: typed?.pin },
      ]}
      change={change}
      verb="登录"
      sendingWords="正在登录…"
      onSend={(texts) => {
        setTyped(texts);
        void change.send(texts);
      }}
    />
  );
}
