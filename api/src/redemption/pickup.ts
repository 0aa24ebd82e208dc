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
/** So many are drawn at once; that all of them are taken happens only at a branch full of orders. */
const DRAWS = 12;

/** Six figures, drawn several times: whoever asks takes the first that no open order of the branch has. */
export function drawDigits(randomBytes: (length: number) => Uint8Array): string[] {
  const bytes = Buffer.from(randomBytes(DRAWS * 4));
  return Array.from({ length: DRAWS }, (_, at) =>
    String(bytes.readUInt32BE(at * 4) % FIGURES).padStart(6, '0'),
  );
}
