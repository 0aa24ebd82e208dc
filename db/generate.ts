import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableName } from 'drizzle-orm';
import { statementFor } from './src/statements.ts';
import { bankTables, withoutRowid } from './src/tables.ts';

/**
 * Makes the opening migration anew from the schema: STRICT tables, then the guards that drizzle
 * cannot say. Only until the first release; afterwards migrations are added, never remade.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const folder = join(here, 'migrations');

function kit(...words: string[]): void {
  execFileSync('npx', ['drizzle-kit', 'generate', '--config', 'db/drizzle.config.ts', ...words], {
    cwd: join(here, '..'),
    stdio: 'inherit',
  });
}

function migrationNamed(name: string): string {
  const file = readdirSync(folder).find((entry) => entry.endsWith(`_${name}.sql`));
  if (!file) throw new Error(`no migration ${name}`);
  return join(folder, file);
}

/** drizzle knows neither STRICT nor WITHOUT ROWID. */
function makeStrict(sql: string): string {
  return sql.replace(/CREATE TABLE `(\w+)` \(([\s\S]*?)\n\);/g, (_, name: string, body: string) => {
    const tail = withoutRowid.has(name) ? 'STRICT, WITHOUT ROWID' : 'STRICT';
    return `CREATE TABLE \`${name}\` (${body}\n) ${tail};`;
  });
}

const knownRow = (
  name: string,
) => `CREATE TRIGGER ${name}_changed_row_exists BEFORE INSERT ON ${name}
WHEN NEW.version <> 1 AND NOT EXISTS (SELECT 1 FROM ${name} WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'a_changed_row_exists'); END;`;

rmSync(folder, { recursive: true, force: true });
kit('--name', 'opening');
kit('--custom', '--name', 'the_book_guards_itself');
const opening = migrationNamed('opening');
writeFileSync(opening, makeStrict(readFileSync(opening, 'utf8')));
const guards = readdirSync(join(here, 'guards'))
  .sort()
  .map((file) => readFileSync(join(here, 'guards', file), 'utf8').trim());
const known = bankTables
  .filter((table) => statementFor(table).versioned)
  .map((table) => knownRow(getTableName(table)));
const text = [...guards, ...known].join('\n--> statement-breakpoint\n');
writeFileSync(migrationNamed('the_book_guards_itself'), `${text}\n`);
