import { UnknownOutcome } from './errors';
import type { SendHttp } from './http-shape';

/** By the browser, with the session's cookie, to the origin the page came from. */
export const sendHttp: SendHttp = async ({ method, url, headers, body, timeoutMs, signal }) => {
  const ending = new AbortController();
  const end = () => ending.abort();
  const clock = setTimeout(end, timeoutMs);
  signal?.addEventListener('abort', end);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      body: body ?? null,
      credentials: 'same-origin',
      signal: ending.signal,
    });
    return { status: answer.status, text: await answer.text() };
  } catch {
    throw new UnknownOutcome();
  } finally {
    clearTimeout(clock);
    signal?.removeEventListener('abort', end);
  }
};
