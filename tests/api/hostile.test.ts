import { allHandlers } from '@bank/api/handlers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestBank, type TestBank } from '../bank.ts';
import { foundWorld, STAFF } from '../world.ts';

let bank: TestBank;

beforeAll(async () => {
  bank = await openTestBank();
  await foundWorld(bank);
});
afterAll(() => bank.close());

const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const text = (value: string) => new TextEncoder().encode(value);

/** Twelve kinds of body that no honest phone sends. */
const BODIES: readonly (readonly [string, Uint8Array<ArrayBuffer>])[] = [
  ['nothing at all', new Uint8Array()],
  ['not JSON', text('{"requestId":')],
  ['trailing data', text('{} {}')],
  ['bytes that are no UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
  ['a byte order mark', new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])],
  ['a depth of 100,000', text(deep(100_000))],
  ['a megabyte of one field', text(`{"requestId":"${'x'.repeat(1_000_000)}"}`)],
  ['NUL and lone surrogates', text('{"requestId":"a\\u0000b","name":"\\ud800","code":"\\udfff"}')],
  ['a prototype', text('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}}}')],
  [
    'booleans and arrays for words',
    text('{"requestId":true,"code":["x"],"personId":{"a":1},"pin":false}'),
  ],
  [
    'numbers past every edge',
    text('{"quantity":1e400,"requestId":9007199254740993,"seq":-0,"points":1.5}'),
  ],
  ['an array for the whole', text('[null,1,"x",{}]')],
];

const ends = allHandlers(null).map(({ endpoint }) => endpoint);

test.each(BODIES)('no promise of the bank falls over at %s', async (_kind, body) => {
  const token = await bank.tokenOf(STAFF.steward);
  for (const endpoint of ends) {
    for (const authorization of ['', `Bearer ${token}`]) {
      const path = `/api${endpoint.path.replace(/:\w+/g, '%F0%9F%98%80')}`;
      const headers = { 'content-type': 'application/json', authorization };
      const isPost = endpoint.method === 'POST';
      const response = await bank.app.request(
        path,
        isPost ? { method: 'POST', headers, body } : { headers },
      );
      expect([endpoint.id, response.status < 500]).toEqual([endpoint.id, true]);
      expect(await response.text()).not.toMatch(/at .*\.ts:|SQLITE|node_modules/);
    }
  }
});

describe('the door says in words', () => {
  const post = (path: string, body: string, token: string) =>
    bank.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body,
    });
  const problem = async (response: Response) =>
    (await response.json()) as { code: string; detail: string; facts: Record<string, unknown> };

  test('which field is wrong and why', async () => {
    const token = await bank.tokenOf('person_tian');
    const body = JSON.stringify({ requestId: bank.requestId(), orderId: 'x' });
    const said = await problem(await post('/api/redemption/order-cancellations', body, token));
    expect(said).toMatchObject({ code: 'request/bad-input', facts: { field: 'orderId' } });
  });

  test('that something is unreadable, or too large', async () => {
    const token = await bank.tokenOf('person_tian');
    const unreadable = await problem(await post('/api/access/sign-outs', '{', token));
    expect(unreadable.code).toBe('request/unreadable');
    const large = await post('/api/access/sign-outs', ' '.repeat(70_000), token);
    expect([large.status, (await problem(large)).code]).toEqual([413, 'request/too-large']);
  });

  test('who must sign in, whose duty it is, and that nothing is there', async () => {
    const get = (path: string, token = '') =>
      bank.app.request(path, { headers: token ? { authorization: `Bearer ${token}` } : {} });
    expect((await problem(await get('/api/passbook'))).code).toBe('request/not-signed-in');
    const resident = await bank.tokenOf('person_tian');
    const posts = await problem(await get('/api/access/posts', resident));
    expect(posts.code).toBe('request/not-your-duty');
    expect(posts.detail).toContain('县级管理员');
    expect((await problem(await get('/api/nothing/here'))).code).toBe('request/not-found');
    expect((await problem(await get('/problems/nothing/here'))).code).toBe('request/not-found');
    expect(await (await get('/problems/request/busy')).json()).toMatchObject({ status: 503 });
  });
});

test('when the bank itself cannot go on it says that nobody knows yet, never no, and shows nothing of itself', async () => {
  const broken = await openTestBank();
  await foundWorld(broken);
  const token = await broken.tokenOf('person_tian');
  await broken.bank.writer.close();
  const response = await broken.app.request('/api/access/sign-outs', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ requestId: broken.requestId(), everywhere: true }),
  });
  const said = await response.text();
  expect(response.status).toBe(500);
  expect(JSON.parse(said)).toMatchObject({ code: 'request/unknown-outcome' });
  expect(said).not.toMatch(/closed|writer|\.ts/);
  await broken.close();
});

test('a form from a foreign page changes nothing', async () => {
  const token = await bank.tokenOf('person_tian');
  const response = await bank.app.request('/api/access/sign-outs', {
    method: 'POST',
    headers: { 'content-type': 'text/plain', cookie: `bank_session=${token}` },
    body: JSON.stringify({ requestId: bank.requestId(), everywhere: true }),
  });
  expect(response.status).toBe(400);
});

test('tokens that were never given, are malformed or belong to nobody are strangers, not errors', async () => {
  const tokens = [
    '',
    'x',
    'null',
    '%00',
    'eyJhbGciOiJub25lIn0.e30.',
    'a'.repeat(43),
    'é'.repeat(43),
    'a'.repeat(10_000),
  ];
  for (const token of tokens) {
    const response = await bank.app.request('/api/access/me', {
      headers: { cookie: `bank_session=${encodeURIComponent(token)}` },
    });
    expect(response.status).toBe(401);
  }
});
