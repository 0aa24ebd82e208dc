import { type Day, isDay } from '@bank/shared/calendar';
import { CampaignId } from '@bank/shared/ids';
import * as z from '@bank/shared/zod';
import { useRouter } from '@tarojs/taro';
import { useAsk } from '@/data/query-client';
import { campaignQuery } from '@/data/selection';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { Button, ButtonLink } from '@/ui/button';
import { Box, Heading } from '@/ui/element';
import { BOARD_PAGE, CAMPAIGNS_PAGE, campaignPage, goBack } from '@/ui/go';
import { RowLink } from '@/ui/row';
import { Card, Section } from '@/ui/section';
import { Shell } from '@/ui/shell';
import { DateStamp } from '@/ui/stamp';
import type { Campaign } from '../campaign-words';
import '../selection.css';

const onStamp = (day: Day) => day.split('-').join('.');

function Receipt({ file, day }: { file: Campaign; day: Day | undefined }) {
  const { title, siteName } = file.campaign;
  return (
    <>
      <Box className="ticket receipt-card">
        <Box className="band" silent />
        <Box className="receipt">
          {day && <DateStamp place={siteName} date={onStamp(day)} done="已投票" isNew />}
          <Heading level={2} className="h1">
            投好了，谢谢您
          </Heading>
          <Box className="sub">{title}</Box>
          <Box className="cap pads-top">回执上不写投给了谁，手机里也不留</Box>
        </Box>
      </Box>
      <Section>
        <Card>
          <RowLink
            to={BOARD_PAGE}
            icon={{ name: 'shield', tone: 'green' }}
            title="开票后看公示"
            sub="两位社区干部一起开票，结果贴在公示板"
          />
        </Card>
      </Section>
    </>
  );
}

const NoReceipt = ({ to }: { to: string }) => (
  <Blank
    icon="vote"
    title="没看到您家投过票"
    sub="回评选里看一眼"
    action={<ButtonLink to={to}>回评选</ButtonLink>}
  />
);

function ReceiptAsked({ campaignId, day }: { campaignId: CampaignId; day: Day | undefined }) {
  const asked = useAsk(campaignQuery(campaignId));
  const hasCast = asked.data?.own?.hasCast === true;
  // What the phone kept may be older than the ballot: it is asked before anybody is told no.
  const shown = hasCast || !asked.isFetching ? asked : { ...asked, data: undefined };
  return (
    <Shell
      title="投票回执"
      foot={
        hasCast && (
          <Box className="footbar">
            <Button block onPress={goBack}>
              知道了
            </Button>
          </Box>
        )
      }
    >
      <Answer
        of={shown}
        empty={{
          when: ({ own }) => own?.hasCast !== true,
          face: <NoReceipt to={campaignPage(campaignId)} />,
        }}
      >
        {(file) => <Receipt file={file} day={day} />}
      </Answer>
    </Shell>
  );
}

/** 投票回执: that this home has voted, and on which day. */
export default function ReceiptPage() {
  const { id, on } = useRouter().params;
  const campaignId = z.safeParse(CampaignId, id);
  const day = on !== undefined && isDay(on) ? on : undefined;
  if (campaignId.success) return <ReceiptAsked campaignId={campaignId.data} day={day} />;
  return (
    <Shell title="投票回执">
      <NoReceipt to={CAMPAIGNS_PAGE} />
    </Shell>
  );
}
