import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from '@bank/api/build-pages';
import { verifyHouse } from './verify.ts';

/** The whole proof in one command: the checks of the house, then every test, then one line that counts. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CORES = availableParallelism();

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

/** Several runs speak at once, so that they are heard by the line. */
function vitest(projects: readonly string[], workers: number): Promise<Report | null> {
  const file = join(ROOT, `node_modules/.cache/tests-${projects.join('-')}.json`);
  rmSync(file, { force: true });
  const args = [
    ...['run', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', file],
    `--maxWorkers=${workers}`,
    ...projects.flatMap((project) => ['--project', project]),
  ];
  return new Promise((done) => {
    const child = spawn(join(ROOT, 'node_modules/.bin/vitest'), args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    createInterface(child.stdout).on('line', (line) => process.stdout.write(`${line}\n`));
    createInterface(child.stderr).on('line', (line) => process.stderr.write(`${line}\n`));
    child.on('close', () => {
      try {
        done(JSON.parse(readFileSync(file, 'utf8')) as Report);
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
const buildsWeapp = build('weapp');
// One after the other: each build keeps one core busy, and half a gigabyte and more.
const buildsH5 = buildsWeapp.then(async () => build('h5'));
const house = await verifyHouse();
// A journey waits for its pages about as long as it works: the others use what it leaves.
const reports = await Promise.all([
  buildsWeapp.then(() => vitest(['api', 'weapp'], CORES)),
  buildsH5.then(() => vitest(['start', 'h5'], Math.max(1, Math.floor(CORES / 2)))),
]);
const unbuilt = (await buildsWeapp) + (await buildsH5);

let [passed, failed, skipped] = [house.passed, house.failed + unbuilt, 0];
for (const report of reports) {
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 1;
  skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  // A file that fell over outside of its tests, before the first or after the last, is one failure.
  failed +=
    report?.testResults.filter(
      (file) =>
        file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
    ).length ?? 0;
}
process.stdout.write(
  `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
