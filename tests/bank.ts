import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenHash } from '@bank/api/access/identify';
import { openSession, recordAccount } from '@bank/api/access/store';
import { openApp } from '@bank/api/app';
import { bookChecks } from '@bank/api/handlers';
import { verify } from '@bank/api/ledger/queries';
import { type OpenedBank, openBank } from '@bank/api/open-bank';
import type { Bank } from '@bank/api/platform/context';
import { Keys } from '@bank/api/platform/keys';
import { openLog } from '@bank/api/platform/log';
import { openMetrics } from '@bank/api/platform/metrics';
import type { WeChat } from '@bank/api/platform/wechat';
import type { Draft, Plan, Row } from '@bank/db/plan';
import type { Endpoint, InputOf, OutputOf } from '@bank/shared/endpoint';
import { RequestId } from '@bank/shared/ids';
import { ProblemDocument } from '@bank/shared/problem-document';
import * as z from '@bank/shared/zod';
import { createClient } from '@libsql/client';
import type { Hono } from 'hono';
import { templateFile } from './template.ts';

/** Tuesday 2026-03-17, nine in the morning in the community. */
export const OPENING_MS = Date.UTC(2026, 2, 17, 1);

export type Answer<E> =
  | { readonly status: 200; readonly body: OutputOf<E>; readonly isReplay: boolean }
  | { readonly status: number; readonly problem: ProblemDocument };

export interface TestBank {
  readonly app: Hono;
  readonly bank: Bank;
  readonly opened: OpenedBank;
  readonly url: string;
  /** Moves the still clock. */
  pass(ms: number): void;
  requestId(): RequestId;
  /** A session of a person who is in the book; the same one each time. */
  tokenOf(personId: string | null): Promise<string>;
  /** Calls as somebody (a person's id), or as a stranger (null). Parses every yes by its contract. */
  call<E extends Endpoint>(
    as: string | null,
    endpoint: E,
    input: LooseInput<E>,
  ): Promise<Answer<E>>;
  /** Records rows and transfers that a test starts from, as one plan. */
  given(change: { rows?: readonly Row[]; transfers?: readonly Draft[] }): Promise<void>;
  balance(accountId: string): Promise<number>;
  /** Ends the test: the whole book must be sound. */
  close(): Promise<void>;
}

/** Ids are checked by the door; a test may write them as plain text. */
export type LooseInput<E> = { [Key in keyof InputOf<E>]: Loose<InputOf<E>[Key]> };
type Loose<Value> = Value extends string
  ? string
  : Value extends number | boolean | null | undefined
    ? Value
    : Value extends readonly (infer One)[]
      ? readonly Loose<One>[]
      : { [Key in keyof Value]: Loose<Value[Key]> };

/** The real app on a copy of a migrated file, with a still clock and counted ids. */
export async function openTestBank(
  options: { kind?: 'demo' | 'county'; wechat?: WeChat } = {},
): Promise<TestBank> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-'));
  const url = `file:${join(folder, 'bank.db')}`;
  const source = createClient({
    url: `file:${await templateFile(options.kind ?? 'county', OPENING_MS)}`,
  });
  await source.execute({ sql: 'VACUUM INTO ?', args: [url.slice('file:'.length)] });
  source.close();

  let [nowMs, count] = [OPENING_MS, 0];
  const opened = await openBank({
    url,
    kind: options.kind ?? 'county',
    keys: new Keys(Buffer.alloc(32, 7)),
    publicUrl: 'http://127.0.0.1:3000',
    chance: {
      nowMs: () => nowMs,
      newId: (prefix) => `${prefix}_${String(++count).padStart(10, '0')}`,
      randomBytes: (length) => countedBytes(++count, length),
    },
    pause: () => new Promise((done) => setImmediate(done)),
    onStop: () => undefined,
  });
  const { bank } = opened;
  const app = openApp(bank, {
    log: openLog('silent'),
    metrics: openMetrics(() => bank.writer.waitingCount),
    wechat: options.wechat ?? null,
    pages: null,
    mayReadMetrics: () => true,
  });
  const tokens = new Map<string, string>();
  const requestId = () => RequestId.parse(`request-${String(++count).padStart(12, '0')}`);

  const given: TestBank['given'] = async ({ rows = [], transfers = [] }) => {
    const verdict = await bank.writer.commit(groundwork(requestId(), nowMs, rows, transfers));
    if (verdict !== 'recorded') throw new Error('what the test starts from was refused');
  };
  const tokenOf: TestBank['tokenOf'] = async (personId) => {
    const key = personId ?? 'visitor';
    const known = tokens.get(key);
    if (known) return known;
    const accountId = bank.chance.newId('account');
    const session = openSession(
      bank.chance,
      (token) => tokenHash(bank, token),
      { id: accountId, holdsPost: false },
      nowMs,
    );
    const openIdHash = personId === null ? `openid-${accountId}` : null;
    await given({
      rows: [recordAccount(null, { id: accountId, personId, openIdHash }), session.row],
    });
    tokens.set(key, session.token);
    return session.token;
  };

  return {
    app,
    bank,
    opened,
    url,
    pass(ms) {
      nowMs += ms;
    },
    requestId,
    tokenOf,
    given,
    async call(as, endpoint, input) {
      const headers: Record<string, string> = { 'x-bank-phone': 'weapp' };
      if (as !== null)
        headers.authorization = `Bearer ${await tokenOf(as === 'visitor' ? null : as)}`;
      const response = await app.request(...requestOf(endpoint, input as object, headers));
      const body: unknown = await response.json();
      if (response.status !== 200) {
        return { status: response.status, problem: z.parse(ProblemDocument, body) };
      }
      const isReplay = response.headers.get('idempotency-hit') === 'true';
      return {
        status: 200,
        isReplay,
        body: z.parse(endpoint.output, body) as OutputOf<typeof endpoint>,
      };
    },
    async balance(accountId) {
      const found = await opened.connections.reading.execute({
        sql: 'SELECT balance FROM ledger_accounts WHERE id = ?',
        args: [accountId],
      });
      return Number(found.rows[0]?.balance);
    },
    async close() {
      const found = await verify(bank, bookChecks);
      await opened.close();
      rmSync(folder, { recursive: true, force: true });
      if (!found.isSound) throw new Error(found.summary);
    },
  };
}

/** The request as the phone would send it. */
export function requestOf(
  endpoint: Endpoint,
  input: object,
  headers: Record<string, string>,
): [string, RequestInit] {
  const fields = new Map(Object.entries(input).filter(([, value]) => value !== undefined));
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = String(fields.get(name));
    if (endpoint.method === 'GET') fields.delete(name);
    return encodeURIComponent(value);
  });
  if (endpoint.method === 'GET') {
    const search = new URLSearchParams([...fields].map(([key, value]) => [key, String(value)]));
    return [`/api${path}?${search}`, { headers }];
  }
  return [
    `/api${path}`,
    {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(fields)),
    },
  ];
}

function groundwork(
  requestId: string,
  atMs: number,
  rows: readonly Row[],
  transfers: readonly Draft[],
): Plan {
  return {
    requestId,
    fingerprint: 'groundwork',
    answer: '{"ok":true,"answer":{}}',
    command: 'test/groundwork',
    actorId: 'test',
    actingAs: 'test',
    areaPath: null,
    subjectId: null,
    outcome: 'done',
    atMs,
    rows,
    transfers,
  };
}

/** Different bytes each time, the same in every run. */
function countedBytes(seed: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let state = (seed * 2_654_435_761) >>> 0;
  for (let at = 0; at < length; at++) {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    bytes[at] = state >>> 24;
  }
  return bytes;
}
