import { Box, Press } from './element';
import { Icon } from './icon';

/** How many: one less, one more, between two ends. */
export function Quantity(props: {
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const { value, min, max, onChange } = props;
  const step = (by: number, words: string, off: boolean) => (
    <Press
      className={off ? 'qty__b qty__b--off' : 'qty__b'}
      label={words}
      off={off}
      onPress={() => onChange(value + by)}
    >
      <Icon name={by < 0 ? 'minus' : 'plus'} tone={off ? 'ink-3' : 'ink'} />
    </Press>
  );
  return (
    <Box className="qty" role="group" label="数量">
      {step(-1, '少一件', value <= min)}
      <Box className="qty__n" role="status">
        {value}
      </Box>
      {step(1, '多一件', value >= max)}
    </Box>
  );
}
