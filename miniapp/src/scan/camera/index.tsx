import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Shell } from '@/ui/shell';
import { Strip } from '@/ui/strip';
import { takeText } from '../taken';
import { Viewfinder } from '../viewfinder';

/** Longer than any code that is typed by hand, with its dashes and spaces. */
const TYPED_LENGTH_MAX = 40;

function wordsFrom(params: Partial<Record<string, string>>): string | undefined {
  return params.words === undefined ? undefined : decodeURIComponent(params.words);
}

/** 扫码: camera, a photo, or the characters under the code. One of the three always works. */
export default function CameraPage() {
  const [words, setWords] = useState(wordsFrom(useRouter().params));
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  const take = (text: string) => {
    const taken = takeText(text);
    setWords(taken.kind === 'words' ? taken.words : undefined);
  };
  const takeTyped = () => {
    const taken = typed.trim() === '' ? undefined : takeText(typed);
    if (!taken) setError('请先输入码上的字');
    else setError(taken.kind === 'words' ? taken.words : undefined);
  };
  return (
    <Shell title="扫码">
      {words && (
        <Strip tone="ochre" icon="info">
          {words}
        </Strip>
      )}
      <Box className="pads">
        <Viewfinder onText={take} />
        <Field
          label="扫不上，就输码上的字"
          hint="六位数字，或者十个字"
          value={typed}
          lengthMax={TYPED_LENGTH_MAX}
          error={error}
          onChange={(text) => {
            setTyped(text);
            setError(undefined);
          }}
          onEnter={takeTyped}
        />
        <Button look="line" block onPress={takeTyped}>
          用这个码
        </Button>
      </Box>
    </Shell>
  );
}
