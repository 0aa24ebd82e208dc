import { useEffect, useMemo } from 'react';
import { raiseBrightness } from '@/device/brightness';
import seal from './brand/seal.svg';
import { Box, Picture } from './element';
import { qrPicture } from './qr-picture';

export interface QrCardProps {
  /** What the camera reads. */
  text: string;
  /** What it is for, said by a screen reader: 我的码. */
  label: string;
  /** Side of the picture, px. */
  sidePx?: number | undefined;
  /** The seal in the middle: only on codes that do not change every few seconds. */
  sealed?: boolean | undefined;
}

/** Black on white in every theme, the screen at full light while it shows. */
export function QrCard({ text, label, sidePx = 220, sealed = false }: QrCardProps) {
  const picture = useMemo(() => qrPicture(text, sealed ? 'H' : 'M'), [text, sealed]);
  useEffect(() => raiseBrightness(), []);
  return (
    <Box className="qrcard">
      <Picture
        src={picture}
        className="qrcard__code"
        style={{ width: `${sidePx}px`, height: `${sidePx}px` }}
        label={label}
      />
      {sealed && (
        <Box className="qrcard__seal" silent>
          <Picture src={seal} className="seal" label="" />
        </Box>
      )}
    </Box>
  );
}

/** Six figures in two threes, read aloud one by one. */
export function SixDigits({ digits, label }: { digits: string; label: string }) {
  return (
    <Box className="code" role="img" label={`${label} ${[...digits].join(' ')}`}>
      {`${digits.slice(0, 3)} ${digits.slice(3)}`}
    </Box>
  );
}
