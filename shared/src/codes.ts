/**
 * The codes people scan, show or type. Everything here is text work that a phone and the server do
 * alike; secrets and time windows are the server's alone.
 *
 * | code   | layout                                             | length |
 * |--------|----------------------------------------------------|--------|
 * | event  | E1, event 8, gate 1, step 5, seal of 16            | 32     |
 * | person | P1, device 8, 0, step 5, seal of 16                | 32     |
 * | card   | C1, card 8, version 1, seal of 16                  | 27     |
 * | pickup | K1, 10 random                                      | 12     |
 * | bind   | B1, 9 random, 1 check character                    | 12     |
 *
 * Upper case throughout, so a QR code can use its compact alphanumeric mode.
 */

/** Crockford base32: no I, L, O or U, so nothing on paper can be read two ways. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Rotating codes change this often. */
export const STEP_MS = 15_000;
/** Steps are counted from 2025-01-01T00:00:00Z. */
export const STEPS_SINCE_MS = 1_735_689_600_000;
/** A step is five characters; after 16 years the count starts again. */
export const STEP_COUNT = 2 ** 25;
/** A card's version is one character: a lost card counts up, and after the last a new card is made. */
export const CARD_VERSION_MAX = 31;

/** Random characters a pickup code is made of, after its K1. */
export const PICKUP_LENGTH = 10;
/** Random characters a bind code is made of, before its check character. */
export const BIND_RANDOM_LENGTH = 9;

/** Longer text than this is not a code of ours, whatever it holds. */
const TEXT_LENGTH_MAX = 2_048;

export type EventCode = {
  kind: 'event';
  code: string;
  /** The event's eight public characters. */
  eventKey: string;
  gate: string;
  step: number;
};
export type PersonCode = { kind: 'person'; code: string; deviceKey: string; step: number };
export type CardCode = { kind: 'card'; code: string; cardKey: string; version: number };
export type PickupCode = { kind: 'pickup'; code: string };
export type BindCode = { kind: 'bind'; code: string };

/** What a camera or a hand yielded. Nothing here is proved yet but the shape. */
export type ScannedCode =
  | EventCode
  | PersonCode
  | CardCode
  | PickupCode
  | BindCode
  /** Six figures read aloud: an event's or an order's, the page knows which. */
  | { kind: 'six-digits'; digits: string }
  /** Ten characters without their first two: a pickup or a bind code, the page knows which. */
  | { kind: 'spoken'; symbols: string }
  | { kind: 'unknown' };

const SYMBOL = '[0-9A-HJKMNP-TV-Z]';
const EVENT_SHAPE = new RegExp(`^E1(${SYMBOL}{8})(${SYMBOL})(${SYMBOL}{5})${SYMBOL}{16}$`);
const PERSON_SHAPE = new RegExp(`^P1(${SYMBOL}{8})0(${SYMBOL}{5})${SYMBOL}{16}$`);
const CARD_SHAPE = new RegExp(`^C1(${SYMBOL}{8})(${SYMBOL})${SYMBOL}{16}$`);
const PICKUP_SHAPE = new RegExp(`^K1${SYMBOL}{${PICKUP_LENGTH}}$`);
const BIND_SHAPE = new RegExp(`^B1${SYMBOL}{${BIND_RANDOM_LENGTH + 1}}$`);
const SPOKEN_SHAPE = new RegExp(`^${SYMBOL}{10}$`);
const SIX_DIGITS_SHAPE = /^[0-9]{6}$/;
/** Any host: one town has a test address, a public one and a bare IP; the seal is the proof, not the host. */
const LINK_SHAPE = /^https?:\/\/[^/?#\s]+(?:\/[^?#\s]*)?\/q\/([^/?#\s]+)/i;

/** The step that is showing at a moment (ms since 1970). */
export function stepAt(atMs: number): number {
  const steps = Math.floor((atMs - STEPS_SINCE_MS) / STEP_MS) % STEP_COUNT;
  return steps < 0 ? steps + STEP_COUNT : steps;
}

/** Five characters for a step; 0 to STEP_COUNT − 1. */
export function stepText(step: number): string {
  return [20, 15, 10, 5, 0].map((shift) => symbolAt(step >>> shift)).join('');
}

/** The step five characters stand for, or undefined when they stand for none. */
export function stepOf(text: string): number | undefined {
  if (text.length !== 5) return undefined;
  let step = 0;
  for (const symbol of text) {
    const value = CODE_ALPHABET.indexOf(symbol);
    if (value < 0) return undefined;
    step = step * 32 + value;
  }
  return step;
}

/** The character of the alphabet for the lowest five bits of a number: random bytes become codes so. */
export function symbolAt(value: number): string {
  return CODE_ALPHABET.charAt(value & 31);
}

/** `PUBLIC_URL/q/<code>`: what a poster, a screen or a sheet carries. */
export function codeLink(publicUrl: string, code: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/q/${code}`;
}

/** A code cut into fives, as it is printed and read aloud: XXXXX-XXXXX, without K1 or B1. */
export function spokenForm(code: string): string {
  const symbols = code.length === 12 ? code.slice(2) : code;
  return `${symbols.slice(0, 5)}-${symbols.slice(5)}`;
}

/**
 * The tenth character of a bind code. One wrong character, or two neighbours swapped, never passes,
 * so a slip of the finger is told from a wrong guess and does not count against the family.
 */
export function bindCheck(nineSymbols: string): string {
  let sum = 0;
  for (const symbol of nineSymbols) sum = doubled(sum ^ Math.max(0, CODE_ALPHABET.indexOf(symbol)));
  return symbolAt(sum);
}

/** Multiplication by two in the field of 32 elements (x⁵ + x² + 1). */
function doubled(value: number): number {
  const shifted = value << 1;
  return shifted > 31 ? shifted ^ 0b100101 : shifted;
}

/** An event code in its one exact form, or undefined. */
export function parseEventCode(code: string): EventCode | undefined {
  const [, eventKey, gate, stepSymbols] = EVENT_SHAPE.exec(code) ?? [];
  const step = stepOf(stepSymbols ?? '');
  if (eventKey === undefined || gate === undefined || step === undefined) return undefined;
  return { kind: 'event', code, eventKey, gate, step };
}

/** A resident's personal code in its one exact form, or undefined. */
export function parsePersonCode(code: string): PersonCode | undefined {
  const [, deviceKey, stepSymbols] = PERSON_SHAPE.exec(code) ?? [];
  const step = stepOf(stepSymbols ?? '');
  if (deviceKey === undefined || step === undefined) return undefined;
  return { kind: 'person', code, deviceKey, step };
}

/** A paper card's code in its one exact form, or undefined. */
export function parseCardCode(code: string): CardCode | undefined {
  const [, cardKey, version] = CARD_SHAPE.exec(code) ?? [];
  if (cardKey === undefined || version === undefined) return undefined;
  return { kind: 'card', code, cardKey, version: CODE_ALPHABET.indexOf(version) };
}

/**
 * Whatever a camera or a hand yields: a link of ours (also as WeChat hands it over, percent-encoded),
 * a bare code, lower case, spaces and dashes, full-width letters and figures. In the codes that are
 * typed by hand, O is read as 0 and I or L as 1; sealed codes only ever come from a camera and are
 * taken as they are. Never throws; what is no code of ours is `unknown`.
 */
export function parseScanned(text: unknown): ScannedCode {
  if (typeof text !== 'string' || text.length > TEXT_LENGTH_MAX) return { kind: 'unknown' };
  const plain = decoded(halfWidth(text).trim());
  const token = LINK_SHAPE.exec(plain)?.[1] ?? plain;
  const symbols = upperCase(token.replace(/[\s\u2010-\u2015\u2212-]+/g, ''));
  return sealed(symbols) ?? handTyped(symbols) ?? { kind: 'unknown' };
}

/** The pickup code somebody typed or scanned, as K1…, or undefined: ten typed characters count. */
export function pickupCodeFrom(text: unknown): string | undefined {
  const scanned = parseScanned(text);
  if (scanned.kind === 'pickup') return scanned.code;
  return scanned.kind === 'spoken' ? `K1${scanned.symbols}` : undefined;
}

/** The bind code somebody typed or scanned, as B1…, or undefined when it is none or mistyped. */
export function bindCodeFrom(text: unknown): string | undefined {
  const scanned = parseScanned(text);
  if (scanned.kind === 'bind') return scanned.code;
  if (scanned.kind !== 'spoken' || !checks(scanned.symbols)) return undefined;
  return `B1${scanned.symbols}`;
}

function sealed(symbols: string): ScannedCode | undefined {
  return parseEventCode(symbols) ?? parsePersonCode(symbols) ?? parseCardCode(symbols);
}

function handTyped(symbols: string): ScannedCode | undefined {
  const code = symbols.replace(/O/g, '0').replace(/[IL]/g, '1');
  if (SIX_DIGITS_SHAPE.test(code)) return { kind: 'six-digits', digits: code };
  if (PICKUP_SHAPE.test(code)) return { kind: 'pickup', code };
  if (BIND_SHAPE.test(code)) return checks(code.slice(2)) ? { kind: 'bind', code } : undefined;
  return SPOKEN_SHAPE.test(code) ? { kind: 'spoken', symbols: code } : undefined;
}

function checks(tenSymbols: string): boolean {
  return (
    bindCheck(tenSymbols.slice(0, BIND_RANDOM_LENGTH)) === tenSymbols.slice(BIND_RANDOM_LENGTH)
  );
}

/** Full-width letters, figures and signs (U+FF01 to U+FF5E) as their plain twins, U+3000 as a space. */
function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ');
}

/** ASCII only: `toUpperCase` would turn ß, ı and ſ into letters nobody typed. */
function upperCase(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

/** WeChat hands a scanned link to the page as one percent-encoded parameter. */
function decoded(text: string): string {
  if (!/^https?%3a/i.test(text)) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
