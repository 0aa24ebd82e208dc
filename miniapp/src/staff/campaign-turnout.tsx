import type { ReadTurnout } from '@bank/shared/contracts/selection';
import type { OutputOf } from '@bank/shared/endpoint';
import { nowMs } from '@/device/clock';
import { daysLeftWords, stageOf } from '@/selection/campaign-words';
import { Bar } from '@/ui/bar';
import { Box, Heading, Words } from '@/ui/element';
import { Card } from '@/ui/section';

export type Turnout = OutputOf<typeof ReadTurnout>;

const sum = (counts: readonly number[]) => counts.reduce((total, one) => total + one, 0);
const percent = (part: number, whole: number) =>
  whole === 0 ? '0%' : `${Math.round((part / whole) * 100)}%`;

function Grid({ name, rollCount, castCount }: Turnout['grids'][number]) {
  return (
    <Box as="li" className="grid-turnout">
      <Box className="grid-turnout__name">{name}</Box>
      <Box className="grid-turnout__bar">
        <Bar done={castCount} of={rollCount} />
      </Box>
      <Box className="grid-turnout__share b num">{percent(castCount, rollCount)}</Box>
      <Box className="grid-turnout__count sub num">{`${castCount}/${rollCount} 户`}</Box>
    </Box>
  );
}

/** How many homes of each grid have voted. For whom, nobody sees. */
export function CampaignTurnout({ turnout }: { turnout: Turnout }) {
  const { grids, campaign } = turnout;
  const rollCount = sum(grids.map((grid) => grid.rollCount));
  const castCount = sum(grids.map((grid) => grid.castCount));
  return (
    <Card padded>
      <Box className="flex price grid-turnout-head">
        <Words className="hero-num">{castCount}</Words>
        <Words className="sub grow">
          {`户已投，共 ${rollCount} 户，占 ${percent(castCount, rollCount)}`}
        </Words>
        {stageOf(campaign, nowMs()) === 'voting' && (
          <Words className="ochre b">{daysLeftWords(campaign.voteUntilMs, nowMs())}</Words>
        )}
      </Box>
      <Heading level={3} className="b pads-top">
        各网格投票
      </Heading>
      <Box as="ul" className="grid-turnouts">
        {grids.map((grid) => (
          <Grid key={grid.name} {...grid} />
        ))}
      </Box>
    </Card>
  );
}
