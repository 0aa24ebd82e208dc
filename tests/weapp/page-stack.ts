import type { Root } from 'glass-easel-miniprogram-adapter';
import type { LaunchFacts } from './bridge';

/** The pages that are open, one over the other, and WeChat's rules for getting from one to the next. */

export type Caller = Record<string, unknown> & {
  setData(data: Record<string, unknown>, done?: () => void): void;
};
export type OpenPage = {
  path: string;
  query: Record<string, string>;
  root: Root;
  caller: Caller;
  place: HTMLElement;
};
/** What makes a page, and what catches the errors of its methods. */
export type PageMaker = {
  create(path: string, tag: string, parent: HTMLElement): { root: Root; caller: Caller };
  guarded(where: string, work: () => unknown): void;
};

const PAGES_MAX = 10;
const TAB_BAR = 'custom-tab-bar/index';

export class PageStack {
  private readonly tabs = new Map<string, OpenPage>();
  private stack: OpenPage[] = [];

  constructor(
    private readonly facts: LaunchFacts,
    private readonly maker: PageMaker,
  ) {}

  /** From the lowest to the one that shows. */
  open(): readonly OpenPage[] {
    return this.stack;
  }

  top(): OpenPage | undefined {
    return this.stack.at(-1);
  }

  /** Calls a method of the page that shows, if it has it. */
  tellTop(name: string): void {
    this.callPage(this.top(), name);
  }

  /** Opens a page on top of the others. */
  push(path: string, query: Record<string, string>): void {
    if (!this.facts.pages.includes(path)) throw new Error(`page "${path}" is not found`);
    if (this.stack.length >= PAGES_MAX) throw new Error('webview count limit exceed');
    const place = document.createElement('div');
    const page = this.maker.create(path, 'wx-page', place);
    const open: OpenPage = { path, query, place, ...page };
    Object.assign(open.caller, { route: path, __route__: path, options: query });
    const isTab = this.facts.tabPages.includes(path);
    if (isTab && this.facts.customTabBar) {
      const bar = this.maker.create(TAB_BAR, 'wx-tab-bar', place);
      Object.assign(open.caller, { getTabBar: () => bar.caller });
    }
    if (isTab) this.tabs.set(path, open);
    this.showPlace(open);
    this.stack.push(open);
    this.callPage(open, 'onLoad', { ...query });
    this.callPage(open, 'onShow');
    setTimeout(() => this.callPage(open, 'onReady'), 0);
  }

  private showPlace(open: OpenPage): void {
    this.top()?.place.remove();
    document.body.appendChild(open.place);
  }

  private close(page: OpenPage | undefined): void {
    if (page === undefined) return;
    this.callPage(page, 'onUnload');
    page.root.release();
    page.place.remove();
  }

  /** Closes pages, but never the last. */
  goBack(delta: number): void {
    for (let left = delta; left > 0 && this.stack.length > 1; left -= 1)
      this.close(this.stack.pop());
    const page = this.top();
    if (page === undefined) return;
    document.body.appendChild(page.place);
    this.callPage(page, 'onShow');
  }

  /** The five ways to another page, as members of `wx`. */
  router(): Record<string, (options: { url?: string; delta?: number }) => void> {
    const to = (url = ''): { path: string; query: Record<string, string>; isTab: boolean } => {
      const [named = '', search = ''] = url.split('?');
      const path = named.startsWith('/') ? named.slice(1) : fromFile(this.top()?.path ?? '', named);
      const pairs = search.split('&').filter((pair) => pair !== '');
      const query = Object.fromEntries(pairs.map((pair) => splitOnce(pair)));
      return { path, query, isTab: this.facts.tabPages.includes(path) };
    };
    const onlyPlain = ({ isTab }: { isTab: boolean }) => {
      if (isTab) throw new Error('can not navigate to a tabbar page');
    };
    return {
      navigateTo: ({ url }) => {
        const goal = to(url);
        onlyPlain(goal);
        this.callPage(this.top(), 'onHide');
        this.push(goal.path, goal.query);
      },
      redirectTo: ({ url }) => {
        const goal = to(url);
        onlyPlain(goal);
        this.close(this.stack.pop());
        this.push(goal.path, goal.query);
      },
      reLaunch: ({ url }) => {
        const goal = to(url);
        for (const page of [...this.stack, ...this.hiddenTabs()].reverse()) this.close(page);
        this.stack = [];
        this.tabs.clear();
        this.push(goal.path, goal.query);
      },
      switchTab: ({ url }) => {
        const goal = to(url);
        if (!goal.isTab) throw new Error('can not switch to no-tabBar page');
        this.showTab(goal.path);
      },
      navigateBack: ({ delta = 1 }) => this.goBack(delta),
    };
  }

  private hiddenTabs(): OpenPage[] {
    return [...this.tabs.values()].filter((page) => !this.stack.includes(page));
  }

  private showTab(path: string): void {
    const [first, ...over] = this.stack;
    for (const page of over.reverse()) this.close(page);
    if (first !== undefined && !this.tabs.has(first.path)) this.close(first);
    else if (first?.path !== path) this.callPage(first, 'onHide');
    first?.place.remove();
    this.stack = [];
    const known = this.tabs.get(path);
    if (known === undefined) {
      this.push(path, {});
      return;
    }
    this.stack = [known];
    document.body.appendChild(known.place);
    this.callPage(known, 'onShow');
  }

  private callPage(page: OpenPage | undefined, name: string, ...inputs: unknown[]): void {
    const method = page?.caller[name];
    if (typeof method !== 'function') return;
    this.maker.guarded(`${page?.path} ${name}`, () => method.apply(page?.caller, inputs));
  }
}

/** A path as a file names it. */
export function fromFile(file: string, named: string): string {
  if (named.startsWith('/')) return named.slice(1);
  const parts = file.split('/').slice(0, -1);
  for (const part of named.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
