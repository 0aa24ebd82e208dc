import { type Client, createClient } from '@libsql/client';
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql';
import { type GuardedClient, guard, readOnly } from './guard.ts';

/** The local client waits for a foreign lock with the whole loop standing still, so not for long. */
const BUSY_TIMEOUT_MS = 250;

/** Pages; a rare checkpoint keeps commits short, and the writer is the only one who makes it. */
const WAL_AUTOCHECKPOINT_PAGES = 16_000;
const CACHE_KIB = 64_000;

/** Can look and cannot touch: a query that writes does not compile, and is refused when it runs. */
export type Reader = Pick<LibSQLDatabase, 'select' | 'selectDistinct' | '$count'>;

export interface Connections {
  /** The one connection that writes. Only the writer holds it. */
  readonly writing: GuardedClient;
  /** The one connection that reads. */
  readonly reading: GuardedClient;
  readonly reader: Reader;
  readonly isFile: boolean;
  close(): void;
}

/**
 * Opens the database for one process. A file must take WAL, full durability and foreign keys or
 * the process does not start; a remote server keeps its own.
 */
export async function connect(url: string, authToken?: string): Promise<Connections> {
  const isFile = url.startsWith('file:');
  const options = {
    url,
    concurrency: isFile ? 1 : 20,
    timeout: BUSY_TIMEOUT_MS,
    ...(authToken === undefined ? {} : { authToken }),
  };
  const writingClient = createClient(options);
  const readingClient = createClient(options);
  const writing = guard(writingClient);
  if (isFile) {
    await prepareWriting(writing);
    await readingClient.execute('PRAGMA query_only = ON');
    await readingClient.execute(`PRAGMA cache_size = -${CACHE_KIB}`);
  }
  const reading = readOnly(guard(readingClient));
  return {
    writing,
    reading,
    // drizzle asks through the same guarded door; it uses no other method for a select.
    reader: drizzle(reading as unknown as Client),
    isFile,
    close() {
      writingClient.close();
      readingClient.close();
    },
  };
}

/** Sets what a durable book needs and asserts that it holds; again after every reconnect. */
export async function prepareWriting(writing: GuardedClient): Promise<void> {
  await writing.execute('PRAGMA journal_mode = WAL');
  await writing.execute('PRAGMA synchronous = FULL');
  await writing.execute('PRAGMA foreign_keys = ON');
  await writing.execute('PRAGMA recursive_triggers = ON');
  await writing.execute(`PRAGMA wal_autocheckpoint = ${WAL_AUTOCHECKPOINT_PAGES}`);
  await writing.execute(`PRAGMA cache_size = -${CACHE_KIB}`);
  const wanted: Record<string, unknown> = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 };
  for (const [pragma, value] of Object.entries(wanted)) {
    const found = (await writing.execute(`PRAGMA ${pragma}`)).rows[0]?.[0];
    if (found !== value) throw new Error(`the database keeps ${pragma} = ${String(found)}`);
  }
}
