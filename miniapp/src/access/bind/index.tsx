import { bindCodeFrom } from '@bank/shared/codes';
import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useBinding } from '@/data/access';
import { goOn } from '@/scan/held-scan';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Shell } from '@/ui/shell';

const CODE_LENGTH_MAX = 40;
const NAME_LENGTH_MAX = 40;

const codeError = (code: string) =>
  bindCodeFrom(code) === undefined ? '绑定码对不上，请照着纸上的十个字再看一遍' : undefined;
const nameError = (name: string) =>
  name.trim() === '' ? '请填您的姓名，要和户口本一样' : undefined;

/** 绑定存折: the code on paper and one's own name. */
export default function BindPage() {
  const { state, send, again } = useBinding();
  const [code, setCode] = useState(useRouter().params.code ?? '');
  const [name, setName] = useState('');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (state.kind === 'done') goOn();
  }, [state.kind]);
  const bind = () => {
    setShown(true);
    const exact = bindCodeFrom(code);
    if (exact !== undefined && name.trim() !== '') void send({ code: exact, name: name.trim() });
  };
  return (
    <Shell title="绑定存折">
      <Box className="pads">
        <Field
          label="绑定码"
          hint="纸上的十个字"
          value={code}
          lengthMax={CODE_LENGTH_MAX}
          error={shown ? codeError(code) : undefined}
          onChange={setCode}
        />
        <Field
          label="您的姓名"
          value={name}
          lengthMax={NAME_LENGTH_MAX}
          error={shown ? nameError(name) : undefined}
          onChange={setName}
          onEnter={bind}
        />
        <ChangeWords state={state} again={again} />
        <Box className="pads-y">
          <Button block sending={state.kind === 'sending'} onPress={bind}>
            绑定
          </Button>
        </Box>
        <Box className="sub">没有绑定码，请找您的网格员</Box>
      </Box>
    </Shell>
  );
}
