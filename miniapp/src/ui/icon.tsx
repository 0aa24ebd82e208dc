import { Picture } from './element';
import { iconShapes } from './icon-shapes';

export type IconName = keyof typeof iconShapes;

/** Fixed colours: a picture cannot inherit one. Same values as tokens.css. */
const TONES = {
  ink: '#241F19',
  'ink-2': '#574D40',
  'ink-3': '#6E6353',
  red: '#AE2A20',
  green: '#2C6A48',
  indigo: '#2A4D70',
  ochre: '#8A4A0F',
  gold: '#80611A',
  'on-red': '#FFF8EA',
} as const;
export type Tone = keyof typeof TONES;

const drawn = new Map<string, string>();

function pictureOf(name: IconName, tone: Tone): string {
  const key = `${name} ${tone}`;
  const known = drawn.get(key);
  if (known !== undefined) return known;
  const colour = TONES[tone];
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 24 24" fill="none" stroke="${colour}" ` +
    `stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${iconShapes[name]}</svg>`;
  const address = `data:image/svg+xml,${encodeURIComponent(svg.replace(/currentColor/g, colour))}`;
  drawn.set(key, address);
  return address;
}

/** An icon beside words. It is never alone, so a screen reader passes over it. */
export function Icon(props: { name: IconName; tone?: Tone; size?: 's' | 'm' | 'l' | undefined }) {
  const { name, tone = 'ink', size = 'm' } = props;
  const className = size === 'm' ? 'ic' : `ic ic--${size}`;
  return <Picture src={pictureOf(name, tone)} className={className} label="" />;
}
