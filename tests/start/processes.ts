import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export const newFolder = () => mkdtempSync(join(tmpdir(), 'bank-start-'));

/** A port of the loopback that nobody used a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export interface Started {
  readonly child: ChildProcess;
  /** What it has printed so far. */
  said(): string;
  /** Waits until it has printed something that matches, or has ended. */
  until(words: RegExp): Promise<string>;
  readonly ended: Promise<number>;
}

/**
 * Starts one of the two commands as a stranger would, without the test's own settings. No process
 * stands between: what is sent to the child reaches the bank itself.
 */
export function startProcess(
  script: 'start' | 'bank',
  args: readonly string[],
  settings: NodeJS.ProcessEnv,
): Started {
  const { PATH, HOME } = process.env;
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join('api/src', `${script}.ts`), ...args],
    {
      cwd: ROOT,
      env: { PATH, HOME, NODE_ENV: 'production', ...settings } as NodeJS.ProcessEnv,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  const waiting = new Set<() => void>();
  const hear = (data: Buffer) => {
    text += data.toString();
    for (const look of waiting) look();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number>((done) => child.on('exit', (code) => done(code ?? -1)));
  return {
    child,
    said: () => text,
    ended,
    until: (words) =>
      new Promise((done, fail) => {
        const look = () => {
          if (!words.test(text)) return;
          waiting.delete(look);
          done(text);
        };
        waiting.add(look);
        void ended.then((code) => fail(new Error(`ended with ${code}: ${text}`)));
        look();
      }),
  };
}

/** Runs a command to its end. */
export async function runToEnd(
  script: 'start' | 'bank',
  args: readonly string[],
  settings: NodeJS.ProcessEnv,
): Promise<{ code: number; said: string }> {
  const started = startProcess(script, args, settings);
  const code = await started.ended;
  return { code, said: started.said() };
}
