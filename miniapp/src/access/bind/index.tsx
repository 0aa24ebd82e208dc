import { bindCodeFrom } from '@bank/shared/codes';
import { useRouter } from '@tarojs/taro';
import { useBinding } from '@/data/access';
import { useDone } from '@/data/done';
import { goOn } from '@/scan/held-scan';
import { Box } from '@/ui/element';
import { Shell } from '@/ui/shell';
import { CredentialForm } from '../credential-form';

const CODE_LENGTH_MAX = 40;
const NAME_LENGTH_MAX = 40;

const codeField = (given: string | undefined) => ({
  name: 'code' as const,
  label: '绑定码',
  hint: '纸上的十个字',
  lengthMax: CODE_LENGTH_MAX,
  given,
  fault: (code: string) =>
    bindCodeFrom(code) === undefined ? '绑定码对不上，请照着纸上的十个字再看一遍' : undefined,
});
const NAME_FIELD = {
  name: 'name' as const,
  label: '您的姓名',
  lengthMax: NAME_LENGTH_MAX,
  fault: (name: string) => (name.trim() === '' ? '请填您的姓名，要和户口本一样' : undefined),
};

/** 绑定存折: the code on paper and one's own name. */
export default function BindPage() {
  const change = useBinding();
  const { code: given } = useRouter().params;
  useDone(change.state, goOn);
  return (
    <Shell title="绑定存折">
      <Box className="pads">
        <CredentialForm
          fields={[codeField(given), NAME_FIELD]}
          change={change}
          verb="绑定"
          onSend={({ code, name }) =>
            void change.send({ code: bindCodeFrom(code) ?? code, name: name.trim() })
          }
        />
        <Box className="sub">没有绑定码，请找您的网格员</Box>
      </Box>
    </Shell>
  );
}
