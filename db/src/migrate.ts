import { fileURLToPath } from 'node:url';
import { CHAIN_OPENING } from '@bank/shared/chain';
import { createClient } from '@libsql/client';
import { drizzle } from 'drizzle-orm/libsql';
import { migrate } from 'drizzle-orm/libsql/migrator';

const FOLDER = fileURLToPath(new URL('../migrations', import.meta.url));

/**
 * Brings a database to the newest schema and, when it is new, writes its charter and tip. Runs
 * before anything else is opened.
 */
export async function prepareDatabase(
  url: string,
  kind: 'demo' | 'county',
  nowMs: number,
  authToken?: string,
): Promise<{ isNew: boolean; kind: 'demo' | 'county' }> {
  const client = createClient({
    url,
    concurrency: 1,
    ...(authToken === undefined ? {} : { authToken }),
  });
  try {
    if (url.startsWith('file:')) await client.execute('PRAGMA journal_mode = WAL');
    await migrate(drizzle(client), { migrationsFolder: FOLDER });
    const found = await client.execute('SELECT kind FROM bank_charter WHERE id = 1');
    const charter = found.rows[0]?.kind;
    if (charter === 'demo' || charter === 'county') return { isNew: false, kind: charter };
    await client.batch(
      [
        {
          sql: 'INSERT INTO bank_charter (id, kind, made_at_ms) VALUES (1, ?, ?)',
          args: [kind, nowMs],
        },
        {
          sql: `INSERT INTO ledger_tip (id, holder, lease_until_ms, group_no, group_id, seq, hash)
                VALUES (1, '', 0, 0, '', 0, ?)`,
          args: [CHAIN_OPENING],
        },
      ],
      'write',
    );
    return { isNew: true, kind };
  } finally {
    client.close();
  }
}

/**
 * A copy carries the lease of whoever wrote when it was made. Nobody writes a restored book yet, so
 * the lease is laid down before it is opened.
 */
export async function layDownLease(url: string): Promise<void> {
  const client = createClient({ url, concurrency: 1 });
  try {
    await client.execute('UPDATE ledger_tip SET lease_until_ms = 0 WHERE id = 1');
  } finally {
    client.close();
  }
}
