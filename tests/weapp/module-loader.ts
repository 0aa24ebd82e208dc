import type { Host } from './bridge';

/** Loads a build's scripts as WeChat does: one function a file, and no browser in sight. */

/** Names a browser or Node has and WeChat's engines do not. Each is undefined inside a script. */
export const FORBIDDEN_GLOBALS =
  `window document self global globalThis process Buffer navigator location history
  localStorage sessionStorage indexedDB fetch Headers Request Response FormData Blob File FileReader
  XMLHttpRequest WebSocket EventSource Worker URL URLSearchParams AbortController AbortSignal Event
  CustomEvent EventTarget MessageChannel MutationObserver IntersectionObserver ResizeObserver
  TextEncoder TextDecoder crypto performance structuredClone queueMicrotask requestIdleCallback
  requestAnimationFrame cancelAnimationFrame setImmediate atob btoa alert confirm prompt open Image
  HTMLElement Element Node getComputedStyle matchMedia Intl`.split(/\s+/);

export type ModuleGlobals = Record<string, unknown>;

/** Runs a file once and gives its exports; `path` as the build names it, with `.js`. */
export type LoadScript = (path: string) => unknown;

/** A loader over a build's scripts. A missing or throwing file throws, as it would on a phone. */
export function moduleLoader(
  scripts: Record<string, string>,
  globals: ModuleGlobals,
  host: Host,
): LoadScript {
  const loaded = new Map<string, { exports: unknown }>();
  const names = Object.keys(globals);
  const values = Object.values(globals);
  const shadows = FORBIDDEN_GLOBALS.filter((name) => !names.includes(name));

  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const text = scripts[path];
    if (text === undefined) throw new Error(`module '${path}' is not defined`);
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const parameters = ['require', 'module', 'exports', 'console', ...names, ...shadows];
    // Strict, as every file of a mini-program is, so `this` leads to no global object either.
    const run = runText(
      `(function (${parameters.join(', ')}) { "use strict"; ${text}\n})\n//# sourceURL=weapp/${path}`,
    ) as (...inputs: unknown[]) => void;
    const require = (named: string) => load(withEnding(resolve(path, named)));
    run(require, module, module.exports, phoneConsole(host), ...values);
    return module.exports;
  };
  return load;
}

/** The value of a built text in this window, seeing none of the names around the call. */
export function runText(text: string): unknown {
  // biome-ignore lint/security/noGlobalEval: running what was built is what this is for
  const evaluate = eval;
  return evaluate(text);
}

/** What engines do with code made from text: refuse. */
export const forbiddenFunction = new Proxy(Function, {
  construct: refuseCode,
  apply: refuseCode,
});

function refuseCode(): never {
  throw new EvalError('Code generation from strings disallowed for this context');
}

function resolve(from: string, named: string): string {
  if (named.startsWith('/')) return named.slice(1);
  const parts = from.split('/').slice(0, -1);
  for (const part of named.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function withEnding(path: string): string {
  return path.endsWith('.js') ? path : `${path}.js`;
}

function phoneConsole(host: Host): Record<string, (...said: unknown[]) => void> {
  const note = (kind: 'error' | 'warning') => {
    return (...said: unknown[]) => host.note({ kind, text: said.map(spoken).join(' ') });
  };
  const silent = () => undefined;
  return {
    ...{ log: silent, info: silent, debug: silent, time: silent, timeEnd: silent, group: silent },
    ...{ groupEnd: silent, trace: silent, table: silent },
    error: note('error'),
    warn: note('warning'),
    assert: (holds: unknown, ...said: unknown[]) => {
      if (!holds) note('error')(...said);
    },
  };
}

function spoken(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
}
