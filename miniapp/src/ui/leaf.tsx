import { communityTime, dayOf, weekdayOf } from '@bank/shared/calendar';
import { Box } from './element';

/** A leaf of a tear-off calendar: month, day, weekday. */
export function Leaf({ atMs }: { atMs: number }) {
  const { month, day } = communityTime(atMs);
  return (
    <Box className="leaf">
      <Box className="leaf__m">{`${month} 月`}</Box>
      <Box className="leaf__d num">{day}</Box>
      <Box className="leaf__w">{weekdayOf(dayOf(atMs))}</Box>
    </Box>
  );
}
