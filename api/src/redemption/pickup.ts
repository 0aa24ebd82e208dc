import { CODE_ALPHABET, PICKUP_LENGTH } from '@bank/shared/codes';
import type { Keys } from '../platform/keys.ts';

/**
 * K1 and ten characters (50 bits), made from the order's id and a key whenever they are asked for:
 * a copy of the database opens no order.
 */
export function pickupCodeOf(keys: Keys, orderId: string): string {
  const bytes = Buffer.from(keys.hash('pickup', orderId), 'hex');
  const symbols = [...bytes.subarray(0, PICKUP_LENGTH)].map(
    (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length],
  );
  return `K1${symbols.join('')}`;
}

/** What stands for a pickup code in the database. */
export function pickupHash(keys: Keys, code: string): string {
  return keys.hash('pickup-code', code);
}

const FIGURES = 1_000_000;
const TRIES_MAX = 50;

/** Six figures that no open order of the branch has. Null when the branch is full of them. */
export function freeDigits(
  inUse: ReadonlySet<string>,
  randomBytes: (length: number) => Uint8Array,
): string | null {
  for (let attempt = 0; attempt < TRIES_MAX; attempt++) {
    const [a = 0, b = 0, c = 0, d = 0] = randomBytes(4);
    const digits = String(((a << 24) | (b << 16) | (c << 8) | d) >>> 0)
      .padStart(10, '0')
      .slice(-6);
    if (Number(digits) < FIGURES && !inUse.has(digits)) return digits;
  }
  return null;
}
