import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, posix, relative, sep } from 'node:path';

/** One file of a built mini-program; `path` is inside it, with forward slashes. */
export type DistFile = { path: string; bytes: number };

/** Every file of a build, sorted by path. */
export function listFiles(dist: string): DistFile[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((place) => ({
      path: relative(dist, place).split(sep).join('/'),
      bytes: statSync(place).size,
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

/** The text of a file of the build, or undefined when it is not there. */
export function readText(dist: string, path: string): string | undefined {
  try {
    return readFileSync(join(dist, path), 'utf8');
  } catch {
    return undefined;
  }
}

/** The texts of all files with an ending, by path without it. */
export function textsOf(dist: string, ending: string): Map<string, string> {
  const paths = listFiles(dist).filter((file) => file.path.endsWith(ending));
  return new Map(
    paths.map(({ path }) => [path.slice(0, -ending.length), readText(dist, path) ?? '']),
  );
}

/** A path as a file names it, seen from that file: `../../comp` from `pages/home/index`. */
export function resolveFrom(file: string, named: string): string {
  if (named.startsWith('/')) return named.slice(1);
  return posix.join(posix.dirname(file), named);
}

export type AppConfig = {
  pages: string[];
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: {
    custom?: boolean;
    list: { pagePath: string; iconPath?: string; selectedIconPath?: string }[];
  };
};

/** app.json; throws when it is missing or no JSON. */
export function readAppConfig(dist: string): AppConfig {
  return JSON.parse(readText(dist, 'app.json') ?? '') as AppConfig;
}

/** All pages of all packages. */
export function allPages(app: AppConfig): string[] {
  const inPackages = (app.subPackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
  return [...app.pages, ...inPackages];
}

const typings = createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json');

let wxNames: string[] | undefined;

/** Every member of `wx` that WeChat's own typings know; read once a process. */
export function knownWxNames(): string[] {
  wxNames ??= readWxNames();
  return wxNames;
}

function readWxNames(): string[] {
  // Comments first: they hold sample code, which would look like members.
  const text = readFileSync(join(typings, '../types/wx/lib.wx.api.d.ts'), 'utf8').replace(
    /\/\*[\s\S]*?\*\//g,
    '',
  );
  const start = text.indexOf('\n    interface Wx {');
  const members = text.slice(start, text.indexOf('\n    }', start));
  const names = [...members.matchAll(/^ {8}(?:readonly )?(\w+)\??\s*[(<:]/gm)];
  return [...new Set(names.map(([, name = '']) => name))].sort();
}
