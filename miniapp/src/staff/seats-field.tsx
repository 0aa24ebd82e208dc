import { Field } from '@/ui/field';
import { CAPACITY_DIGITS } from './capacity';

/** 名额: figures, or nothing for no limit. */
export function SeatsField(props: {
  seats: string;
  error: string | undefined;
  onChange: (seats: string) => void;
}) {
  const { seats, error, onChange } = props;
  return (
    <Field
      label="名额"
      hint="不限就空着"
      kind="digits"
      value={seats}
      lengthMax={CAPACITY_DIGITS}
      error={error}
      onChange={onChange}
    />
  );
}
