import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allHandlers } from '@bank/api/handlers';
import { statementFor } from '@bank/db/statements';
import { bankTables, withoutRowid } from '@bank/db/tables';
import { problemCodes } from '@bank/shared/problem';
import { getTableName } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { glossaryPage, promisesPage } from './docs/pages.ts';
import { PAGE_ROOMS, roomNames, roomsPage } from './docs/rooms.ts';
import { trackedFiles } from './docs/tracked-files.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const files = trackedFiles();
const sources = files.filter((file) => /^(shared|db|api|miniapp)\/.*\.tsx?$/.test(file));
const tests = files.filter((file) => /\.test\.tsx?$/.test(file));

test('the tidy test looks at the whole house', () => {
  expect(sources.length).toBeGreaterThan(250);
  expect(tests.length).toBeGreaterThan(20);
});

describe('rooms', () => {
  /** Rooms that only read what others keep, or only found what others grow, have no table of their own. */
  const ROOMS = [
    'access',
    'community',
    'events',
    'ledger',
    'notices',
    'redemption',
    'scoring',
    'selection',
    'volunteering',
  ];

  test.each(ROOMS)('%s answers to its word in contract, table and code', (room) => {
    expect(files).toContain(`shared/src/contracts/${room}.ts`);
    expect(files).toContain(`db/src/schema/${room}.ts`);
    expect(sources.some((file) => file.startsWith(`api/src/${room}/`))).toBe(true);
  });

  test('every folder of code and of pages is a room on the map', () => {
    const beside = ['platform', 'data', 'device', 'ui', 'custom-tab-bar', ...PAGE_ROOMS];
    const folders = sources.map((file) => /^(?:api|miniapp)\/src\/([\w-]+)\//.exec(file)?.[1]);
    const known = new Set<string | undefined>([...roomNames, ...beside, undefined]);
    expect(folders.filter((folder) => !known.has(folder))).toEqual([]);
  });

  test('a promise is named after the room that keeps it', () => {
    for (const { endpoint } of allHandlers(null)) {
      const room = endpoint.id.split('/')[0];
      expect(existsSync(join(ROOT, `api/src/${room}`)), endpoint.id).toBe(true);
      expect(endpoint.path.startsWith(`/${room}`), `${endpoint.id} at ${endpoint.path}`).toBe(true);
    }
  });
});

describe('names', () => {
  test('no file of a room has a name that could mean anything', () => {
    const vague = /\/(utils|helpers?|common|misc|types|service|manager|handler|index)\.ts$/;
    expect(sources.filter((file) => file.startsWith('api/src/') && vague.test(file))).toEqual([]);
  });

  test('only the chance module reads the clock and the dice', () => {
    const impure = /Date\.now\(|Math\.random\(|new Date\(\)|crypto\.randomUUID/;
    const allowed = /^api\/src\/platform\/chance\.ts$|^miniapp\/src\/device\//;
    expect(sources.filter((file) => !allowed.test(file) && impure.test(read(file)))).toEqual([]);
  });

  test('unfinished work is an issue, not a comment', () => {
    const marks = new RegExp(['\\bTO', 'DO\\b|\\bFIX', 'ME\\b|\\bX', 'XX\\b'].join(''));
    expect(files.filter((file) => /\.(tsx?|sql|md)$/.test(file) && marks.test(read(file)))).toEqual(
      [],
    );
  });

  test('no test is skipped or alone', () => {
    const mark = /\b(test|it|describe)\.(only|todo)\(|\b(it|test)\.skip\(/;
    expect(tests.filter((file) => mark.test(read(file)))).toEqual([]);
  });
});

describe('size', () => {
  test('a file fits a sitting', () => {
    const long = sources
      .filter((file) => !file.includes('/contracts/') && !file.endsWith('.test.ts'))
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines > 301);
    expect(long).toEqual([]);
  });
});

describe('refusals', () => {
  const tested = tests.map(read).join('\n');

  test('every refusal is named by a test', () => {
    expect(problemCodes.filter((code) => !tested.includes(code))).toEqual([]);
  });

  test('every refusal that a promise announces is in the registry', () => {
    const known = new Set<string>(problemCodes);
    for (const { endpoint } of allHandlers(null)) {
      expect(
        endpoint.refusals.filter((code) => !known.has(code)),
        endpoint.id,
      ).toEqual([]);
    }
  });
});

describe('tables', () => {
  const migrations = readdirSync(join(ROOT, 'db/migrations'))
    .filter((file) => file.endsWith('.sql'))
    .map((file) => read(`db/migrations/${file}`))
    .join('\n');

  test.each(bankTables.map((table) => [getTableName(table), table] as const))(
    '%s is strict, and a changed row of it must exist',
    (name, table) => {
      const tail = withoutRowid.has(name) ? 'STRICT, WITHOUT ROWID' : 'STRICT';
      expect(migrations).toMatch(new RegExp(`CREATE TABLE \`${name}\` \\([^;]*\\) ${tail};`));
      if (!statementFor(table).versioned) return;
      expect(migrations).toContain(`CREATE TRIGGER ${name}_changed_row_exists`);
    },
  );
});

describe('documents', () => {
  test('the generated pages say what the code says', () => {
    expect(read('docs/glossary.md')).toBe(glossaryPage());
    expect(read('docs/promises.md')).toBe(promisesPage());
    expect(read('docs/rooms.md')).toBe(roomsPage(files));
  });

  const documents = files.filter((file) => file.endsWith('.md'));

  test.each(documents)('%s cites only what exists', (document) => {
    const cited = [
      ...read(document).matchAll(/`((?:shared|db|api|miniapp|tests|docs|\.ci)\/[\w./-]*)`/g),
    ];
    const missing = cited
      .map((found) => found[1] ?? '')
      .filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });
});
