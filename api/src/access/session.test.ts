import { expect, test } from 'vitest';
import { codeExpiryMs, isSimplePin, sessionExpiryMs } from './session.ts';

test('a resident stays signed in for thirty days, a post for a shift', () => {
  expect(sessionExpiryMs(0, false)).toBe(30 * 86_400_000);
  expect(sessionExpiryMs(0, true)).toBe(12 * 3_600_000);
  expect(codeExpiryMs(0)).toBe(72 * 3_600_000);
});

test.each(['000000', '123456', '987654', '343434', '112211'])(
  '%s is what others try first',
  (pin) => {
    expect(isSimplePin(pin)).toBe(true);
  },
);

test.each(['271828', '135790', '112233'])('%s is a PIN', (pin) => {
  expect(isSimplePin(pin)).toBe(false);
});
