import { Box } from './element';

/** 荣誉: a double gold rule around an honour, a masked name and a year. */
export function Plate({ honour, name, year }: { honour: string; name: string; year: string }) {
  return (
    <Box className="plate">
      <Box className="plate__in">
        <Box className="song gold">{honour}</Box>
        <Box className="b">{name}</Box>
        <Box className="cap">{year}</Box>
      </Box>
    </Box>
  );
}
