import { createRequire } from 'node:module';
import type { TmplGroup } from 'glass-easel-template-compiler';
import { listFiles, textsOf } from './dist-files';

/** What a build becomes before it runs: templates as one script, and the facts the runtime needs. */
export type CompiledWeapp = {
  /** An expression whose value holds the generator of each template. */
  templates: string;
  /** What the template compiler complained of; anything here is a fault of the build. */
  complaints: string[];
  /** The attributes each built-in tag is given anywhere, in camel case. */
  builtins: Record<string, string[]>;
  /** Page and component settings, by path without ending. */
  configs: Record<string, Record<string, unknown>>;
  /** Script texts, by path with `.js`. */
  scripts: Record<string, string>;
};

type Complaint = { path: string; message: string; startLine: number; startColumn: number };

const { TmplGroup: Group } = createRequire(import.meta.url)('glass-easel-template-compiler') as {
  TmplGroup: typeof TmplGroup;
};

/** What no template is: the marks of the language itself. */
const LANGUAGE_TAGS = new Set(['template', 'block', 'import', 'include', 'wxs', 'slot']);

/** Compiles a build with WeChat's own template compiler. Never throws: trouble is a complaint. */
export function compileWeapp(dist: string): CompiledWeapp {
  const complaints: string[] = [];
  const group = new Group();
  const templates = textsOf(dist, '.wxml');
  for (const [path, text] of templates) {
    for (const one of group.addTmpl(path, text) as Complaint[]) {
      complaints.push(
        `${one.path}.wxml:${one.startLine + 1}:${one.startColumn + 1} ${one.message}`,
      );
    }
  }
  for (const [path, text] of textsOf(dist, '.wxs')) group.addScript(path, text);
  const configs = configsOf(dist, complaints);
  return {
    templates: group.getTmplGenObjectGroups(),
    complaints,
    builtins: builtinsOf([...templates.values()], ownTags(configs)),
    configs,
    scripts: Object.fromEntries(
      [...textsOf(dist, '.js')].map(([path, text]) => [`${path}.js`, text]),
    ),
  };
}

function configsOf(dist: string, complaints: string[]): CompiledWeapp['configs'] {
  const configs: CompiledWeapp['configs'] = {};
  const scripts = new Set(listFiles(dist).map((file) => file.path));
  for (const [path, text] of textsOf(dist, '.json')) {
    if (!scripts.has(`${path}.js`)) continue;
    try {
      configs[path] = JSON.parse(text) as Record<string, unknown>;
    } catch {
      complaints.push(`${path}.json is no JSON`);
    }
  }
  return configs;
}

/** Names the build gives to components of its own. */
function ownTags(configs: CompiledWeapp['configs']): Set<string> {
  return new Set(
    Object.values(configs).flatMap((config) => Object.keys(config.usingComponents ?? {})),
  );
}

function builtinsOf(templates: string[], own: Set<string>): Record<string, string[]> {
  const found: Record<string, Set<string>> = {};
  for (const text of templates) {
    for (const [, tag = '', attributes = ''] of text.matchAll(
      /<([a-z][\w-]*)((?:\s+[^<>]*?)?)\/?>/g,
    )) {
      if (LANGUAGE_TAGS.has(tag) || own.has(tag)) continue;
      found[tag] ??= new Set();
      for (const [, name = ''] of attributes.matchAll(/\s([a-zA-Z][\w-]*)=/g)) {
        found[tag].add(name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
      }
    }
  }
  const notProperties = /^(bind|catch|class$|style$|id$|slot$|data[A-Z]|hidden$)/;
  return Object.fromEntries(
    Object.entries(found).map(([tag, names]) => [
      tag,
      [...names].filter((name) => !notProperties.test(name)),
    ]),
  );
}
