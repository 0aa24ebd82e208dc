import type { Day } from '@bank/shared/calendar';
import { Chips } from './choice';
import { Box } from './element';
import { Field } from './field';
import { nearDays, type TimeErrors, type TypedTime } from './time-words';

const DAY_LENGTH_MAX = 12;
const CLOCK_LENGTH_MAX = 6;

/** One day and two times: near days by a tap, others typed. */
export function TimeFields(props: {
  typed: TypedTime;
  today: Day;
  side: 'ahead' | 'behind';
  errors: TimeErrors;
  onChange: (typed: TypedTime) => void;
}) {
  const { typed, today, side, errors, onChange } = props;
  return (
    <>
      <Field
        label="哪一天"
        hint="2026-03-17"
        value={typed.day}
        lengthMax={DAY_LENGTH_MAX}
        error={errors.day}
        onChange={(day) => onChange({ ...typed, day })}
      />
      <Chips
        label="近几天"
        choices={nearDays(today, side)}
        value={typed.day}
        onChoose={(day) => onChange({ ...typed, day })}
      />
      <Box className="halves">
        <Field
          label="几点开始"
          hint="9:00"
          value={typed.from}
          lengthMax={CLOCK_LENGTH_MAX}
          error={errors.from}
          onChange={(from) => onChange({ ...typed, from })}
        />
        <Field
          label="几点结束"
          hint="11:00"
          value={typed.until}
          lengthMax={CLOCK_LENGTH_MAX}
          error={errors.until}
          onChange={(until) => onChange({ ...typed, until })}
        />
      </Box>
    </>
  );
}
