import { useState } from 'react';
import type { ChangeState } from '@/data/change';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';

/** Why, from a list, before the key does it: nothing is chosen beforehand, for somebody reads it. */
export function ReasonWay<Reason extends string>(props: {
  /** 为什么退回, 为什么不办 */
  label: string;
  words: Readonly<Record<Reason, string>>;
  reasons: readonly Reason[];
  verb: string;
  look?: 'linered';
  change: { state: ChangeState<unknown>; again: () => void };
  onChoose: (reason: Reason) => void;
}) {
  const { label, words, reasons, verb, look, change, onChoose } = props;
  const [chosen, setChosen] = useState<Reason>();
  return (
    <>
      <Box className="b pads-top">{label}</Box>
      <Box className="reasons">
        <Chips<Reason | ''>
          label={label}
          choices={reasons.map((value) => ({ value, words: words[value] }))}
          value={chosen ?? ''}
          onChoose={(reason) => setChosen(reason === '' ? undefined : reason)}
        />
      </Box>
      <ChangeWords {...change} />
      <Button
        block
        look={look}
        sending={change.state.kind === 'sending'}
        offBecause={chosen === undefined ? '先选一个原因' : undefined}
        onPress={() => {
          if (chosen !== undefined) onChoose(chosen);
        }}
      >
        {verb}
      </Button>
    </>
  );
}
