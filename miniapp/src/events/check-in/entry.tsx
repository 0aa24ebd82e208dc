import { parseScanned } from '@bank/shared/codes';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Card } from '@/ui/section';

/** Six figures with the gap people put in the middle. */
const TYPED_LENGTH_MAX = 7;

/** The two ways in: scan the screen, or type the six figures that stand on it. */
export function Entry(props: {
  verb: '签到' | '签退';
  error: string | undefined;
  onScan: () => void;
  onDigits: (digits: string) => void;
}) {
  const { verb, onScan, onDigits } = props;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  // What the bank said holds until somebody types.
  const [isOld, setOld] = useState(false);
  const type = (text: string) => {
    setTyped(text);
    setWrong(undefined);
    setOld(true);
  };
  const use = () => {
    const scanned = parseScanned(typed);
    setOld(false);
    if (scanned.kind === 'six-digits') onDigits(scanned.digits);
    else setWrong('要六位数字，就在屏幕上码的旁边');
  };
  return (
    <Box className="pads">
      <Card padded>
        <Box className="h2">扫屏幕上的码</Box>
        <Box className="sub pads-bottom">{`对准现场屏幕上的码，就${verb}了`}</Box>
        <Button block icon="scan" onPress={onScan}>
          扫码
        </Button>
      </Card>
      <Box className="pads-top">
        <Field
          label="扫不上，就输屏幕上的六位数字"
          kind="digits"
          value={typed}
          lengthMax={TYPED_LENGTH_MAX}
          error={wrong ?? (isOld ? undefined : props.error)}
          onChange={type}
          onEnter={use}
        />
        <Button look="line" block onPress={use}>
          {verb}
        </Button>
      </Box>
      <Box className="sub pads-y">没有手机也能签，找现场的工作人员就好</Box>
    </Box>
  );
}
