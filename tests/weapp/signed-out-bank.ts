import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SignedOutBank = { url: string; close(): Promise<void> };

/** A bank that knows nobody: every question gets the refusal a phone without a session gets. */
export async function openSignedOutBank(): Promise<SignedOutBank> {
  const refusal = JSON.stringify({
    type: 'about:blank',
    title: '请先登录',
    status: 401,
    detail: '请先登录，再来看存折。',
    code: 'request/not-signed-in',
    facts: {},
  });
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(refusal);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
