import { communityTime } from '@bank/shared/calendar';
import type { ReadHonours } from '@bank/shared/contracts/selection';
import type { OutputOf } from '@bank/shared/endpoint';
import { useState } from 'react';
import { useAsk } from '@/data/query-client';
import { honoursQuery } from '@/data/selection';
import { nowMs } from '@/device/clock';
import { Answer } from '@/ui/answer';
import { Blank } from '@/ui/blank';
import { ButtonLink } from '@/ui/button';
import { Chips } from '@/ui/choice';
import { Box } from '@/ui/element';
import { CAMPAIGNS_PAGE } from '@/ui/go';
import { Plate } from '@/ui/plate';
import { Section } from '@/ui/section';
import { Shell } from '@/ui/shell';

type Honour = OutputOf<typeof ReadHonours>['honours'][number];

const ALL = '全部';

const distinct = <Value,>(values: readonly Value[]) => [...new Set(values)];

function Year({ year, honours }: { year: number; honours: readonly Honour[] }) {
  return (
    <Section title={`${year} 年度`}>
      <Box as="ul" className="plates">
        {honours.map(({ kindName, maskedName, siteName, title }) => (
          <Plate
            key={`${title} ${maskedName} ${siteName}`}
            honour={kindName}
            name={`${maskedName} 家`}
            given={siteName}
          />
        ))}
      </Box>
    </Section>
  );
}

function Wall({ honours }: { honours: readonly Honour[] }) {
  const [kind, setKind] = useState(ALL);
  const kinds = distinct(honours.map(({ kindName }) => kindName));
  const shown = kind === ALL ? honours : honours.filter(({ kindName }) => kindName === kind);
  const years = distinct(shown.map(({ year }) => year));
  const thisYear = communityTime(nowMs()).year;
  return (
    <>
      {kinds.length > 1 && (
        <Chips
          label="哪一种荣誉"
          choices={[ALL, ...kinds].map((value) => ({ value, words: value }))}
          value={kind}
          onChoose={setKind}
        />
      )}
      {!years.includes(thisYear) && <Box className="sub center pads">今年的评选还没结束</Box>}
      {years.map((year) => (
        <Year key={year} year={year} honours={shown.filter((one) => one.year === year)} />
      ))}
      <Box className="cap center pads">名字中间一字打 *，保护隐私</Box>
      <Box className="tail" />
    </>
  );
}

/** 荣誉墙: a plate for each home that was honoured, by year. */
export default function HonoursPage() {
  const asked = useAsk(honoursQuery());
  return (
    <Shell title="荣誉墙">
      <Answer
        of={asked}
        empty={{
          when: ({ honours }) => honours.length === 0,
          face: (
            <Blank
              icon="trophy"
              title="今年的评选还没结束"
              sub="授了牌，就挂在这里"
              action={<ButtonLink to={CAMPAIGNS_PAGE}>看评选</ButtonLink>}
            />
          ),
        }}
      >
        {({ honours }) => <Wall honours={honours} />}
      </Answer>
    </Shell>
  );
}
