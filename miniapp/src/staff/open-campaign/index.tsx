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
import { Box, Heading } from '@/ui/element';
import { Field } from '@/ui/field';
import { goInstead } from '@/ui/go';
import { runningPosts } from '../own-campaigns';
import { campaignConsolePage } from '../pages';
import { StaffPage } from '../staff-page';
import '../campaign.css';
import {
  blankForm,
  type CampaignForm,
  type FormErrors,
  formErrors,
  saidDay,
} from './campaign-form';

const KINDS: readonly { value: (typeof HONOUR_KINDS)[number]; words: string }[] = [
  { value: 'model-family', words: '最美家庭' },
  { value: 'good-mother-in-law', words: '好婆婆' },
  { value: 'civil-household', words: '文明户' },
];
const TITLE_LENGTH_MAX = 30;
const DAY_LENGTH = 10;
const COUNT_DIGITS = 2;

interface PartProps {
  form: CampaignForm;
  errors: FormErrors;
  change: (fields: Partial<CampaignForm>) => void;
}

function What({ form, errors, change }: PartProps) {
  return (
    <>
      <Field
        label="叫什么"
        hint="例如 第一季度最美家庭评选"
        value={form.title}
        lengthMax={TITLE_LENGTH_MAX}
        error={errors.title}
        onChange={(title) => change({ title })}
      />
      <Box className="b">评什么</Box>
      <Chips
        label="评什么"
        choices={KINDS}
        value={HONOUR_KINDS.find((kind) => kind === form.kind) ?? 'model-family'}
        onChoose={(kind) => change({ kind })}
      />
      <Field
        label="评出几家"
        kind="digits"
        value={form.seats}
        lengthMax={COUNT_DIGITS}
        error={errors.seats}
        onChange={(seats) => change({ seats })}
      />
    </>
  );
}

const DAYS = [
  ['nominateUntil', '推荐到哪天'],
  ['voteFrom', '哪天开始投票'],
  ['voteUntil', '投票到哪天'],
] as const;

function When({ form, errors, change }: PartProps) {
  return (
    <>
      {DAYS.map(([key, label]) => (
        <Box key={key}>
          <Field
            label={label}
            value={form[key]}
            lengthMax={DAY_LENGTH}
            error={errors[key]}
            onChange={(day) => change({ [key]: day })}
          />
          <Box className="cap">{saidDay(form[key])}</Box>
        </Box>
      ))}
      <Field
        label="公示几天"
        kind="digits"
        value={form.publicityDays}
        lengthMax={COUNT_DIGITS}
        error={errors.publicityDays}
        onChange={(publicityDays) => change({ publicityDays })}
      />
    </>
  );
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
    const kind = KINDS.find(({ value }) => value === form.kind)?.value;
    if (!areaId || !kind || Object.keys(errors).length > 0) return;
    const { title, nominateUntil, voteFrom, voteUntil } = form;
    void send({
      areaId,
      title: title.trim(),
      kind,
      seats: Number(form.seats),
      nominateUntil,
      voteFrom,
      voteUntil,
      publicityDays: Number(form.publicityDays),
    });
  };
  const part = { form, errors: shown ? errors : {}, change };
  return (
    <Box className="pads console-form">
      <Heading level={2} className="h2">
        办一次评选
      </Heading>
      {posts.length > 1 && areaId && (
        <Chips
          label="在哪一片"
          choices={posts.map((post) => ({ value: post.areaId, words: post.areaName }))}
          value={areaId}
          onChoose={setAreaId}
        />
      )}
      <What {...part} />
      <When {...part} />
      <Box className="cap pads-bottom">没写完也先存在这台机器里</Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={open}>
        开始推荐
      </Button>
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
