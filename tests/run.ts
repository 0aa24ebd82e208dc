import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWhenChanged } from '@bank/api/build-pages';
import { verifyHouse } from './verify.ts';

/** The whole proof in one command: the checks of the house, then every test, then one line that counts. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const REPORT = join(ROOT, 'node_modules/.cache/tests.json');

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

function vitest(projects: readonly string[]): Promise<Report | null> {
  rmSync(REPORT, { force: true });
  const args = [
    ...['run', '--reporter', 'default', '--reporter', 'json', '--outputFile.json', REPORT],
    // Left to itself it keeps one core free.
    `--maxWorkers=${availableParallelism()}`,
  ];
  return new Promise((done) => {
    const child = spawn(
      join(ROOT, 'node_modules/.bin/vitest'),
      [...args, ...projects.flatMap((project) => ['--project', project])],
      { cwd: ROOT, stdio: 'inherit' },
    );
    child.on('exit', () => {
      try {
        done(JSON.parse(readFileSync(REPORT, 'utf8')) as Report);
      } catch {
        done(null);
      }
    });
  });
}

const house = await verifyHouse();
process.stdout.write('building the mini-program for weapp and H5\n');
await buildWhenChanged('weapp');
await buildWhenChanged('h5');
// Browser journeys have the machine to themselves: two cores and a race make a slow page a red one.
const reports = [await vitest(['api', 'weapp']), await vitest(['start']), await vitest(['h5'])];

let [passed, failed, skipped] = [house.passed, house.failed, 0];
for (const report of reports) {
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 1;
  skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  // A file that fell over before its first test counts as one failure.
  failed +=
    report?.testResults.filter(
      (file) => file.status === 'failed' && file.assertionResults.length === 0,
    ).length ?? 0;
}
process.stdout.write(
  `\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
