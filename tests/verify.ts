import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything that needs no database and no browser: format, lint, types, floors, unused code, schema. */
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MODULES_MIN = 300;

interface Check {
  readonly name: string;
  run(): Promise<string | null>;
}

function shell(command: string, args: readonly string[]): Promise<{ code: number; text: string }> {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, env: { ...process.env, FORCE_COLOR: '0' } });
    let text = '';
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => {
      text += data.toString();
    });
    child.on('exit', (code) => done({ code: code ?? 1, text }));
  });
}

const bin = (name: string) => join(ROOT, 'node_modules/.bin', name);

function tool(name: string, command: string, ...args: string[]): Check {
  return {
    name,
    async run() {
      const { code, text } = await shell(bin(command), args);
      return code === 0 ? null : text;
    },
  };
}

/** A rule about nothing would always hold: the number of modules it read is part of the check. */
const floors: Check = {
  name: 'floors',
  async run() {
    const { code, text } = await shell(bin('depcruise'), [
      ...['shared/src', 'db/src', 'api/src', 'miniapp/src'],
      ...['--config', '.dependency-cruiser.cjs'],
    ]);
    const modules = Number(/(\d+) modules/.exec(text)?.[1] ?? 0);
    if (modules < MODULES_MIN) return `${text}\nread ${modules} modules, fewer than ${MODULES_MIN}`;
    return code === 0 ? null : text;
  },
};

/** The migrations must say what the schema says: made again, nothing new may come out. */
const drift: Check = {
  name: 'schema drift',
  async run() {
    const place = 'node_modules/.cache/drift';
    rmSync(join(ROOT, place), { recursive: true, force: true });
    mkdirSync(join(ROOT, place), { recursive: true });
    cpSync(join(ROOT, 'db/migrations'), join(ROOT, place), { recursive: true });
    const before = readdirSync(join(ROOT, place)).length;
    const { code, text } = await shell(bin('drizzle-kit'), [
      ...['generate', '--dialect', 'sqlite', '--schema', './db/src/schema/*.ts'],
      ...['--out', `./${place}`, '--name', 'drift'],
    ]);
    const isSame = readdirSync(join(ROOT, place)).length === before;
    return code === 0 && isSame ? null : `${text}\nthe schema and the migrations differ`;
  },
};

/** What a family is told yes or no by: every noun with decisions has its tests beside it. */
const DECISION_FOLDERS = ['api/src', 'shared/src', 'db/src'];
const BRANCHES_PERCENT_MIN = 90;

function decisionFiles(): string[] {
  return DECISION_FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join(folder, file.replace('.test.ts', '.ts')))
      .filter((file) => existsSync(join(ROOT, file))),
  );
}

const decisions = tool(
  'decisions',
  'vitest',
  ...['run', '--project', 'unit', '--reporter', 'dot', '--coverage', '--coverage.provider=v8'],
  ...['--coverage.reporter=text-summary', '--coverage.reportsDirectory=node_modules/.cache/seen'],
  `--coverage.thresholds.branches=${BRANCHES_PERCENT_MIN}`,
  ...decisionFiles().map((file) => `--coverage.include=${file}`),
);

/** The longest first, so that none is left to end alone. */
const checks: readonly Check[] = [
  decisions,
  tool('types: server and tests', 'tsc', '-p', 'tsconfig.json'),
  tool('types: H5', 'tsc', '-p', 'miniapp'),
  tool('types: weapp', 'tsc', '-p', 'miniapp/tsconfig.weapp.json'),
  tool('unused code', 'knip'),
  tool('types: shared', 'tsc', '-p', 'shared'),
  floors,
  drift,
  tool('format and lint', 'biome', 'check', '.'),
];

/** Runs every check, two at a time; answers how many passed and failed. */
export async function verifyHouse(): Promise<{ passed: number; failed: number }> {
  const waiting = [...checks];
  let [passed, failed] = [0, 0];
  const work = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const startedAt = performance.now();
      const fault = await check.run();
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      process.stdout.write(`${fault === null ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)\n`);
      if (fault === null) passed += 1;
      else {
        failed += 1;
        process.stdout.write(`${fault}\n`);
      }
    }
  };
  await Promise.all([work(), work()]);
  return { passed, failed };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await verifyHouse();
  process.exitCode = failed === 0 ? 0 : 1;
}
