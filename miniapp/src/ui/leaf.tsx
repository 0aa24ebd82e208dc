import { Box } from './element';

/** A leaf of a tear-off calendar. */
export function Leaf({ month, day, weekday }: { month: number; day: number; weekday: string }) {
  return (
    <Box className="leaf" role="img" label={`${month} 月 ${day} 日 ${weekday}`}>
      <Box className="leaf__m">{`${month}月`}</Box>
      <Box className="leaf__d">{day}</Box>
      <Box className="leaf__w">{weekday}</Box>
    </Box>
  );
}
