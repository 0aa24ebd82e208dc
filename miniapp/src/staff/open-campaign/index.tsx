import type { Me } from '@bank/shared/contracts/access';
import { HONOUR_KINDS } from '@bank/shared/contracts/selection';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useTextDraft } from '@/data/drafts';
import { useOpeningCampaign } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box, Words } from '@/ui/element';
import { Field } from '@/ui/field';
import { goInstead } from '@/ui/go';
import { Card, Section } from '@/ui/section';
import { runningPosts } from '../own-campaigns';
import { campaignConsolePage } from '../pages';
import { StaffPage } from '../staff-page';
import {
  blankForm,
  type CampaignForm,
  dayIn,
  type FormErrors,
  formErrors,
  partsWords,
  saidDay,
} from './campaign-form';

const KINDS: readonly { value: (typeof HONOUR_KINDS)[number]; words: string }[] = [
  { value: 'model-family', words: '最美家庭' },
  { value: 'good-mother-in-law', words: '好婆婆' },
  { value: 'civil-household', words: '文明户' },
];
const TITLE_LENGTH_MAX = 30;
const DAY_LENGTH_MAX = 12;
const COUNT_DIGITS = 2;

interface PartProps {
  form: CampaignForm;
  errors: FormErrors;
  change: (fields: Partial<CampaignForm>) => void;
}

function What({ form, errors, change }: PartProps) {
  return (
    <Card padded>
      <Chips
        label="评什么"
        choices={KINDS}
        value={HONOUR_KINDS.find((kind) => kind === form.kind) ?? 'model-family'}
        onChoose={(kind) => change({ kind })}
      />
      <Field
        label="叫什么"
        hint="例如 第一季度最美家庭评选"
        value={form.title}
        lengthMax={TITLE_LENGTH_MAX}
        error={errors.title}
        onChange={(title) => change({ title })}
      />
      <Field
        label="评出几家"
        kind="digits"
        value={form.seats}
        lengthMax={COUNT_DIGITS}
        error={errors.seats}
        onChange={(seats) => change({ seats })}
      />
    </Card>
  );
}

const DAYS = [
  ['nominateUntil', '推荐到哪天'],
  ['voteFrom', '哪天开始投票'],
  ['voteUntil', '投票到哪天'],
] as const;

function When({ form, errors, change }: PartProps) {
  const parts = partsWords(form, nowMs());
  return (
    <Card padded>
      <Box className="beside">
        {DAYS.map(([key, label]) => (
          <Box key={key} className="beside__i">
            <Field
              label={label}
              hint="2026-03-17"
              value={form[key]}
              lengthMax={DAY_LENGTH_MAX}
              error={errors[key]}
              onChange={(day) => change({ [key]: day })}
            />
            <Box className="sub form__said">{saidDay(form[key], nowMs())}</Box>
          </Box>
        ))}
      </Box>
      <Field
        label="公示几天"
        kind="digits"
        value={form.publicityDays}
        lengthMax={COUNT_DIGITS}
        error={errors.publicityDays}
        onChange={(publicityDays) => change({ publicityDays })}
      />
      {parts.length > 0 && (
        <Box className="sub b">
          {parts.map((words, at) => (
            <Words key={words} className="unbroken">
              {at === 0 ? words : `，${words}`}
            </Words>
          ))}
        </Box>
      )}
    </Card>
  );
}

/** What the form asks for, once nothing is wrong with it. */
function wishOf(form: CampaignForm) {
  const kind = KINDS.find(({ value }) => value === form.kind)?.value;
  const [nominateUntil, voteFrom, voteUntil] = DAYS.map(([key]) => dayIn(form[key], nowMs()));
  if (!kind || !nominateUntil || !voteFrom || !voteUntil) return undefined;
  return {
    title: form.title.trim(),
    kind,
    seats: Number(form.seats),
    nominateUntil,
    voteFrom,
    voteUntil,
    publicityDays: Number(form.publicityDays),
  };
}

function OpenCampaign({ me }: { me: Me }) {
  const posts = runningPosts(me);
  const [areaId, setAreaId] = useState(posts[0]?.areaId);
  const { form, change, drop } = useTextDraft('open-campaign', blankForm(nowMs()));
  const [shown, setShown] = useState(false);
  const { state, send, again } = useOpeningCampaign();
  useDone(state, ({ campaignId }) => {
    drop();
    goInstead(campaignConsolePage(campaignId));
  });
  const errors = formErrors(form, nowMs());
  const open = () => {
    setShown(true);
    const wish = wishOf(form);
    if (areaId && wish && Object.keys(errors).length === 0) void send({ areaId, ...wish });
  };
  const part = { form, errors: shown ? errors : {}, change };
  return (
    <Box className="form">
      {posts.length > 1 && areaId && (
        <Section title="在哪一片">
          <Chips
            label="在哪一片"
            choices={posts.map((post) => ({ value: post.areaId, words: post.areaName }))}
            value={areaId}
            onChoose={setAreaId}
          />
        </Section>
      )}
      <Section title="评什么">
        <What {...part} />
      </Section>
      <Section title="哪几天">
        <When {...part} />
      </Section>
      <Section>
        <ChangeWords state={state} again={again} />
        <Button block sending={state.kind === 'sending'} onPress={open}>
          开始推荐
        </Button>
        <Box className="cap center pads-top">没填完也不会丢，下次接着填</Box>
      </Section>
    </Box>
  );
}

/** 办一次评选: what is honoured, how many, and on which days. */
export default function OpenCampaignPage() {
  return (
    <StaffPage title="办一次评选" needs={['campaigns.run']}>
      {(me) => <OpenCampaign me={me} />}
    </StaffPage>
  );
}
