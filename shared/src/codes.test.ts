import { describe, expect, test } from 'vitest';
import {
  bindCheck,
  bindCodeFrom,
  codeLink,
  parseScanned,
  pickupCodeFrom,
  spokenForm,
  stepAt,
  stepOf,
  stepText,
} from './codes';

/** Sealed outside this project, under the key 00 01 … 1f. */
const EVENT = 'E17MKQ2ZB403S980ZBS4DP4RJTDT231C';
const PERSON = 'P10R3WYTVX03S980V3VS972Y050FWFM4';
const CARD = 'C1CARD000134GEF864B59VWY3F1';

describe('what a camera yields', () => {
  const event = { kind: 'event', code: EVENT, eventKey: '7MKQ2ZB4', gate: '0', step: 3_974_400 };

  test.each([
    EVENT,
    EVENT.toLowerCase(),
    ` ${EVENT}\n`,
    `https://bank.example.cn/q/${EVENT}`,
    `https://bank.example.cn/q/${EVENT}/`,
    `https://bank.example.cn/q/${EVENT}?scancode_time=1795312807`,
    `https://bank.example.cn/q/${EVENT}#top`,
    `HTTPS://BANK.EXAMPLE.CN/q/${EVENT}`,
    `http://127.0.0.1:8787/q/${EVENT}`,
    `http://[::1]:8787/q/${EVENT}`,
    `https://bank.example.cn/town/q/${EVENT}`,
    encodeURIComponent(`https://bank.example.cn/q/${EVENT}?scancode_time=1`),
  ])('an event code is found in %s', (text) => {
    expect(parseScanned(text)).toEqual(event);
  });

  test('a personal code names the phone it came from', () => {
    expect(parseScanned(PERSON)).toEqual({
      kind: 'person',
      code: PERSON,
      deviceKey: '0R3WYTVX',
      step: 3_974_400,
    });
  });

  test('a paper card names its card and version', () => {
    const card = { kind: 'card', code: CARD, cardKey: 'CARD0001', version: 3 };
    expect(parseScanned(CARD)).toEqual(card);
  });

  test('a sealed code with a letter the alphabet lacks is not repaired', () => {
    expect(parseScanned(EVENT.replace('403S98', '4O3S98'))).toEqual({ kind: 'unknown' });
  });

  test.each([
    '',
    ' ',
    'https://bank.example.cn/',
    'https://bank.example.cn/q/',
    'javascript:alert(1)//q/K10123456789',
    `ftp://bank.example.cn/q/${EVENT}`,
    EVENT.slice(0, -1),
    `${EVENT}0`,
    'E1',
    '6901234567892',
    '您好',
    '%E0%A4%A',
    'https%3A%2F%2Fbank%2Fq%2F%E0%A4%A',
    '\ud800',
    'x'.repeat(100_000),
  ])('anything else is unknown (%#)', (text) => {
    expect(parseScanned(text)).toEqual({ kind: 'unknown' });
  });

  test.each([undefined, null, 7, {}, [], Symbol('x')])('what is no text is unknown (%#)', (it) => {
    expect(parseScanned(it)).toEqual({ kind: 'unknown' });
  });
});

describe('what a hand yields', () => {
  test.each(['123456', '123 456', '１２３４５６', '１２３　４５６', 'I23456', 'l23456', '123-456'])(
    'six figures are read from %s',
    (text) => {
      expect(parseScanned(text)).toEqual({ kind: 'six-digits', digits: '123456' });
    },
  );

  test.each([
    'K10123456789',
    'k10123456789',
    'KIO123456789',
    '01234-56789',
    'o1234—56789',
    '０１２３４ ５６７８９',
    'https://bank.example.cn/q/K10123456789',
  ])('a pickup code is read from %s', (text) => {
    expect(pickupCodeFrom(text)).toBe('K10123456789');
  });

  test.each([
    'B17G3XK9Q2MA',
    'b17g3xk9q2ma',
    '7G3XK-9Q2MA',
    '７ｇ３ｘｋ　９ｑ２ｍａ',
    'BI7G3XK9Q2MA',
  ])('a bind code is read from %s', (text) => {
    expect(bindCodeFrom(text)).toBe('B17G3XK9Q2MA');
  });

  test('ten characters alone may be either, so the page that asked decides', () => {
    const spoken = { kind: 'spoken', symbols: '7G3XK9Q2MA' };
    expect(parseScanned('7G3XK-9Q2MA')).toEqual(spoken);
  });

  test('a bind code is no pickup code, nor the other way round', () => {
    expect(pickupCodeFrom('B17G3XK9Q2MA')).toBeUndefined();
    expect(bindCodeFrom('K10123456789')).toBeUndefined();
    expect(bindCodeFrom('123456')).toBeUndefined();
    expect(pickupCodeFrom(EVENT)).toBeUndefined();
  });

  test('a bind code with neighbours swapped is told from a wrong guess', () => {
    expect(bindCodeFrom('G73XK-9Q2MA')).toBeUndefined();
    expect(bindCodeFrom('7G3XK-9Q2AM')).toBeUndefined();
    expect(bindCodeFrom('7G3XK-9Q2MB')).toBeUndefined();
  });
});

describe('the pieces codes are made of', () => {
  test.each([
    ['7G3XK9Q2M', 'A'],
    ['000000000', '0'],
    ['ZZZZZZZZZ', 'X'],
    ['123456789', '0'],
  ])('the check character of %s is %s', (symbols, check) => {
    expect(bindCheck(symbols)).toBe(check);
  });

  test('steps are counted from the first second of 2025 and change every 15 s', () => {
    const startMs = Date.UTC(2025, 0, 1);
    expect([startMs - 1, startMs, startMs + 14_999, startMs + 15_000].map(stepAt)).toEqual([
      33_554_431, 0, 0, 1,
    ]);
  });

  test('a step is five characters, high ones first', () => {
    expect(stepText(3_974_400)).toBe('3S980');
    expect(stepText(33_554_431)).toBe('ZZZZZ');
    expect(stepOf('3S980')).toBe(3_974_400);
    expect([stepOf('3S98'), stepOf('3S98U'), stepOf('')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a link carries the code after one slash, and reads back', () => {
    expect(codeLink('https://bank.example.cn/', CARD)).toBe(`https://bank.example.cn/q/${CARD}`);
    expect(parseScanned(codeLink('http://127.0.0.1:8787', CARD)).kind).toBe('card');
  });

  test('a code is read aloud in two fives', () => {
    expect(spokenForm('K10123456789')).toBe('01234-56789');
    expect(spokenForm('7G3XK9Q2MA')).toBe('7G3XK-9Q2MA');
  });
});
