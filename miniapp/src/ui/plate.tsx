import { Box } from './element';

/** 荣誉: a double gold rule around an honour, a masked name, and where and when it was given. */
export function Plate(props: { honour: string; name: string; given: string }) {
  const { honour, name, given } = props;
  return (
    <Box as="li" className="plate">
      <Box className="plate__in">
        <Box className="song gold">{honour}</Box>
        <Box className="b">{name}</Box>
        <Box className="cap">{given}</Box>
      </Box>
    </Box>
  );
}
