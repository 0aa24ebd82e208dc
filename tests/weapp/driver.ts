import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { JSDOM, VirtualConsole } from 'jsdom';
import type {
  Host,
  LaunchFacts,
  Noted,
  Phone,
  RequestAnswered,
  RequestAsked,
  Target,
} from './bridge';
import { type CompiledWeapp, compileWeapp } from './compile';
import { allPages, knownWxNames, readAppConfig } from './dist-files';
import { hearStrayRejections } from './stray-rejections';

/** Answers an API in a test: a value for `success`; a throw or rejection for `fail`. */
export type Mock = (options: Record<string, unknown>) => unknown;

export type LaunchOptions = {
  /** The folder of the weapp build. */
  dist: string;
  /** Page to start on; the build's first one if absent. */
  path?: string;
  query?: Record<string, string>;
  /** How WeChat was opened: 1001 from the list, 1011 by its scanner. */
  scene?: number;
  mocks?: Record<string, Mock>;
  /** Requests go here, whatever origin the build was made for. */
  apiBase?: string;
  /** What the phone says of itself beyond a common Android. */
  system?: Record<string, unknown>;
  /** What the phone's clock says, in ms; this machine's if absent. */
  nowMs?: () => number;
};

export type SentRequest = {
  method: string;
  path: string;
  body: string | undefined;
  /** Undefined until it is answered, and for ever when it fails. */
  status: number | undefined;
};

export type WeappDriver = {
  /** A finger on the first thing that matches; throws when nothing does. */
  tap(target: Target): Promise<void>;
  /** Puts text into the input that matches, lies inside what matches, or carries its label. */
  input(target: Target, value: string): Promise<void>;
  /** Any event of a built-in component. */
  trigger(target: Target, type: string, detail?: unknown): Promise<void>;
  text(target?: Target): string;
  texts(target: Target): string[];
  count(target: Target): number;
  /** A property as the template gave it, such as `ariaLabel`. */
  property(target: Target, name: string): unknown;
  pageStack(): string[];
  back(): Promise<void>;
  mock(name: string, mock: Mock): void;
  /** Tells listeners, as `onNetworkStatusChange`. */
  emit(listener: string, value: unknown): Promise<void>;
  /** To the background and back to the front. */
  hideApp(): Promise<void>;
  showApp(): Promise<void>;
  /** From now on there is no signal, or there is again: the phone says so, and requests fail. */
  goOffline(offline: boolean): Promise<void>;
  /** The next request that changes something is carried out, but its answer never arrives. */
  loseNextAnswer(): void;
  storage(): Record<string, unknown>;
  requests: SentRequest[];
  log: Noted[];
  /** Waits until words are on screen, or a question answers yes; throws with the screen when not. */
  waitFor(wanted: string | (() => boolean), withinMs?: number): Promise<void>;
  /** Faults: errors, complaints of the compiler, unmocked APIs, and screens sent in too large pieces. */
  problems(): string[];
  close(): void;
};

/** One `setData` may send this much. */
export const SET_DATA_BYTES_MAX = 256 * 1024;
const WAIT_MS = 30_000;
const GLANCE_MS = 5;

let runtime: Promise<string> | undefined;
const compiled = new Map<string, CompiledWeapp>();

/** The phone's side as one script for a window; made once a process. */
function runtimeScript(): Promise<string> {
  runtime ??= build({
    entryPoints: [fileURLToPath(new URL('./runtime.ts', import.meta.url))],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'weappRuntime',
    platform: 'browser',
    logLevel: 'silent',
  }).then((result) => result.outputFiles[0]?.text ?? '');
  return runtime;
}

/** Starts a weapp build on a phone of its own and waits for its first page. */
export async function launchWeapp(options: LaunchOptions): Promise<WeappDriver> {
  const app = readAppConfig(options.dist);
  const build = compiled.get(options.dist) ?? compileWeapp(options.dist);
  compiled.set(options.dist, build);
  const facts: LaunchFacts = {
    ...build,
    wxNames: knownWxNames(),
    pages: allPages(app),
    tabPages: app.tabBar?.list.map((tab) => tab.pagePath) ?? [],
    customTabBar: app.tabBar?.custom === true,
    path: options.path ?? app.pages[0] ?? '',
    query: options.query ?? {},
    scene: options.scene ?? 1001,
    system: options.system ?? {},
  };
  const session = new Session(options, build.complaints);
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => {
    const cause = (error as { cause?: { stack?: string } }).cause;
    session.note({ kind: 'error', text: cause?.stack ?? error.message });
  });
  const dom = new JSDOM('<!doctype html><body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole,
  });
  dom.window.eval(`${await runtimeScript()}\nwindow.weappRuntime = weappRuntime;`);
  const { makePhone } = dom.window.weappRuntime as {
    makePhone(facts: LaunchFacts, host: Host): Phone;
  };
  hearStrayRejections(dom.window.eval('Promise'), (reason) => session.stray(reason));
  try {
    const phone = makePhone(facts, session);
    session.drive(phone, () => dom.window.close());
    phone.open();
  } catch (error) {
    session.note({ kind: 'error', text: error instanceof Error ? error.message : String(error) });
  }
  await glance();
  return session.driver();
}

class Session implements Host {
  readonly log: Noted[] = [];
  readonly requests: SentRequest[] = [];
  private readonly mocks: Record<string, Mock>;
  private phone: Phone | undefined;
  private offline = false;
  private losesNextAnswer = false;
  private end: () => void = () => undefined;

  constructor(
    private readonly options: LaunchOptions,
    private readonly complaints: string[],
  ) {
    this.mocks = { ...options.mocks };
  }

  drive(phone: Phone, end: () => void): void {
    this.phone = phone;
    this.end = end;
  }

  note(noted: Noted): void {
    this.log.push(noted);
  }

  /** An API's refusal that its `fail` was told of comes a second time from Taro's promise: no fault. */
  stray(reason: unknown): void {
    const { errMsg, stack } = Object(reason) as { errMsg?: string; stack?: string };
    const text = `nobody handled ${errMsg ?? stack ?? String(reason)}`;
    this.note({ kind: errMsg === undefined ? 'error' : 'warning', text });
  }

  mock(name: string, options: string): Promise<string> | undefined {
    const mock = this.mocks[name];
    if (mock === undefined) return undefined;
    return (async () => JSON.stringify((await mock(JSON.parse(options))) ?? {}))();
  }

  randomBytes(count: number): number[] {
    return [...randomBytes(count)];
  }

  nowMs(): number {
    return this.options.nowMs?.() ?? Date.now();
  }

  async request(asked: RequestAsked): Promise<RequestAnswered> {
    const url = new URL(asked.url);
    const { method, body } = asked;
    const sent: SentRequest = { method, path: url.pathname, body, status: undefined };
    this.requests.push(sent);
    if (this.offline) return { failed: 'net::ERR_INTERNET_DISCONNECTED' };
    const base = this.options.apiBase ?? url.origin;
    try {
      const response = await fetch(base + url.pathname + url.search, {
        method: asked.method,
        headers: asked.headers,
        signal: AbortSignal.timeout(asked.timeoutMs),
        ...(asked.body === undefined || asked.method === 'GET' ? {} : { body: asked.body }),
      });
      const text = await response.text();
      if (this.losesNextAnswer && method !== 'GET') {
        this.losesNextAnswer = false;
        return { failed: 'net::ERR_CONNECTION_RESET' };
      }
      sent.status = response.status;
      return { status: response.status, headers: Object.fromEntries(response.headers), text };
    } catch (error) {
      return { failed: error instanceof Error ? error.name : 'network' };
    }
  }

  private running(): Phone {
    if (this.phone === undefined)
      throw new Error(`the app did not start: ${this.problems().join('; ')}`);
    return this.phone;
  }

  private problems(): string[] {
    const faults = this.log.flatMap((noted) => {
      if (noted.kind === 'error') return [`error: ${noted.text}`];
      if (noted.kind === 'unmocked') return [`not mocked: ${noted.text}`];
      if (noted.kind !== 'set-data' || noted.bytes <= SET_DATA_BYTES_MAX) return [];
      return [`${noted.text} sent ${noted.bytes} bytes in one setData`];
    });
    return [...this.complaints.map((text) => `template: ${text}`), ...faults];
  }

  private async waitFor(wanted: string | (() => boolean), withinMs: number): Promise<void> {
    const phone = this.running();
    const holds = typeof wanted === 'string' ? () => phone.screenText().includes(wanted) : wanted;
    const untilMs = performance.now() + withinMs;
    while (!holds()) {
      if (performance.now() > untilMs) {
        const seen = [`on screen: ${phone.screenText()}`, ...this.problems()];
        throw new Error(`waited ${withinMs} ms for ${String(wanted)}; ${seen.join('; ')}`);
      }
      await glance();
    }
  }

  driver(): WeappDriver {
    const after = async (work: () => void): Promise<void> => {
      work();
      await glance();
    };
    const { log, requests } = this;
    return {
      log,
      requests,
      tap: (target) => after(() => this.running().touch(target)),
      input: (target, value) => after(() => this.running().type(target, value)),
      trigger: (target, type, detail = {}) =>
        after(() => this.running().trigger(target, type, detail, false)),
      text: (target) =>
        target === undefined
          ? this.running().screenText()
          : (this.running().texts(target)[0] ?? ''),
      texts: (target) => this.running().texts(target),
      count: (target) => this.running().count(target),
      property: (target, name) => this.running().property(target, name),
      pageStack: () => this.running().pageStack(),
      back: () => after(() => this.running().back()),
      mock: (name, mock) => void Object.assign(this.mocks, { [name]: mock }),
      emit: (listener, value) => after(() => this.running().emit(listener, value)),
      hideApp: () => after(() => this.running().hideApp()),
      showApp: () => after(() => this.running().showApp()),
      goOffline: (offline) =>
        after(() => {
          this.offline = offline;
          const networkType = offline ? 'none' : 'wifi';
          Object.assign(this.mocks, { getNetworkType: () => ({ networkType }) });
          this.running().emit('onNetworkStatusChange', { isConnected: !offline, networkType });
        }),
      loseNextAnswer: () => {
        this.losesNextAnswer = true;
      },
      storage: () => this.running().storage(),
      waitFor: (wanted, withinMs = WAIT_MS) => this.waitFor(wanted, withinMs),
      problems: () => this.problems(),
      close: () => this.end(),
    };
  }
}

/** Long enough for a gesture's state to be drawn. */
async function glance(): Promise<void> {
  await new Promise((drawn) => setTimeout(drawn, GLANCE_MS));
}
