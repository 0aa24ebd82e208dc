import { useEffect, useRef } from 'react';
import { onFigureKeys } from '@/device/keyboard';
import { Box, Press, Words } from '@/ui/element';

export const DIGITS = 6;
const FIGURES = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** The six figures typed so far. */
export function SixBoxes({ digits }: { digits: string }) {
  const said = digits === '' ? '还没有输' : [...digits].join(' ');
  return (
    <Box className="boxes" role="img" label={`取货码：${said}`}>
      {Array.from({ length: DIGITS }, (_, at) => at).map((at) => (
        <Box key={at} className="boxes__i">
          {digits.charAt(at)}
        </Box>
      ))}
    </Box>
  );
}

/** Keys large enough for a standing clerk; a real keyboard works beside them. */
export function Keypad(props: {
  digits: string;
  off: boolean;
  onChange: (digits: string) => void;
}) {
  const { digits, off, onChange } = props;
  const type = (figure: string) => {
    if (!off && digits.length < DIGITS) onChange(digits + figure);
  };
  const back = () => onChange(digits.slice(0, -1));
  const pressed = useRef<(key: string) => void>(() => undefined);
  pressed.current = (key) => (key === 'Backspace' ? back() : type(key));
  useEffect(() => onFigureKeys((key) => pressed.current(key)), []);
  const key = (words: string, press: () => void, kind = '') => (
    <Press
      key={words}
      className={`keys__i ${kind} ${off ? 'keys__i--off' : ''}`}
      off={off}
      onPress={press}
    >
      <Words>{words}</Words>
    </Press>
  );
  return (
    <Box className="keys" role="group" label="数字键">
      {FIGURES.map((figure) => key(figure, () => type(figure)))}
      {key('清空', () => onChange(''), 'keys__i--word')}
      {key('0', () => type('0'))}
      {key('退一位', back, 'keys__i--word')}
    </Box>
  );
}
