import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = 'master.key';

/** The master key from the environment, else from the data folder, else made there and kept. */
export function masterKey(
  fromEnvironment: string | null,
  dataDir: string,
): { key: Buffer; isNew: boolean } {
  if (fromEnvironment !== null) return { key: Buffer.from(fromEnvironment, 'hex'), isNew: false };
  const file = join(dataDir, FILE);
  if (existsSync(file)) {
    const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
    if (key.length < 32) throw new Error(`${file} 里的密钥不完整，请从备份里找回来`);
    return { key, isNew: false };
  }
  const key = randomBytes(32);
  writeFileSync(file, `${key.toString('hex')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return { key, isNew: true };
}
