import { whyUnbindable } from '@bank/db/guard';
import { accept, type Outcome, refuse } from '@bank/shared/outcome';
import { NO_FACTS, type Problem } from '@bank/shared/problem';

export const BODY_BYTES_MAX = 64 * 1024;
export const DEPTH_MAX = 16;

type Unreadable = Problem<'request/unreadable' | 'request/too-large'>;

const unreadable = (): Outcome<never, Unreadable> =>
  refuse({ code: 'request/unreadable', facts: NO_FACTS });

/**
 * The one reader of bodies, before everything else: size, then UTF-8, then depth, then JSON, then
 * what may never reach a bind. Nothing here throws, whatever was sent.
 */
export async function readBody(
  request: Request,
  bytesMax: number = BODY_BYTES_MAX,
): Promise<Outcome<unknown, Unreadable>> {
  const bytes = await readBytes(request, bytesMax);
  if (bytes === 'too-large') return refuse({ code: 'request/too-large', facts: { bytesMax } });
  if (bytes === 'cut') return unreadable();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unreadable();
  }
  if (isTooDeep(text)) return unreadable();
  try {
    const value: unknown = JSON.parse(text);
    return isFit(value) ? accept(value) : unreadable();
  } catch {
    return unreadable();
  }
}

async function readBytes(
  request: Request,
  bytesMax: number,
): Promise<Uint8Array | 'too-large' | 'cut'> {
  const told = Number(request.headers.get('content-length') ?? Number.NaN);
  if (told > bytesMax) return 'too-large';
  // A length that was told binds the sender, so the whole can be taken at once and without a stream.
  if (Number.isInteger(told) && !request.headers.has('transfer-encoding')) {
    return readWhole(request, bytesMax);
  }
  if (!request.body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of request.body as unknown as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > bytesMax) return 'too-large';
      parts.push(part);
    }
  } catch {
    return 'cut';
  }
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

async function readWhole(
  request: Request,
  bytesMax: number,
): Promise<Uint8Array | 'too-large' | 'cut'> {
  try {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.length > bytesMax ? 'too-large' : bytes;
  } catch {
    return 'cut';
  }
}

/** A text (with its brackets) or one bracket. */
const TEXT_OR_BRACKET = /"(?:[^"\\]|\\.)*"|[[\]{}]/gs;

/** Counted before parsing: a parser that recurses would meet the end of the stack first. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(TEXT_OR_BRACKET)) {
    if (sign === '{' || sign === '[') depth += 1;
    else if (sign === '}' || sign === ']') depth -= 1;
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

function isFit(value: unknown): boolean {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'string') return whyUnbindable(value) === null;
  if (typeof value === 'number') {
    return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  }
  if (Array.isArray(value)) return value.every(isFit);
  return Object.entries(value as object).every(
    ([key, inner]) => key !== '__proto__' && whyUnbindable(key) === null && isFit(inner),
  );
}

/** The same fitness for what came in a query string or a path. */
export function isFitText(text: string): boolean {
  return whyUnbindable(text) === null && !text.includes('\uFFFD');
}
