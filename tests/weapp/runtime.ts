import * as glassEasel from 'glass-easel';
import {
  type AssociatedBackend,
  type CodeSpace,
  MiniProgramEnv,
  type Root,
} from 'glass-easel-miniprogram-adapter';
import type { Host, LaunchFacts, Phone } from './bridge';
import { forbiddenFunction, type LoadScript, moduleLoader, runText } from './module-loader';
import { type Caller, fromFile, PageStack } from './page-stack';
import {
  dispatch,
  elementOf,
  fieldAmong,
  findAll,
  makeEventsPlain,
  touch,
  wordsOf,
} from './screen';
import { buildWx, type WxWorld } from './wx-object';

/**
 * A phone with one mini-program: WeChat's own component framework draws the build's templates; pages,
 * router and `wx` are ours. Runs in a window of its own and is told everything by the test's side.
 */

/** The framework's builder, whose own type grows with each property. */
type BuiltinBuilder = {
  property(name: string, options: { type: null }): unknown;
  registerComponent(): unknown;
};
type AppOptions = Record<string, unknown>;

class WeappPhone implements Phone {
  private readonly space: CodeSpace;
  private readonly backend: AssociatedBackend;
  private readonly world: WxWorld;
  private readonly load: LoadScript;
  private readonly pages: PageStack;
  private app: AppOptions | undefined;
  private registering = '';
  private readonly registered = new Set<string>();

  constructor(
    private readonly facts: LaunchFacts,
    private readonly host: Host,
  ) {
    makeEventsPlain();
    const env = new MiniProgramEnv();
    this.space = env.createCodeSpace('app', true);
    this.backend = env.associateBackend(backendContext(facts));
    this.defineBuiltins();
    this.addTemplates();
    this.pages = new PageStack(facts, {
      create: (path, tag, parent) => this.create(path, tag, parent),
      guarded: (where, work) => this.guarded(where, work),
    });
    this.world = buildWx(facts, host, this.pages.router());
    this.load = moduleLoader(facts.scripts, this.moduleGlobals(), host);
  }

  open(): void {
    this.guarded('app.js', () => this.load('app.js'));
    const launch = { ...this.launchOptions() };
    this.callApp('onLaunch', launch);
    this.callApp('onShow', launch);
    this.guarded(this.facts.path, () => this.pages.push(this.facts.path, this.facts.query));
  }

  count: Phone['count'] = (target) => findAll(this.visible(), target).length;
  texts: Phone['texts'] = (target) => findAll(this.visible(), target).map(wordsOf);
  screenText = () => this.visible().map(wordsOf).join(' ');
  pageStack = () => this.pages.open().map((page) => page.path);
  storage = () => this.world.storage.all();
  emit: Phone['emit'] = (listener, value) => this.world.emit(listener, value);
  hideApp = () => {
    this.pages.tellTop('onHide');
    this.callApp('onHide');
  };
  showApp = () => {
    this.callApp('onShow', this.launchOptions());
    this.pages.tellTop('onShow');
  };
  back = () => this.pages.goBack(1);

  property: Phone['property'] = (target, name) => elementOf(this.one(target)).data?.[name];
  touch: Phone['touch'] = (target) => touch(this.one(target));
  type: Phone['type'] = (target, value) => {
    const field = fieldAmong(findAll(this.visible(), target));
    if (field === undefined) throw new Error(`no input matches ${JSON.stringify(target)}`);
    dispatch(field, 'focus', { value }, { bubbles: false });
    dispatch(field, 'input', { value, cursor: value.length }, { bubbles: false });
  };
  trigger: Phone['trigger'] = (target, type, detail, bubbles) =>
    dispatch(this.one(target), type, detail, { bubbles });

  private one(target: Parameters<Phone['touch']>[0]): Element {
    const found = findAll(this.visible(), target)[0];
    if (found === undefined) {
      throw new Error(`nothing on screen matches ${JSON.stringify(target)}: ${this.screenText()}`);
    }
    return found;
  }

  private visible(): HTMLElement[] {
    const page = this.pages.top();
    return page === undefined ? [] : [page.place];
  }

  private launchOptions(): object {
    const { path, query, scene } = this.facts;
    return { path, query, scene, referrerInfo: {} };
  }

  private defineBuiltins(): void {
    const components = this.space.getComponentSpace();
    components.updateComponentOptions({ writeIdToDOM: true });
    for (const [tag, names] of Object.entries(this.facts.builtins)) {
      const builder = components.define(`wx://${tag}`) as unknown as BuiltinBuilder;
      for (const name of names) builder.property(name, { type: null });
      components.setGlobalUsingComponent(tag, builder.registerComponent() as never);
    }
  }

  private addTemplates(): void {
    const groups = runText(`(${this.facts.templates})`) as Record<string, never>;
    for (const [path, content] of Object.entries(groups)) {
      this.space.addCompiledTemplate(path, {
        groupList: groups as never,
        content,
        fallbackListenerOnNativeNode: true,
      });
    }
    for (const [path, config] of Object.entries(this.facts.configs)) {
      this.space.addComponentStaticConfig(path, config as never);
    }
  }

  private moduleGlobals(): Record<string, unknown> {
    const register = (kind: 'Page' | 'Component') => (options: Record<string, unknown>) => {
      const path = this.registering;
      // Taro writes an empty object where WeChat wants a list or nothing.
      const plain: Record<string, unknown> = { ...options };
      for (const name of ['behaviors', 'externalClasses']) {
        if (!Array.isArray(plain[name])) plain[name] = [];
      }
      this.space.componentEnv(path, (env) => (env[kind] as (given: object) => void)(plain));
      this.registered.add(path);
    };
    return {
      wx: this.world.wx,
      App: (options: AppOptions) => {
        this.app = options;
      },
      getApp: () => this.app,
      getCurrentPages: () => this.pages.open().map((page) => page.caller),
      Page: register('Page'),
      Component: register('Component'),
      Behavior: (options: object) => options,
      Function: forbiddenFunction,
      Date: phoneDate(this.host),
    };
  }

  /** Loads the script of a page or component, what it uses first. */
  private define(path: string): void {
    if (this.registered.has(path)) return;
    const using = Object(this.facts.configs[path]?.usingComponents) as Record<string, string>;
    for (const named of Object.values(using)) {
      const used = fromFile(path, named);
      if (used !== path) this.define(used);
    }
    const before = this.registering;
    this.registering = path;
    this.load(`${path}.js`);
    this.registering = before;
    if (!this.registered.has(path))
      throw new Error(`${path} called neither Page() nor Component()`);
  }

  private create(path: string, tag: string, parent: HTMLElement): { root: Root; caller: Caller } {
    this.define(path);
    const root = this.backend.createRoot(tag, this.space, path);
    const caller = root.get() as unknown as Caller;
    this.countSetData(caller, path);
    const placeholder = document.createElement('i');
    parent.appendChild(placeholder);
    root.attach(parent as never, placeholder as never);
    return { root, caller };
  }

  /** What a page sends to its screen goes as text on a phone, and its length is what costs. */
  private countSetData(caller: Caller, path: string): void {
    const original = caller.setData.bind(caller);
    Object.defineProperty(caller, 'setData', {
      value: (data: Record<string, unknown>, done?: () => void) => {
        const text = JSON.stringify(data);
        const bytes = encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '.').length;
        this.host.note({ kind: 'set-data', text: path, bytes });
        original(JSON.parse(text) as Record<string, unknown>, done);
      },
    });
  }

  private callApp(name: string, ...inputs: unknown[]): void {
    const method = this.app?.[name];
    if (typeof method === 'function')
      this.guarded(`App ${name}`, () => method.apply(this.app, inputs));
  }

  private guarded(where: string, work: () => unknown): void {
    try {
      work();
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.host.note({ kind: 'error', text: `${where}: ${text}` });
    }
  }
}

/** Time as the phone's clock tells it. */
function phoneDate(host: Host): DateConstructor {
  return new Proxy(Date, {
    construct: (real, given) =>
      Reflect.construct(real, given.length === 0 ? [host.nowMs()] : given) as Date,
    get: (real, name, receiver) =>
      name === 'now' ? () => host.nowMs() : (Reflect.get(real, name, receiver) as unknown),
  });
}

/** A window to draw in, whose tags cannot be mistaken for HTML's own. */
function backendContext(facts: LaunchFacts): glassEasel.CurrentWindowBackendContext {
  const context = new glassEasel.CurrentWindowBackendContext();
  const draw = {
    createElement: (tag: string) =>
      document.createElement(tag in facts.builtins ? `wx-${tag}` : tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  };
  Object.assign(context, { document: draw });
  context.onEvent((target, type, detail, options) =>
    glassEasel.triggerEvent(target, type, detail, options),
  );
  return context;
}

/** Makes the phone; the test's side calls this through the window. */
export function makePhone(facts: LaunchFacts, host: Host): Phone {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    host.note({ kind: 'error', text });
    return false;
  });
  glassEasel.addGlobalWarningListener((message: unknown) => {
    host.note({ kind: 'warning', text: String(message) });
    return false;
  });
  return new WeappPhone(facts, host);
}
