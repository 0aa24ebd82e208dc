import { STEP_MS } from '@bank/shared/codes';
import { useEffect, useMemo } from 'react';
import { raiseBrightness } from '@/device/brightness';
import { Bar } from '@/ui/bar';
import { Blank } from '@/ui/blank';
import { SixDigits } from '@/ui/code';
import { Box, Heading, Picture, Words } from '@/ui/element';
import { qrPicture } from '@/ui/qr-picture';
import type { Door } from './door';

function Code({ code, secondsLeft }: Extract<Door, { kind: 'code' }>) {
  const picture = useMemo(() => qrPicture(code.qrText), [code.qrText]);
  useEffect(() => raiseBrightness(), []);
  return (
    <>
      <Heading level={2} className="console__how">
        微信扫一扫签到
      </Heading>
      <Picture src={picture} className="console__qr" label="签到码" />
      <Box className="console__digits">
        <Box className="sub">扫不了，输六位数字</Box>
        <SixDigits digits={code.digits} label="签到数字" />
      </Box>
      <Box className="console__left">
        <Bar done={secondsLeft} of={STEP_MS / 1_000} tone="red" />
        <Box className="sub num">
          二维码 <Words className="b red">{`${secondsLeft} 秒`}</Words> 后换新，拍照转发没有用
        </Box>
      </Box>
    </>
  );
}

/** The left half: the code of this moment, or why there is none. */
export function CodePanel({ door }: { door: Door }) {
  return (
    <Box as="section" className="console__code" label="签到码">
      {door.kind === 'code' ? (
        <Code {...door} />
      ) : (
        <Blank icon="clock" title={door.title} sub={door.sub} />
      )}
    </Box>
  );
}
