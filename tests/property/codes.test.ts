import {
  cardCode,
  deriveDeviceKey,
  deriveEventKey,
  eventCode,
  eventDigits,
  newBindCode,
  personCode,
  readCardCode,
  readEventCode,
  readEventDigits,
  readPersonCode,
} from '@bank/api/platform/code-keys';
import { bindCodeFrom, codeLink, parseScanned, pickupCodeFrom } from '@bank/shared/codes';
import fc from 'fast-check';
import { expect, test } from 'vitest';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbol = fc.constantFrom(...ALPHABET);
const symbols = (count: number) =>
  fc.array(symbol, { minLength: count, maxLength: count }).map((list) => list.join(''));
const master = fc.uint8Array({ minLength: 32, maxLength: 32 });
const moment = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2060, 0, 1) });
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.string({ unit: symbol, maxLength: 40 }),
  symbols(30).map((tail) => `E1${tail}`),
  symbols(30).map((tail) => `P1${tail}`),
  symbols(25).map((tail) => `C1${tail}`),
  fc.string({ maxLength: 40 }).map((tail) => `https://bank.example.cn/q/${tail}`),
);

test('no text whatever makes a reader of codes throw or be believed', () => {
  fc.assert(
    fc.property(master, anyText, moment, (key, text, nowMs) => {
      parseScanned(text);
      pickupCodeFrom(text);
      bindCodeFrom(text);
      expect(readEventCode(key, text, nowMs).state).toBe('forged');
      expect(readPersonCode(key, text, nowMs).state).toBe('forged');
      expect(readCardCode(key, text).state).toBe('forged');
      readEventDigits(key, text, '0', text, nowMs);
    }),
    { numRuns: 3_000 },
  );
});

test('whatever is made at any moment is read back at that moment, from text and from a link', () => {
  fc.assert(
    fc.property(master, symbols(8), symbol, moment, (key, publicKey, gate, atMs) => {
      const event = eventCode(deriveEventKey(key, publicKey), publicKey, gate, atMs);
      const scanned = parseScanned(codeLink('http://127.0.0.1:8787', event));
      expect(scanned).toMatchObject({ kind: 'event', code: event, eventKey: publicKey, gate });
      expect(readEventCode(key, event, atMs)).toEqual({
        state: 'fresh',
        eventKey: publicKey,
        gate,
      });
      const person = personCode(deriveDeviceKey(key, publicKey), publicKey, atMs);
      expect(readPersonCode(key, person, atMs)).toEqual({ state: 'fresh', deviceKey: publicKey });
      const version = ALPHABET.indexOf(gate);
      expect(readCardCode(key, cardCode(key, publicKey, version))).toEqual({
        state: 'genuine',
        cardKey: publicKey,
        version,
      });
    }),
    { numRuns: 500 },
  );
});

test('a screen 30 seconds old or more is never fresh, whatever the second', () => {
  fc.assert(
    fc.property(symbols(8), moment, fc.integer({ min: 0, max: 120_000 }), (event, atMs, ageMs) => {
      const key = new Uint8Array(32);
      const code = eventCode(deriveEventKey(key, event), event, '0', atMs);
      const reading = readEventCode(key, code, atMs + ageMs);
      if (ageMs >= 30_000) expect(reading.state).toBe('stale');
      if (ageMs <= 15_000) expect(reading.state).toBe('fresh');
    }),
    { numRuns: 1_000 },
  );
});

test('the figures of a step are read at that step and at no other event', () => {
  fc.assert(
    fc.property(master, symbols(8), moment, (key, event, atMs) => {
      const eventKey = deriveEventKey(key, event);
      const digits = eventDigits(eventKey, event, '0', atMs);
      expect(digits).toMatch(/^[0-9]{6}$/);
      expect(readEventDigits(eventKey, event, '0', digits, atMs)).toEqual({
        state: 'fresh',
        gate: '0',
      });
    }),
    { numRuns: 500 },
  );
});

test('no bind code passes with one character wrong or two neighbours swapped', () => {
  const bytes = fc.uint8Array({ minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(bytes, fc.nat(9), symbol, (random, at, wrong) => {
      const code = newBindCode(() => random);
      const typed = code.slice(2);
      expect(bindCodeFrom(typed)).toBe(code);
      const altered = typed.slice(0, at) + wrong + typed.slice(at + 1);
      if (altered !== typed) expect(bindCodeFrom(altered)).toBeUndefined();
      const [one = '', two = ''] = typed.slice(at, at + 2);
      const swapped = typed.slice(0, at) + two + one + typed.slice(at + 2);
      if (swapped !== typed) expect(bindCodeFrom(swapped)).toBeUndefined();
    }),
    { numRuns: 2_000 },
  );
});
