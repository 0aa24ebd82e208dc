import { useDidShow } from '@tarojs/taro';
import { useEffect } from 'react';
import { meQuery } from '@/data/access';
import { bringLateScans, dismissLateAnswer, useLateScans } from '@/data/outbox';
import { useAsk } from '@/data/query-client';
import { Button } from '@/ui/button';
import { Box } from '@/ui/element';
import { Card } from '@/ui/section';
import { Strip } from '@/ui/strip';
import { Tag, type TagTone } from '@/ui/tag';

const OUTCOMES: Record<'waiting' | 'present' | 'no', { words: string; tone: TagTone }> = {
  waiting: { words: '待确认', tone: 'ochre' },
  present: { words: '已签到', tone: 'green' },
  no: { words: '没签上', tone: 'red' },
};

/** Scans that lie on the phone, with their count, and what became of those that went out. */
export function LateScans() {
  const { waiting, told } = useLateScans();
  // Whose a scan is must be known before there is no network to ask.
  const holderId = useAsk(meQuery()).data?.person?.id;
  useDidShow(() => void bringLateScans());
  useEffect(() => {
    // Who holds the phone may be learned only after the page has shown.
    if (holderId !== undefined && waiting.length > 0) void bringLateScans();
  }, [holderId, waiting.length]);
  return (
    <>
      {waiting.length > 0 && (
        <Strip
          tone="ochre"
          icon="offline"
        >{`${waiting.length} 条签到先存在手机里，有网自动传`}</Strip>
      )}
      {told.map(({ requestId, words, outcome }) => (
        <Box key={requestId} className="pads" role="status">
          <Card padded>
            <Tag tone={OUTCOMES[outcome].tone}>{OUTCOMES[outcome].words}</Tag>
            <Box className="pads-y">{words}</Box>
            <Button look="line" small onPress={() => dismissLateAnswer(requestId)}>
              知道了
            </Button>
          </Card>
        </Box>
      ))}
    </>
  );
}
