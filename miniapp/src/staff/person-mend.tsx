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
 * 改一个人的登记. The number on the roster is not shown here, so an empty field never means "none":
 * the clerk types it again, or says that there is none.
 */
export function PersonMend({ person, onClose }: { person: PersonCard; onClose: () => void }) {
  const [name, setName] = useState(person.name);
  const [relation, setRelation] = useState(person.relation);
  const [phone, setPhone] = useState('');
  const [hasNone, setHasNone] = useState(!person.hasPhone);
  const [shown, setShown] = useState(false);
  const { state, send, again } = usePersonMend();
  useDone(state, onClose);
  const phoneError =
    hasNone || PHONE.test(phone.trim()) ? undefined : '请把电话再填一次，没有电话就打开下面的开关';
  const nameError = name.trim() === '' ? '请填姓名' : undefined;
  const relationError = relation.trim() === '' ? '请填和户主的关系' : undefined;
  const mend = () => {
    setShown(true);
    if (nameError ?? relationError ?? phoneError) return;
    void send({
      personId: person.id,
      name: name.trim(),
      relation: relation.trim(),
      phone: hasNone ? null : phone.trim(),
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
          hint={person.hasPhone ? '名册上有，请再填一次' : ''}
          kind="phone"
          value={phone}
          lengthMax={PHONE_LENGTH_MAX}
          error={shown ? phoneError : undefined}
          onChange={setPhone}
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
