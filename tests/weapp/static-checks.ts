import { compileWeapp } from './compile';
import {
  type AppConfig,
  allPages,
  type DistFile,
  knownWxNames,
  listFiles,
  readAppConfig,
  readText,
  resolveFrom,
  textsOf,
} from './dist-files';
import { forbiddenNames, readScript } from './script-checks';

/** What can be found wrong with a weapp build without starting it. */

export type SizeRow = { name: string; bytes: number; bytesMax: number };

const KB = 1_024;
const MAIN_BYTES_MAX = 900 * KB;
const SUBPACKAGE_BYTES_MAX = 600 * KB;
const TAB_ICON_BYTES_MAX = 40 * KB;
/** Taro's own pieces ask about these before they touch them, or only in a branch for other systems. */
const TARO_MAY_NAME: Record<string, readonly string[]> = {
  'taro.js': ['window', 'globalThis', 'global', 'self'],
  'runtime.js': ['window', 'globalThis', 'global', 'self'],
};
/** Taro finds the global object so, and catches the refusal. */
const CODE_FROM_TEXT_IN = new Set(['runtime.js', 'taro.js']);
/** Beside WeChat's own: where webpack keeps its chunks. */
const OWN_WX_MEMBERS = new Set(['webpackJsonp', 'cloud', 'env']);
const ARIA_NAMES = ['aria-label', 'aria-role', 'aria-hidden'];

/** The packages of a build with their sizes, the main one first. */
export function sizeTable(dist: string): SizeRow[] {
  const files = listFiles(dist);
  const app = readAppConfig(dist);
  const roots = (app.subPackages ?? []).map(({ root }) => `${root.replace(/\/$/, '')}/`);
  const bytesOf = (belongs: (file: DistFile) => boolean) =>
    files.filter(belongs).reduce((sum, file) => sum + file.bytes, 0);
  const inMain = (file: DistFile) => !roots.some((root) => file.path.startsWith(root));
  const main = { name: 'main', bytes: bytesOf(inMain), bytesMax: MAIN_BYTES_MAX };
  const subpackages = roots.map((root) => ({
    name: root,
    bytes: bytesOf((file) => file.path.startsWith(root)),
    bytesMax: SUBPACKAGE_BYTES_MAX,
  }));
  return [main, ...subpackages];
}

/** Every fault of a build, one sentence each; none for a good one. */
export function checkWeapp(dist: string): string[] {
  let app: AppConfig;
  try {
    app = readAppConfig(dist);
  } catch {
    return ['app.json is missing or no JSON'];
  }
  return [
    ...checkSizes(dist),
    ...checkPages(dist, app),
    ...checkTabs(dist, app),
    ...compileWeapp(dist).complaints,
    ...checkViewScripts(dist),
    ...checkTemplates(dist),
    ...checkScripts(dist),
  ];
}

function checkSizes(dist: string): string[] {
  return sizeTable(dist)
    .filter((row) => row.bytes > row.bytesMax)
    .map((row) => `package ${row.name} has ${row.bytes} bytes, more than ${row.bytesMax}`);
}

function checkPages(dist: string, app: AppConfig): string[] {
  const own = app.tabBar?.custom === true ? ['custom-tab-bar/index'] : [];
  const seen = new Set<string>();
  const faults: string[] = [];
  const check = (path: string, namedBy: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const ending of ['.js', '.json', '.wxml']) {
      if (readText(dist, path + ending) === undefined) {
        faults.push(`${namedBy} names ${path}, which has no ${ending}`);
      }
    }
    for (const named of Object.values(usingComponents(dist, path))) {
      check(resolveFrom(path, named), `${path}.json`);
    }
  };
  for (const path of [...allPages(app), ...own]) check(path, 'app.json');
  return faults;
}

function usingComponents(dist: string, path: string): Record<string, string> {
  try {
    const config = JSON.parse(readText(dist, `${path}.json`) ?? '{}') as Record<string, unknown>;
    return Object(config.usingComponents) as Record<string, string>;
  } catch {
    return {};
  }
}

function checkTabs(dist: string, app: AppConfig): string[] {
  const list = app.tabBar?.list;
  if (list === undefined) return [];
  const pages = new Set(app.pages);
  const faults = list
    .filter((tab) => !pages.has(tab.pagePath))
    .map((tab) => `tab ${tab.pagePath} is no page of the main package`);
  if (list.length < 2 || list.length > 5) faults.push(`${list.length} tabs; WeChat takes 2 to 5`);
  const files = new Map(listFiles(dist).map((file) => [file.path, file.bytes]));
  for (const icon of list.flatMap((tab) =>
    [tab.iconPath ?? [], tab.selectedIconPath ?? []].flat(),
  )) {
    const bytes = files.get(icon);
    if (bytes === undefined) faults.push(`tab icon ${icon} is missing`);
    else if (bytes > TAB_ICON_BYTES_MAX) faults.push(`tab icon ${icon} has ${bytes} bytes`);
  }
  return faults;
}

/** The view's own script language is an old one: what newer syntax there is fails on the phone. */
function checkViewScripts(dist: string): string[] {
  return [...textsOf(dist, '.wxs')].flatMap(([path, text]) => {
    const { broken } = readScript(text);
    if (broken !== undefined) return [`${path}.wxs: ${broken}`];
    const newer = /=>|`|\b(?:let|const|class)\s/.test(text);
    return newer ? [`${path}.wxs uses syntax newer than the view's language`] : [];
  });
}

/** Templates named must be there, and the words for screen readers must have come through. */
function checkTemplates(dist: string): string[] {
  const templates = textsOf(dist, '.wxml');
  const defined = new Set<string>();
  for (const text of templates.values()) {
    for (const [, name = ''] of text.matchAll(/<template name="([^"]+)"/g)) defined.add(name);
  }
  const faults = [...templates].flatMap(([path, text]) =>
    [...text.matchAll(/<template is="([^"{}]+)"/g)]
      .filter(([, name = '']) => !defined.has(name))
      .map(([, name]) => `${path}.wxml uses template ${name}, which nobody defines`),
  );
  const missing = [...textsOf(dist, '.wxml')].flatMap(([path, text]) =>
    [...text.matchAll(/<(?:import|include|wxs)\b[^>]*\bsrc="([^"]+)"/g)]
      .map(([, named = '']) => resolveFrom(path, named))
      .filter((file) => readText(dist, file) === undefined)
      .map((file) => `${path}.wxml names ${file}, which is missing`),
  );
  const all = [...templates.values()].join('\n');
  const silent = ARIA_NAMES.filter((name) => !all.includes(`${name}=`));
  return [...faults, ...missing, ...silent.map((name) => `no template carries ${name}`)];
}

function checkScripts(dist: string): string[] {
  const known = new Set([...knownWxNames(), ...OWN_WX_MEMBERS]);
  return [...textsOf(dist, '.js')].flatMap(([stem, text]) => {
    const path = `${stem}.js`;
    const facts = readScript(text);
    if (facts.broken !== undefined) return [`${path}: ${facts.broken}`];
    const required = facts.required
      .map((named) => resolveFrom(path, named.endsWith('.js') ? named : `${named}.js`))
      .filter((file) => readText(dist, file) === undefined);
    const made = CODE_FROM_TEXT_IN.has(path) ? [] : facts.codeFromText;
    return [
      ...required.map((file) => `${path} requires ${file}, which is missing`),
      ...made.map((name) => `${path} makes code from text with ${name}`),
      ...forbiddenNames(facts, TARO_MAY_NAME[path] ?? []).map((name) => `${path} uses ${name}`),
      ...[...facts.wxMembers]
        .filter((name) => !known.has(name))
        .map((name) => `${path} asks wx.${name}, which WeChat does not have`),
    ];
  });
}
