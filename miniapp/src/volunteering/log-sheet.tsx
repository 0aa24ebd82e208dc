import { dayOf, sayClock } from '@bank/shared/calendar';
import { HELPED, HELPED_WORDS, type HoursLine } from '@bank/shared/contracts/volunteering';
import * as z from '@bank/shared/zod';
import { useState } from 'react';
import { useDone } from '@/data/done';
import { useDraft } from '@/data/drafts';
import { useLogging } from '@/data/volunteering';
import { nowMs } from '@/device/clock';
import { Button } from '@/ui/button';
import { ChangeWords } from '@/ui/change-words';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';
import { Field } from '@/ui/field';
import { Sheet } from '@/ui/sheet';
import { Strip } from '@/ui/strip';
import { TimeFields } from '@/ui/time-fields';
import { readTime, sayMinutes } from '@/ui/time-words';
import { returnWords } from './hours-words';

const WORDS_LENGTH_MAX = 100;

const LogDraft = z.object({
  day: z.string(),
  from: z.string(),
  until: z.string(),
  helped: z.enum(HELPED),
  words: z.string(),
});
type LogDraft = z.infer<typeof LogDraft>;

const blankLog = (): LogDraft => ({
  day: dayOf(nowMs()),
  from: '',
  until: '',
  helped: 'elders',
  words: '',
});

/** As it was logged before: its own words stayed with those who decided. */
const logAnew = ({ startsAtMs, endsAtMs, helped }: HoursLine): LogDraft => ({
  day: dayOf(startsAtMs),
  from: sayClock(startsAtMs),
  until: sayClock(endsAtMs),
  helped: helped ?? 'elders',
  words: '',
});

/** 记一次服务: when, for whom, what. The draft is kept at each change. */
export function LogSheet(props: {
  /** What was returned and is logged anew. */
  returned?: HoursLine;
  onClose: () => void;
  onDone: (words: string) => void;
}) {
  const { returned, onClose, onDone } = props;
  const [tried, setTried] = useState(false);
  const name = returned ? `log-service ${returned.serviceId}` : 'log-service';
  const blank = () => (returned ? logAnew(returned) : blankLog());
  const { value, change, drop } = useDraft(name, LogDraft, blank);
  const { state, send, again } = useLogging();
  useDone(state, ({ minutes }) => {
    drop();
    onDone(`记好了 ${sayMinutes(minutes)}，等志愿队长认定`);
  });
  const today = dayOf(nowMs());
  const time = readTime(value, today, 'behind');
  const wordsError = value.words.trim() === '' ? '请写做了什么' : undefined;
  const log = () => {
    setTried(true);
    if (!time.ok || wordsError) return;
    const { startsAtMs, endsAtMs } = time;
    void send({ startsAtMs, endsAtMs, helped: value.helped, words: value.words.trim() });
  };
  return (
    <Sheet title={returned ? '改好再记' : '记一次服务'} onClose={onClose}>
      {returned && (
        <Strip tone="ochre" icon="info">
          {`上次没通过：${returnWords(returned)}`}
        </Strip>
      )}
      <TimeFields
        typed={value}
        today={today}
        side="behind"
        errors={tried && !time.ok ? time.errors : {}}
        onChange={({ day, from, until }) => change({ ...value, day, from, until })}
      />
      <Box className="b">帮了谁</Box>
      <Chips
        label="帮了谁"
        choices={HELPED.map((helped) => ({ value: helped, words: HELPED_WORDS[helped] }))}
        value={value.helped}
        onChoose={(helped) => change({ ...value, helped })}
      />
      <Field
        label="做了什么"
        hint="给楼下的老人送饭、打扫"
        lines="many"
        value={value.words}
        lengthMax={WORDS_LENGTH_MAX}
        error={tried ? wordsError : undefined}
        onChange={(words) => change({ ...value, words })}
      />
      <Box className="cap">只有您和认定的人看得到这段话</Box>
      <ChangeWords state={state} again={again} />
      <Button block sending={state.kind === 'sending'} onPress={log}>
        记上，等认定
      </Button>
    </Sheet>
  );
}
