import { Box, Press, Words } from './element';

export interface Choice<Value extends string> {
  value: Value;
  words: string;
}

interface ChoiceProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
}

/** Two to four fixed views of one page. */
export function Seg<Value extends string>(props: ChoiceProps<Value>) {
  const { label, choices, value, onChoose } = props;
  return (
    <Box className="seg" role="tablist" label={label}>
      {choices.map((choice) => (
        <Press
          key={choice.value}
          className={choice.value === value ? 'seg__i seg__i--on' : 'seg__i'}
          role="tab"
          on={choice.value === value}
          onPress={() => onChoose(choice.value)}
        >
          <Words>{choice.words}</Words>
        </Press>
      ))}
    </Box>
  );
}

/** Filters in one line that scrolls sideways; in care mode they wrap. */
export function Chips<Value extends string>(props: ChoiceProps<Value>) {
  const { label, choices, value, onChoose } = props;
  return (
    <Box className="chips" role="radiogroup" label={label}>
      {choices.map((choice) => (
        <Press
          key={choice.value}
          className={choice.value === value ? 'chip chip--on' : 'chip'}
          role="radio"
          on={choice.value === value}
          onPress={() => onChoose(choice.value)}
        >
          <Words>{choice.words}</Words>
        </Press>
      ))}
    </Box>
  );
}
