import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MINIAPP = join(ROOT, 'miniapp');
const SOURCES = ['miniapp/src', 'miniapp/config', 'miniapp/plugins', 'shared/src'];
const SINGLE_FILES = ['miniapp/package.json', 'miniapp/babel.config.js', 'pnpm-lock.yaml'];

export type Target = 'h5' | 'weapp';

export const builtFolder = (target: Target) => join(MINIAPP, 'dist', target);

/** Builds a target when its sources changed since the last build; answers whether it had to. */
export async function buildWhenChanged(target: Target, apiBase = ''): Promise<boolean> {
  const mark = join(MINIAPP, 'dist', `.${target}-built`);
  const fingerprint = fingerprintOf(`${target}|${apiBase}`);
  const isThere = existsSync(
    join(builtFolder(target), target === 'h5' ? 'index.html' : 'app.json'),
  );
  if (isThere && existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return false;
  await build(target, apiBase);
  writeFileSync(mark, fingerprint);
  return true;
}

function fingerprintOf(start: string): string {
  const hash = createHash('sha256').update(start);
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((entry) => join(folder, entry))
      .filter((file) => statSync(join(ROOT, file)).isFile() && !file.endsWith('.test.ts')),
  );
  for (const file of [...files, ...SINGLE_FILES].sort()) {
    if (existsSync(join(ROOT, file))) hash.update(file).update(readFileSync(join(ROOT, file)));
  }
  return hash.digest('hex');
}

function build(target: Target, apiBase: string): Promise<void> {
  const require = createRequire(join(MINIAPP, 'package.json'));
  const taro = join(dirname(require.resolve('@tarojs/cli/package.json')), 'bin', 'taro');
  return new Promise((done, fail) => {
    const lines: string[] = [];
    const child = spawn(process.execPath, [taro, 'build', '--type', target], {
      cwd: MINIAPP,
      env: { ...process.env, NODE_ENV: 'production', API_BASE: apiBase },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.on('data', (data: Buffer) => lines.push(data.toString()));
    child.stderr.on('data', (data: Buffer) => lines.push(data.toString()));
    child.on('error', fail);
    child.on('exit', (code) => {
      if (code === 0) done();
      else fail(new Error(`${target} 没有构建成功：\n${lines.join('').slice(-4000)}`));
    });
  });
}
