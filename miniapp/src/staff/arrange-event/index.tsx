import { dayOf } from '@bank/shared/calendar';
import type { Me } from '@bank/shared/contracts/access';
import { EVENT_KIND_WORDS, EVENT_KINDS, OCCASIONS_MAX } from '@bank/shared/contracts/events';
import { carries } from '@bank/shared/roles';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useDraft } from '@/data/drafts';
import { useArranging } from '@/data/event-office';
import { nowMs } from '@/device/clock';
import { KIND_ICONS } from '@/events/occasion-words';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Seg } from '@/ui/choice';
import { Box, Press, Words } from '@/ui/element';
import { Field } from '@/ui/field';
import { goInstead } from '@/ui/go';
import { Icon } from '@/ui/icon';
import { RowPress } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Strip } from '@/ui/strip';
import { AreaChoice } from '../area-choice';
import { OCCASIONS_PAGE } from '../pages';
import { StaffPage } from '../staff-page';
import {
  blankSession,
  EventDraft,
  type EventErrors,
  faultWords,
  nextSession,
  readDraft,
  type SessionDraft,
} from './event-draft';
import { HeadsWords, PointsPart } from './points-part';
import { SessionPart } from './session-part';

const COUNTINGS = [
  { value: 'check-in', words: '实名签到' },
  { value: 'headcount', words: '只数人数' },
] as const;

interface PartProps {
  draft: EventDraft;
  errors: EventErrors;
  onChange: (draft: EventDraft) => void;
}

const NO_ERRORS: EventErrors = { sessions: [] };

/** The posts that may arrange, and so where. */
const arrangingPosts = ({ posts }: Me) =>
  posts.filter(
    ({ role }) => role !== 'resident' && role !== 'householder' && carries(role, 'events.arrange'),
  );

function blankEvent(me: Me): EventDraft {
  const [post] = arrangingPosts(me);
  return {
    kind: 'clinic',
    title: '',
    place: '',
    description: '',
    contactName: me.person?.name ?? '',
    contactPhone: '',
    area: post ? { id: post.areaId, name: post.areaName } : null,
    ruleCode: null,
    countedBy: 'check-in',
    oncePerHousehold: false,
    countsHours: false,
    sessions: [blankSession()],
  };
}

function KindPart({ draft, onChange }: Omit<PartProps, 'errors'>) {
  return (
    <Box className="kinds" role="radiogroup" label="什么活动">
      {EVENT_KINDS.map((kind) => (
        <Press
          key={kind}
          className={kind === draft.kind ? 'kinds__i kinds__i--on' : 'kinds__i'}
          role="radio"
          on={kind === draft.kind}
          onPress={() =>
            onChange({
              ...draft,
              kind,
              oncePerHousehold: kind === 'lecture' || kind === 'meeting',
            })
          }
        >
          <Icon
            name={KIND_ICONS[kind].name}
            tone={kind === draft.kind ? 'red' : 'ink-2'}
            size="l"
          />
          <Words>{EVENT_KIND_WORDS[kind]}</Words>
        </Press>
      ))}
    </Box>
  );
}

function WhatPart({ draft, errors, onChange }: PartProps) {
  const field = (
    name: 'title' | 'place' | 'description' | 'contactName' | 'contactPhone',
    label: string,
    rest: { lengthMax: number; lines?: 'many'; kind?: 'phone'; hint?: string },
  ) => (
    <Field
      label={label}
      value={draft[name]}
      error={name === 'description' ? undefined : errors[name]}
      onChange={(text) => onChange({ ...draft, [name]: text })}
      {...rest}
    />
  );
  return (
    <Card padded>
      {field('title', '活动叫什么', { lengthMax: 40, hint: '例如 县医院专家义诊' })}
      {field('place', '在哪里办', { lengthMax: 60, hint: '例如 社区文化广场' })}
      {field('description', '做什么、带什么', {
        lengthMax: 1_000,
        lines: 'many',
        hint: '例如 量血压、测血糖，请带上以前的病历。不写也行',
      })}
      <Box className="beside">
        {field('contactName', '有事找谁', { lengthMax: 20 })}
        {field('contactPhone', '打什么电话', {
          lengthMax: 13,
          kind: 'phone',
          hint: '居民会打这个电话',
        })}
      </Box>
    </Card>
  );
}

/** Whose event it is: as a rule the whole area of the post; a tap narrows it. */
function AreaPart({ me, draft, errors, onChange }: PartProps & { me: Me }) {
  if (draft.area) {
    return (
      <Card>
        <RowPress
          icon={{ name: 'pin', tone: 'plain' }}
          title={draft.area.name}
          sub="换一片"
          onPress={() => onChange({ ...draft, area: null })}
        />
      </Card>
    );
  }
  return (
    <>
      {errors.area && <Strip tone="red">{errors.area}</Strip>}
      <AreaChoice
        within={arrangingPosts(me).map(({ areaPath }) => areaPath)}
        verb="选这一片"
        levelMin={1}
        onChoose={({ id, name }) => onChange({ ...draft, area: { id, name } })}
      />
    </>
  );
}

function SessionsPart({ draft, errors, onChange }: PartProps) {
  const { sessions } = draft;
  const today = dayOf(nowMs());
  const change = (next: readonly SessionDraft[]) => onChange({ ...draft, sessions: [...next] });
  return (
    <Box className="stacked">
      {sessions.map((session, at) => (
        <SessionPart
          // biome-ignore lint/suspicious/noArrayIndexKey: a session has no name but its place
          key={at}
          session={session}
          title={`第 ${at + 1} 场`}
          today={today}
          errors={errors.sessions[at] ?? {}}
          onChange={(next) => change(sessions.map((one, place) => (place === at ? next : one)))}
          onRemove={
            sessions.length > 1
              ? () => change(sessions.filter((_, place) => place !== at))
              : undefined
          }
        />
      ))}
      {sessions.length < OCCASIONS_MAX && (
        <Button
          look="line"
          block
          icon="plus"
          onPress={() => change([...sessions, nextSession(sessions[sessions.length - 1])])}
        >
          再加一场
        </Button>
      )}
    </Box>
  );
}

function CountingPart({ draft, onChange }: Omit<PartProps, 'errors'>) {
  return (
    <>
      <Seg
        label="怎么算人数"
        choices={COUNTINGS}
        value={draft.countedBy}
        onChoose={(countedBy) => onChange({ ...draft, countedBy })}
      />
      <Box className="pads-y">
        {draft.countedBy === 'check-in' ? (
          <PointsPart draft={draft} onChange={onChange} />
        ) : (
          <HeadsWords />
        )}
      </Box>
    </>
  );
}

function ArrangeForm({ me }: { me: Me }) {
  const [tried, setTried] = useState(false);
  const { value, change, drop } = useDraft('arrange-event', EventDraft, () => blankEvent(me));
  const { state, send, again } = useArranging();
  useDone(state, () => {
    drop();
    goInstead(OCCASIONS_PAGE);
  });
  const read = readDraft(value, dayOf(nowMs()));
  const part = {
    draft: value,
    errors: tried && !read.ok ? read.errors : NO_ERRORS,
    onChange: change,
  };
  const arrange = () => {
    setTried(true);
    if (read.ok) void send(read.wish);
  };
  return (
    <Box className="form">
      <Section title="什么活动">
        <KindPart {...part} />
        <WhatPart {...part} />
      </Section>
      <Section title="给哪一片">
        <AreaPart me={me} {...part} />
      </Section>
      <Section title="什么时候">
        <SessionsPart {...part} />
      </Section>
      <Section title="怎么记">
        <CountingPart {...part} />
      </Section>
      <Section>
        {tried && !read.ok && (
          <Box className="soft pads-bottom">
            <Strip tone="red">{faultWords(read.errors)}</Strip>
          </Box>
        )}
        <ChangeWords state={state} again={again} />
        <Button block sending={state.kind === 'sending'} onPress={arrange}>
          办这个活动
        </Button>
        <Box className="cap center pads-top">没填完也不会丢，下次接着填</Box>
      </Section>
    </Box>
  );
}

/** 办活动: what, where, when, for how many, and what it earns. The draft is kept at each change. */
export default function ArrangeEventPage() {
  return (
    <StaffPage title="办活动" needs={['events.arrange']}>
      {(me) => <ArrangeForm me={me} />}
    </StaffPage>
  );
}
