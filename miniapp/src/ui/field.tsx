import { Box, TextInput, Words } from './element';
import type { TextInputProps } from './element-props';
import { Icon } from './icon';

export interface FieldProps extends Omit<TextInputProps, 'className' | 'invalid'> {
  /** What is wrong, in words; a red border repeats it. */
  error?: string | undefined;
}

/** A question with its answer line. */
export function Field({ error, ...input }: FieldProps) {
  const shape = input.lines === 'many' ? 'input input--area' : 'input';
  return (
    <Box className="field">
      <Box className="field__l" silent>
        {input.label}
      </Box>
      <TextInput
        {...input}
        invalid={error !== undefined}
        className={error === undefined ? shape : `${shape} input--err`}
      />
      {error !== undefined && (
        <Box className="field__err" role="alert">
          <Icon name="warning" tone="red" size="s" />
          <Words>{error}</Words>
        </Box>
      )}
    </Box>
  );
}
