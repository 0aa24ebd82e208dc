import { useDidShow, useRouter } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Shell } from '@/ui/shell';
import { Strip } from '@/ui/strip';
import { takeText } from '../taken';
import { Viewfinder } from '../viewfinder';

/** A whole link may be pasted, not only the characters under a code. */
const TYPED_LENGTH_MAX = 300;

/** Takes texts from the camera: one opens a page, and the next ones are let pass until it is back. */
function useTaking(said: string | undefined, handedOver: string | undefined) {
  const [words, setWords] = useState(said === undefined ? undefined : decodeURIComponent(said));
  const left = useRef(false);
  useDidShow(() => {
    left.current = false;
  });
  const take = useCallback((text: string) => {
    // A camera goes on reading while the next page is on its way.
    if (left.current) return;
    const taken = takeText(text);
    left.current = taken.kind === 'opened';
    setWords(taken.kind === 'words' ? taken.words : undefined);
  }, []);
  useEffect(() => {
    if (handedOver !== undefined) take(handedOver);
  }, [handedOver, take]);
  return { words, take };
}

/** 扫码: camera, a photo, or the characters under the code. One of the three always works. */
export default function CameraPage() {
  // `q` is the link that WeChat's own scanner read, percent-encoded.
  const { words: said, q } = useRouter().params;
  const { words, take } = useTaking(said, q);
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
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
