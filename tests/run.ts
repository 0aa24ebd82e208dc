import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from '@bank/api/build-pages';
import { verifyHouse } from './verify.ts';

/** The whole proof in one command: the checks of the house, then every test, then one line that counts. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = join(ROOT, 'node_modules/.cache/tests.json');

/** One more than cores: a journey waits for its pages about as long as it works. */
const WORKERS = availableParallelism() + 1;

/** Where a test keeps its files: in memory where there is plenty, since they are thrown away anyhow. */
const MEMORY = '/dev/shm';
const ROOM_BYTES = 6 * 1024 ** 3;

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function folderForTests(): NodeJS.ProcessEnv {
  if (!existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize < ROOM_BYTES ? {} : { TMPDIR: MEMORY };
}

function vitest(projects: readonly string[]): Promise<Report | null> {
  rmSync(REPORT, { force: true });
  const args = [
    ...['run', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', REPORT],
    `--maxWorkers=${WORKERS}`,
    ...projects.flatMap((project) => ['--project', project]),
  ];
  return new Promise((done) => {
    const child = spawn(join(ROOT, 'node_modules/.bin/vitest'), args, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...folderForTests() },
    });
    child.on('exit', () => {
      try {
        done(JSON.parse(readFileSync(REPORT, 'utf8')) as Report);
      } catch {
        done(null);
      }
    });
  });
}

/** Builds a target when that is needed; answers how many failed. */
async function build(target: 'weapp' | 'h5'): Promise<number> {
  try {
    await buildWhenChanged(target);
    return 0;
  } catch (error) {
    process.stdout.write(`FAIL ${String(error)}\n`);
    return 1;
  }
}

process.stdout.write(
  'building the mini-program for weapp and H5, beside the checks of the house\n',
);
// One after the other: each build keeps one core busy, and half a gigabyte and more.
const builds = build('weapp').then(async (failed) => failed + (await build('h5')));
const house = await verifyHouse();
const unbuilt = await builds;
const report = await vitest(['api', 'weapp', 'start', 'h5']);

const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
const passed = house.passed + (report?.numPassedTests ?? 0);
// A file that fell over outside of its tests, before the first or after the last, is one failure.
const fallen = report?.testResults.filter(
  (file) =>
    file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
);
const failed = house.failed + unbuilt + (report?.numFailedTests ?? 1) + (fallen?.length ?? 0);
process.stdout.write(
  `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
