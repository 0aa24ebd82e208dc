import { createHash } from 'node:crypto';
import { type ChainedTransfer, canonicalTransfer } from '@bank/shared/chain';

/** The next link: SHA-256, in hex, over the canonical text of a transfer and the link before it. */
export function linkOf(prev: string, transfer: ChainedTransfer): string {
  return createHash('sha256').update(canonicalTransfer(prev, transfer)).digest('hex');
}

/** SHA-256(salt ‖ words), in hex. Without the salt nobody can find the words by trying. */
export function memoDigest(salt: string, words: string): string {
  return createHash('sha256').update(salt).update('\n').update(words).digest('hex');
}
