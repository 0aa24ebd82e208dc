import type { PersonCard } from '@bank/shared/contracts/community';
import { useState } from 'react';
import { usePersonMend } from '@/data/community';
import { useDone } from '@/data/done';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Field } from '@/ui/field';
import { RowSwitch } from '@/ui/row';
import { Sheet } from '@/ui/sheet';

const NAME_LENGTH_MAX = 40;
const RELATION_LENGTH_MAX = 20;
const PHONE_LENGTH_MAX = 13;
const PHONE = /^[0-9]{3,4}-?[0-9]{7,8}$/;

/**
 * 改一个人的登记. The number on the roster is not shown here, so an empty field keeps it: the clerk
 * types a new one, or says that there is none.
 */
export function PersonMend({ person, onClose }: { person: PersonCard; onClose: () => void }) {
  const [name, setName] = useState(person.name);
  const [relation, setRelation] = useState(person.relation);
  const [phone, setPhone] = useState('');
  const [hasNone, setHasNone] = useState(!person.hasPhone);
  const [shown, setShown] = useState(false);
  const { state, send, again } = usePersonMend(person.id);
  useDone(state, onClose);
  const number = phone.trim();
  const keeps = number === '' && person.hasPhone;
  const phoneError =
    hasNone || keeps || PHONE.test(number) ? undefined : '请把电话填全，没有电话就打开下面的开关';
  const nameError = name.trim() === '' ? '请填姓名' : undefined;
  const relationError = relation.trim() === '' ? '请填和户主的关系' : undefined;
  const mend = () => {
    setShown(true);
    if (nameError ?? relationError ?? phoneError) return;
    void send({
      personId: person.id,
      name: name.trim(),
      relation: relation.trim(),
      ...(hasNone ? { phone: null } : number !== '' && { phone: number }),
    });
  };
  return (
    <Sheet title={`改${person.name}的登记`} onClose={onClose}>
      <Field
        label="姓名"
        value={name}
        lengthMax={NAME_LENGTH_MAX}
        error={shown ? nameError : undefined}
        onChange={setName}
      />
      <Field
        label="和户主的关系"
        value={relation}
        lengthMax={RELATION_LENGTH_MAX}
        error={shown ? relationError : undefined}
        onChange={setRelation}
      />
      {!hasNone && (
        <Field
          label="电话"
          hint={person.hasPhone ? '名册上有，不填就不改' : ''}
          kind="phone"
          value={phone}
          lengthMax={PHONE_LENGTH_MAX}
          error={shown ? phoneError : undefined}
          onChange={setPhone}
          onEnter={mend}
        />
      )}
      <RowSwitch title="没有电话" on={hasNone} onTurn={setHasNone} />
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={mend}>
        改好了，存下
      </Button>
    </Sheet>
  );
}
