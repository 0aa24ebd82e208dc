import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/**
 * Everything keyed hangs from one master key, by purpose, so that a leak of one use says nothing
 * about another and one secret is enough to keep.
 */
export class Keys {
  /** For the codes that derive a key for each event, phone or card. */
  readonly master: Buffer;
  readonly #derived = new Map<string, Buffer>();

  /** `master`: 32 random bytes, from the environment or the data folder. */
  constructor(master: Uint8Array) {
    if (master.length < 32) throw new RangeError('the master key must have 32 bytes or more');
    this.master = Buffer.from(master);
  }

  /** The 32-byte key for one purpose, such as `fingerprint` or `event|0AB3…`. */
  for(purpose: string): Buffer {
    const known = this.#derived.get(purpose);
    if (known) return known;
    const key = Buffer.from(hkdfSync('sha256', this.master, 'civility-savings-bank', purpose, 32));
    if (this.#derived.size < 10_000) this.#derived.set(purpose, key);
    return key;
  }

  /** A keyed hash, in hex: the same text gives the same hash only to the holder of the key. */
  hash(purpose: string, text: string): string {
    return createHmac('sha256', this.for(purpose)).update(text).digest('hex');
  }

  /** Compares two hex hashes without telling by time how much of them agrees. */
  static agree(one: string, other: string): boolean {
    const left = Buffer.from(one, 'hex');
    const right = Buffer.from(other, 'hex');
    return left.length > 0 && left.length === right.length && timingSafeEqual(left, right);
  }
}
