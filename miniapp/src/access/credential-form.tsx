import { useState } from 'react';
import type { ChangeState } from '@/data/change';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box } from '@/ui/element';
import type { TextInputProps } from '@/ui/element-props';
import { Field } from '@/ui/field';

/** One thing that is asked of somebody who wants in. */
export interface CredentialField<Name extends string>
  extends Pick<TextInputProps, 'label' | 'hint' | 'kind'> {
  readonly name: Name;
  readonly lengthMax: number;
  /** What was brought along, by a link or a scan. */
  readonly given?: string | undefined;
  /** What is wrong with it as typed so far, in words. */
  readonly fault: (text: string) => string | undefined;
}

/** Fields one after the other and the key below them: nothing goes out while a field is wrong. */
export function CredentialForm<Name extends string>(props: {
  fields: readonly CredentialField<Name>[];
  change: { state: ChangeState<unknown>; again: () => void };
  verb: string;
  sendingWords?: string;
  onSend: (texts: Record<Name, string>) => void;
}) {
  const { fields, change, verb, sendingWords, onSend } = props;
  const [texts, setTexts] = useState(
    () =>
      Object.fromEntries(fields.map(({ name, given = '' }) => [name, given])) as Record<
        Name,
        string
      >,
  );
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (fields.every(({ name, fault }) => fault(texts[name]) === undefined)) onSend(texts);
  };
  return (
    <Box>
      {fields.map(({ name, fault, given: _, ...input }, at) => (
        <Field
          key={name}
          {...input}
          value={texts[name]}
          error={tried ? fault(texts[name]) : undefined}
          onChange={(text) => setTexts({ ...texts, [name]: text })}
          onEnter={at === fields.length - 1 ? send : undefined}
        />
      ))}
      <ChangeWords {...change} />
      <Box className="pads-y">
        <Button
          block
          sending={change.state.kind === 'sending'}
          sendingWords={sendingWords}
          onPress={send}
        >
          {verb}
        </Button>
      </Box>
    </Box>
  );
}
