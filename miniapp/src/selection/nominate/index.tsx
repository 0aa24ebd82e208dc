import { STORY_MAX } from '@bank/shared/contracts/selection';
import { CampaignId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useMe } from '@/data/access';
import { useDone } from '@/data/done';
import { useTextDraft } from '@/data/drafts';
import { useAsk } from '@/data/query-client';
import { campaignQuery, useNominating } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Box, Heading } from '@/ui/element';
import { Field } from '@/ui/field';
import { CAMPAIGNS_PAGE, campaignPage } from '@/ui/go';
import { Shell } from '@/ui/shell';
import { Strip } from '@/ui/strip';
import { type Campaign, stageWords } from '../campaign-words';
import '../selection.css';

const CODE_LENGTH_MAX = 12;
const BLANK = { householdCode: '', story: '' };

const codeError = (code: string) =>
  /^\S{4,12}$/.test(code.trim()) ? undefined : '请填这一家的存折号，就是户编号';
const storyError = (story: string) =>
  story.trim().length >= 5 ? undefined : '请写这一家做了什么，至少 5 个字';

function Form({ file }: { file: Campaign }) {
  const { campaign } = file;
  const own = useMe().data?.person?.household;
  const { form, change, drop } = useTextDraft(`nominate ${campaign.id}`, BLANK);
  const [shown, setShown] = useState(false);
  const [thanks, setThanks] = useState<string>();
  const { state, send, again } = useNominating(campaign.id);
  useDone(state, ({ maskedName }) => {
    setThanks(`推荐好了：${maskedName} 家，谢谢您`);
    setShown(false);
    drop();
  });
  const recommend = () => {
    setShown(true);
    setThanks(undefined);
    if (codeError(form.householdCode) ?? storyError(form.story)) return;
    void send({
      campaignId: campaign.id,
      householdCode: form.householdCode.trim(),
      story: form.story.trim(),
    });
  };
  return (
    <Box className="pads">
      <Heading level={2} className="h2">
        {campaign.title}
      </Heading>
      <Box className="sub">{stageWords(campaign, nowMs())}</Box>
      {thanks && (
        <Box className="pads-top soft">
          <Strip tone="green">{thanks}</Strip>
        </Box>
      )}
      <Field
        label="推荐哪一家（存折号）"
        value={form.householdCode}
        lengthMax={CODE_LENGTH_MAX}
        error={shown ? codeError(form.householdCode) : undefined}
        onChange={(householdCode) => change({ householdCode })}
      />
      <Box className="cap">存折号写在存折和纸卡上，不知道就问问那一家，或问网格员</Box>
      {own && (
        <Button look="text" onPress={() => change({ householdCode: own.code })}>
          推荐自家
        </Button>
      )}
      <Field
        label="这一家做了什么"
        lines="many"
        value={form.story}
        lengthMax={STORY_MAX}
        error={shown ? storyError(form.story) : undefined}
        onChange={(story) => change({ story })}
      />
      <Box className="cap">
        {`已写 ${form.story.length} 字，最多 ${STORY_MAX} 字。没写完也先存在手机里；写的话先给社区干部看`}
      </Box>
      <Box className="pads-top">
        <ChangeWords state={state} again={again} />
        <Button block sending={state.kind === 'sending'} onPress={recommend}>
          推荐这一家
        </Button>
      </Box>
      <Box className="tail" />
    </Box>
  );
}

function NominateAsked({ campaignId }: { campaignId: CampaignId }) {
  const asked = useAsk(campaignQuery(campaignId));
  return (
    <Shell title="推荐一家">
      <Answer
        of={asked}
        empty={{
          when: ({ own }) => own?.mayNominate !== true,
          face: (
            <Blank
              icon="vote"
              title="现在不能推荐"
              sub="推荐结束了，或者您家不在这个安置点"
              action={<ButtonLink to={campaignPage(campaignId)}>回评选</ButtonLink>}
            />
          ),
        }}
      >
        {(file) => <Form file={file} />}
      </Answer>
    </Shell>
  );
}

/** 推荐一家: whose home, and what they did. One's own is welcome. */
export default function NominatePage() {
  const id = z.safeParse(CampaignId, useRouter().params.id);
  if (id.success) return <NominateAsked campaignId={id.data} />;
  return (
    <Shell title="推荐一家">
      <Blank
        icon="vote"
        title="没找到这次评选"
        sub="到评选里再看看"
        action={<ButtonLink to={CAMPAIGNS_PAGE}>看评选</ButtonLink>}
      />
    </Shell>
  );
}
