import { Box, Picture } from './element';
import { iconShapes } from './icon-shapes';

const STARS = 5;
/** Fixed colours: a picture cannot inherit one. Same values as tokens.css. */
const GOLD_LINE = '#B8954A';
const RULE_STRONG = '#8F8168';

function starPicture(fill: string, line: string): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="76" height="76" viewBox="0 0 24 24" fill="${fill}" stroke="${line}" ` +
    `stroke-width="1.5" stroke-linejoin="round">${iconShapes.star}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const won = starPicture(GOLD_LINE, GOLD_LINE);
const open = starPicture('none', RULE_STRONG);

/** So many of five stars; the words beside them say it too. */
export function Stars({ count }: { count: number }) {
  return (
    <Box className="stars" role="img" label={`五颗星里的 ${count} 颗`}>
      {Array.from({ length: STARS }, (_, at) => at).map((at) => (
        <Picture key={at} src={at < count ? won : open} className="stars__i" label="" />
      ))}
    </Box>
  );
}
