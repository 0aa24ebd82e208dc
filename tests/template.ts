import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '@bank/db/migrate';

const made = new Map<string, Promise<string>>();

/** One migrated, empty file a process, to be copied with VACUUM INTO: copying a WAL file loses tables. */
export function templateFile(kind: 'demo' | 'county', nowMs: number): Promise<string> {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const file = join(mkdtempSync(join(tmpdir(), 'bank-template-')), `${kind}.db`);
  const making = prepareDatabase(`file:${file}`, kind, nowMs).then(() => {
    if (!existsSync(file)) throw new Error('the template was not made');
    return file;
  });
  made.set(kind, making);
  return making;
}
