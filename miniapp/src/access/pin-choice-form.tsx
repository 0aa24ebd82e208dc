import { usePinChoice } from '@/data/access';
import { CredentialForm } from './credential-form';
import { PHONE_FIELD, pinField } from './sign-in-fields';

const CODE_LENGTH_MIN = 6;
const CODE_LENGTH_MAX = 24;

const codeFault = (code: string) =>
  code.trim().length < CODE_LENGTH_MIN ? '请填工作人员给您的一次性码' : undefined;

const codeField = (given: string | undefined) => ({
  name: 'code' as const,
  label: '一次性码',
  hint: '工作人员给您的',
  lengthMax: CODE_LENGTH_MAX,
  given,
  fault: codeFault,
});

/** The first PIN, or a new one, with the one-time code from a clerk. */
export function PinChoiceForm(props: { given: string | undefined; onOpen: () => void }) {
  const { given, onOpen } = props;
  const change = usePinChoice(onOpen);
  return (
    <CredentialForm
      fields={[codeField(given), PHONE_FIELD, pinField('您自己定的密码')]}
      change={change}
      verb="设好密码，登录"
      onSend={({ code, phone, pin }) => void change.send({ code: code.trim(), phone, pin })}
    />
  );
}
