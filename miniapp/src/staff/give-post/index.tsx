import { dayOf, isDay } from '@bank/shared/calendar';
import type { Me } from '@bank/shared/contracts/access';
import type { Area } from '@bank/shared/contracts/community';
import { PersonId } from '@bank/shared/ids';
import { type PostRole, ROLES } from '@bank/shared/roles';
import { postName } from '@bank/shared/vocabulary';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useGivingPost } from '@/data/posts';
import { nowMs } from '@/device/clock';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box, Heading } from '@/ui/element';
import { Field } from '@/ui/field';
import { RowPress } from '@/ui/row';
import { Card } from '@/ui/section';
import { Strip } from '@/ui/strip';
import { AreaChoice } from '../area-choice';
import { POSTS_PAGE } from '../pages';
import { StaffPage } from '../staff-page';

const POST_ROLES = ROLES.filter(
  (role): role is PostRole => role !== 'resident' && role !== 'householder',
);
const DAY_LENGTH = 10;
const ORGANISATION_LENGTH_MAX = 60;

const dayError = (day: string) => (isDay(day) ? undefined : '日期要写成 2026-03-17 这样');

/** Which area, chosen down the tree; a tap on the chosen one chooses again. */
function Where(props: {
  me: Me;
  area: Area | undefined;
  onChoose: (area: Area | undefined) => void;
}) {
  const { me, area, onChoose } = props;
  if (area) {
    return (
      <Card>
        <RowPress title={area.name} sub="换一片" onPress={() => onChoose(undefined)} />
      </Card>
    );
  }
  return (
    <AreaChoice
      within={me.posts.map(({ areaPath }) => areaPath)}
      verb="选这一片"
      levelMin={0}
      onChoose={onChoose}
    />
  );
}

function GivePost({ me, personId, name }: { me: Me; personId: PersonId; name: string }) {
  const [role, setRole] = useState<PostRole>('grid-worker');
  const [area, setArea] = useState<Area>();
  const [fromOn, setFromOn] = useState(() => dayOf(nowMs()));
  const [toOn, setToOn] = useState('');
  const [organisation, setOrganisation] = useState('');
  const [shown, setShown] = useState(false);
  const { state, send, again } = useGivingPost(personId);
  const toError = toOn === '' ? undefined : dayError(toOn);
  const give = () => {
    setShown(true);
    if (!area || dayError(fromOn) || toError) return;
    const until = toOn === '' ? null : toOn;
    void send({ personId, role, areaId: area.id, fromOn, toOn: until, organisation });
  };
  if (state.kind === 'done') {
    const words =
      state.answer.state === 'waiting' ? '给好了，等另一位县级管理员同意' : '给好了，岗位生效了';
    return (
      <Box className="pads">
        <Strip tone="green">{words}</Strip>
        <Box className="pads-top">
          <ButtonLink to={POSTS_PAGE}>看岗位</ButtonLink>
        </Box>
      </Box>
    );
  }
  return (
    <Box className="pads">
      <Heading level={2} className="h2">{`给${name}一个岗位`}</Heading>
      <Chips
        label="什么岗位"
        choices={POST_ROLES.map((value) => ({ value, words: postName(value) }))}
        value={role}
        onChoose={setRole}
      />
      <Box className="b pads-y">管哪一片</Box>
      <Where me={me} area={area} onChoose={setArea} />
      <Field
        label="从哪天起"
        value={fromOn}
        lengthMax={DAY_LENGTH}
        error={shown ? dayError(fromOn) : undefined}
        onChange={setFromOn}
      />
      <Field
        label="到哪天"
        hint="不写就是一直"
        value={toOn}
        lengthMax={DAY_LENGTH}
        error={shown ? toError : undefined}
        onChange={setToOn}
      />
      <Field
        label="哪个单位"
        value={organisation}
        lengthMax={ORGANISATION_LENGTH_MAX}
        onChange={setOrganisation}
      />
      <ChangeWords state={state} again={again} />
      <Button
        block
        sending={state.kind === 'sending'}
        offBecause={area ? undefined : '先选管哪一片'}
        onPress={give}
      >
        给这个岗位
      </Button>
    </Box>
  );
}

/** 给岗位: who, what, where, from when to when. */
export default function GivePostPage() {
  const { person, name } = useRouter().params;
  const id = z.safeParse(PersonId, person);
  return (
    <StaffPage title="给岗位" needs={['posts.give']}>
      {(me) =>
        id.success ? (
          <GivePost me={me} personId={id.data} name={decodeURIComponent(name ?? '')} />
        ) : (
          <Blank icon="people" title="还没选给谁" sub="到「找一户」里点这个人" />
        )
      }
    </StaffPage>
  );
}
