import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

interface Page {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Files with a hash in their name never change. */
  readonly isForEver: boolean;
}

/**
 * The built H5 app, read once into memory: a few hundred kilobytes. Every address that is not a
 * file is the app itself, which finds its page by the address.
 */
export function openPages(folder: string): (context: Context) => Promise<Response> {
  const pages = readFolder(folder);
  const front = pages.get('/index.html');
  if (!front) throw new Error(`没有网页：${folder} 里没有 index.html`);
  return async (context) => answer(context, pages.get(context.req.path) ?? front);
}

function readFolder(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = join(folder, entry);
    const type = TYPES[extname(file)];
    if (!type || !statSync(file).isFile()) continue;
    const body = new Uint8Array(readFileSync(file));
    pages.set(`/${relative(folder, file).split(sep).join('/')}`, {
      body,
      packed: new Uint8Array(gzipSync(body)),
      type,
      isForEver: /\.[0-9a-f]{8,}\./.test(file),
    });
  }
  return pages;
}

function answer(context: Context, page: Page): Response {
  const isPacked = /\bgzip\b/.test(context.req.header('accept-encoding') ?? '');
  const headers = {
    'content-type': page.type,
    'cache-control': page.isForEver ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
  };
  return context.body(isPacked ? page.packed : page.body, 200, headers);
}
