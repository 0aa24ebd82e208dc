import type { Endpoint } from '@bank/shared/endpoint';
import { meaningOf, type ProblemCode } from '@bank/shared/problem';
import { CAPABILITIES, isCapability } from '@bank/shared/roles';
import { roleName } from '@bank/shared/vocabulary';
import { html, raw } from 'hono/html';
import { exampleInput } from './openapi-examples.ts';

const WHO: Readonly<Record<string, string>> = {
  anyone: '任何人',
  'signed-in': '登录的人',
  'household-member': '本户居民',
  householder: '户主',
  voter: '户主，或户主请的一位大人',
};

/** Who may ask for a promise, in the words of the posts. */
export function whoMay(duty: string): string {
  if (!isCapability(duty)) return WHO[duty] ?? duty;
  return CAPABILITIES[duty].map((role) => roleName(role)).join('、');
}

const STYLE = `
  body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #211d17; background: #fffcf5 }
  article { border-top: 1px solid #d8ccb4; padding: .5rem 0 1rem }
  h3 { margin: .5rem 0 0 }
  code, pre { background: #f6f0e3; border-radius: 4px; padding: 0 .3rem; overflow-wrap: anywhere; white-space: pre-wrap }
  pre { padding: .5rem }
  a { color: #2c4a7c }
`;

function exampleOf(endpoint: Endpoint): string {
  const shape = (endpoint.input as { _zod?: { def?: { shape?: Record<string, unknown> } } })._zod
    ?.def?.shape;
  const required = Object.entries(shape ?? {})
    .filter(
      ([, field]) => (field as { _zod: { def: { type: string } } })._zod.def.type !== 'optional',
    )
    .map(([name]) => name);
  return JSON.stringify(exampleInput(endpoint, required), null, 1);
}

function promise(endpoint: Endpoint) {
  const { id, method, path, summary, duty, refusals } = endpoint;
  return html`<article id="${id}">
    <h3>${summary}</h3>
    <p><code>${method} /api${path}</code> <small>${id}</small><br />谁能办：${whoMay(duty)}</p>
    ${method === 'POST' ? html`<pre>${exampleOf(endpoint)}</pre>` : ''}
    ${
      refusals.length === 0
        ? ''
        : html`<p>可能不成：${refusals.map((code, at) => {
            const { title, status } = meaningOf(code as ProblemCode);
            return html`${at > 0 ? '；' : ''}${title} <small>${status} ${code}</small>`;
          })}</p>`
    }
  </article>`;
}

/** The page `/docs`: every promise with who may, an example to send, and how it may be refused. */
export function docsPage(endpoints: readonly Endpoint[]) {
  const rooms = [...new Set(endpoints.map(({ id }) => id.split('/')[0] ?? ''))];
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>文明储蓄所 接口</title>
        <style>${raw(STYLE)}</style>
      </head>
      <body>
        <h1>文明储蓄所 接口</h1>
        <p>
          每个改动都带一个先存好的 <code>requestId</code>，同一个号只办一次；回 5xx 是还不知道，用同一个号再问一次。
          机器读的一份在 <a href="/openapi.json">/openapi.json</a>
        </p>
        ${rooms.map(
          (room) => html`<h2>${room}</h2>
            ${endpoints.filter(({ id }) => id.startsWith(`${room}/`)).map(promise)}`,
        )}
      </body>
    </html>`;
}
