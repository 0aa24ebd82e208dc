import { accessSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LeaseHeld } from '@bank/db/tip';
import { masterKey } from './master-key.ts';
import { type OpenedBank, openBank } from './open-bank.ts';
import { realChance } from './platform/chance.ts';
import { type Config, readConfig } from './platform/config.ts';
import { Keys } from './platform/keys.ts';

const DATA_DIR = fileURLToPath(new URL('../../data', import.meta.url));

/** A reason to stop at once, in one line for whoever started it. */
export class CannotStart extends Error {}

/** The settings of this process, or CannotStart. */
export function configOrStop(): Config {
  const config = readConfig(process.env, DATA_DIR);
  if (!config.ok) throw new CannotStart(`设置不对：${config.problem}`);
  return config.value;
}

/** Opens the bank of a configuration, with every foreseeable trouble as one line. */
export async function openConfigured(
  config: Config,
  onStop: (error: Error) => void,
): Promise<OpenedBank & { isKeyNew: boolean }> {
  prepareFolder(config.dataDir);
  const { key, isNew: isKeyNew } = masterKey(config.masterKey, config.dataDir);
  try {
    const opened = await openBank({
      url: config.databaseUrl,
      ...(config.databaseToken === undefined ? {} : { authToken: config.databaseToken }),
      kind: config.kind,
      keys: new Keys(key),
      publicUrl: config.publicUrl,
      chance: realChance,
      pause: (ms) => new Promise((done) => setTimeout(done, ms)),
      onStop,
    });
    if (opened.bank.isDemo && config.wechat) {
      await opened.close();
      throw new CannotStart('这是演示库，不能接微信。请用 DATA_DIR 换一个新文件夹');
    }
    return { ...opened, isKeyNew };
  } catch (error) {
    throw said(error, config);
  }
}

function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch {
    throw new CannotStart(`写不了数据文件夹：${folder}。请换一个 DATA_DIR，或改它的权限`);
  }
}

function said(error: unknown, config: Config): Error {
  if (error instanceof CannotStart) return error;
  if (error instanceof LeaseHeld) {
    return new CannotStart('另一个程序正在写这本账。先停掉它；如果它刚被强行关掉，请过半分钟再来');
  }
  const words =
    error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error);
  if (/NOTADB|not a database|malformed|CORRUPT/i.test(words)) {
    return new CannotStart(
      `数据库坏了，没有动它：${config.databaseUrl}。请用 bank restore 从备份恢复`,
    );
  }
  if (/READONLY|CANTOPEN|unable to open|EACCES/i.test(words)) {
    return new CannotStart(`打不开数据库：${config.databaseUrl}。请看文件夹和权限`);
  }
  return error instanceof Error ? error : new Error(words);
}

/** Where a running bank listens for the operator on this machine. */
export function socketFile(config: Config): string {
  return join(config.dataDir, 'bank.sock');
}
