import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Visitor } from './visitor.ts';

/** A connection that lay idle may be closed just when it is used again. */
const RETRIES = 2;

/** Asks the bank with the session of whoever looks at the page. */
export async function ask({ context }: Visitor, path: string) {
  return (await context.request.get(`/api${path}`, { maxRetries: RETRIES })).json();
}

/** Has a change done with the session of whoever looks at the page; it must be granted. */
export async function tell({ context }: Visitor, path: string, wish: Record<string, unknown>) {
  const requestId = `journey-${randomUUID()}`;
  const answer = await context.request.post(`/api${path}`, {
    data: { requestId, ...wish },
    maxRetries: RETRIES,
  });
  expect([answer.status(), await answer.text()]).toEqual([200, expect.any(String)]);
  return answer.json();
}

/** In by a door that the sign-in page does not show: anybody of the demonstration. */
export async function signInAs(visitor: Visitor, personId: string): Promise<void> {
  await tell(visitor, '/access/demo-sign-ins', { personId });
}

/** Who is signed in to this window. */
export async function nameOf(visitor: Visitor): Promise<string> {
  return (await ask(visitor, '/access/me')).person.name;
}
