import { CODE_ALPHABET, codeLink } from '@bank/shared/codes';
import QRCode from 'qrcode';
import { describe, expect, test } from 'vitest';
import {
  cardCode,
  deriveDeviceKey,
  deriveEventKey,
  eventCode,
  eventDigits,
  newBindCode,
  newPickupCode,
  newPublicKey,
  personCode,
  readCardCode,
  readEventCode,
  readEventDigits,
  readPersonCode,
} from './code-keys';

/**
 * Every constant below was computed by a separate program in another language (hmac and hashlib,
 * HKDF and base32 written out there) from the master key 00 01 … 1f.
 */
const MASTER = Uint8Array.from({ length: 32 }, (_, index) => index);
const EVENT_KEY_HEX = 'd1b295573d1a89cd18425205401948aee2d3c3304f3194a8e249d8d2c03a27da';
const EVENT_BEFORE = 'E17MKQ2ZB403S97ZD5GAK5X0BD6SD124';
const EVENT = 'E17MKQ2ZB403S980ZBS4DP4RJTDT231C';
const EVENT_AFTER = 'E17MKQ2ZB403S981YJKHR00QN1N36PJA';
const PERSON = 'P10R3WYTVX03S980V3VS972Y050FWFM4';
const CARD = 'C1CARD000134GEF864B59VWY3F1';
/** Seven seconds into the step of EVENT and PERSON. */
const NOW_MS = Date.parse('2026-11-22T08:00:07+08:00');
const STEP_MS = 15_000;

const eventKey = deriveEventKey(MASTER, '7MKQ2ZB4');
const readNow = (code: string) => readEventCode(MASTER, code, NOW_MS);

/** Each character in turn exchanged for every other of the alphabet, and for some outside it. */
function alterations(code: string): string[] {
  const others = [...CODE_ALPHABET, 'I', 'L', 'O', 'U', 'e', ' ', '-', 'Ａ', '字', '\0', '\ud800'];
  return Array.from(code, (symbol, at) =>
    others
      .filter((other) => other !== symbol)
      .map((other) => code.slice(0, at) + other + code.slice(at + 1)),
  ).flat();
}

describe('golden values', () => {
  test('an event has a key of its own', () => {
    expect(Buffer.from(eventKey).toString('hex')).toBe(EVENT_KEY_HEX);
  });

  test('an event code and its figures are the ones computed elsewhere, step by step', () => {
    const moments = [NOW_MS - STEP_MS, NOW_MS, NOW_MS + STEP_MS];
    expect(moments.map((atMs) => eventCode(eventKey, '7MKQ2ZB4', '0', atMs))).toEqual([
      EVENT_BEFORE,
      EVENT,
      EVENT_AFTER,
    ]);
    expect(moments.map((atMs) => eventDigits(eventKey, '7MKQ2ZB4', '0', atMs))).toEqual([
      '808943',
      '816081',
      '345333',
    ]);
  });

  test('a personal code and a card are the ones computed elsewhere', () => {
    expect(personCode(deriveDeviceKey(MASTER, '0R3WYTVX'), '0R3WYTVX', NOW_MS)).toBe(PERSON);
    expect(cardCode(MASTER, 'CARD0001', 3)).toBe(CARD);
  });
});

describe('an event code', () => {
  test('is fresh in its own step and one to either side, stale after, refused before', () => {
    const codes = [3, 2, 1, 0, -1, -2, -3].map((ahead) =>
      eventCode(eventKey, '7MKQ2ZB4', '0', NOW_MS + ahead * STEP_MS),
    );
    expect(codes.map((code) => readNow(code).state)).toEqual([
      'future',
      'future',
      'fresh',
      'fresh',
      'fresh',
      'stale',
      'stale',
    ]);
  });

  test('a stale one says how long ago its step began', () => {
    const twoStepsOn = readEventCode(MASTER, EVENT, NOW_MS + 2 * STEP_MS);
    expect(twoStepsOn).toEqual({ state: 'stale', ageMs: 37_000, eventKey: '7MKQ2ZB4', gate: '0' });
    const anHourOn = readEventCode(MASTER, EVENT, NOW_MS + 3_600_000);
    expect(anHourOn).toMatchObject({ state: 'stale', ageMs: 3_607_000 });
  });

  test('says whose event and which gate it was shown at', () => {
    expect(readNow(EVENT)).toEqual({ state: 'fresh', eventKey: '7MKQ2ZB4', gate: '0' });
    const atGateTwo = eventCode(eventKey, '7MKQ2ZB4', '2', NOW_MS);
    expect(readNow(atGateTwo)).toEqual({ state: 'fresh', eventKey: '7MKQ2ZB4', gate: '2' });
  });

  test('a code cannot be carried to another event or another gate', () => {
    expect(readNow(EVENT.replace('7MKQ2ZB4', '7MKQ2ZB5'))).toEqual({ state: 'forged' });
    expect(readNow(EVENT.replace('ZB403S', 'ZB413S'))).toEqual({ state: 'forged' });
  });

  test('under the key of another event the seal does not hold', () => {
    const other = deriveEventKey(MASTER, '7MKQ2ZB5');
    expect(readNow(eventCode(other, '7MKQ2ZB4', '0', NOW_MS))).toEqual({ state: 'forged' });
  });

  test('under another master key the seal does not hold', () => {
    expect(readEventCode(new Uint8Array(32), EVENT, NOW_MS)).toEqual({ state: 'forged' });
  });

  test('no change of one character is accepted', () => {
    const accepted = alterations(EVENT).filter((code) => readNow(code).state !== 'forged');
    expect(accepted).toEqual([]);
  });

  test('no shortened or lengthened code is accepted', () => {
    const cut = Array.from({ length: 32 }, (_, length) => EVENT.slice(0, length));
    const states = [...cut, `${EVENT}0`, `0${EVENT}`, `${EVENT}${EVENT}`].map(readNow);
    expect(new Set(states.map((reading) => reading.state))).toEqual(new Set(['forged']));
  });

  test('the count of steps goes round after sixteen years without a gap', () => {
    const turnMs = Date.UTC(2025, 0, 1) + 2 ** 25 * STEP_MS;
    const last = eventCode(eventKey, '7MKQ2ZB4', '0', turnMs - 1);
    expect(last.slice(11, 16)).toBe('ZZZZZ');
    expect(readEventCode(MASTER, last, turnMs).state).toBe('fresh');
    expect(readEventCode(MASTER, last, turnMs + STEP_MS)).toMatchObject({
      state: 'stale',
      ageMs: 2 * STEP_MS,
    });
  });
});

describe('six figures by hand', () => {
  const read = (digits: string, nowMs = NOW_MS, gates = '0') =>
    readEventDigits(eventKey, '7MKQ2ZB4', gates, digits, nowMs);

  test('count in their own step and one to either side, and no longer', () => {
    const moments = [-2, -1, 0, 1, 2].map((steps) => NOW_MS + steps * STEP_MS);
    expect(moments.map((nowMs) => read('816081', nowMs).state)).toEqual([
      'wrong',
      'fresh',
      'fresh',
      'fresh',
      'wrong',
    ]);
  });

  test('say which gate they were shown at', () => {
    const digits = eventDigits(eventKey, '7MKQ2ZB4', '2', NOW_MS);
    expect(read(digits, NOW_MS, '012')).toEqual({ state: 'fresh', gate: '2' });
    expect(read(digits, NOW_MS, '01')).toEqual({ state: 'wrong' });
  });

  test('of another event are wrong', () => {
    const other = eventDigits(deriveEventKey(MASTER, '7MKQ2ZB5'), '7MKQ2ZB5', '0', NOW_MS);
    expect(read(other)).toEqual({ state: 'wrong' });
  });

  test.each(['', '81608', '8160811', '８１６０８１', '81608O', ' 16081'])(
    '%j is wrong',
    (digits) => {
      expect(read(digits)).toEqual({ state: 'wrong' });
    },
  );
});

describe('a personal code', () => {
  test('is fresh within two steps of the scan, for phones whose clocks are off', () => {
    const moments = [-3, -2, 2, 3].map((steps) => NOW_MS + steps * STEP_MS);
    expect(moments.map((scannedMs) => readPersonCode(MASTER, PERSON, scannedMs).state)).toEqual([
      'future',
      'fresh',
      'fresh',
      'stale',
    ]);
  });

  test('no change of one character is accepted', () => {
    const accepted = alterations(PERSON).filter(
      (code) => readPersonCode(MASTER, code, NOW_MS).state !== 'forged',
    );
    expect(accepted).toEqual([]);
  });
});

describe('a paper card', () => {
  test('gives its card and version', () => {
    const genuine = { state: 'genuine', cardKey: 'CARD0001', version: 3 };
    expect(readCardCode(MASTER, CARD)).toEqual(genuine);
  });

  test('no change of one character is accepted', () => {
    const accepted = alterations(CARD).filter(
      (code) => readCardCode(MASTER, code).state !== 'forged',
    );
    expect(accepted).toEqual([]);
  });
});

describe('new codes', () => {
  const counting = (size: number) => Uint8Array.from({ length: size }, (_, index) => index + 250);

  test('use five bits of each random byte', () => {
    expect(newPublicKey(counting)).toBe('TVWXYZ01');
    expect(newPickupCode(counting)).toBe('K1TVWXYZ0123');
  });

  test('a bind code ends in its check character', () => {
    const fixed = () => Uint8Array.from([7, 16, 3, 29, 19, 9, 23, 2, 20]);
    expect(newBindCode(fixed)).toBe('B17G3XK9Q2MA');
  });
});

describe('as QR codes at level M', () => {
  const modulesOf = (text: string) =>
    QRCode.create(text, { errorCorrectionLevel: 'M' }).modules.size;

  test('an event code is 25 modules as text and 33 as a link of 60 characters', () => {
    const link = codeLink('https://bank.yunxi.gov.cn', EVENT);
    expect(link).toHaveLength(60);
    expect([modulesOf(EVENT), modulesOf(link)]).toEqual([25, 33]);
  });

  test('a person, a card and a pickup code stay small enough for an old phone', () => {
    expect([PERSON, CARD, 'K10123456789'].map(modulesOf)).toEqual([25, 25, 21]);
  });

  test('a bind code as a link is 29 modules, half a millimetre each on a small print', () => {
    expect(modulesOf('https://bank.yunxi.gov.cn/q/B17G3XK9Q2MA')).toBe(29);
  });
});
