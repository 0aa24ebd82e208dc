import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));

const QUEUED = 'this.#waiting.push({ plan, settle, fail });';
/** The lie: yes is said when the plan stands in line, before anything is in the book. */
const ANSWERED_TOO_SOON = `${QUEUED} settle('recorded');`;

/**
 * The server as one file that starts in a moment. With `answersTooSoon` its writer is a patched copy
 * that answers before the commit: the product itself has no such switch.
 */
export async function buildServer(answersTooSoon: boolean): Promise<string> {
  const folder = join(here, '../node_modules/.cache/crash');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, answersTooSoon ? 'lying-server.mjs' : 'server.mjs');
  await build({
    entryPoints: [join(here, 'server.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    plugins: [packagesStayOutside, ownSources(answersTooSoon)],
  });
  return outfile;
}

/** Our own code goes into the file; packages are named by where they lie. */
const packagesStayOutside: Plugin = {
  name: 'packages-stay-outside',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      const isOurs = path.startsWith('@bank/') || path.startsWith('node:');
      if (isOurs || importer === '' || pluginData === 'resolved') return undefined;
      const found = await resolve(path, { importer, resolveDir, kind, pluginData: 'resolved' });
      return found.path.startsWith('/') ? { path: found.path, external: true } : undefined;
    });
  },
};

/** Each file still knows where it lies, for what it reads from beside itself. */
const ownSources = (answersTooSoon: boolean): Plugin => ({
  name: 'own-sources',
  setup({ onLoad }) {
    onLoad({ filter: /\/(db|api|shared)\/src\/.*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      const isWriter = path.endsWith('/db/src/writer.ts');
      const told = answersTooSoon && isWriter ? answerTooSoon(source) : source;
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: told.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
});

function answerTooSoon(source: string): string {
  if (source.split(QUEUED).length !== 2) throw new Error('the writer reads differently now');
  return source.replace(QUEUED, ANSWERED_TOO_SOON);
}
