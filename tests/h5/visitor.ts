import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import type { Town } from './town.ts';

const PICTURES = fileURLToPath(new URL('../pictures', import.meta.url));

/** What a tap or a page may take on a slow machine that does other things beside. */
const WAIT_MS = 60_000;

export interface Look {
  readonly width: number;
  readonly care: boolean;
}

/** Somebody with a browser of their own: what they saw go wrong is remembered. */
export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, broken answers of the server, and what the browser complained of. */
  readonly troubles: readonly string[];
  visit(path: string): Promise<void>;
  picture(name: string): Promise<void>;
  leave(): Promise<void>;
}

/** A no with words is not trouble, though the browser notes every 4xx by itself. */
const NOTED_BY_ITSELF = /^Failed to load resource: the server responded with a status of 4\d\d/;
const NO_NETWORK = /net::ERR_INTERNET_DISCONNECTED/;

function listen(page: Page): string[] {
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`script: ${error.message}`));
  page.on('console', (line) => {
    const text = line.text();
    if (line.type() !== 'error' || NOTED_BY_ITSELF.test(text) || NO_NETWORK.test(text)) return;
    troubles.push(`console: ${text.slice(0, 300)}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) troubles.push(`server: ${answer.status()} ${answer.url()}`);
  });
  return troubles;
}

/** Opens a browser window of its own on the town. */
export async function arrive(browser: Browser, town: Town, look: Look): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.width > 600 ? 800 : 844 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    baseURL: town.url,
  });
  context.setDefaultTimeout(WAIT_MS);
  if (look.care) await context.addInitScript(() => localStorage.setItem('care', 'on'));
  const page = await context.newPage();
  const troubles = listen(page);
  return {
    context,
    page,
    troubles,
    async visit(path) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
    },
    async picture(name) {
      mkdirSync(PICTURES, { recursive: true });
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
    },
    leave: () => context.close(),
  };
}

/** In by a door of the demonstration, as a guest would: 登录, then a tap on the row. */
export async function signInBy(visitor: Visitor, door: string): Promise<void> {
  const { page } = visitor;
  await visitor.visit('/access/sign-in/index');
  await page.getByRole('button', { name: new RegExp(`^${door} `) }).click();
  await page.waitForURL(/pages\/home/);
  await page.waitForLoadState('networkidle');
}

/** From here on the clock of this window goes with the bank's, which may be hours ahead. */
export const keepTimeOf = ({ bank }: Town, { page }: Visitor): Promise<void> =>
  page.clock.install({ time: bank.chance.nowMs() });

/** The words of one element, as they stand in the document. */
export const wordsOf = async (one: Locator): Promise<string> => (await one.textContent()) ?? '';

/** The page that is on top: earlier ones stay in the document, hidden. */
export const shown = (page: Page) => page.locator('.taro_page:visible').last();
