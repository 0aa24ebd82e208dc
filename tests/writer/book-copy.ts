import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Client, createClient } from '@libsql/client';

/** A connection past every guard of ours, as an operator with a shell would have. */
export interface BookCopy {
  readonly client: Client;
  close(): void;
}

/** A copy of a book that may be tampered with: same rows, without the triggers that forbid it. */
export async function copyWithoutTriggers(url: string): Promise<BookCopy> {
  const copy = await copyBook(url);
  const { rows } = await copy.client.execute(
    `SELECT name FROM sqlite_master WHERE type = 'trigger'`,
  );
  await copy.client.batch(
    rows.map((row) => `DROP TRIGGER "${String(row.name)}"`),
    'write',
  );
  await copy.client.execute('PRAGMA foreign_keys = OFF');
  await copy.client.execute('PRAGMA ignore_check_constraints = ON');
  return copy;
}

/** A copy of a book with everything that guards it. */
export async function copyBook(url: string): Promise<BookCopy> {
  const folder = mkdtempSync(join(tmpdir(), 'bank-copy-'));
  const file = join(folder, 'copy.db');
  const source = createClient({ url });
  await source.execute({ sql: 'VACUUM INTO ?', args: [file] });
  source.close();
  const client = createClient({ url: `file:${file}`, concurrency: 1 });
  await client.execute('PRAGMA foreign_keys = ON');
  await client.execute('PRAGMA recursive_triggers = ON');
  return {
    client,
    close() {
      client.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
