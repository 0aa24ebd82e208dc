import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import {
  BIND_RANDOM_LENGTH,
  bindCheck,
  CARD_VERSION_MAX,
  PICKUP_LENGTH,
  parseCardCode,
  parseEventCode,
  parsePersonCode,
  STEP_COUNT,
  STEP_MS,
  STEPS_SINCE_MS,
  stepAt,
  stepText,
  symbolAt,
} from '@bank/shared/codes';

/**
 * The server's half of the codes: seals and windows. A seal is HMAC-SHA-256 over all
 * characters before it, cut to 80 bits, under a key of that event, device or card alone. The key of
 * one event may therefore be given to one staff phone for one evening.
 */

/** `size` random bytes; comes from the context so that a day can be replayed. */
export type RandomBytes = (size: number) => Uint8Array;

const SEAL_BYTES = 10;
const SEAL_LENGTH = 16;
const KEY_BYTES = 32;
/** Public keys of events, devices and cards: 40 bits. */
const PUBLIC_KEY_LENGTH = 8;

/** An event's code is good for its own step and one to either side, by the server's clock. */
const EVENT_STEPS_EITHER_SIDE = 1;
/** A personal code is made by the resident's phone, whose clock is worse. */
const PERSON_STEPS_EITHER_SIDE = 2;

/** What the server thinks of a rotating code. `ageMs` counts from the start of the code's step. */
export type Reading<Found> =
  | ({ state: 'fresh' } & Found)
  | ({ state: 'stale'; ageMs: number } & Found)
  /** Sealed rightly for a time that has not come: refuse. */
  | { state: 'future' }
  /** Not ours, altered, cut short, or sealed for something else: refuse. */
  | { state: 'forged' };

export type EventReading = Reading<{ eventKey: string; gate: string }>;
export type PersonReading = Reading<{ deviceKey: string }>;
export type CardReading =
  | { state: 'genuine'; cardKey: string; version: number }
  | { state: 'forged' };
export type SixDigitsReading = { state: 'fresh'; gate: string } | { state: 'wrong' };

/** The 256-bit key of one event: 8 characters as `eventKey`. */
export function deriveEventKey(master: Uint8Array, eventKey: string): Uint8Array {
  return derived(master, `evt|${eventKey}`);
}

/** The 256-bit key of one signed-in phone: 8 characters as `deviceKey`. */
export function deriveDeviceKey(master: Uint8Array, deviceKey: string): Uint8Array {
  return derived(master, `dev|${deviceKey}`);
}

/** Eight random characters that name an event, a device or a card inside its codes. */
export function newPublicKey(randomBytes: RandomBytes): string {
  return randomSymbols(randomBytes, PUBLIC_KEY_LENGTH);
}

/** K1 and ten random characters: 50 bits. Store only its keyed hash. */
export function newPickupCode(randomBytes: RandomBytes): string {
  return `K1${randomSymbols(randomBytes, PICKUP_LENGTH)}`;
}

/** B1, nine random characters (45 bits) and a check character. Store only its keyed hash. */
export function newBindCode(randomBytes: RandomBytes): string {
  const symbols = randomSymbols(randomBytes, BIND_RANDOM_LENGTH);
  return `B1${symbols}${bindCheck(symbols)}`;
}

/** The code an event's screen shows at a moment. `gate` is one character of the alphabet. */
export function eventCode(key: Uint8Array, eventKey: string, gate: string, atMs: number): string {
  return withSeal(key, eventText(eventKey, gate, stepAt(atMs)));
}

/** The six figures beside it, for those who type. */
export function eventDigits(key: Uint8Array, eventKey: string, gate: string, atMs: number): string {
  return digitsOf(key, eventText(eventKey, gate, stepAt(atMs)));
}

/** The code a resident's phone shows at a moment. */
export function personCode(key: Uint8Array, deviceKey: string, atMs: number): string {
  return withSeal(key, `P1${deviceKey}0${stepText(stepAt(atMs))}`);
}

/** The code printed on an elder's card; `version` from 0 to 31 goes up when a card is lost. */
export function cardCode(master: Uint8Array, cardKey: string, version: number): string {
  const character = symbolAt(Math.min(Math.max(0, version), CARD_VERSION_MAX));
  return withSeal(cardSealKey(master, cardKey), `C1${cardKey}${character}`);
}

/** Reads an event code by the server's clock. Whose event it is, the caller compares. Never throws. */
export function readEventCode(master: Uint8Array, code: string, nowMs: number): EventReading {
  const parsed = parseEventCode(code);
  if (parsed === undefined) return { state: 'forged' };
  const { eventKey, gate, step } = parsed;
  if (!sealHolds(deriveEventKey(master, eventKey), code)) return { state: 'forged' };
  return inWindow(step, nowMs, EVENT_STEPS_EITHER_SIDE, { eventKey, gate });
}

/**
 * Reads six typed figures at an event whose gates are known ('0' when it has one). Whether they
 * are old or invented cannot be told, so both are `wrong`. Never throws.
 */
export function readEventDigits(
  key: Uint8Array,
  eventKey: string,
  gates: string,
  digits: string,
  nowMs: number,
): SixDigitsReading {
  if (!/^[0-9]{6}$/.test(digits)) return { state: 'wrong' };
  let found: SixDigitsReading = { state: 'wrong' };
  for (const gate of gates) {
    for (let off = -EVENT_STEPS_EITHER_SIDE; off <= EVENT_STEPS_EITHER_SIDE; off += 1) {
      const expected = eventDigits(key, eventKey, gate, nowMs + off * STEP_MS);
      if (sameText(expected, digits)) found = { state: 'fresh', gate };
    }
  }
  return found;
}

/** Reads a resident's code against the moment it was scanned. Never throws. */
export function readPersonCode(master: Uint8Array, code: string, scannedMs: number): PersonReading {
  const parsed = parsePersonCode(code);
  if (parsed === undefined) return { state: 'forged' };
  const { deviceKey, step } = parsed;
  if (!sealHolds(deriveDeviceKey(master, deviceKey), code)) return { state: 'forged' };
  return inWindow(step, scannedMs, PERSON_STEPS_EITHER_SIDE, { deviceKey });
}

/** Reads a paper card. Whether that version still counts, the caller looks up. Never throws. */
export function readCardCode(master: Uint8Array, code: string): CardReading {
  const parsed = parseCardCode(code);
  if (parsed === undefined) return { state: 'forged' };
  const { cardKey, version } = parsed;
  if (!sealHolds(cardSealKey(master, cardKey), code)) return { state: 'forged' };
  return { state: 'genuine', cardKey, version };
}

function eventText(eventKey: string, gate: string, step: number): string {
  return `E1${eventKey}${gate}${stepText(step)}`;
}

function cardSealKey(master: Uint8Array, cardKey: string): Uint8Array {
  return derived(master, `crd|${cardKey}`);
}

function derived(master: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), purpose, KEY_BYTES));
}

function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

function withSeal(key: Uint8Array, text: string): string {
  return text + base32(mac(key, text).subarray(0, SEAL_BYTES));
}

/** The seal shows the first ten bytes of the digest; the figures come from the eight after them. */
function digitsOf(key: Uint8Array, text: string): string {
  const number = mac(key, text).readBigUInt64BE(SEAL_BYTES) % 1_000_000n;
  return number.toString().padStart(6, '0');
}

function sealHolds(key: Uint8Array, code: string): boolean {
  return sameText(withSeal(key, code.slice(0, -SEAL_LENGTH)), code);
}

/** Both are plain characters by now, so equal length in characters is equal length in bytes. */
function sameText(expected: string, given: string): boolean {
  return (
    expected.length === given.length && timingSafeEqual(Buffer.from(expected), Buffer.from(given))
  );
}

function inWindow<Found>(
  step: number,
  nowMs: number,
  stepsEitherSide: number,
  found: Found,
): Reading<Found> {
  const behind = stepsBehind(step, stepAt(nowMs));
  if (behind < -stepsEitherSide) return { state: 'future' };
  if (behind <= stepsEitherSide) return { state: 'fresh', ...found };
  const intoStepMs = (nowMs - STEPS_SINCE_MS) % STEP_MS;
  return { state: 'stale', ageMs: behind * STEP_MS + intoStepMs, ...found };
}

/** How many steps a code lies behind now, the short way round the count. */
function stepsBehind(step: number, nowStep: number): number {
  const behind = (nowStep - step + STEP_COUNT) % STEP_COUNT;
  return behind < STEP_COUNT / 2 ? behind : behind - STEP_COUNT;
}

function randomSymbols(randomBytes: RandomBytes, count: number): string {
  return Array.from(randomBytes(count), symbolAt).join('');
}

/** Ten bytes as sixteen characters, most significant bit first. */
function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  let text = '';
  for (let shift = bytes.length * 8 - 5; shift >= 0; shift -= 5) {
    text += symbolAt(Number((bits >> BigInt(shift)) & 31n));
  }
  return text;
}
